// Who is told of what is about no matter: opened homes, many numbers read, polls, sessions, votes of the owners.
import type { Reader } from '#kit/db.ts'
import { peopleToldOfActivity, TOLD_OF_ACTIVITIES } from '#modules/activities/public.ts'
import { peopleToldOfCall, TOLD_OF_CALLS } from '#modules/calls/public.ts'
import { MEANT, peopleMeant } from '#modules/councils/public.ts'
import { peopleToldOfVote, TOLD_OF_VOTES } from '#modules/decisions/public.ts'
import { MEANT_ON_DUTY, peopleOnRoster } from '#modules/duty/public.ts'
import { ERRAND_MEANT, peopleOfErrand } from '#modules/errands/public.ts'
import { MEANT_BY_HOURS, peopleMeantByHours } from '#modules/hours/public.ts'
import type { Audience, Facts } from '#modules/notices/occasions.ts'
import type { PostKind } from '#modules/people/public.ts'
import { peopleAsked } from '#modules/polls/public.ts'
import { MEANT_IN_ORDERS, peopleMeantInOrder } from '#modules/orders/public.ts'
import { peopleMeantByVolunteers, VOLUNTEERS_MEANT } from '#modules/volunteers/public.ts'

/** What must be known of the entry. */
export interface Happened {
  /** Such as openings/12. */
  readonly subject: string
  readonly facts: Facts
  /** Who did it: never told. */
  readonly doers: readonly (number | null)[]
  /** The date there, such as 2026-11-22. */
  readonly today: string
}

/** Everybody who is to be told, once: without the doers and the erased. Nobody mutes what is about himself or his office. */
export async function audienceBeyond(db: Reader, to: readonly Audience[], { subject, facts, doers, today }: Happened): Promise<number[]> {
  const opening = Number(/^openings\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const poll = Number(/^polls\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const rows = await db.selectFrom('person').select('person.id')
    .where('person.community_id', '=', db.community).where('person.erased_at', 'is', null)
    .where('person.id', 'not in', [0, ...doers.filter(id => id !== null)])
    .where(eb => eb.or([
      ...MEANT.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleMeant(db, meant, { subject, facts, today }))),
      ...MEANT_ON_DUTY.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleOnRoster(db, meant, { subject, today }))),
      ...TOLD_OF_VOTES.filter(told => to.includes(told)).map(told => eb('person.id', 'in', peopleToldOfVote(db, told, { subject, facts, today }))),
      ...TOLD_OF_CALLS.filter(told => to.includes(told)).map(told => eb('person.id', 'in', peopleToldOfCall(db, told, { subject, facts, today }))),
      ...MEANT_IN_ORDERS.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleMeantInOrder(db, meant, { subject, facts, today }))),
      ...ERRAND_MEANT.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleOfErrand(db, meant, { subject, facts, today }))),
      ...TOLD_OF_ACTIVITIES.filter(told => to.includes(told)).map(told => eb('person.id', 'in', peopleToldOfActivity(db, told, { subject, today }))),
      ...VOLUNTEERS_MEANT.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleMeantByVolunteers(db, meant, { facts, today }))),
      ...MEANT_BY_HOURS.filter(meant => to.includes(meant)).map(meant => eb('person.id', 'in', peopleMeantByHours(db, meant, { subject, today }))),
      ...to.includes('secretaries') ? [eb('person.id', 'in', holders(db, ['secretary'], today))] : [],
      ...to.includes('overseers') ? [eb('person.id', 'in', holders(db, ['secretary', 'street_officer'], today))] : [],
      ...to.includes('opened') ? [eb('person.id', 'in', db.selectFrom('home_opening_person').select('person_id')
        .where('community_id', '=', db.community).where('opening_id', '=', opening))] : [],
      ...to.includes('polled') ? [eb('person.id', 'in', peopleAsked(db, poll, today))] : [],
      ...to.includes('opener') ? [eb('person.id', 'in', db.selectFrom('home_opening').select('opened_by')
        .where('community_id', '=', db.community).where('id', '=', opening))] : [],
    ])).orderBy('person.id').execute()
  return rows.map(row => row.id)
}

function holders(db: Reader, kinds: readonly PostKind[], today: string) {
  return db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community).where('post.kind', 'in', kinds)
    .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
}
