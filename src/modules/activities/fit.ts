// Who may stand at a post: a volunteer with the skill that it needs; where it is risky a grown-up who is insured and has read about the risk.
import { sql } from 'kysely'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { say } from '#modules/activities/fields.ts'
import type { Span } from '#modules/activities/helper.ts'
import { zoneOf } from '#modules/activities/span.ts'
import { isSkill, mayDoRisky, policiesOf, skillsHeld, waitsForGuardian, type Skill } from '#modules/volunteers/public.ts'
import { activitiesText } from '#text/activities.ts'
import { skillText } from '#text/skills.ts'

/** What must be known of a post. */
interface Post extends Span {
  readonly skill: string | null
  readonly risky: boolean
}

/** Whether somebody may take a place at this post. Throws Refused with the reason, or Invalid where only the tick is missing. */
export async function checkFit(db: Reader, { post, person, riskRead }: { post: Post, person: number, riskRead: boolean }): Promise<void> {
  const volunteer = await lockVolunteer(db, person)
  if (!volunteer) throw new Refused(say('notVolunteer'))
  if (waitsForGuardian(volunteer)) throw new Refused(say('guardianFirst'))
  const [{ skill }, day] = [post, await dayOf(db, post.until_at)]
  if (skill !== null && isSkill(skill) && !await holdsSkill(db, person, skill, day)) throw new Refused(lang => activitiesText(lang).unskilled(skillText(lang)[skill]))
  if (!post.risky) return
  if (volunteer.age !== 'adult') throw new Refused(say('adultsOnly'))
  if (mayDoRisky(post, await policiesOf(db, [person]), day) !== null) throw new Refused(say('uninsured'))
  if (!riskRead) throw invalid([{ field: 'riskRead', reason: say('riskUnread') }])
}

/** Somebody's registration as a volunteer, locked: his places are given out one after the other. Undefined for who is none. */
export async function lockVolunteer(db: Reader, person: number) {
  return db.selectFrom('volunteer').select(['id', 'age', 'guardian_agreed_at'])
    .where('community_id', '=', db.community).where('person_id', '=', person).where('left_at', 'is', null).forUpdate().executeTakeFirst()
}

/** Whether somebody has a place at another post in this time, or serves an order then. */
export async function isElsewhere(db: Reader, person: number, { from_at, until_at }: Span): Promise<boolean> {
  const then = sql`tstzrange(${from_at.toString()}, ${until_at.toString()})`
  const found = await db.selectFrom('activity_helper').select('id').where('community_id', '=', db.community).where('person_id', '=', person)
    .where('left_at', 'is', null).where('waiting', '=', false).where(sql<boolean>`tstzrange(from_at, until_at) && ${then}`)
    .union(db.selectFrom('order_date').select('id').where('community_id', '=', db.community).where('person_id', '=', person)
      .where('state', 'in', ['taken', 'begun']).where(sql<boolean>`tstzrange(begins_at, ends_at) && ${then}`))
    .limit(1).executeTakeFirst()
  return found !== undefined
}

async function holdsSkill(db: Reader, person: number, skill: Skill, day: string): Promise<boolean> {
  return await skillsHeld(db, [skill], day).where('volunteer.person_id', '=', person).executeTakeFirst() !== undefined
}

async function dayOf(db: Reader, moment: Temporal.Instant): Promise<string> {
  return moment.toZonedDateTimeISO(await zoneOf(db)).toPlainDate().toString()
}
