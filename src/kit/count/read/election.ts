// What every reader of a ballot file gives back.
import type { Ballots } from '../shape.ts'

/** An election as a file tells it. */
export interface ReadElection {
  readonly title: string
  /** 0 where the file does not say. */
  readonly seats: number
  readonly ballots: Ballots
  /** How many of `times` are one voter: more than 1 only where the file weighs voters in decimals. */
  readonly unit: number
  /** The order in which the file ends ties; null where it has none. */
  readonly order: readonly number[] | null
  /** What the file asks for and a count decides by its own rule: options of other programs, expected results. */
  readonly asks: readonly string[]
}
