// Decimals with a fixed number of places, as a rule orders them: whole numbers of the smallest unit.

/** Arithmetic with so many decimal places; amounts are counted in units of the last place. */
export interface Decimals {
  readonly one: bigint
  /** 1234567 with five places is 12.34567. */
  text: (amount: bigint) => string
}

/** Decimals with `places` places, none to eighteen. */
export function decimals(places: number): Decimals {
  const one = 10n ** BigInt(places)
  return {
    one,
    text(amount) {
      const size = amount < 0n ? -amount : amount
      const rest = places === 0 ? '' : `.${String(size % one).padStart(places, '0')}`
      return `${amount < 0n ? '-' : ''}${size / one}${rest}`
    },
  }
}

/** a × b ÷ c, what is left over ignored. For amounts from 0. */
export function cut(a: bigint, b: bigint, c: bigint): bigint {
  return a * b / c
}

/** a × b ÷ c, rounded up. For amounts from 0. */
export function up(a: bigint, b: bigint, c: bigint): bigint {
  return (a * b + c - 1n) / c
}
