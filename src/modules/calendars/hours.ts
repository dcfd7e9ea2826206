// Hours as people write them beside a service, such as 周一到周五 8:30–12:00，14:30–17:30, as days and spans. What is not said clearly is left
// alone. Pure.

/** Days of the week, 1 for Monday, and spans in minutes since midnight. */
export interface Hours {
  readonly days: readonly number[]
  readonly spans: readonly (readonly [from: number, to: number])[]
}

const DAY = '(?:周|星期|礼拜)?[一二三四五六日天]'
const DAYS = new RegExp(`^每?(?:(天|日)|((?:周|星期|礼拜)[一二三四五六日天](?:(?:到|至|-|–|—|~|、|，|和)${DAY})*))`, 'u')
const SPAN = /^(\d{1,2})[:：](\d\d)\s*(?:-|–|—|~|～|到|至)\s*(\d{1,2})[:：](\d\d)/u
const NAMES = ['一', '二', '三', '四', '五', '六', '日']

/** The hours, or null where they cannot be read without guessing. A remark after them, such as 提前约, is no harm. */
export function hoursIn(written: string): Hours | null {
  const text = written.normalize('NFC').trim()
  const found = DAYS.exec(text)
  if (!found) return null
  const days = found[1] ? [1, 2, 3, 4, 5, 6, 7] : daysIn(found[2] ?? '')
  const spans: [number, number][] = []
  let rest = text.slice(found[0].length).trimStart()
  for (let span = SPAN.exec(rest); span; span = SPAN.exec(rest)) {
    const [from, to] = [minutes(span[1], span[2]), minutes(span[3], span[4])]
    if (from >= to || to > 1440) return null
    spans.push([from, to])
    rest = rest.slice(span[0].length).replace(/^[\s,，、;；]+/u, '')
  }
  // More numbers mean more hours that were not understood.
  return spans.length === 0 || days.length === 0 || /[\d一二三四五六]/u.test(rest) ? null : { days, spans }
}

function minutes(hour = '', minute = ''): number {
  return Number(hour) * 60 + Number(minute)
}

function daysIn(text: string): number[] {
  const days: number[] = []
  let range = false
  for (const sign of text) {
    const day = NAMES.indexOf(sign === '天' ? '日' : sign) + 1
    if (day > 0) {
      const last = days.at(-1) ?? day
      if (range && day < last) return []
      days.push(...range ? Array.from({ length: day - last }, (_, i) => last + 1 + i) : [day])
      range = false
    } else if (/[到至\-–—~]/u.test(sign)) range = true
  }
  return [...new Set(days)].sort()
}
