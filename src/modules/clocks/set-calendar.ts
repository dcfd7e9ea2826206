// 工作日历: from a day on, other working hours. What was counted before stays; running clocks get their new due time at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Said } from '#kit/phrase.ts'
import { dateOf, type Calendar } from '#modules/clocks/calendar.ts'
import { hoursOf, ownDaysOf } from '#modules/clocks/hours.ts'
import { holdCalendar, retimeAll } from '#modules/clocks/keep-time.ts'
import { calendarOf } from '#modules/clocks/read.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { calendarText } from '#text/calendar.ts'

/** How far ahead new hours may begin, in days. */
const FARTHEST = 366

/** The fields of the week, Monday first. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export const setCalendarInput = z.strictObject({
  validFrom: z.iso.date().meta({
    label: lang => calendarText(lang).validFrom, hint: lang => calendarText(lang).validFromHint,
    wrong: lang => calendarText(lang).validFromWrong, control: 'date',
  }),
  ...weekFields(),
  holidays: z.enum(['cn', 'none']).meta({
    label: lang => calendarText(lang).holidays, control: 'pick',
    choices: { cn: lang => calendarText(lang).cn, none: lang => calendarText(lang).none },
  }),
  days: z.string().max(8000).transform(read(ownDaysOf)).default({}).meta({
    label: lang => calendarText(lang).days, hint: lang => calendarText(lang).daysHint,
    wrong: lang => calendarText(lang).daysWrong, control: 'textarea',
  }),
})

function weekFields() {
  const hours = (label: Said) => z.string().max(120).transform(read(hoursOf)).meta({ label, wrong: lang => calendarText(lang).hoursWrong })
  return {
    monday: hours(lang => calendarText(lang).monday), tuesday: hours(lang => calendarText(lang).tuesday),
    wednesday: hours(lang => calendarText(lang).wednesday), thursday: hours(lang => calendarText(lang).thursday),
    friday: hours(lang => calendarText(lang).friday), saturday: hours(lang => calendarText(lang).saturday),
    sunday: hours(lang => calendarText(lang).sunday),
  }
}

function read<T>(words: (text: string) => T | null) {
  return (text: string, context: z.core.$RefinementCtx<string>): T => {
    const found = words(text)
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: 'unreadable' })
    return z.NEVER
  }
}

/** Sets the hours that hold from a day on, tomorrow at the earliest. What was set for that day or a later one is replaced. */
export const setCalendar = action({
  name: 'clocks.setCalendar',
  summary: lang => calendarText(lang).summary,
  input: setCalendarInput,
  subject: (db, _input, _actor: Actor): Promise<Calendar> => calendarOf(db),
  refuse: actor => lacks(actor, 'change method', null),
  run: async (db, { input, subject: before, actor, now }) => {
    const { validFrom, holidays, days } = input
    const week = WEEK.map(day => input[day])
    const today = dateOf(before, now)
    if (validFrom <= today.toString() || validFrom > today.add({ days: FARTHEST }).toString()) {
      throw invalid([{ field: 'validFrom', reason: lang => calendarText(lang).validFromWrong }])
    }
    if (week.every(spans => spans.length === 0)) throw invalid([{ field: 'monday', reason: lang => calendarText(lang).noHours }])
    await holdCalendar(db, 'alone')
    await db.deleteFrom('calendar_version').where('community_id', '=', db.community).where('valid_from', '>=', validFrom).execute()
    await db.insertInto('calendar_version').values({
      community_id: db.community, valid_from: validFrom, week: JSON.stringify(week), holidays, days: JSON.stringify(days),
      made_by: actor.personId ?? 0, made_at: now.toString(),
    }).execute()
    await retimeAll(db, await calendarOf(db))
    return { subject: 'calendar', answer: { id: db.community }, facts: { validFrom, week, holidays, days } }
  },
})
