// 计票: what the counted ballots came to, question by question, under each way of counting silence. Pure; the same input gives the same result.
import type { Choices } from '#modules/decisions/choices.ts'
import type { Question } from '#modules/decisions/decision.ts'
import { elect, type Election } from '#modules/decisions/elect.ts'
import {
  judge, unanimous, type Comparison, type Kind, type Outcome, type Rule, type Rules, type Silence, type Unanimity, type Votes, type Weight,
} from '#modules/law/public.ts'

/** A voter of the roll: one head and an area in 0.01 m². */
export interface Voter {
  readonly number: number
  readonly area: number
}

/** Everything that a count follows from. `ballots`: the last of each voter; `delivered`: whose paper reached the owner or somebody authorised. */
export interface Count {
  readonly rules: Rules
  readonly questions: readonly Question[]
  readonly roll: readonly Voter[]
  readonly ballots: ReadonlyMap<number, Choices>
  readonly delivered: ReadonlySet<number>
}

/** A question answered with yes or no. */
export interface Majority {
  readonly how: 'majority'
  readonly position: number
  readonly item: Kind
  readonly votes: Votes
  /** Spoiled papers; they are among those who abstained. */
  readonly spoiled: Weight
  readonly outcomes: Record<Silence, Outcome & { readonly comparisons: readonly Comparison[] }>
  readonly silence: Silence
  readonly silenceRule: Rule | null
  readonly carried: boolean
}

/** A question that every interested owner must agree to (Civil Code 279). */
export interface Consent extends Unanimity {
  readonly how: 'unanimous'
  readonly position: number
}

export type Answered = Majority | Consent | Election

/** The result as it is stored, published and signed by its hash. */
export interface Result {
  readonly total: Weight
  readonly returned: Weight
  readonly silent: Weight
  readonly questions: readonly Answered[]
}

/** Counts. Throws RangeError where a ballot belongs to nobody on the roll. */
export function tally(count: Count): Result {
  const areas = new Map(count.roll.map(({ number, area }) => [number, area]))
  for (const number of count.ballots.keys()) if (!areas.has(number)) throw new RangeError(`ballot ${number} is not on the roll`)
  const weigh = (who: (number: number) => boolean) => weighed(count.roll, who)
  const total = weigh(() => true)
  const returned = weigh(number => count.ballots.has(number))
  const silent = weigh(number => !count.ballots.has(number) && count.delivered.has(number))
  const said = (position: number, ...opinions: string[]) => {
    const name = String(position)
    return weigh(number => opinions.includes(String(count.ballots.get(number)?.[name])))
  }
  return {
    total, returned, silent,
    questions: count.questions.map(question => {
      if (question.seats !== null) return elect(count, question, { total, returned, silent })
      const [yes, no] = [said(question.position, 'yes'), said(question.position, 'no')]
      if (question.item === 'interested') {
        return { how: 'unanimous', position: question.position, ...unanimous({ asked: total.heads, agreed: yes.heads, refused: returned.heads - yes.heads }) }
      }
      const votes = { total, yes, no, abstained: said(question.position, 'abstain', 'spoiled'), silent }
      const { outcomes, inForce, carried } = judge(count.rules, question.item, votes, { clauseShown: true })
      return {
        how: 'majority', position: question.position, item: question.item, votes, spoiled: said(question.position, 'spoiled'),
        outcomes, silence: inForce.silence, silenceRule: inForce.rule, carried,
      }
    }),
  }
}

// One sum over a million voters, without a copy of them.
function weighed(roll: readonly Voter[], who: (number: number) => boolean): Weight {
  let [heads, area] = [0, 0]
  for (const voter of roll) {
    if (!who(voter.number)) continue
    heads++
    area += voter.area
  }
  return { heads, area }
}
