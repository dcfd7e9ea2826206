// What goes into a count and what comes out of it: one shape for every rule.

/** Equal ballots together. `groups`: the marked candidates by number, best group first; candidates in one group stand equal. */
export interface Pile {
  readonly times: number
  readonly groups: readonly (readonly number[])[]
  /** The points of each group, where the rule counts points: whole numbers. */
  readonly points?: readonly number[]
}

/** All ballots of one vote. Candidates are named by their place in `candidates`, from 0. */
export interface Ballots {
  readonly candidates: readonly string[]
  readonly piles: readonly Pile[]
  /** Candidates who stood back: marks for them are passed over. */
  readonly withdrawn?: readonly number[]
}

/** How a tie ends when no earlier round can end it: by a seed that is published, or by an order that was drawn in front of everybody. */
export type Lot = { readonly seed: string } | { readonly order: readonly number[] }

/** A step of the count: who was elected, excluded, or passed a surplus on; who begins anew (QPQ); which project is paid or is not. */
export interface Act {
  readonly what: 'elected' | 'excluded' | 'surplus' | 'restarted' | 'taken' | 'skipped'
  readonly candidates: readonly number[]
}

/** One round of the protocol. Amounts are exact texts: whole numbers, decimals of the rule, or fractions as 7/3. */
export interface Round {
  readonly acts: readonly Act[]
  /** What each candidate holds at the end of the round, in the order of the candidates; null: out of this count. */
  readonly tally: readonly (string | null)[]
  /** Ballots, or parts of them, that name nobody who is still in the count. */
  readonly exhausted: string
  /** What the rule's rounding leaves over. */
  readonly lost: string
  readonly quota: string | null
}

/** A tie and how it ended. `round`: from 0, the round in which it came up. `drawn`: the candidates to whom it happened. */
export interface Tie {
  readonly round: number
  readonly about: 'elect' | 'exclude' | 'surplus' | 'committee'
  readonly among: readonly (readonly number[])[]
  readonly drawn: readonly number[]
  /** An earlier round in which they differed, or the lot. */
  readonly by: { readonly earlier: number } | 'lot'
  /** The text whose SHA-256 began each lot, where a seed was used: anybody can draw again. */
  readonly lots?: readonly string[]
}

/** What a count says. */
export interface Outcome {
  readonly method: Method
  /** In the order of their election. Of a budget: the projects that are paid. */
  readonly elected: readonly number[]
  readonly rounds: readonly Round[]
  readonly ties: readonly Tie[]
  /** Ballots handed in, of them empty, and of them with more or other marks than the rule takes. */
  readonly ballots: number
  readonly blank: number
  readonly spoilt: number
  /** Pairwise rules only: for each candidate over each other how many prefer him; strongest paths; the Smith set. */
  readonly pairs?: Pairs
}

/** The tables of a pairwise count, by row and column of candidates. */
export interface Pairs {
  readonly preferred: readonly (readonly number[])[]
  readonly strongest: readonly (readonly number[])[]
  readonly smith: readonly number[]
  readonly condorcet: number | null
}

/** Rules for ranked ballots with several seats. docs/counting.md names the source of each. */
export type TransferMethod = 'scotland' | 'wigm' | 'minneapolis' | 'meek' | 'warren' | 'qpq'

/** Rules that choose a committee from approvals. */
export type CommitteeMethod =
  | 'av' | 'sav' | 'pav' | 'slav' | 'cc' | 'lexcc' | 'geom2' | 'adams' | 'seqpav' | 'seqslav' | 'seqcc' | 'revseqpav'
  | 'seqphragmen' | 'minimaxphragmen' | 'leximaxphragmen' | 'maximin-support' | 'monroe' | 'greedy-monroe' | 'minimaxav' | 'lexminimaxav'
  | 'equal-shares' | 'equal-shares-with-av-completion' | 'equal-shares-with-increment-completion' | 'phragmen-enestroem'
  | 'consensus-rule' | 'eph' | 'trivial'

/** What is counted and how. `seats` defaults to one. */
export type Rule =
  | { readonly method: 'yes-no', readonly over: readonly [part: number, whole: number], readonly lot: Lot }
  | { readonly method: 'single' | 'approval', readonly seats?: number, readonly lot: Lot }
  | { readonly method: 'multiple', readonly most: number, readonly seats?: number, readonly lot: Lot }
  | { readonly method: 'score', readonly lowest: number, readonly highest: number, readonly seats?: number, readonly lot: Lot }
  | { readonly method: 'irv' | 'schulze', readonly lot: Lot }
  | { readonly method: TransferMethod, readonly seats: number, readonly lot: Lot }
  | { readonly method: CommitteeMethod, readonly seats: number, readonly lot: Lot }
  | {
    readonly method: 'budget-greedy' | 'budget-equal-shares'
    readonly budget: number
    /** Of each project, in whole units of money. */
    readonly costs: readonly number[]
    readonly lot: Lot
  }

/** The name of a rule. */
export type Method = Rule['method']
