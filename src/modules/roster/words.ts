// The words that a roster uses for ties, posts, sources and dates, in either language. Pure.
import type { Phrases } from '#kit/phrase.ts'
import { postText, tieText } from '#text/people.ts'

/** A text compared as people mean it: full width folded, case and spaces ignored. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}]+/gu, '')
}

function wordsOf<K extends string>(pairs: Record<K, readonly [string, string]>, more: Readonly<Record<string, K>>): Map<string, K> {
  const keys = Object.keys(pairs) as K[]
  const all = keys.flatMap(key => [key.replaceAll('_', ' '), key, ...pairs[key]].map(word => [plain(word), key] as const))
  return new Map([...all, ...Object.entries(more).map(([word, key]) => [plain(word), key] as const)])
}

type Pairs<T> = T extends Phrases<infer P> ? P : never

/** 业主, owner, 产权人 … */
export const TIES = wordsOf<keyof Pairs<typeof tieText>>(tieText.pairs, {
  产权人: 'owner', 房主: 'owner', 共有人: 'owner',
  租户: 'tenant', 承租人: 'tenant', 租客: 'tenant',
  家属: 'family', 家庭成员: 'family', 同住: 'family',
})

/** 楼道长, stairwell head … */
export const POST_WORDS = wordsOf<keyof Pairs<typeof postText>>(postText.pairs, {
  业委会主任委员: 'committee_chair', 物业工作人员: 'property_staff', 楼长: 'stairwell_head', 物业项目经理: 'property_manager',
})

/** 登记, registered … The first word of each is what we write. */
export const SOURCE_TEXT = {
  registered: ['登记', 'registered'], surveyed: ['实测', 'surveyed'], contract: ['合同', 'contract'],
} as const

export const SOURCES = wordsOf<keyof typeof SOURCE_TEXT>(SOURCE_TEXT, { 登记面积: 'registered', 实测面积: 'surveyed', 合同面积: 'contract' })

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/u
const STILL = new Set(['', '至今', '长期', '今', '-'])

/** A date as people write it (2026/3/1, 2026年3月1日, 20260301) as 2026-03-01; '' for none; null when it is no date. */
export function dateOf(typed: string): string | null {
  const text = plain(typed)
  if (STILL.has(text)) return ''
  const [whole, year, month, day, month2, day2] = DATE.exec(text) ?? []
  if (!whole) return null
  const date = { year: Number(year), month: Number(month ?? month2), day: Number(day ?? day2) }
  if (date.year < 1900 || date.year > 2200 || date.month < 1 || date.month > 12 || date.day < 1) return null
  return date.day > Temporal.PlainYearMonth.from(date).daysInMonth ? null : Temporal.PlainDate.from(date).toString()
}

/**
 * Square metres with at most two decimals (89.53, «89.5㎡») in 0.01 m²; null for none; undefined when it is no area.
 * Whole numbers only, never floats.
 */
export function areaOf(typed: string): number | null | undefined {
  const text = plain(typed).replace(/(m2|平方米|平米|平)$/u, '').replaceAll(',', '')
  if (text === '') return null
  const [whole, metres = '', hundredths = ''] = /^(\d{1,5})(?:\.(\d{1,2})0*)?$/u.exec(text) ?? []
  if (whole === undefined) return undefined
  return Number(metres) * 100 + Number(hundredths.padEnd(2, '0')) || undefined
}

/** An area in 0.01 m² as people read it: 8953 → 89.53. */
export function areaShown(area: number): string {
  return `${Math.trunc(area / 100)}.${String(area % 100).padStart(2, '0')}`
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A document number as we compare it; null when it cannot be one. Eighteen digits must carry the check digit of GB 11643-1999. */
export function documentOf(typed: string): string | null {
  const text = plain(typed).toUpperCase().replace(/[()·.-]/gu, '')
  if (text === '' || isHidden(text)) return text
  if (!/^[0-9A-Z\p{Script=Han}]{4,30}$/u.test(text)) return null
  if (!/^\d{17}[\dX]$/u.test(text)) return text
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11) === text.charAt(17) ? text : null
}

/** Whether a phone or document has its middle hidden, as in our own export: then it names nobody new and changes nothing. */
export function isHidden(text: string): boolean {
  return /^\+?[0-9A-Z\p{Script=Han}]{0,3}\*{4}[0-9A-Z\p{Script=Han}]{0,4}$/u.test(text)
}

/** A document number with its middle hidden. */
export function documentHidden(document: string): string {
  return `${document.slice(0, 3)}****${document.slice(-2)}`
}
