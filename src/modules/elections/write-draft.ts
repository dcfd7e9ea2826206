// 草案: a version of the rules of procedure, the covenant or the way of electing; the former ones stay as they were.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { DRAFTS, mayNot } from '#modules/elections/election.ts'
import { oneOf, say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { draftKindText } from '#text/election-words.ts'

export const writeDraftInput = z.strictObject({
  id: which,
  kind: oneOf(DRAFTS, say('draftKind'), draftKindText),
  text: words(say('draftText'), { least: 20, most: 40_000, wrong: say('draftWrong') }),
})

/** Posts the next version on the page. */
export const writeDraft = action({
  name: 'elections.writeDraft',
  summary: say('summaryWriteDraft'),
  input: writeDraftInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.prepare,
  run: async (db, { subject: election, input: { kind, text }, actor, now }) => {
    const { last } = await db.selectFrom('election_draft').select(eb => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
      .where('community_id', '=', db.community).where('election_id', '=', election.id).where('kind', '=', kind).executeTakeFirstOrThrow()
    const version = Number(last) + 1
    await db.insertInto('election_draft')
      .values({ community_id: db.community, election_id: election.id, kind, version, text, written_by: actor.personId ?? 0, written_at: now.toString() }).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id, version }, facts: { draft: kind, version } }
  },
})
