// What programs may ask about activities: which there are, and one with its posts.
import { z } from 'zod'
import { activitiesListed, activityById, LEAFLETS, LEVELS, standingOf, type ActivityShown } from '#modules/activities/public.ts'
import { CLASSES } from '#modules/hours/public.ts'
import { apiActivityText } from '#text/api-activities.ts'
import { list, question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeInstant, maybeText, text, told } from './shapes.ts'

const said = <Shape extends z.ZodType>(shape: Shape, key: keyof typeof apiActivityText.pairs) => shape.meta({ label: lang => apiActivityText(lang)[key] })

const activity = z.strictObject({
  id, kind: said(z.enum(['activity', 'patrol']), 'kind'), name: said(text, 'name'), about: text, where: said(maybeText, 'where'), meeting: said(text, 'meeting'),
  organisation: said(text, 'organisation'), project: said(text, 'project'), class: said(z.enum(CLASSES), 'class'), level: said(z.enum(LEVELS).nullable(), 'level'),
  leaflets: said(z.array(z.enum(LEAFLETS)), 'leaflets'), beginsAt: instant, endsAt: instant, calledOffWhy: maybeText,
  standing: said(z.enum(['soon', 'on', 'over', 'closed', 'off']), 'standing'),
})

const post = z.strictObject({
  id, name: said(text, 'post'), skill: said(maybeText, 'skill'), number: said(count, 'number'), risky: said(z.boolean(), 'risky'), from: instant, until: instant,
  taken: said(count, 'taken'), waiting: said(count, 'waiting'), reached: said(count.nullable(), 'reached'), own: said(z.boolean(), 'own'),
  ownWaits: said(z.boolean(), 'ownWaits'), arrivedAt: said(maybeInstant, 'arrivedAt'), goneAt: said(maybeInstant, 'goneAt'),
})

export const ACTIVITIES: readonly Question[] = [
  list({
    name: 'activities.list', input: {}, item: activity.extend({ places: said(count, 'places'), taken: said(count, 'taken') }),
    ask: async (db, _actor, _asked, { after, limit }, { now }) =>
      (await activitiesListed(db, { when: 'all', before: after, limit: limit + 1 }, now))
        .map(one => ({ ...answered(one, now), places: one.places ?? 0, taken: one.taken ?? 0 })),
  }),
  question({
    name: 'activities.show', input: { id: idAsked }, output: activity.extend({ posts: said(z.array(post), 'posts') }),
    ask: async (db, actor, asked, { now }) => {
      const found = await activityById(db, actor, asked.id)
      return { ...answered(found, now), posts: found.posts.map(postAnswered) }
    },
  }),
]

function answered(one: Omit<ActivityShown, 'posts' | 'volunteer'>, now: Temporal.Instant): z.input<typeof activity> {
  return {
    id: one.id, kind: one.kind, name: one.name, about: one.about, where: one.where, meeting: one.meeting, organisation: one.organisation, project: one.project,
    class: one.class, level: one.level, leaflets: LEAFLETS.filter(key => Array.isArray(one.leaflets) && one.leaflets.includes(key)),
    beginsAt: one.begins_at.toString(), endsAt: one.ends_at.toString(), calledOffWhy: one.called_off_why, standing: standingOf(one, now),
  }
}

function postAnswered(one: ActivityShown['posts'][number]): z.input<typeof post> {
  const { id, name, skill, number, risky, taken, waiting, reached, own } = one
  return {
    id, name, skill, number, risky, taken, waiting, reached, own, from: one.from_at.toString(), until: one.until_at.toString(), ownWaits: one.own_waits,
    arrivedAt: told(one.own_arrived), goneAt: told(one.own_gone),
  }
}
