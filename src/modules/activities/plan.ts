// 组织活动: something is to happen here that needs helpers; its posts are added one by one.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { givingPost, mayNotPlan } from '#modules/activities/activity.ts'
import { clock, day, optional, say } from '#modules/activities/fields.ts'
import { LEAFLETS } from '#modules/activities/leaflets.ts'
import { checkAhead, spanOn, zoneOf } from '#modules/activities/span.ts'
import { projectNamed } from '#modules/hours/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'

const id = z.coerce.number().int().positive()

export const planActivityInput = z.strictObject({
  name: z.string().trim().min(2).max(60).meta({ label: say('name'), hint: say('nameHint'), wrong: say('nameWrong') }),
  about: z.string().trim().max(1000).default('').meta({ label: say('about'), hint: say('aboutHint'), control: 'textarea' }),
  place: optional(id).meta({ label: say('place'), wrong: say('placeWrong') }),
  meeting: z.string().trim().min(2).max(60).meta({ label: say('meeting'), hint: say('meetingHint'), wrong: say('meetingWrong') }),
  project: optional(id).meta({ label: say('project'), wrong: say('projectWrong') }),
  on: day,
  from: clock('from'),
  until: clock('until'),
  leaflets: z.array(z.enum(LEAFLETS)).max(LEAFLETS.length).default([]).meta({ label: say('leaflets') }),
})

/** Plans it; without a project it belongs to that of the community's activities. Throws Invalid. */
export const planActivity = action({
  name: 'activities.plan',
  summary: say('summaryPlan'),
  input: planActivityInput,
  subject: async (db, input, _actor: Actor) => ({ place: input.place === null ? null : await placeById(db, input.place) }),
  refuse: (actor, { place }) => mayNotPlan(actor, place),
  run: async (db, { actor, input, subject: { place }, now }) => {
    if (place?.kind === 'home') throw invalid([{ field: 'place', reason: say('placeWrong') }])
    const { from_at, until_at } = spanOn(input, await zoneOf(db))
    checkAhead(from_at, now)
    const { id } = await db.insertInto('activity').values({
      community_id: db.community, kind: 'activity', project_id: await projectOf(db, input.project, now),
      organisation_id: givingPost(actor)?.organisation_id ?? 0, name: input.name, about: input.about, place_id: input.place, meeting: input.meeting,
      leaflets: JSON.stringify(input.leaflets), begins_at: from_at.toString(), ends_at: until_at.toString(),
      made_by: actor.personId ?? 0, made_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `activities/${id}`, answer: { id }, facts: { place: input.place, leaflets: input.leaflets } }
  },
})

async function projectOf(db: Writer, project: number | null, now: Temporal.Instant): Promise<number> {
  if (project === null) return projectNamed(db, 'activities', now)
  const today = await localDay(db, now)
  const found = await db.selectFrom('project').select('id').where('community_id', '=', db.community).where('id', '=', project)
    .where('since', '<=', today).where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', today)])).executeTakeFirst()
  if (!found) throw invalid([{ field: 'project', reason: say('projectWrong') }])
  return found.id
}
