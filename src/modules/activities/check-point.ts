// 巡查点: one tap where all is well; a photo and a word where it is not, and then it is a matter that somebody must mend.
import { z } from 'zod'
import { action, type Scene } from '#kit/action.ts'
import { check, invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { settled, type Activity } from '#modules/activities/activity.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, placesHeld } from '#modules/activities/find.ts'
import { isHazard } from '#modules/activities/hazards.ts'
import { MOST_PHOTOS, PHOTO_TOKEN, raiseInput, raiseMatter } from '#modules/matters/public.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { findingText, hazardText } from '#text/activities-patrol.ts'

const findings = Object.fromEntries((['ok', 'problem'] as const).map(one => [one, (lang: 'zh' | 'en') => findingText(lang)[one]]))

export const checkPointInput = z.strictObject({
  id: which, point: which,
  finding: z.enum(['ok', 'problem']).meta({ label: say('finding'), control: 'pick', choices: findings }),
  note: z.string().trim().max(500).default('').meta({ label: say('note'), wrong: say('noteWrong') }),
  photos: z.array(z.string().regex(PHOTO_TOKEN)).max(MOST_PHOTOS).default([]).meta({ label: say('photoWanted') }),
})

/** By a patroller who is checked in, once for each point. A problem is raised in the very act. Throws Invalid. */
export const checkPoint = action({
  name: 'activities.checkPoint',
  summary: say('summaryCheckPoint'),
  input: checkPointInput,
  subject: async (db, input, actor: Actor) => {
    const activity = await activityToJoin(db, input.id)
    const here = (await placesHeld(db, actor.personId ?? 0, { activity: input.id })).some(one => one.arrived_at !== null && one.gone_at === null)
    return { activity, here, point: await pointToCheck(db, input.id, input.point) }
  },
  refuse: (actor, { activity, here, point }) => mayNotCheckPoints(actor, activity, here) ?? (point.finding === null ? null : say('checkedAlready')),
  run: async (db, scene) => {
    const { subject: { activity, point }, input, actor, now } = scene
    const raised = input.finding === 'problem' ? await raise(db, scene, point) : null
    await db.updateTable('patrol_point').set({ finding: input.finding, checked_by: actor.personId, checked_at: now.toString(), matter_id: raised?.answer.id ?? null })
      .where('community_id', '=', db.community).where('id', '=', point.id).execute()
    return {
      subject: raised?.subject ?? `activities/${activity.id}`, answer: { id: activity.id, matter: raised?.answer.id ?? null },
      facts: { ...raised?.facts, activity: activity.id, point: point.id, finding: input.finding, ...raised && { to: raised.answer.held === true ? 'held' : 'problem' } },
    }
  },
})

/** Why the actor may not say what was found, or null: `here` is whether he is checked in. */
export function mayNotCheckPoints(actor: Actor, activity: Activity, here: boolean): Said | null {
  if (activity.kind !== 'patrol') return say('notPatrol')
  return signedOut(actor) ?? settled(activity) ?? (here ? null : say('onlyPatrol'))
}

async function pointToCheck(db: Reader, activity: number, id: number) {
  return db.selectFrom('patrol_point').select(['id', 'hazard', 'place_id', 'finding'])
    .where('community_id', '=', db.community).where('activity_id', '=', activity).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(say('noPoint')))
}

interface Found {
  note: string
  photos: readonly string[]
}

// Urgent and dangerous, so that it goes the way of hazards; the words begin with what was looked at.
async function raise(db: Writer, scene: Scene<Actor, Found, unknown>, { hazard, place_id }: { hazard: string, place_id: number }) {
  const { note, photos } = scene.input
  if (note.length < 4) throw invalid([{ field: 'note', reason: say('noteWrong') }])
  if (photos.length === 0) throw invalid([{ field: 'photos', reason: say('photoWanted') }])
  const place = await placeById(db, place_id)
  const what = isHazard(hazard) ? hazardText('zh')[hazard] : hazard
  const input = check(raiseInput, { place: place.id, kind: 'danger', urgent: true, text: `${what}：${note}`, photos: [...photos] })
  return raiseMatter.run(db, { ...scene, subject: { place, forAnother: false }, onBehalfOf: null, input })
}
