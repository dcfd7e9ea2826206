// Phone numbers for made-up people, from two ranges that reach nobody.

const RANGES = ['1380000', '1990000']
const PER_RANGE = 10_000
// The first hundred of the first range belong to the cast.
const KEPT_FOR_CAST = 100
// Shares no factor with 10,000, so that every number of a range comes once before any comes again.
const STRIDE = 7919

/** A phone of the cast, by its fixed number from 1 to 99. */
export function castPhone(number: number): string {
  return `${RANGES[0]}${String(number).padStart(4, '0')}`
}

/** Gives out phones, each once; throws when all 19,900 are gone. */
export function phoneBook(): () => string {
  let given = 0
  return () => {
    for (; given < RANGES.length * PER_RANGE; given += 1) {
      const range = RANGES[Math.floor(given / PER_RANGE)] ?? ''
      const number = (given * STRIDE) % PER_RANGE
      if (range !== RANGES[0] || number >= KEPT_FOR_CAST) {
        given += 1
        return `${range}${String(number).padStart(4, '0')}`
      }
    }
    throw new RangeError('no made-up phone is left')
  }
}
