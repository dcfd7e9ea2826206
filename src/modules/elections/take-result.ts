// 确定委员: who has a seat, and who is a spare member, in the order of votes, as the count says.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { Election as Counted, Result } from '#modules/decisions/public.ts'
import { mayNot, type Election } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

/** Takes it over, once it is counted; refused where fewer than half of the seats are filled. */
export const takeElectionResult = action({
  name: 'elections.takeResult',
  summary: say('summaryTakeResult'),
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, counted: await countOf(db, election) }
  },
  refuse: (actor, { election, counted }) => mayNot.takeResult(actor, election) ?? (counted === null ? say('notCounted') : tooFew(counted.count)),
  run: async (db, { subject: { election, counted } }) => {
    if (counted === null) throw new Refused(say('notCounted'))
    const { count, on } = counted
    await write(db, election, count)
    await db.updateTable('election').set({ elected_on: on }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id, elected: count.elected.length, spare: count.spare.length },
      facts: { elected: count.elected, spare: count.spare, on } }
  },
})

async function countOf(db: Reader, { decision_id, zone }: Election): Promise<{ count: Counted, on: string } | null> {
  const found = await db.selectFrom('decision').select(['result', 'closed_at']).where('community_id', '=', db.community).where('id', '=', decision_id ?? 0).executeTakeFirst()
  // Only `decisions.close` writes it, as `tally` made it.
  const count = (found?.result as Result | null | undefined)?.questions.find(question => question.how === 'election')
  return count && found?.closed_at ? { count, on: found.closed_at.toZonedDateTimeISO(zone).toPlainDate().toString() } : null
}

function tooFew({ elected, seats }: Counted) {
  return elected.length * 2 < seats ? (lang: 'zh' | 'en') => electionText(lang).fewElected(elected.length, seats) : null
}

async function write(db: Writer, election: Election, { elected, spare, candidates, seats }: Counted): Promise<void> {
  const people = await db.selectFrom('election_candidate').select(['number', 'person_id']).where('community_id', '=', db.community)
    .where('election_id', '=', election.id).where('number', 'is not', null).execute()
  const row = (number: number, rank: number) => {
    const person = people.find(one => one.number === number)
    const votes = candidates.find(one => one.number === number)?.votes
    if (!person || !votes) throw new Error('somebody was elected who was no candidate')
    return { community_id: db.community, election_id: election.id, person_id: person.person_id, rank, heads: votes.heads, area: votes.area }
  }
  // A spare member comes after every seat, also after one that stayed empty.
  const rows = [...elected.map((number, i) => row(number, i + 1)), ...spare.map((number, i) => row(number, seats + i + 1))]
  await db.insertInto('election_member').values(rows).execute()
}
