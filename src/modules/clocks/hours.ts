// Working hours as people write them: 8:30-12:00 14:30-17:30, 休; and own days, one a line. Pure.
import { z } from 'zod'
import type { Span } from '#modules/clocks/calendar.ts'

const OFF = /^(?:休|休息|off|closed)?$/u
const SPAN = /^(\d{1,2})[:：](\d{2})(?:-|–|—|~|～|至|到)(\d{1,2})[:：](\d{2})$/u
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+|[:：，,]\s*)(.+)$/u
const MOST_DAYS = 200

/** The spans that a text says, in order; none for 休 or nothing; null when it says no hours, or hours that overlap. */
export function hoursOf(text: string): Span[] | null {
  const words = text.trim().toLowerCase()
  if (OFF.test(words)) return []
  const spans = words.replaceAll(/\s*(-|–|—|~|～|至|到)\s*/gu, '$1').split(/[\s,，、;；]+/u).filter(word => word !== '').map(spanOf)
  const found = spans.filter(span => span !== null)
  if (found.length < spans.length || found.length > 6) return null
  return found.every(([from], i) => i === 0 || from >= (found[i - 1]?.[1] ?? 0)) ? found : null
}

function spanOf(word: string): Span | null {
  const [, h1 = '', m1 = '', h2 = '', m2 = ''] = SPAN.exec(word) ?? []
  const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
  return h1 !== '' && Number(m1) < 60 && Number(m2) < 60 && from < to && to <= 1440 ? [from, to] : null
}

/** Own days by date from lines such as 2026-12-31 休; null when a line says no day. A later line of the same day counts. */
export function ownDaysOf(text: string): Record<string, Span[]> | null {
  const days: Record<string, Span[]> = {}
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  if (lines.length > MOST_DAYS) return null
  for (const line of lines) {
    const [, year = '', month = '', day = '', words = ''] = DAY.exec(line) ?? []
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const hours = hoursOf(words)
    if (hours === null || !z.iso.date().safeParse(date).success) return null
    days[date] = hours
  }
  return days
}

/** The words of a day's hours: what `hoursOf` reads again. */
export function hoursText(spans: readonly Span[], off: string): string {
  return spans.length === 0 ? off : spans.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(' ')
}

/** The words of own days: what `ownDaysOf` reads again. */
export function ownDaysText(days: Readonly<Record<string, readonly Span[]>>, off: string): string {
  const dates = Object.keys(days).toSorted()
  return dates.map(date => `${date} ${hoursText(days[date] ?? [], off)}`).join('\n')
}

function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
