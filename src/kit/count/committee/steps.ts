// Rules that build a committee step by step. A tie can be followed in every direction, or ended by lot.
import { compare, fractionText, type Fraction } from '../fraction.ts'
import type { Ties } from '../lot.ts'
import { CountProblem } from '../problem.ts'
import type { Act, Round } from '../shape.ts'
import { byNumbers, type Committee } from './profile.ts'

/** How many ways through ties are followed. */
const MOST_WAYS = 50_000

/** One rule as steps. `State` is never changed, only replaced. */
export interface Steps<State> {
  readonly start: State
  /** What each candidate would be worth now; the best is taken. Empty: nothing can be taken any more. */
  offers: (state: State) => readonly Offer[]
  readonly best: 'highest' | 'lowest'
  readonly what: Act['what']
  take: (state: State, candidate: number) => State
  /** The committee where it is whole; null before. */
  whole: (state: State) => Committee | null
  /** How the rule goes on when nothing can be taken any more; without it the committee stays as it is. */
  rest?: (state: State) => Steps<State>
  /** Two states with the same text go on in the same way. */
  key: (state: State) => string
}

/** A candidate and his figure. */
export interface Offer { readonly candidate: number, readonly figure: Fraction }

/** All committees that can come out, whichever way ties end, lowest numbers first. Throws CountProblem where there are too many ways. */
export function everyWay<State>(steps: Steps<State>): Committee[] {
  const found = new Map<string, Committee>()
  const seen = new Set<string>()
  const open = [{ steps, state: steps.start, rest: 0 }]
  for (let now = open.pop(); now; now = open.pop()) {
    const { steps, state, rest } = now
    const whole = steps.whole(state)
    if (whole) found.set(whole.join(), whole)
    const tied = whole ? [] : level(steps, steps.offers(state))
    const further = whole || tied.length > 0 ? undefined : steps.rest?.(state)
    if (further) open.push({ steps: further, state: further.start, rest: rest + 1 })
    for (const candidate of tied) {
      const next = steps.take(state, candidate)
      const key = `${rest}|${steps.key(next)}`
      if (seen.has(key)) continue
      seen.add(key)
      if (seen.size > MOST_WAYS) throw new CountProblem('tooMany', [String(seen.size)])
      open.push({ steps, state: next, rest })
    }
  }
  return [...found.values()].sort(byNumbers)
}

/** One committee, round by round; ties end by lot. `size`: how many candidates there are in all. */
export function oneWay<State>(rule: Steps<State>, size: number, ties: Ties): { elected: readonly number[], rounds: readonly Round[] } {
  const rounds: Round[] = []
  const taken: number[] = []
  const about = rule.what === 'excluded' ? 'exclude' : 'elect'
  let steps = rule
  let state = rule.start
  for (let whole = steps.whole(state); !whole; whole = steps.whole(state)) {
    const offers = steps.offers(state)
    if (offers.length === 0) {
      const further = steps.rest?.(state)
      if (!further) break
      steps = further
      state = further.start
      continue
    }
    const one = ties.one({ about, round: rounds.length, among: level(steps, offers) })
    const figures = new Map(offers.map(({ candidate, figure }) => [candidate, fractionText(figure)]))
    const tally = Array.from({ length: size }, (_, number) => figures.get(number) ?? null)
    rounds.push({ acts: [{ what: steps.what, candidates: [one] }], tally, exhausted: '0', lost: '0', quota: null })
    state = steps.take(state, one)
    taken.push(one)
  }
  return { elected: about === 'exclude' ? steps.whole(state) ?? [] : taken, rounds }
}

function level<State>({ best }: Steps<State>, offers: readonly Offer[]): number[] {
  const [first] = offers
  if (!first) return []
  const better = (a: Fraction, b: Fraction) => best === 'highest' ? compare(a, b) > 0 : compare(a, b) < 0
  const top = offers.reduce((a, b) => better(b.figure, a.figure) ? b : a, first).figure
  return offers.filter(each => compare(each.figure, top) === 0).map(each => each.candidate)
}
