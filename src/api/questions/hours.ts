// What programs may ask about hours: the five figures, the projects, one's own hours, and what waits for approval.
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import { signedOut } from '#modules/people/public.ts'
import {
  CLASSES, figuresByTime, fiveFigures, hoursOf, mayNotRecord, ownBalance, ownServings, projectsListed, servingsWaiting, starsFor, starTable, type Figures,
} from '#modules/hours/public.ts'
import { apiHoursText } from '#text/api-hours.ts'
import { question, type Question } from './question.ts'
import { count, day, id, instant, maybeDay, maybeId, maybeText, text } from './shapes.ts'

type Key = keyof typeof apiHoursText.pairs

// A field in the words of this part, where its name means something else elsewhere.
function said<Shape extends z.ZodType>(shape: Shape, key: Key): Shape {
  return shape.meta({ label: lang => apiHoursText(lang)[key] })
}

const figures = {
  teams: said(count, 'teams'), volunteers: said(count, 'volunteers'), projects: said(count, 'projects'), served: said(count, 'served'),
  hours: said(z.number(), 'hours'), sessions: said(count, 'sessions'),
}
const part = z.strictObject({ year: said(z.int(), 'year'), quarter: said(z.int().min(1).max(4).nullable(), 'quarter'), ...figures })

const project = z.strictObject({
  id, name: text, class: said(z.enum(CLASSES), 'class'), team: said(maybeText, 'team'), since: said(day, 'since'), until: said(maybeDay, 'until'),
  sessions: figures.sessions, served: figures.served, hours: figures.hours,
})

const state = said(z.enum(['waiting', 'refused', 'approved']), 'state')
const proof = said(z.enum(['checked', 'confirmed', 'written']), 'proof')
const serving = {
  id, project: said(text, 'project'), about: said(text, 'about'), content: said(text, 'content'), proof, began: said(instant, 'began'), ended: said(instant, 'ended'), served: figures.served, state,
}
const own = z.strictObject({ ...serving, minutes: said(count, 'minutes') })
const people = z.array(z.strictObject({ person: said(id, 'person'), name: said(maybeText, 'name'), minutes: said(count, 'minutes') }))
const waiting = z.strictObject({ ...serving, team: said(maybeText, 'team'), place: maybeId, why: said(maybeText, 'why'), people: said(people, 'people') })

/** In the order in which one reads them. */
export const HOURS: readonly Question[] = [
  question({
    name: 'hours.figures', input: { from: said(z.iso.date(), 'from').optional(), until: said(z.iso.date(), 'until').optional() },
    output: z.strictObject({ ...figures, parts: said(z.array(part), 'parts') }),
    ask: async (db, _actor, { from, until }) => ({
      ...answered(await fiveFigures(db, from ?? null, until ?? null)),
      parts: (await figuresByTime(db)).flatMap(({ year, quarter, ...of }) => year === null ? [] : [{ year, quarter, ...answered(of) }]),
    }),
  }),
  question({
    name: 'hours.projects', input: {}, output: z.strictObject({ projects: said(z.array(project), 'projects') }),
    ask: async db => ({ projects: (await projectsListed(db)).map(({ id, name, class: kind, team, since, until, sessions, served, minutes }) =>
      ({ id, name, class: kind, team, since, until, sessions, served, hours: Number(hoursOf(minutes)) })) }),
  }),
  question({
    name: 'hours.own', input: {},
    output: z.strictObject({ hours: figures.hours, times: said(count, 'times'), stars: said(count, 'stars'), starHours: said(z.array(count), 'starHours'), servings: said(z.array(own), 'servings') }),
    ask: async (db, actor) => {
      const out = signedOut(actor)
      if (out) throw new Refused(out)
      const person = actor.personId ?? 0
      const { minutes, times } = await ownBalance(db, person)
      const { hours } = await starTable(db)
      const servings = (await ownServings(db, person)).map(one => ({
        ...written(one), began: one.began_at.toString(), ended: one.ended_at.toString(), minutes: one.minutes,
      }))
      return { hours: Number(hoursOf(minutes)), times, stars: starsFor(minutes, hours), starHours: [...hours], servings }
    },
  }),
  question({
    name: 'hours.waiting', input: {}, output: z.strictObject({ servings: said(z.array(waiting), 'servings') }),
    ask: async (db, actor) => {
      const reason = mayNotRecord(actor)
      if (reason) throw new Refused(reason)
      return { servings: (await servingsWaiting(db, actor)).map(one => ({
        ...written(one), began: one.began_at.toString(), ended: one.ended_at.toString(), team: one.team, place: one.place_id, why: one.refused_why, people: one.shares,
      })) }
    },
  }),
]

interface Row {
  id: number
  name: string
  about: string
  content: string
  proof: z.output<typeof proof>
  served: number
  approved_at: Temporal.Instant | null
  refused_at: Temporal.Instant | null
}

function written({ id, name, about, content, proof: by, served, approved_at, refused_at }: Row) {
  const now = approved_at !== null ? 'approved' as const : refused_at === null ? 'waiting' as const : 'refused' as const
  return { id, project: name, about, content, proof: by, served, state: now }
}

function answered({ minutes, teams, volunteers, projects, served, sessions }: Figures) {
  return { teams, volunteers, projects, served, hours: Number(hoursOf(minutes)), sessions }
}
