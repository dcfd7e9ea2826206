// 签到: proven by the digits that stand on the screen at the place now.
import { z } from 'zod'
import { action, type Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { TooOften } from '#kit/errors.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, placesHeld } from '#modules/activities/find.ts'
import { mayNotArrive, placeMeant } from '#modules/activities/helper.ts'
import { areDigitsNow } from '#modules/activities/turning-code.ts'
import type { Actor } from '#modules/people/public.ts'
import { activitiesText } from '#text/activities.ts'

/** How often one person may try: more than fingers slip, far fewer than there are codes. */
const TRIES = { times: 10, seconds: 600 }

export const checkInInput = z.strictObject({
  id: which,
  code: z.string().trim().max(40).transform(text => text.replaceAll(/\D/gu, '')).meta({ label: say('code'), wrong: say('codeWrong') }),
})

/** Writes down that the actor has come. Throws Invalid for digits that do not stand there now, TooOften for too many tries. */
export const checkIn = action({
  name: 'activities.checkIn',
  summary: say('summaryCheckIn'),
  input: checkInInput,
  subject: (db, input, actor: Actor, { now }) => placeToChange(db, actor, input.id, now),
  refuse: (actor, { activity, own }, now) => mayNotArrive(actor, activity, own, now),
  run: async (db, { subject: { activity, own }, input, actor, now, ...means }) => {
    await checkCode(db, { ...means, now }, { activity: activity.id, person: actor.personId ?? 0, code: input.code })
    await db.updateTable('activity_helper').set({ arrived_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', own?.id ?? 0).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id, post: own?.post_id ?? 0 }, facts: { post: own?.post_id } }
  },
})

/** The activity and the place that the actor means when he comes or goes. */
export async function placeToChange(db: Reader, actor: Actor, id: number, now: Temporal.Instant) {
  const activity = await activityToJoin(db, id)
  return { activity, own: placeMeant(await placesHeld(db, actor.personId ?? 0, { activity: id }), now) }
}

/** Whether these digits stand at the place now. */
export async function checkCode(db: Reader, { limits, secrets, now }: Pick<Means, 'limits' | 'secrets' | 'now'>,
  { activity, person, code }: { activity: number, person: number, code: string }): Promise<void> {
  const { allowed, wait } = await limits.take(`${db.community} activities.code ${activity} ${person}`, TRIES, now)
  if (!allowed) throw new TooOften(lang => activitiesText(lang).tooManyCodes(Math.ceil(wait / 60)), wait)
  if (!areDigitsNow(secrets.receipt, { community: db.community, activity, now }, code)) throw invalid([{ field: 'code', reason: say('codeWrong') }])
}
