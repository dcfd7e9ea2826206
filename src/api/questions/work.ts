// What programs may ask about the work of whoever holds a post: the queue, his tasks, what he chooses from, and the public count of time.
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import { calendarOf } from '#modules/clocks/public.ts'
import { queueChoices, queueOf, TABS, tasksListed, titleOf, trackedCounts, type Tab, type Waiting } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { queueText } from '#text/queue.ts'
import { list, listOf, question, type Question } from './question.ts'
import { cursorAt, positionIn, WINDOW } from './paging.ts'
import {
  clock, clockAnswered, count, id, idAsked, instant, maybeDay, maybeId, maybeInstant, maybeText, step, text, told, track,
} from './shapes.ts'

const QUEUE = 'matters.queue'

const waiting = z.strictObject({
  id, title: text, text, step, track: track.nullable(), category: maybeText, urgent: z.boolean(), label: text, estate: id,
  building: maybeId, raisedAt: instant, acceptedAt: maybeInstant, pauseReason: maybeText, waitsForResident: z.boolean(), lead: maybeText,
  leadOrganisation: maybeText, followers: count, tasks: count, mine: z.boolean(), offered: z.boolean(), places: z.boolean(),
  paused: z.boolean(), unrouted: z.boolean(), clock: clock.nullable(),
})

const counts = z.strictObject({ all: count, offered: count, mine: count, places: count, late: count, today: count, paused: count,
  unrouted: count } satisfies Record<Tab, z.ZodType>)
const named = z.strictObject({ id, name: text })

export const WORK: readonly Question[] = [
  question({
    name: QUEUE,
    input: {
      tab: z.enum(TABS).optional(), step: step.optional(), track: track.optional(), category: z.enum(CATEGORIES).optional(),
      estate: idAsked.optional(), building: idAsked.optional(), place: idAsked.optional(),
      words: z.string().trim().min(1).max(100).optional(), ...WINDOW,
    },
    output: listOf(waiting).extend({ counts }),
    ask: async (db, actor, { limit, cursor, ...filter }, { now }) => {
      onlyPosts(actor)
      const calendar = await calendarOf(db)
      const dayEnds = now.toZonedDateTimeISO(calendar.zone).startOfDay().add({ days: 1 }).toInstant()
      const { rows, counts, next } = await queueOf(db, actor, filter,
        { now, dayEnds, limit, after: positionIn(QUEUE, cursor) ?? undefined })
      return {
        items: rows.map(({ clock, ...row }) => ({ ...waitingOf(row), clock: clock && clockAnswered(clock, now, calendar) })),
        counts, next: next && cursorAt(QUEUE, next),
      }
    },
  }),
  list({
    name: 'matters.tasks', input: {},
    item: z.strictObject({ id, matter: id, title: text, due: maybeDay, label: text }),
    ask: async (db, actor, _asked, { after, limit }) => (await tasksListed(db, actor, { after, limit: limit + 1 }))
      .map(({ id, matter_id, title, due_on, label }) => ({ id, title, label, matter: matter_id, due: due_on })),
  }),
  question({
    name: 'matters.choices', input: {},
    output: z.strictObject({
      organisations: z.array(named.extend({ kind: text })), templates: z.array(named.extend({ text })),
      filters: z.array(named.extend({ query: text })),
    }),
    ask: async (db, actor) => {
      onlyPosts(actor)
      const { organisations, templates, filters } = await queueChoices(db, actor)
      return {
        organisations: organisations.map(({ id, name, kind }) => ({ id, name, kind })),
        templates: templates.map(({ id, name, text }) => ({ id, name, text })),
        filters: filters.map(({ id, name, query }) => ({ id, name, query })),
      }
    },
  }),
  question({
    name: 'matters.tracking', input: { estate: idAsked.optional() },
    output: z.strictObject({ open: count, late: count, hidden: count }),
    ask: async (db, _actor, { estate }, { now }) => {
      const { open, late, hidden } = await trackedCounts(db, { estate }, now)
      return { open, late, hidden }
    },
  }),
]

function onlyPosts(actor: Actor): void {
  if (actor.posts.length === 0) throw new Refused(lang => queueText(lang).noPost)
}

function waitingOf(row: Omit<Waiting, 'clock'>): Omit<z.input<typeof waiting>, 'clock'> {
  const { id, text, step, track, category, urgent, label, mine, offered, places, paused, unrouted } = row
  return {
    id, text, title: row.title ?? titleOf(text), step, track, category, urgent, label,
    mine: mine === true, offered: offered === true, places: places === true, paused: paused === true, unrouted: unrouted === true,
    estate: row.estate_id, building: row.building_id, raisedAt: row.raised_at.toString(), acceptedAt: told(row.accepted_at),
    pauseReason: row.pause_reason, waitsForResident: row.waits_for_resident, lead: row.lead_name, leadOrganisation: row.organisation_name,
    followers: row.followers ?? 0,
    tasks: row.tasks ?? 0,
  }
}
