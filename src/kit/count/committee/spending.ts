// Rules in which voters pay for the members whom they approve.
import { compare, fraction, minus, ONE, over, plus, sum, times, ZERO, type Fraction } from '../fraction.ts'
import { affordable } from './exhaustive.ts'
import { carriedKey, sequentialPhragmen, type Carried } from './phragmen.ts'
import { approvals, size, type Profile } from './profile.ts'
import type { Steps } from './steps.ts'

/** Phragmén's first method, or Eneström's (Janson 2016, 18.5): one vote each; a seat costs its supporters a share of all votes together. */
export function enestroem(profile: Profile): Steps<Carried> {
  const price = fraction(size(profile), profile.seats)
  return richest(profile, ONE, each => each, (budget, support) => (
    compare(support, price) > 0 ? times(budget, over(minus(support, price), support)) : ZERO))
}

/** After perpetual consensus (Lackner, Perpetual Voting, AAAI 2020): everybody earns one a round; who has some pays the price, evenly. */
export function consensus(profile: Profile): Steps<Carried> {
  const all = fraction(size(profile))
  return richest(profile, ZERO, each => plus(each, ONE), (budget, _, payers) => budget.n > 0n ? minus(budget, over(all, payers)) : budget)
}

// Whose supporters have most together comes next; then each of them has less. `payers`: how many supporters have anything.
function richest(profile: Profile, start: Fraction, earn: (before: Fraction) => Fraction,
  pay: (budget: Fraction, support: Fraction, payers: Fraction) => Fraction): Steps<Carried> {
  const { candidates, voters, seats } = profile
  const budgets = ({ each }: Carried) => each.map(earn)
  const payers = (budget: readonly Fraction[], candidate: number) => voters.flatMap(({ approves, weight }, at) => {
    const own = budget[at] ?? ZERO
    return approves.has(candidate) && own.n > 0n ? [{ own, weight: fraction(weight) }] : []
  })
  const support = (budget: readonly Fraction[], candidate: number) => (
    sum(payers(budget, candidate).map(({ own, weight }) => times(own, weight))))
  return {
    start: { taken: [], each: voters.map(() => start) }, best: 'highest', what: 'elected',
    offers(state) {
      const budget = budgets(state)
      return candidates.filter(each => !state.taken.includes(each)).map(candidate => ({ candidate, figure: support(budget, candidate) }))
    },
    take(state, candidate) {
      const budget = budgets(state)
      const [all, weight] = [support(budget, candidate), sum(payers(budget, candidate).map(each => each.weight))]
      return {
        taken: [...state.taken, candidate].sort((a, b) => a - b),
        each: voters.map(({ approves }, at) => approves.has(candidate) ? pay(budget[at] ?? ZERO, all, weight) : budget[at] ?? ZERO),
      }
    },
    whole: ({ taken }) => taken.length === seats ? taken : null,
    key: carriedKey,
  }
}

/** How an equal-shares committee is filled when nobody can be paid any more. */
export type Completion = 'seqphragmen' | 'av'

/** The method of equal shares, or rule X (Peters and Skowron, EC 2020). `each`: what every voter has; a seat costs one. */
export function equalShares(profile: Profile, completion: Completion, each = fraction(profile.seats, size(profile))): Steps<Carried> {
  const { candidates, voters, seats } = profile
  const share = ({ each }: Carried, candidate: number) => lowestShare(voters.flatMap(({ approves, weight }, at) => (
    approves.has(candidate) ? [{ has: each[at] ?? ZERO, weight }] : [])))
  return {
    start: { taken: [], each: voters.map(() => each) }, best: 'lowest', what: 'elected',
    offers: state => candidates.filter(each => !state.taken.includes(each)).flatMap(candidate => {
      const figure = share(state, candidate)
      return figure ? [{ candidate, figure }] : []
    }),
    take(state, candidate) {
      const price = share(state, candidate) ?? ZERO
      return {
        taken: [...state.taken, candidate].sort((a, b) => a - b),
        each: voters.map(({ approves }, at) => {
          const has = state.each[at] ?? ZERO
          return !approves.has(candidate) ? has : compare(has, price) <= 0 ? ZERO : minus(has, price)
        }),
      }
    },
    whole: ({ taken }) => taken.length === seats ? taken : null,
    rest: state => rest(profile, state, completion),
    key: carriedKey,
  }
}

/** The smallest amount that pays the price if everybody gives that much, or all that he has; null where all together have not enough. */
export function lowestShare(supporters: readonly { has: Fraction, weight: number }[], price = ONE): Fraction | null {
  const rising = [...supporters].sort((a, b) => compare(a.has, b.has))
  let left = price
  let weight = rising.reduce((all, each) => all + each.weight, 0)
  for (const each of rising) {
    const amount = over(left, fraction(weight))
    if (compare(amount, each.has) <= 0) return amount
    left = minus(left, times(each.has, fraction(each.weight)))
    weight -= each.weight
  }
  return null
}

// Who is added where the money of the voters pays for too few: by what they have left, a load below nothing; or simply by approvals.
function rest(profile: Profile, state: Carried, completion: Completion): Steps<Carried> {
  const steps = sequentialPhragmen(profile, { taken: state.taken, each: state.each.map(has => minus(ZERO, has)) })
  if (completion === 'seqphragmen') return steps
  const open = ({ taken }: Carried) => profile.candidates.filter(each => !taken.includes(each))
  return {
    ...steps, best: 'highest',
    offers: state => open(state).map(candidate => ({ candidate, figure: fraction(approvals(profile, candidate)) })),
    take: ({ taken, each }, candidate) => ({ each, taken: [...taken, candidate].sort((a, b) => a - b) }),
  }
}

// Should the lot lead another way, in which the money found does not pay for all, approvals fill the rest.
/** Equal shares with more and more money, one seat's worth at a time, until it pays for all. Throws CountProblem if that takes too long. */
export function equalSharesWithIncrements(profile: Profile): Steps<Carried> {
  const all = size(profile)
  const approved = profile.candidates.filter(each => approvals(profile, each) > 0)
  if (approved.length < profile.seats) return equalShares(profile, 'av', ZERO)
  const looks = profile.voters.length * profile.candidates.length * profile.seats
  for (let worth = profile.seats; ; worth++) {
    affordable((worth - profile.seats) * looks)
    const steps = equalShares(profile, 'av', fraction(worth, all))
    let state = steps.start
    for (let offers = steps.offers(state); offers.length > 0 && !steps.whole(state); offers = steps.offers(state)) {
      const first = offers.reduce((a, b) => compare(b.figure, a.figure) < 0 ? b : a)
      state = steps.take(state, first.candidate)
    }
    if (steps.whole(state)) return steps
  }
}
