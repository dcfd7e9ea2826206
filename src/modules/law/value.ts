// What a pack writes as a value, read; and whether one value is stricter than another. Pure.
import { RULES, type RuleKey, type Value } from '#modules/law/rule.ts'
import type { Share } from '#modules/law/share.ts'

/** `promptly` (及时): as a deadline, later than every number. */
export const PROMPTLY = 'promptly'

// So that no product of a billion m² in 0.01 m² with it leaves the exact whole numbers (share.ts).
const LARGEST_DENOMINATOR = 1000
const LARGEST_NUMBER = 1200

/** The value of a rule as it is written in a pack: `at least 2/3`, `more than 1/2`, 15, promptly, true, special; null where it is none. */
export function valueOf(key: RuleKey, written: unknown): Value | null {
  const rule = RULES[key]
  if (rule.unit === 'share') return typeof written === 'string' ? shareOf(written) : null
  if (rule.unit === 'flag') return typeof written === 'boolean' ? written : null
  if (rule.unit === 'choice') return rule.of.find(choice => choice === written) ?? null
  if (rule.unit === 'deadline' && written === PROMPTLY) return PROMPTLY
  return typeof written === 'number' && Number.isInteger(written) && written >= 0 && written <= LARGEST_NUMBER ? written : null
}

function shareOf(written: string): Share | null {
  const [, bound, above, below] = /^(at least|more than) (\d{1,4})\/(\d{1,4})$/.exec(written.trim()) ?? []
  const share: Share = { bound: bound === 'more than' ? 'more_than' : 'at_least', numerator: Number(above), denominator: Number(below) }
  return bound && share.denominator <= LARGEST_DENOMINATOR && possible(share) ? share : null
}

// More than everything can never be, and nothing is no share.
function possible({ bound, numerator, denominator }: Share): boolean {
  return numerator > 0 && (bound === 'at_least' ? numerator <= denominator : numerator < denominator)
}

/** How one value of a rule stands to another. `other`: neither, since the rule knows no stricter. */
export function compared(key: RuleKey, value: Value, with_: Value): 'same' | 'stricter' | 'looser' | 'other' {
  const { stricter } = RULES[key]
  const difference = above(rank(key, value), rank(key, with_))
  if (difference === 0) return 'same'
  if (stricter === null) return 'other'
  return (difference > 0) === (stricter === 'more') ? 'stricter' : 'looser'
}

// Everything that can be ordered as a fraction and, where those are equal, whether the bound itself is left out.
function rank(key: RuleKey, value: Value): Share {
  if (typeof value === 'object') return value
  const rule = RULES[key]
  const number = rule.unit === 'choice' ? rule.of.findIndex(choice => choice === value) : value === PROMPTLY ? Infinity : Number(value)
  return { bound: 'at_least', numerator: number, denominator: 1 }
}

function above(a: Share, b: Share): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  if (left === right) return Number(a.bound === 'more_than') - Number(b.bound === 'more_than')
  return left > right ? 1 : -1
}
