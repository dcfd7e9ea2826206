// 暴雨巡查: a storm warning is declared, and a squad is called out to look at what may break, estate by estate.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { mayNotPlan } from '#modules/activities/activity.ts'
import { number, say } from '#modules/activities/fields.ts'
import { HAZARDS, LEVELS, maySendOut, type Hazard } from '#modules/activities/hazards.ts'
import { projectNamed } from '#modules/hours/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { estates } from '#modules/places/public.ts'
import { activitiesText } from '#text/activities.ts'
import { levelText, patrolText } from '#text/activities-patrol.ts'

const id = z.coerce.number().int().positive()
const levels = Object.fromEntries(LEVELS.map(level => [level, (lang: 'zh' | 'en') => levelText(lang)[level]]))

export const openPatrolInput = z.strictObject({
  level: z.enum(LEVELS).meta({ label: say('level'), control: 'pick', choices: levels, wrong: say('levelWrong') }),
  squad: id.meta({ label: say('squad'), wrong: say('squadWrong') }),
  estates: z.array(id).min(1).max(50).meta({ label: say('estates'), wrong: say('estatesWrong') }),
  hazards: z.array(z.enum(HAZARDS)).min(1).max(HAZARDS.length).default([...HAZARDS]).meta({ label: say('hazards') }),
  hours: z.coerce.number().int().min(1).max(12).default(4).meta({ label: say('hours'), wrong: say('hoursWrong') }),
  number: number.default(12).meta({ label: say('number'), wrong: say('numberWrong') }),
  meeting: z.string().trim().min(2).max(60).meta({ label: say('meeting'), hint: say('meetingHint'), wrong: say('meetingWrong') }),
})

/** Opens it from now on. At a red warning nobody is sent out. Throws Invalid. */
export const openPatrol = action({
  name: 'activities.openPatrol',
  summary: say('summaryOpenPatrol'),
  input: openPatrolInput,
  subject: async (db, input, _actor: Actor) => ({ places: (await estates(db)).filter(one => input.estates.includes(one.id)), level: input.level }),
  refuse: (actor, { places, level }) => places.map(place => mayNotPlan(actor, place)).find(reason => reason !== null) ?? mayNotPlan(actor)
    ?? (maySendOut(level) ? null : say('redLevel')),
  run: async (db, { actor, input, subject: { places, level }, now }) => {
    await checkSquad(db, input.squad)
    if (places.length !== new Set(input.estates).size) throw invalid([{ field: 'estates', reason: say('estatesWrong') }])
    const span = { from_at: now.toString(), until_at: now.add({ hours: input.hours }).toString() }
    const { id } = await db.insertInto('activity').values({
      community_id: db.community, kind: 'patrol', level, project_id: await projectNamed(db, 'patrols', now), organisation_id: input.squad,
      name: patrolText('zh').name(levelText('zh')[level]), about: patrolText('zh').risk, place_id: places.length === 1 ? places[0]?.id : null,
      meeting: input.meeting, begins_at: span.from_at, ends_at: span.until_at, made_by: actor.personId ?? 0, made_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    const { id: post } = await db.insertInto('activity_post').values({
      community_id: db.community, activity_id: id, name: activitiesText('zh').patrolPost, skill: null, number: input.number, risky: true, ...span,
    }).returning('id').executeTakeFirstOrThrow()
    await layPoints(db, id, places, input.hazards)
    return { subject: `activities/${id}`, answer: { id, post }, facts: { level, estates: input.estates, hazards: input.hazards, post } }
  },
})

async function checkSquad(db: Reader, squad: number): Promise<void> {
  const found = await db.selectFrom('organisation').select('id').where('community_id', '=', db.community)
    .where('id', '=', squad).where('kind', '=', 'team').executeTakeFirst()
  if (!found) throw invalid([{ field: 'squad', reason: say('squadWrong') }])
}

async function layPoints(db: Writer, activity: number, places: readonly { id: number }[], hazards: readonly Hazard[]): Promise<void> {
  const points = places.flatMap(place => HAZARDS.filter(hazard => hazards.includes(hazard)).map(hazard => ({
    community_id: db.community, activity_id: activity, place_id: place.id, hazard,
  })))
  await db.insertInto('patrol_point').values(points).execute()
}
