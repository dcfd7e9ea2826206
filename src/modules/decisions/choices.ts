// What a ballot says, and whether it answers what was asked. Pure.
import { z } from 'zod'
import { invalid } from '#kit/check.ts'
import { decisionText } from '#text/decisions.ts'

/** 同意、反对、弃权; and 废票, which only a paper can be. */
export const OPINIONS = ['yes', 'no', 'abstain', 'spoiled'] as const
export type Opinion = typeof OPINIONS[number]

/** By the position of the question: an opinion, or the numbers of those who are to be elected (none of them: abstains). */
export type Choices = Readonly<Record<string, Opinion | readonly number[]>>

/** As it comes in; `soundChoices` holds it against the questions. */
export const choices = z.record(z.string().regex(/^[1-9]\d?$/u), z.union([z.enum(OPINIONS), z.array(z.coerce.number().int().positive()).max(99)]))
  .meta({ wrong: lang => decisionText(lang).choicesWrong })

/** A question as a ballot must answer it. */
export interface Asked {
  readonly position: number
  /** How many are elected; null where it is yes or no. */
  readonly seats: number | null
  /** The numbers of the candidates. */
  readonly candidates: readonly number[]
}

/** The choices, each question answered once and in its kind. Throws Invalid with a sentence for each question. */
export function soundChoices(questions: readonly Asked[], given: Choices, how: { paper: boolean } = { paper: false }): Choices {
  const wrong = questions.flatMap(question => {
    const reason = wrongWith(question, given[String(question.position)], how.paper)
    return reason ? [{ field: `choices.${question.position}`, reason }] : []
  })
  const known = new Set(questions.map(({ position }) => String(position)))
  // Civil Code 278 with 物业管理条例 14: nothing is decided that was not announced.
  if (Object.keys(given).some(position => !known.has(position))) wrong.push({ field: 'choices', reason: lang => decisionText(lang).notAsked })
  if (wrong.length > 0) throw invalid(wrong)
  return Object.fromEntries(questions.map(({ position }) => [String(position), sorted(given[String(position)] ?? 'abstain')]))
}

function wrongWith(question: Asked, choice: Choices[string] | undefined, paper: boolean) {
  if (choice === undefined) return (lang: 'zh' | 'en') => decisionText(lang).answerThis
  if (choice === 'spoiled') return paper ? null : (lang: 'zh' | 'en') => decisionText(lang).answerThis
  const { seats, candidates } = question
  if (seats === null) return typeof choice === 'string' ? null : (lang: 'zh' | 'en') => decisionText(lang).answerThis
  if (typeof choice === 'string') return choice === 'abstain' ? null : (lang: 'zh' | 'en') => decisionText(lang).chooseUpTo(seats)
  const named = new Set(choice)
  const fits = named.size === choice.length && choice.length <= seats && choice.every(number => candidates.includes(number))
  return fits ? null : (lang: 'zh' | 'en') => decisionText(lang).chooseUpTo(seats)
}

// The same ballot is always written the same way.
function sorted(choice: Choices[string]): Choices[string] {
  if (typeof choice === 'string') return choice
  return choice.length === 0 ? 'abstain' : choice.toSorted((a, b) => a - b)
}
