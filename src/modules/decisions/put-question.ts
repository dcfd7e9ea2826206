// 拟题: one question of a vote, by what the law calls it; fixed once it is announced.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { decisionToChange, ITEMS, mayNotIn, type Item } from '#modules/decisions/decision.ts'
import { decisionId, words } from '#modules/decisions/fields.ts'
import type { Actor } from '#modules/people/public.ts'
import { itemText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

/** The most questions on one paper, and candidates to one question. */
const MOST_QUESTIONS = 20
const MOST_CANDIDATES = 99

const candidate = z.strictObject({ name: z.string().trim().min(2).max(40), about: z.string().trim().max(500).default('') })

export const putQuestionInput = z.strictObject({
  id: decisionId,
  position: z.coerce.number().int().min(1).max(MOST_QUESTIONS).meta({ label: lang => decisionText(lang).position, wrong: lang => decisionText(lang).positionWrong }),
  item: z.enum(ITEMS).meta({
    label: lang => decisionText(lang).item, hint: lang => decisionText(lang).itemHint, wrong: lang => decisionText(lang).itemWrong, control: 'pick',
    choices: Object.fromEntries(ITEMS.map(item => [item, (lang: 'zh' | 'en') => itemText(lang)[item]])),
  }),
  text: words(lang => decisionText(lang).question, 300, lang => decisionText(lang).questionHint),
  detail: z.string().trim().max(4000).default('').meta({ label: lang => decisionText(lang).detail, control: 'textarea' }),
  seats: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(30)]).nullable().default(null)
    .meta({ label: lang => decisionText(lang).seats, hint: lang => decisionText(lang).seatsHint, wrong: lang => decisionText(lang).seatsWrong }),
  candidates: z.array(candidate).max(MOST_CANDIDATES).default([]).meta({ label: lang => decisionText(lang).candidates, wrong: lang => decisionText(lang).candidatesWrong }),
})

/** Writes the question at this position, in place of the one that stood there. */
export const putQuestion = action({
  name: 'decisions.putQuestion',
  summary: lang => decisionText(lang).summaryQuestion,
  input: putQuestionInput,
  subject: (db, input, actor: Actor) => decisionToChange(db, actor, input.id),
  refuse: mayNotIn(['draft', 'roll']),
  run: async (db, { subject: decision, input }) => {
    sound(input, decision.building_id !== null)
    const key = { community_id: db.community, decision_id: decision.id }
    if (input.position > decision.questions.length + 1) throw invalid([{ field: 'position', reason: lang => decisionText(lang).positionWrong }])
    await db.deleteFrom('decision_candidate').where('community_id', '=', db.community).where('decision_id', '=', decision.id).where('question', '=', input.position).execute()
    const { item, text, detail, seats } = input
    await db.insertInto('decision_question').values({ ...key, position: input.position, item, text, detail, seats })
      .onConflict(there => there.columns(['community_id', 'decision_id', 'position']).doUpdateSet({ item, text, detail, seats })).execute()
    if (input.candidates.length > 0) {
      await db.insertInto('decision_candidate').values(input.candidates.map(({ name, about }, i) => ({ ...key, question: input.position, number: i + 1, name, about }))).execute()
    }
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { position: input.position, item, seats, candidates: input.candidates.length } }
  },
})

// Seats are for electing only, and there are more candidates than seats.
function sound({ item, seats, candidates }: { item: Item, seats: number | null, candidates: readonly unknown[] }, onlyInterested: boolean): void {
  if ((item === 'interested') !== onlyInterested) throw invalid([{ field: 'item', reason: lang => decisionText(lang)[onlyInterested ? 'onlyInterested' : 'allOwners'] }])
  if (seats !== null && item !== 'committee') throw invalid([{ field: 'seats', reason: lang => decisionText(lang).seatsOnlyCommittee }])
  if (seats === null && candidates.length > 0) throw invalid([{ field: 'seats', reason: lang => decisionText(lang).seatsWrong }])
  if (seats !== null && candidates.length <= seats) throw invalid([{ field: 'candidates', reason: lang => decisionText(lang).moreCandidates(seats) }])
}
