// 移交: whoever hands over ticks that it is given, a member of the committee that it is taken; two different people.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNot, seated } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

/** Ticks one side, once. Given: whoever keeps the election saw it; taken: by a member of the new committee. */
export const tickElectionItem = action({
  name: 'elections.tickItem',
  summary: say('summaryTickItem'),
  input: z.strictObject({ id: which, item: which, side: z.enum(['given', 'taken']) }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    const item = await db.selectFrom('election_item').select(['id', 'given_by', 'taken_by']).where('community_id', '=', db.community)
      .where('election_id', '=', election.id).where('id', '=', input.item).executeTakeFirst()
    if (!item) throw new NotFound(say('noItem'))
    return { election, item, side: input.side }
  },
  refuse: (actor, { election, item, side }) => {
    const takes = seated(election).some(({ person }) => person === actor.personId)
    const [own, other] = side === 'given' ? [item.given_by, item.taken_by] : [item.taken_by, item.given_by]
    return mayNot.settle(actor, election) ?? (own !== null ? say('tickedAlready') : null)
      ?? (side === 'taken' && !takes ? say('onlyTakers') : null) ?? (other === actor.personId ? say('sameSide') : null)
  },
  run: async (db, { subject: { election, item, side }, actor, now }) => {
    const [by, on] = [actor.personId ?? 0, await localDay(db, now)]
    await db.updateTable('election_item').set(side === 'given' ? { given_by: by, given_on: on } : { taken_by: by, taken_on: on })
      .where('community_id', '=', db.community).where('id', '=', item.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { item: item.id, side } }
  },
})
