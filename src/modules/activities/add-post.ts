// 加岗位: one more thing to do at an activity, by how many, in which part of its time.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNotPrepare } from '#modules/activities/activity.ts'
import { clock, number, optional, say, which } from '#modules/activities/fields.ts'
import { activityToChange } from '#modules/activities/find.ts'
import type { Span } from '#modules/activities/helper.ts'
import { momentOf, spanOn, zoneOf } from '#modules/activities/span.ts'
import type { Actor } from '#modules/people/public.ts'
import { RISKY, SKILLS } from '#modules/volunteers/public.ts'
import { skillText } from '#text/skills.ts'

const skills = Object.fromEntries(SKILLS.map(skill => [skill, (lang: 'zh' | 'en') => skillText(lang)[skill]]))

export const addActivityPostInput = z.strictObject({
  id: which,
  name: z.string().trim().min(2).max(30).meta({ label: say('postName'), hint: say('postNameHint'), wrong: say('postNameWrong') }),
  skill: optional(z.enum(SKILLS)).meta({ label: say('skill'), choices: skills }),
  number,
  from: optional(clock('from')).meta({ label: say('from'), hint: say('wholeTime'), wrong: say('clockWrong') }),
  until: optional(clock('until')).meta({ label: say('until'), wrong: say('clockWrong') }),
  risky: z.union([z.boolean(), z.literal('true').transform(() => true)]).default(false).meta({ label: say('risky'), hint: say('riskyHint'), control: 'tick' }),
})

/** Without times it is for the whole activity. A skill that is risky by itself makes its post so. Throws Invalid. */
export const addActivityPost = action({
  name: 'activities.addPost',
  summary: say('summaryAddPost'),
  input: addActivityPostInput,
  subject: (db, input, _actor: Actor) => activityToChange(db, input.id),
  refuse: mayNotPrepare,
  run: async (db, { subject: activity, input }) => {
    const { from_at, until_at } = within(activity, input, await zoneOf(db))
    const risky = input.risky || RISKY.some(skill => skill === input.skill)
    const { id } = await db.insertInto('activity_post').values({
      community_id: db.community, activity_id: activity.id, name: input.name, skill: input.skill, number: input.number, risky,
      from_at: from_at.toString(), until_at: until_at.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id, post: id }, facts: { post: id, skill: input.skill, number: input.number, risky } }
  },
})

type Bounds = Record<'begins_at' | 'ends_at', Temporal.Instant>
type Times = Record<'from' | 'until', string | null>

function within({ begins_at, ends_at }: Bounds, { from, until }: Times, zone: string): Span {
  const on = begins_at.toZonedDateTimeISO(zone).toPlainDate().toString()
  const from_at = from === null ? begins_at : momentOf(on, from, zone)
  const until_at = until === null ? ends_at : spanOn({ on, from: from ?? timeOf(begins_at, zone), until }, zone).until_at
  const outside = Temporal.Instant.compare(from_at, begins_at) < 0 || Temporal.Instant.compare(until_at, ends_at) > 0 || Temporal.Instant.compare(until_at, from_at) <= 0
  if (outside) throw invalid([{ field: 'from', reason: say('outside') }])
  return { from_at, until_at }
}

function timeOf(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString()
}
