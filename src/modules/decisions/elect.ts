// 选举: who is elected to the committee. Each needs the majority of those who took part, by heads and by area (Civil Code 278 I 3); of those the most voted for. Pure.
import type { Asked } from '#modules/decisions/choices.ts'
import type { Question } from '#modules/decisions/decision.ts'
import type { Count } from '#modules/decisions/tally.ts'
import { NOBODY, plus, reaches, silenceInForce, thresholds, type Rule, type Silence, type Weight } from '#modules/law/public.ts'

/** A candidate and who voted for him. */
export interface Standing {
  readonly number: number
  readonly votes: Weight
  readonly enough: boolean
}

/** `elected` in the order of votes; `spare` have enough votes but no seat; `tied` stand exactly alike for the last seats and need a run-off. */
export interface Election {
  readonly how: 'election'
  readonly position: number
  readonly seats: number
  readonly participating: Weight
  readonly quorate: boolean
  readonly candidates: readonly Standing[]
  readonly elected: readonly number[]
  readonly spare: readonly number[]
  readonly tied: readonly number[]
  readonly silence: Silence
  readonly silenceRule: Rule | null
  readonly carried: boolean
}

/** The outcome of one question of an election. Silence can take part where the rules say so; it is never a vote for anybody. */
export function elect(count: Count, question: Question & Pick<Asked, 'seats'>, { total, returned, silent }: { total: Weight, returned: Weight, silent: Weight }): Election {
  const needed = thresholds(count.rules, 'committee')
  const inForce = silenceInForce(count.rules, { clauseShown: true, silent })
  const participating = inForce.silence === 'cast_only' ? returned : plus(returned, silent)
  const quorate = reaches(participating, total, needed.participation.value)
  const votes = votesFor(count, question)
  const candidates = question.candidates.map(number => {
    const own = votes.get(number) ?? NOBODY
    return { number, votes: own, enough: quorate && reaches(own, participating, needed.consent.value) }
  }).toSorted(byVotes)
  const seats = question.seats ?? 0
  const { elected, spare, tied } = seated(candidates.filter(({ enough }) => enough), seats)
  return {
    how: 'election', position: question.position, seats, participating, quorate, candidates, elected, spare, tied,
    silence: inForce.silence, silenceRule: inForce.rule, carried: elected.length === seats,
  }
}

function votesFor({ roll, ballots }: Count, { position }: Question): Map<number, Weight> {
  const votes = new Map<number, Weight>()
  for (const { number, area } of roll) {
    const choice = ballots.get(number)?.[String(position)]
    for (const candidate of Array.isArray(choice) ? choice : []) votes.set(candidate, plus(votes.get(candidate) ?? NOBODY, { heads: 1, area }))
  }
  return votes
}

// More heads first; with as many heads, more area.
function byVotes(a: Standing, b: Standing): number {
  return b.votes.heads - a.votes.heads || b.votes.area - a.votes.area || a.number - b.number
}

function seated(able: readonly Standing[], seats: number): { elected: number[], spare: number[], tied: number[] } {
  const [last, next] = [able[seats - 1], able[seats]]
  const alike = last && next && same(last, next) ? able.filter(one => same(one, last)) : []
  const first = able.slice(0, seats).filter(one => !alike.includes(one))
  const rest = able.filter(one => !first.includes(one) && !alike.includes(one))
  const numbers = (list: readonly Standing[]) => list.map(({ number }) => number)
  return { elected: numbers(first), spare: numbers(rest), tied: numbers(alike) }
}

function same(a: Standing, b: Standing): boolean {
  return a.votes.heads === b.votes.heads && a.votes.area === b.votes.area
}
