// 活动: something that happens here once or regularly, whose it is, and who may keep it. Pure.
import { z } from 'zod'
import { datesOf, type Series, type Window } from '#kit/calendar-files/recurrence.ts'
import type { Said } from '#kit/phrase.ts'
import { REPEATS } from '#modules/calendars/rules.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { happeningText, repeatText } from '#text/happenings.ts'

/** When something happens, as it is stored; times are those of the community's clock. */
export interface Dates {
  begins_on: string
  minute: number | null
  minutes: number
  rule: string | null
  except_on: readonly string[]
  also_on: readonly string[]
}

/** Posts that keep dates: the secretary all of them, a team's leader those of his team. */
const KEEPERS = ['secretary', 'team_leader']

const optional = <Value extends z.ZodType>(value: Value) => z.union([z.literal('').transform(() => null), value]).nullable().default(null)
const days = z.array(z.iso.date()).max(1000)

/** The lists of dates of a row. */
export const dayList = { parse: (given: unknown): string[] => days.parse(given) }

/** 9:00, 9：30 or 14:05 in minutes since midnight. */
const clock = z.string().trim().regex(/^(?:[01]?\d|2[0-3])[:：][0-5]\d$/u).transform(text => {
  const [hour = 0, minute = 0] = text.split(/[:：]/u).map(Number)
  return hour * 60 + minute
})

/** What is written of a happening. */
export const happeningFields = {
  title: z.string().trim().min(2).max(60).meta({ label: lang => happeningText(lang).what, hint: lang => happeningText(lang).whatHint,
    wrong: lang => happeningText(lang).whatWrong }),
  place: z.string().trim().min(2).max(60).meta({ label: lang => happeningText(lang).place, hint: lang => happeningText(lang).placeHint,
    wrong: lang => happeningText(lang).placeWrong }),
  on: z.iso.date().meta({ label: lang => happeningText(lang).on, wrong: lang => happeningText(lang).onWrong, control: 'date' }),
  from: optional(clock).meta({ label: lang => happeningText(lang).from, hint: lang => happeningText(lang).fromHint,
    wrong: lang => happeningText(lang).fromWrong }),
  minutes: z.coerce.number().int().min(0).max(1440).default(0).meta({
    label: lang => happeningText(lang).minutes, hint: lang => happeningText(lang).minutesHint,
      wrong: lang => happeningText(lang).minutesWrong,
  }),
  repeat: z.enum(REPEATS).meta({
    label: lang => happeningText(lang).repeat, wrong: lang => happeningText(lang).repeatWrong, control: 'pick',
    choices: Object.fromEntries(REPEATS.map(one => [one, (lang: 'zh' | 'en') => repeatText(lang)[one]])),
  }),
  until: optional(z.iso.date()).meta({ label: lang => happeningText(lang).until, hint: lang => happeningText(lang).untilHint,
    wrong: lang => happeningText(lang).onWrong, control: 'date' }),
  about: z.string().trim().max(500).default('').meta({ label: lang => happeningText(lang).about,
    hint: lang => happeningText(lang).aboutHint, control: 'textarea' }),
  estate: optional(z.coerce.number().int().positive())
    .meta({ label: lang => happeningText(lang).estate, wrong: lang => happeningText(lang).estateWrong }),
  matter: optional(z.coerce.number().int().positive())
    .meta({ label: lang => happeningText(lang).matter, hint: lang => happeningText(lang).matterHint,
      wrong: lang => happeningText(lang).matterWrong }),
}

/** The organisation for which the actor keeps dates: that of his own post; null where he keeps none. */
export function keepsFor(actor: Actor): number | null {
  return KEEPERS.map(kind => actor.posts.find(post => post.kind === kind)).find(post => post !== undefined)?.organisation_id ?? null
}

/** Why the actor may not keep dates, or not those of this organisation; null where he may. */
export function mayNotKeepDates(actor: Actor, organisation?: number): Said | null {
  const refusal = signedOut(actor) ?? (keepsFor(actor) === null ? (lang: 'zh' | 'en') => happeningText(lang).whoKeeps : null)
  if (refusal || organisation === undefined || actor.posts.some(post => post.kind === 'secretary')) return refusal
  return actor.posts.some(post => post.kind === 'team_leader' && post.organisation_id === organisation) ? null
    : lang => happeningText(lang).notYours
}

/** The dates as a series, in the community's time zone. */
export function seriesOfDates({ begins_on, minute, rule, except_on, also_on }: Dates, zone: string): Series {
  const zoned = (day: string) => Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute ?? 0 }).toZonedDateTime(zone)
  return { start: zoned(begins_on), wholeDay: minute === null, rule, except: except_on.map(zoned), extra: also_on.map(zoned) }
}

/** Its dates within a window; none where its rule, which came in a file, takes too long: one date must not take the whole page away. */
export function nextDates(dates: Dates, zone: string, window: Window): Temporal.ZonedDateTime[] {
  try {
    return datesOf(seriesOfDates(dates, zone), window)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
