// 备案: filed with the district's housing department and the street office, within thirty days of the election.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { listed } from '#kit/phrase.ts'
import { mayNot, PAPERS } from '#modules/elections/election.ts'
import { day, say, which } from '#modules/elections/fields.ts'
import { electionToChange, notToCome } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { paperText } from '#text/election-words.ts'
import { electionText } from '#text/elections.ts'

export const fileInput = z.strictObject({
  id: which, on: day, number: z.string().trim().max(60).default('').meta({ label: say('filingNumber'), hint: say('filingNumberHint') }),
})

/** Records it; every paper must lie ready. */
export const fileElection = action({
  name: 'elections.file',
  summary: say('summaryFile'),
  input: fileInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.settle,
  run: async (db, { subject: election, input: { on, number }, now }) => {
    notToCome(on, await localDay(db, now), 'on', election.met_on)
    const rows = await db.selectFrom('election_paper').select('paper').where('community_id', '=', db.community).where('election_id', '=', election.id).execute()
    const missing = PAPERS.filter(paper => !rows.some(row => row.paper === paper))
    if (missing.length > 0) throw invalid([{ field: 'on', reason: lang => electionText(lang).papersMissing(listed(lang, missing.map(paper => paperText(lang)[paper]))) }])
    await db.updateTable('election').set({ filed_on: on, filing_number: number || null }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { on } }
  },
})
