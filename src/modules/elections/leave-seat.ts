// A seat falls empty: the post ends, and the spare member with the most votes moves up, who still owns a home there.
import type { Scene } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Election, Member } from '#modules/elections/election.ts'
import { say } from '#modules/elections/fields.ts'
import { ownersAmong } from '#modules/elections/find.ts'
import { leavePost, seat } from '#modules/elections/seat.ts'
import type { Actor } from '#modules/people/public.ts'

export type LeftWhy = 'resigned' | 'sold' | 'incapable' | 'confined' | 'recalled'

/** The member of this election who has not left. Throws NotFound. */
export function memberIn({ members }: Election, id: number): Member {
  const member = members.find(one => one.id === id && one.until === null)
  if (!member) throw new NotFound(say('noMember'))
  return member
}

/** Ends the seat after a day; answers who moves up from the next day on, or null. A spare member just leaves the list. */
export async function leaveSeat(db: Writer, scene: Scene<Actor, unknown, unknown>, election: Election, left: { member: Member, why: LeftWhy, on: string }): Promise<number | null> {
  const { member, why, on } = left
  await db.updateTable('election_member').set({ until: on, left_why: why }).where('community_id', '=', db.community).where('id', '=', member.id).execute()
  if (member.post !== null) await leavePost(db, scene, member.post, on)
  if (member.since === null) return null
  const spare = election.members.filter(one => one.since === null && one.until === null && one.id !== member.id)
  const owners = await ownersAmong(db, election.estate.id, spare.map(({ person }) => person), on)
  const next = spare.find(({ person }) => owners.has(person))
  if (!next) return null
  await seat(db, election, next, 'member', Temporal.PlainDate.from(on).add({ days: 1 }).toString())
  return next.person
}
