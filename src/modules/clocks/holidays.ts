// Chinese holidays and make-up days, as the State Council announces them year by year. Pure.
// Only the library's data is used: its functions answer a day off on a server west of Greenwich, and for a year not yet announced
// as if it had no holidays.
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** A day that the announcement moves: a holiday, or a day worked instead. */
export interface Holiday {
  readonly name: { readonly zh: string, readonly en: string }
  readonly work: boolean
}

const moved: ReadonlyMap<string, Holiday> = new Map([
  ...Object.entries(data.holidays).map(([date, names]) => [date, moving(names, false)] as const),
  ...Object.entries(data.workdays).map(([date, names]) => [date, moving(names, true)] as const),
])
const years: ReadonlySet<string> = new Set([...moved.keys()].map(date => date.slice(0, 4)))

// As in "National Day,国庆节,3".
function moving(names: string, work: boolean): Holiday {
  const [en = '', zh = ''] = names.split(',')
  return { name: { zh, en }, work }
}

/** What the announcement says of a date such as 2026-10-10; null where it says nothing, also for a year not announced. */
export function holidayOn(date: string): Holiday | null {
  return moved.get(date) ?? null
}

/** Whether the holidays of a year are known. */
export function announced(year: number): boolean {
  return years.has(String(year))
}
