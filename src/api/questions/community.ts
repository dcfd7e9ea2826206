// What programs may ask about the community as a whole: its services, hours, way of working and quarterly bill.
import { z } from 'zod'
import { NotFound } from '#kit/errors.ts'
import { buildingsOf, quarterIn, ratedIn, shifted, spanOf, spentIn, totalsOf, written, type Totals } from '#modules/bill/public.ts'
import { calendarOf, comingDays, limitText, USUAL, type Calendar, type Coming } from '#modules/clocks/public.ts'
import { clockOf, methodIn, methodInForce, methodVersions, STEPS, tracksOf, type Method } from '#modules/methods/public.ts'
import { CLASSES, services } from '#modules/services/public.ts'
import { frameText } from '#text/frame.ts'
import { list, question, type Question } from './question.ts'
import { within } from './paging.ts'
import { bilingual, count, day, id, idAsked, instant, maybeText, postKind, step, text, track } from './shapes.ts'

/** More versions of its way of working than so many no community has. */
const VERSIONS = 500

/** How far ahead the days are told that are not as the week says. */
const AHEAD = 190

const span = z.array(z.int()).length(2)
const hours = z.strictObject({
  validFrom: day, week: z.array(z.array(span)).length(7), holidays: z.enum(['cn', 'none']), days: z.record(z.iso.date(), z.array(span)),
})
const seconds = z.number().nonnegative().nullable()

const method = z.strictObject({
  id: count, version: count, key: text, name: bilingual, about: bilingual, chain: z.array(postKind), source: text,
  steps: z.array(z.strictObject({ step, name: bilingual, hint: bilingual, may: z.array(postKind), nextSteps: z.array(step),
    time: maybeText, evidence: z.array(text) })),
  tracks: z.array(z.strictObject({ track, steps: z.array(step) })),
})

const bill = z.strictObject({
  quarter: text, from: instant, until: instant,
  totals: z.strictObject({
    raised: count, done: count, turnedDown: count, merged: count, open: count, late: count, cents: count, median: seconds,
    slowestTenth: seconds, levels: z.strictObject({ grid: count, estate: count, community: count, street: count }),
  }),
  buildings: z.array(z.strictObject({ label: text, raised: count, done: count, open: count })),
  spent: z.array(z.strictObject({ paidFrom: text, organisation: maybeText, cents: count, matters: count })),
  rated: z.array(z.strictObject({ organisation: maybeText, month: text, stars: z.array(count).length(5) })),
})

export const COMMUNITY: readonly Question[] = [
  list({
    name: 'services.list', input: {},
    item: z.strictObject({ id, class: z.enum(CLASSES), name: text, about: text, provider: text, place: text, hours: text,
      phone: maybeText, changedAt: instant }),
    ask: async (db, _actor, _asked, window) => within(await services(db),
      window).map(({ id, class: kind, name, about, provider, place, hours, phone, changed_at }) =>
      ({ id, class: kind, name, about, provider, place, hours, phone, changedAt: changed_at.toString() })),
  }),
  question({
    name: 'clocks.calendar', input: {},
    output: z.strictObject({
      zone: text, hours: z.array(hours),
      coming: z.array(z.strictObject({ from: day, to: day, holiday: bilingual.nullable(), worked: z.array(span) })),
    }),
    ask: async (db, _actor, _asked, { now }) => answeredCalendar(await calendarOf(db), now),
  }),
  question({
    name: 'methods.show', input: { version: idAsked.optional() }, output: method,
    ask: async (db, _actor, { version }) => {
      const inForce = await methodInForce(db)
      const asked = version === undefined || version === inForce.version ? inForce
        : (await methodVersions(db, VERSIONS)).find(one => one.version === version)
      if (!asked) throw new NotFound(lang => frameText(lang).noPage)
      return answeredMethod(asked)
    },
  }),
  list({
    name: 'methods.versions', input: {},
    item: z.strictObject({ id, version: id, publishedAt: instant, publishedBy: maybeText, openMatters: count }),
    ask: async (db, _actor, _asked, window) => within(await methodVersions(db, VERSIONS),
      window).map(({ id, version, published_at, published_by, open_matters }) =>
      ({ id, version, publishedAt: published_at.toString(), publishedBy: published_by, openMatters: open_matters ?? 0 })),
  }),
  question({
    name: 'bill.quarter', input: { quarter: z.string().regex(/^20\d\dQ[1-4]$/u).optional() }, output: bill,
    ask: async (db, _actor, { quarter }, { now }) => {
      const { zone } = await calendarOf(db)
      const asked = quarterIn(quarter ?? null, now.toZonedDateTimeISO(zone).toPlainDate())
      const [span, before] = [spanOf(asked, zone), spanOf(shifted(asked, -1), zone)]
      const totals = await totalsOf(db, span)
      return {
        quarter: written(asked), from: span.from.toString(), until: span.until.toString(),
        totals: totalled(totals),
        buildings: (await buildingsOf(db, span)).map(({ label, raised, done, open }) => ({ label, raised, done, open })),
        spent: (await spentIn(db, span)).map(({ paid_from, organisation, cents, matters }) =>
          ({ paidFrom: paid_from, organisation, cents, matters })),
        rated: (await ratedIn(db, { from: before.from, until: span.until })).map(({ organisation, month, stars }) =>
          ({ organisation, month, stars })),
      }
    },
  }),
]

function totalled({ raised, done, turned_down, merged, open, late, cents, median, slowest_tenth,
  levels }: Totals): z.input<typeof bill>['totals'] {
  return { raised, done, turnedDown: turned_down, merged, open, late, cents, median, slowestTenth: slowest_tenth, levels }
}

function answeredCalendar(calendar: Calendar, now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const versions = calendar.versions.length > 0 ? calendar.versions : [USUAL]
  return {
    zone: calendar.zone,
    hours: versions.map(({ validFrom, holidays, week, days }) =>
      ({ validFrom, holidays, week: week.map(spansOf),
        days: Object.fromEntries(Object.entries(days).map(([date, spans]) => [date, spansOf(spans)])) })),
    coming: comingDays(calendar, today, AHEAD).map(({ from, to, holiday, spans }) =>
      ({ from: from.toString(), to: to.toString(), holiday: holiday && { ...holiday.name }, worked: spansOf(spans) })),
  }
}

function spansOf(spans: Coming['spans']): number[][] {
  return spans.map(span => [...span])
}

function answeredMethod({ id, version, source }: { id: number, version: number, source: string }): z.input<typeof method> {
  const { key, name, about, chain, steps, tracks } = methodIn(source)
  return {
    id, version, key, name, about, chain, source,
    steps: STEPS.flatMap(step => steps[step] ? [{ step, ...stepOf(methodIn(source), step) }] : []),
    tracks: tracksOf(methodIn(source)).map(track => ({ track, steps: [...tracks[track]?.steps ?? []] })),
  }
}

function stepOf(method: Method, step: (typeof STEPS)[number]) {
  const rule = method.steps[step]
  const clock = clockOf(method, null, step, false)
  return {
    name: rule?.name ?? { zh: '', en: '' }, hint: rule?.hint ?? { zh: '', en: '' }, may: [...rule?.may ?? []],
    nextSteps: [...rule?.next ?? []],
    evidence: [...rule?.evidence ?? []], time: clock ? limitText('en')(clock.within) : null,
  }
}
