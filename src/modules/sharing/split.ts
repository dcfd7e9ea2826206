// Sharing an amount by weights, to the cent. Pure; whole numbers only.

/** Somebody who shares: a home by its number, and its weight (a whole number, not negative). */
export interface Weighted {
  readonly home: number
  readonly weight: number
}

/**
 * What each pays, in cents, by home; the shares always sum to the amount. The largest remainder: everybody first pays the whole cents of his exact
 * share; the cents that are left go one by one to the largest remainders, among equal ones to the home that was entered first (the lower number). So more
 * weight never pays less, and equal weights differ by a cent at most. Throws RangeError for what is not whole, and where nobody has any weight.
 */
export function split(cents: number, homes: readonly Weighted[]): Map<number, number> {
  if (![cents, ...homes.map(({ weight }) => weight)].every(number => Number.isSafeInteger(number) && number >= 0)) throw new RangeError('not whole numbers')
  const all = homes.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  if (all === 0n) throw new RangeError('nobody has any weight')
  const exact = homes.map(({ home, weight }) => {
    const product = BigInt(cents) * BigInt(weight)
    return { home, whole: Number(product / all), rest: product % all }
  })
  const left = cents - exact.reduce((sum, { whole }) => sum + whole, 0)
  const first = new Set(exact.toSorted((a, b) => a.rest === b.rest ? a.home - b.home : a.rest > b.rest ? -1 : 1).slice(0, left).map(({ home }) => home))
  return new Map(exact.map(({ home, whole }) => [home, whole + (first.has(home) ? 1 : 0)]))
}
