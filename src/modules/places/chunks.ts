// Long lists go to the database in pieces: one statement takes at most 65,535 values.

const SIZE = 1000

/** The list in pieces of at most 1,000. */
export function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SIZE) }, (_, i) => list.slice(i * SIZE, (i + 1) * SIZE))
}
