// Whose help counts today: who may be asked, whose skill holds, who is insured. Questions that later modules build upon.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { LICENSED, NEEDED, RISKY, type Skill } from '#modules/volunteers/skills.ts'

const listOf = (words: readonly string[]) => sql.join(words.map(word => sql.lit(word)))
const PAIRS = sql.join(Object.entries(NEEDED).flatMap(([skill, kinds]) => kinds.map(kind => sql`(${sql.lit(skill)}, ${sql.lit(kind)})`)))

/** As a condition on volunteer_skill: not refused; with a licence that holds where law asks for one; insured where it is risky. `day`: 2026-11-22. */
export function countsOn(day: string) {
  return sql<boolean>`(volunteer_skill.refused_why is null
    and (volunteer_skill.skill not in (${listOf(LICENSED)}) or ${licensedOn(day)})
    and (volunteer_skill.skill not in (${listOf(RISKY)}) or ${insured(day)}))`
}

/** As a condition on volunteer_skill: one of the licences that it needs was checked and is not over. */
export function licensedOn(day: string) {
  return sql<boolean>`exists (select from volunteer_qualification held where held.community_id = volunteer_skill.community_id
    and held.volunteer_id = volunteer_skill.volunteer_id and held.ended_at is null and held.checked_at is not null and held.refused_why is null
    and (held.valid_until is null or held.valid_until >= ${day}::date) and (volunteer_skill.skill, held.kind) in (${PAIRS}))`
}

function insured(day: string) {
  return sql<boolean>`exists (select from volunteer_policy held where held.community_id = volunteer_skill.community_id
    and held.volunteer_id = volunteer_skill.volunteer_id and held.since <= ${day}::date and held.until >= ${day}::date)`
}

/** Volunteers who are here: not left, not away on the day, and for a minor the guardian agreed. */
export function present(db: Reader, day: string) {
  return db.selectFrom('volunteer').where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null)
    .where(eb => eb.or([eb('volunteer.away_until', 'is', null), eb('volunteer.away_until', '<', day)]))
    .where(eb => eb.or([eb('volunteer.age', '=', 'adult'), eb('volunteer.guardian_agreed_at', 'is not', null)]))
}

/** A question for person_id: who holds one of these skills, and it counts on the day. */
export function skillsHeld(db: Reader, skills: readonly Skill[], day: string) {
  return present(db, day)
    .innerJoin('volunteer_skill', join => join.onRef('volunteer_skill.community_id', '=', 'volunteer.community_id').onRef('volunteer_skill.volunteer_id', '=', 'volunteer.id'))
    .where('volunteer_skill.skill', 'in', ['', ...skills]).where(countsOn(day)).select('volunteer.person_id')
}

/** A question for person_id: who may be asked when somebody calls for help: agreed to be asked, here, and 16 or older. */
export function askable(db: Reader, day: string) {
  return present(db, day).where('volunteer.age', '<>', 'junior')
    .where('volunteer.person_id', 'in', db.selectFrom('consent').select('person_id').where('community_id', '=', db.community).where('purpose', '=', 'be_asked')
      .where('withdrawn_at', 'is', null))
    .select('volunteer.person_id')
}

/** The accident insurances of some people, for `mayDoRisky`. */
export async function policiesOf(db: Reader, people: readonly number[]) {
  return db.selectFrom('volunteer_policy')
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'volunteer_policy.community_id').onRef('volunteer.id', '=', 'volunteer_policy.volunteer_id'))
    .select(['volunteer.person_id', 'volunteer_policy.since', 'volunteer_policy.until'])
    .where('volunteer_policy.community_id', '=', db.community).where('volunteer.person_id', 'in', [0, ...people]).execute()
}
