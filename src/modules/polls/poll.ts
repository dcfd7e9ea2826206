// A poll: by which rule, of whom, and how it stands. Always advice. Pure.
import type { PollRule, PollTies, PollUnit } from '#db/tables.ts'

/** By how many options somebody is chosen, and how; in the order in which a form offers them. */
export const RULES = [
  'yes_no', 'single', 'multiple', 'approval', 'score', 'instant_runoff', 'single_transferable_vote', 'schulze',
] as const satisfies readonly PollRule[]

/** One ballot for each of what. */
export const UNITS = ['home', 'person'] as const satisfies readonly PollUnit[]

/** Who of those at a place is asked. */
export const TIES = ['everybody', 'owners', 'living'] as const satisfies readonly PollTies[]

export const MOST_OPTIONS = 20

/** A secret poll of fewer, or with fewer ballots, would tell what each of them said. */
export const FEWEST_SECRET = 5

/** The two options of a yes/no poll, by their position; a ballot without either abstains. */
export const YES = 1
export const NO = 2

/** What the rules of casting and counting look at. */
export interface Poll {
  readonly id: number
  readonly rule: PollRule
  readonly unit: PollUnit
  readonly ties: PollTies
  readonly secret: boolean
  /** How many options one may tick, where several may be ticked. */
  readonly most: number
  readonly seats: number
  /** The highest score. */
  readonly top: number
  readonly opens_at: Temporal.Instant
  readonly closes_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
}

/** soon: not begun. open: takes ballots. counting: over, not counted yet. counted, or off: called off. */
export type Standing = 'soon' | 'open' | 'counting' | 'counted' | 'off'

/** How a poll stands now. */
export function standingOf(poll: Pick<Poll, 'opens_at' | 'closes_at' | 'ended_at'> & { called_off_why: string | null },
  now: Temporal.Instant): Standing {
  if (poll.ended_at !== null) return poll.called_off_why === null ? 'counted' : 'off'
  if (Temporal.Instant.compare(now, poll.opens_at) < 0) return 'soon'
  return Temporal.Instant.compare(now, poll.closes_at) < 0 ? 'open' : 'counting'
}

/** Whether options are put in order. */
export function isRanked(rule: PollRule): boolean {
  return rule === 'instant_runoff' || rule === 'single_transferable_vote' || rule === 'schulze'
}

/** Whether the rule can fill several seats. */
export function fillsSeats(rule: PollRule): boolean {
  return rule !== 'yes_no' && rule !== 'instant_runoff' && rule !== 'schulze'
}

/** Which share of those asked answered is enough: at least so many ballots. `quorum` in percent. */
export function enough({ quorum, asked }: { quorum: number, asked: number }): number {
  return Math.ceil(quorum * asked / 100)
}
