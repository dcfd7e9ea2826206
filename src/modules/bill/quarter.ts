// A quarter of a year, as people write it: 2026Q4. Pure.

export interface Quarter {
  year: number
  /** 1 to 4. */
  number: number
}

const FORM = /^(20\d\d)Q([1-4])$/u

/** The quarter that is written, or that of the date where it is none. */
export function quarterIn(written: string | null, today: Temporal.PlainDate): Quarter {
  const [, year, number] = FORM.exec(written ?? '') ?? []
  return year ? { year: Number(year), number: Number(number) } : { year: today.year, number: Math.ceil(today.month / 3) }
}

/** As it stands in addresses. */
export function written({ year, number }: Quarter): string {
  return `${year}Q${number}`
}

/** So many quarters later, or earlier. */
export function shifted({ year, number }: Quarter, by: number): Quarter {
  const index = year * 4 + number - 1 + by
  return { year: Math.floor(index / 4), number: index % 4 + 1 }
}

/** From its first moment until that of the next one, where the community is. */
export function spanOf(quarter: Quarter, zone: string): { from: Temporal.Instant, until: Temporal.Instant } {
  const begins = ({ year, number }: Quarter) => Temporal.PlainDate.from({ year, month: number * 3 - 2, day: 1 }).toZonedDateTime(zone).toInstant()
  return { from: begins(quarter), until: begins(shifted(quarter, 1)) }
}

/** Its months and those of the quarter before, such as 2026-10, the oldest first. */
export function monthsAround(quarter: Quarter): string[] {
  const first = Temporal.PlainYearMonth.from({ year: shifted(quarter, -1).year, month: shifted(quarter, -1).number * 3 - 2 })
  return Array.from({ length: 6 }, (_, i) => first.add({ months: i }).toString())
}
