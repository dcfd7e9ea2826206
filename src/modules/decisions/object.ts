// 提异议: an owner of the estate says what is wrong with the roll, the notice or the result; each gets an answer.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Said } from '#kit/phrase.ts'
import { decisionById, type Decision } from '#modules/decisions/decision.ts'
import { decisionId, words } from '#modules/decisions/fields.ts'
import { OBJECTED, OBJECTED_IN } from '#modules/decisions/objections.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { objectedText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

export const objectInput = z.strictObject({
  id: decisionId,
  about: z.enum(OBJECTED).meta({
    label: lang => decisionText(lang).objectedTo, wrong: lang => decisionText(lang).objectedToWrong, control: 'pick',
    choices: Object.fromEntries(OBJECTED.map(about => [about, (lang: 'zh' | 'en') => objectedText(lang)[about]])),
  }),
  text: words(lang => decisionText(lang).objection, 1000, lang => decisionText(lang).objectionHint),
})

/** Objects; more than once where there is more to say. */
export const objectToDecision = action({
  name: 'decisions.object',
  summary: lang => decisionText(lang).summaryObject,
  input: objectInput,
  subject: (db, input, actor: Actor) => decisionById(db, actor, input.id),
  refuse: mayNotObject,
  run: async (db, { subject: decision, input, actor, now }) => {
    if (!OBJECTED_IN[input.about].some(stage => stage === decision.stage)) throw invalid([{ field: 'about', reason: lang => decisionText(lang).objectedToWrong }])
    const { id } = await db.insertInto('decision_objection').values({
      community_id: db.community, decision_id: decision.id, about: input.about, text: input.text, person_id: actor.personId ?? 0, at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id, objection: id }, facts: { objection: id, about: input.about } }
  },
})

/** Why the actor may not object: owners of the estate only, and only while there is something to object to. */
export function mayNotObject(actor: Actor, { estate, stage }: Pick<Decision, 'estate' | 'stage'>): Said | null {
  if (!Object.values(OBJECTED_IN).some(stages => stages.some(one => one === stage))) return lang => decisionText(lang).nothingToObject
  return signedOut(actor) ?? (actor.homes.some(home => home.kind === 'owner' && home.estate_id === estate.id) ? null : lang => decisionText(lang).ownersOnly)
}
