// Money as people write it and read it; in between it is a whole number of cents.
import { z } from 'zod'
import { costsText } from '#text/work-more.ts'

const YUAN = /^(\d{1,8}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?$/u

/** Cents of an amount as people write it (1280.5, 1,280.50, ¥1,280.50 or 1280元, half or full width); null for anything else. No fractions are ever computed. */
export function centsOf(written: string): number | null {
  const plain = written.normalize('NFKC').replace(/\s/gu, '').replace(/^[¥￥]/u, '').replace(/元$/u, '')
  const [, yuan, cents = ''] = YUAN.exec(plain) ?? []
  return yuan === undefined ? null : Number(yuan.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as people read them: 1,280.50. */
export function yuanOf(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return `${whole}.${String(cents % 100).padStart(2, '0')}`
}

const amount = z.string().max(30).transform((written, context) => {
  const cents = centsOf(written)
  if (cents === null || cents === 0) context.addIssue({ code: 'custom', message: 'not an amount' })
  return cents || z.NEVER
})

/** Money as people write it, in cents; more than nothing. */
export const yuan = amount.meta({ label: lang => costsText(lang).amount, hint: lang => costsText(lang).amountHint, wrong: lang => costsText(lang).amountWrong })

/** The same, where nothing may be written; then null. */
export const optionalYuan = z.union([z.literal('').transform(() => null), amount]).nullable().default(null)
