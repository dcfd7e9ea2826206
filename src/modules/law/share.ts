// How much of the owners is enough: always by heads and by area together, always in whole numbers. Pure.

/** Owners counted as Civil Code 278 counts them. `area` in 0.01 m². Both are whole numbers. */
export interface Weight {
  readonly heads: number
  readonly area: number
}

/** A part of a whole: `at_least` includes it, `more_than` does not (Civil Code 1259: 以上 includes, 超过 excludes). */
export interface Share {
  readonly bound: 'at_least' | 'more_than'
  readonly numerator: number
  readonly denominator: number
}

export const NOBODY: Weight = { heads: 0, area: 0 }

/** Both together. */
export function plus(a: Weight, b: Weight): Weight {
  return { heads: a.heads + b.heads, area: a.area + b.area }
}

/** The first without the second. */
export function minus(a: Weight, b: Weight): Weight {
  return { heads: a.heads - b.heads, area: a.area - b.area }
}

/** Whether a part is enough of the whole, by heads and by area. Nothing is enough of nothing. */
export function reaches(part: Weight, whole: Weight, share: Share): boolean {
  return enough(part.heads, whole.heads, share) && enough(part.area, whole.area, share)
}

/** The same for one measure: denominator × part against numerator × whole, so that nothing is ever rounded. */
export function enough(part: number, whole: number, { bound, numerator, denominator }: Share): boolean {
  if (whole === 0) return false
  const left = exact(denominator * part)
  const right = exact(numerator * whole)
  return bound === 'at_least' ? left >= right : left > right
}

/** How much more of a whole that stays as it is would be enough; 0 where it is enough already. */
export function missing(part: Weight, whole: Weight, share: Share): Weight {
  const of = (has: number, all: number) => Math.max(0, least(exact(share.numerator * all), share) - has)
  return { heads: of(part.heads, whole.heads), area: of(part.area, whole.area) }
}

// The least whole number whose `denominator`-fold reaches or passes `right`.
function least(right: number, { bound, denominator }: Share): number {
  return bound === 'at_least' ? Math.ceil(right / denominator) : Math.floor(right / denominator) + 1
}

/**
 * How many more yes would be enough if everybody who still votes says yes, so that the whole grows with them; null where that cannot do.
 * `left` is who has not voted yet.
 */
export function yesMissing(yes: Weight, voted: Weight, left: Weight, share: Share): { heads: number | null, area: number | null } {
  return { heads: more(yes.heads, voted.heads, left.heads, share), area: more(yes.area, voted.area, left.area, share) }
}

function more(yes: number, voted: number, left: number, { bound, numerator, denominator }: Share): number | null {
  // (yes + x) × denominator against (voted + x) × numerator, solved for x.
  const lacks = exact(numerator * voted) - exact(denominator * yes)
  const gains = denominator - numerator
  if (gains === 0) return lacks <= 0 ? 0 : null
  const needed = bound === 'at_least' ? Math.ceil(lacks / gains) : Math.floor(lacks / gains) + 1
  const first = Math.max(voted === 0 ? 1 : 0, needed)
  return first <= left ? first : null
}

// 4 × 10^11 (a billion m² four times) lies far below 2^53; whatever does not is a mistake in the data.
function exact(product: number): number {
  if (!Number.isSafeInteger(product)) throw new RangeError(`not a whole number that can be compared exactly: ${product}`)
  return product
}
