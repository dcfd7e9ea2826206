// Who is meant by what happens with volunteers, besides whoever is named.
import type { Reader } from '#kit/db.ts'
import { checkersOf, leadersOf } from '#modules/volunteers/read-team.ts'

/** volunteerCheckers: whose part it is to check the person in the facts; teamLeaders: of the team in the facts. */
export const VOLUNTEERS_MEANT = ['volunteerCheckers', 'teamLeaders'] as const
export type VolunteersMeant = (typeof VOLUNTEERS_MEANT)[number]

/** A question for person_id. `today`: 2026-11-22. */
export function peopleMeantByVolunteers(db: Reader, meant: VolunteersMeant, { facts, today }: { facts: Readonly<Record<string, unknown>>, today: string }) {
  const [person, team] = [Number(facts['person'] ?? 0), Number(facts['team'] ?? 0)]
  return meant === 'teamLeaders' ? leadersOf(db, team, today) : checkersOf(db, person, today)
}
