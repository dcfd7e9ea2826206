// The published rules of the transferable vote that pass papers on one surplus or one exclusion at a time (Gregory's method, weighted and
// inclusive), as settings of one count.
import { cut } from '../decimal.ts'

/** Amounts in units of the last place; `valid` and `inPlay` are sums of votes. */
export interface GregoryRule {
  readonly places: number
  readonly quota: (sums: { valid: bigint, inPlay: bigint, seats: bigint, one: bigint }) => bigint
  /** What a paper is worth after the surplus has been taken out of it. */
  readonly pass: (weight: bigint, surplus: bigint, votes: bigint, one: bigint) => bigint
  /** All who cannot win any more go at once: before a surplus is passed on, or never. */
  readonly together: boolean
  /** Whether the papers of the last excluded are still passed on when the seats are decided by his going. */
  readonly lastTransfer: boolean
  /** Whether earlier rounds end a tie before the lot does. */
  readonly earlier: boolean
}

const whole = (amount: bigint, one: bigint) => amount / one * one
const weighted: GregoryRule['pass'] = (weight, surplus, votes) => cut(weight, surplus, votes)
const droop: GregoryRule['quota'] = ({ valid, seats, one }) => whole(valid / (seats + 1n), one) + one

/** Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52; unchanged in SSI 2011/399. */
const scotland: GregoryRule = { places: 5, quota: droop, pass: weighted, together: false, lastTransfer: true, earlier: true }

/** Proportional Representation Foundation, Reference WIGM Rule, with its defeat of sure losers: quota in decimals, four places. */
const wigm: GregoryRule = {
  places: 4, quota: ({ valid, seats }) => valid / (seats + 1n) + 1n, pass: weighted, together: true, lastTransfer: false, earlier: false,
}

/** Minneapolis Code of Ordinances, title 8.5, chapter 167.20 and 167.70: the surplus fraction is cut to four places before it is used. */
const minneapolis: GregoryRule = {
  places: 4, quota: droop, pass: (weight, surplus, votes, one) => cut(weight, cut(surplus, one, votes), one),
  together: true, lastTransfer: true, earlier: false,
}

/** Instant run-off: whoever has more than half of the votes in play (Commonwealth Electoral Act 1918, s. 274, there with full rankings). */
const irv: GregoryRule = {
  places: 0, quota: ({ inPlay }) => inPlay / 2n + 1n, pass: weighted, together: false, lastTransfer: true, earlier: true,
}

export const GREGORY = { scotland, wigm, minneapolis, irv }
