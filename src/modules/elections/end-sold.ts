// 自动离任: whoever owns nothing in the estate any more is no longer a member (指导规则 43).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { seated } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange, ownersAmong } from '#modules/elections/find.ts'
import { leaveSeat } from '#modules/elections/leave-seat.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

/** Done by the clock, one member at a time: a spare member who moves up must be there for the next. */
export const endSoldSeats = action({
  name: 'elections.endSold',
  summary: say('summaryLeave'),
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const election = await electionToChange(db, input.id)
    const today = await localDay(db, now)
    const owners = await ownersAmong(db, election.estate.id, seated(election).map(({ person }) => person), today)
    return { election, today, gone: seated(election).filter(({ person, since }) => !owners.has(person) && since !== null && since <= today) }
  },
  refuse: (_actor, { gone }) => gone.length > 0 ? null : say('nothingDue'),
  run: async (db, scene) => {
    const { subject: { election, gone, today } } = scene
    const [member] = gone
    if (!member) throw new Refused(say('nothingDue'))
    const next = await leaveSeat(db, scene, election, { member, why: 'sold', on: today })
    return { subject: `elections/${election.id}`, answer: { id: election.id, movesUp: next }, facts: { member: member.id, why: 'sold', on: today, next } }
  },
})

/** The elections of which a member owns nothing there any more. */
export async function soldSeats(db: Reader, today: string): Promise<number[]> {
  const rows = await db.selectFrom('election_member as member')
    .innerJoin('election', join => join.onRef('election.community_id', '=', 'member.community_id').onRef('election.id', '=', 'member.election_id'))
    .select('election.id').distinct().where('member.community_id', '=', db.community).where('member.until', 'is', null).where('member.since', '<=', today)
    .where(eb => eb.not(eb.exists(eb.selectFrom('tie')
      .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
      .select('tie.id').where('tie.community_id', '=', db.community).whereRef('tie.person_id', '=', 'member.person_id').whereRef('place.estate_id', '=', 'election.estate_id')
      .where('tie.kind', '=', 'owner').where('tie.since', '<=', today).where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)])))))
    .orderBy('election.id').execute()
  return rows.map(({ id }) => id)
}
