const PRECISION = 15

/** A number as people see it in Excel: at most 15 digits, no exponent, no “.0”. Long whole numbers keep every digit that is stored. */
export function shownNumber(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored
  const value = Number(Number(stored).toPrecision(PRECISION))
  if (!Number.isFinite(value)) return stored
  return plain(value)
}

// JavaScript writes an exponent from 1e21 up and from 1e-7 down.
function plain(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

/** A cell of the Excel library as text: a date as 2026-03-01, with 14:30 or 14:30:05 if it has a time, a bare time as 14:30. */
export function shownCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return shownDate(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

// Day 0 and day 1 of Excel's calendar stand for “no day”: a cell that holds only a time.
const FIRST_DAY = Date.UTC(1900, 0, 1)

function shownDate(date: Date): string {
  // Excel keeps a time as a fraction of a day, which falls a little short of the second.
  const whole = new Date(Math.round(date.getTime() / 1000) * 1000)
  if (Number.isNaN(whole.getTime())) return ''
  const [day = '', clock = ''] = whole.toISOString().replace(/\.000Z$/, '').split('T')
  const time = clock.replace(/:00$/, '')
  if (whole.getTime() < FIRST_DAY) return time
  return time === '00:00' ? day : `${day} ${time}`
}
