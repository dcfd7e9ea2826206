// Who is to hear of what happens at a session or a council: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'
import type { PostKind } from '#modules/people/public.ts'

/** seated: who has the seat in `facts.seat`. invited: everybody who has not said no. present: who came. tasked: `facts.person` or `facts.organisation`. inCharge: of the council. */
export const MEANT = ['seated', 'invited', 'present', 'tasked', 'inCharge'] as const
export type Meant = (typeof MEANT)[number]

/** Who answers for an organisation that has a seat: not everybody who works there. */
const SPEAKERS: readonly PostKind[] = [
  'secretary', 'branch_member', 'committee_chair', 'committee_member', 'property_manager', 'grid_leader', 'team_leader', 'partner_contact', 'street_officer',
]

/** What must be known of the journal entry. */
export interface About {
  /** sessions/12 or councils/3. */
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly today: string
}

/** The people meant, as a question for their ids. */
export function peopleMeant(db: Reader, to: Meant, { subject, facts, today }: About) {
  const [, kind, number] = /^(sessions|councils)\/(\d+)$/u.exec(subject) ?? []
  const people = db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
  if (to === 'inCharge') {
    return people.where('person.id', 'in', db.selectFrom('council').select('council.convener_id')
      .where('council.community_id', '=', db.community).where('council.id', '=', kind === 'councils' ? Number(number) : 0))
  }
  if (to === 'tasked') {
    const person = numberIn(facts, 'person')
    return person > 0 ? people.where('person.id', '=', person)
      : people.where('person.id', 'in', holders(db, today).where('post.organisation_id', '=', numberIn(facts, 'organisation')))
  }
  const seats = seatsMeant(db, to, kind === 'sessions' ? Number(number) : 0, numberIn(facts, 'seat'))
  return people.where(eb => eb.or([
    eb('person.id', 'in', seats.where('session_seat.person_id', 'is not', null).select(seat => seat.ref('session_seat.person_id').$notNull().as('id'))),
    eb('person.id', 'in', holders(db, today).where('post.organisation_id', 'in', seats.where('session_seat.organisation_id', 'is not', null)
      .select(seat => seat.ref('session_seat.organisation_id').$notNull().as('id')))),
  ]))
}

function seatsMeant(db: Reader, to: Meant, session: number, seat: number) {
  return db.selectFrom('session_seat').where('session_seat.community_id', '=', db.community).where('session_seat.session_id', '=', session)
    .$if(to === 'seated', one => one.where('session_seat.id', '=', seat))
    .$if(to === 'invited', some => some.where('session_seat.invited_at', 'is not', null)
      .where(eb => eb.or([eb('session_seat.answer', 'is', null), eb('session_seat.answer', '<>', 'comes_not')])))
    .$if(to === 'present', some => some.where('session_seat.came_at', 'is not', null))
}

function holders(db: Reader, today: string) {
  return db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community).where('post.kind', 'in', SPEAKERS)
    .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
}

function numberIn(facts: About['facts'], name: string): number {
  const value = facts[name]
  return typeof value === 'number' ? value : 0
}
