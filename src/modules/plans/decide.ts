// 给建议一个说法: adopted (where), partly (what, and why the rest not), or not (why). Its author is told each time.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { FieldProblem } from '#kit/errors.ts'
import { doer, matterId } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { planToChange, suggestionIn } from '#modules/plans/find.ts'
import { FATES, mayNot, type Newest, type Suggestion } from '#modules/plans/plan.ts'
import { fateText } from '#text/plans.ts'

export const decideInput = z.strictObject({
  id: matterId,
  suggestion: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  fate: z.enum(FATES).meta({
    label: lang => fateText(lang).fate, wrong: lang => fateText(lang).fateWrong, control: 'pick',
    choices: Object.fromEntries(FATES.map(fate => [fate, (lang: 'zh' | 'en') => fateText(lang)[fate]])),
  }),
  version: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive().max(10_000)]).nullable().default(null)
    .meta({ label: lang => fateText(lang).version, wrong: lang => fateText(lang).versionWrong }),
  part: z.coerce.number().int().min(0).max(1000).default(0).meta({ label: lang => fateText(lang).part, wrong: lang => fateText(lang).partWrong }),
  words: z.string().trim().max(500).default('').meta({
    label: lang => fateText(lang).words, hint: lang => fateText(lang).wordsHint, wrong: lang => fateText(lang).wordsWrong, control: 'textarea',
  }),
})

type Input = z.output<typeof decideInput>

/** Decides; part 0 is the whole. It can be decided anew until the plan is final, and every time stands in the journal. */
export const decideSuggestion = action({
  name: 'plans.decide',
  summary: lang => fateText(lang).summary,
  input: decideInput,
  subject: async (db, input, actor: Actor) => {
    const planned = await planToChange(db, actor, input.id)
    return { planned, suggestion: await suggestionIn(db, input.id, input.suggestion, one => one.standing === 'shown' || one.standing === 'screened') }
  },
  refuse: (actor, { planned }) => mayNot.decide(actor, planned),
  run: async (db, { subject: { planned: { newest }, suggestion }, input, actor, now }) => {
    const problems = wrongIn(input, suggestion, newest)
    if (problems.length > 0) throw invalid(problems)
    const part = input.fate === 'not_adopted' ? null : input.part || null
    if (part !== null && input.version !== null && !await hasPart(db, input.id, { version: input.version, part, newest })) {
      throw invalid([{ field: 'part', reason: lang => fateText(lang).partWrong }])
    }
    await db.updateTable('plan_suggestion').set({
      fate: input.fate, fate_version: input.version, fate_part: part, fate_words: input.words || null, decided_by: doer(actor), decided_at: now.toString(),
    }).where('community_id', '=', db.community).where('note_id', '=', suggestion.id).execute()
    return {
      subject: `matters/${input.id}`, answer: { id: input.id },
      facts: { suggestion: suggestion.id, to: input.fate, version: input.version, part, ...suggestion.author !== null && { person: suggestion.author } },
    }
  },
})

function wrongIn({ fate, version, words }: Input, suggestion: Suggestion, newest: Newest | null): FieldProblem[] {
  const into = fate !== 'not_adopted'
  const next = (newest?.number ?? 0) + 1
  const fits = version !== null && version > suggestion.version && version <= next
  return [
    ...into && !fits ? [{ field: 'version', reason: (lang: 'zh' | 'en') => fateText(lang).versionWrong }] : [],
    ...!into && version !== null ? [{ field: 'version', reason: (lang: 'zh' | 'en') => fateText(lang).notForNot }] : [],
    ...fate !== 'adopted' && words.length < 2 ? [{ field: 'words', reason: (lang: 'zh' | 'en') => fateText(lang).wordsWrong }] : [],
  ]
}

// A version that is still to come has, for all we know, the parts of the newest one.
async function hasPart(db: Reader, matterId: number, { version, part, newest }: { version: number, part: number, newest: Newest | null }): Promise<boolean> {
  if (newest === null || version >= newest.number) return newest?.parts.includes(part) ?? false
  const found = await db.selectFrom('plan_part')
    .innerJoin('plan_version', join => join.onRef('plan_version.community_id', '=', 'plan_part.community_id').onRef('plan_version.id', '=', 'plan_part.version_id'))
    .select('plan_part.number').where('plan_part.community_id', '=', db.community).where('plan_version.matter_id', '=', matterId)
    .where('plan_version.number', '=', version).where('plan_part.number', '=', part).executeTakeFirst()
  return found !== undefined
}
