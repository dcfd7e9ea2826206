// How well two answers to the same question agree.

/** The adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same things: 1 the same but for names, about 0 by chance. */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const together = pairsWithin(a.map((group, at) => `${group} ${b[at]}`))
  const [inA, inB, all] = [pairsWithin(a), pairsWithin(b), a.length * (a.length - 1) / 2]
  const byChance = inA * inB / all
  const most = (inA + inB) / 2
  return most === byChance ? 1 : (together - byChance) / (most - byChance)
}

function pairsWithin(groups: readonly (string | number)[]): number {
  return Map.groupBy(groups, group => group).values().reduce((sum, { length }) => sum + length * (length - 1) / 2, 0)
}

/** Spearman's rank correlation; equal values share their middle rank. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)]
  const middle = (a.length - 1) / 2
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, rank, at) => sum + (rank - middle) * ((other[at] ?? 0) - middle), 0)
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y))
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map(value => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}
