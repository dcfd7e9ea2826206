// What may stand as a version of the calendar: as a form or a program gives it, and as it is stored.
import { z } from 'zod'

const minutes = z.number().int().min(0).max(1440)
const span = z.tuple([minutes, minutes])

/** Spans of one day: in order, none empty, none overlapping. */
export const spans = z.array(span).max(6).refine(list => list.flat().every((minute, i, all) => i === 0 || minute > (all[i - 1] ?? 0)
  || (i % 2 === 0 && minute === all[i - 1])))

/** Seven days, Monday first; somebody works on at least one of them. */
export const week = z.array(spans).length(7).refine(days => days.some(day => day.length > 0))

/** Own days by date. */
export const ownDays = z.record(z.iso.date(), spans)
