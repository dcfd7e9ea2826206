// 对方案说看法: for, against or a worry, about a part or the whole. It is said like a comment, so it is looked over, reported and erased like one.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { matterId, say, wordCauses } from '#modules/matters/public.ts'
import { commentTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { planToChange } from '#modules/plans/find.ts'
import { mayNot, STANCES } from '#modules/plans/plan.ts'
import { suggestText } from '#text/plans.ts'

export const suggestInput = z.strictObject({
  id: matterId,
  part: z.coerce.number().int().min(0).max(1000).default(0).meta({ label: lang => suggestText(lang).part, wrong: lang => suggestText(lang).partWrong }),
  stance: z.enum(STANCES).meta({
    label: lang => suggestText(lang).stance, wrong: lang => suggestText(lang).stanceWrong, control: 'pick',
    choices: Object.fromEntries(STANCES.map(stance => [stance, (lang: 'zh' | 'en') => suggestText(lang)[stance]])),
  }),
  text: z.string().trim().min(2).max(500).meta({
    label: lang => suggestText(lang).text, hint: lang => suggestText(lang).textHint, wrong: lang => suggestText(lang).textWrong, control: 'textarea',
  }),
})

/** Says it about the newest version; part 0 is the whole. Throws TooOften. A mob and listed words wait for a look. */
export const suggest = action({
  name: 'plans.suggest',
  summary: lang => suggestText(lang).summarySuggest,
  input: suggestInput,
  subject: (db, input, actor: Actor) => planToChange(db, actor, input.id),
  refuse: mayNot.suggest,
  run: async (db, { subject: { matter, newest }, input, actor, limits, from, now }) => {
    if (newest === null) throw new Error('a rule let somebody speak about no plan')
    const part = input.part || null
    if (part !== null && !newest.parts.includes(part)) throw invalid([{ field: 'part', reason: lang => suggestText(lang).partWrong }])
    const often = await commentTurn(db, { limits, from, now }, actor, matter.id)
    const causes = [...often ? ['often' as const] : [], ...await wordCauses(db, matter, input.text)]
    const note = await say(db, { matter: matter.id, kind: 'comment', step: matter.step, text: input.text, by: actor.personId, now, causes })
    await db.insertInto('plan_suggestion')
      .values({ community_id: db.community, note_id: note, matter_id: matter.id, version_id: newest.id, part, stance: input.stance }).execute()
    const held = causes.length > 0
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, suggestion: note, ...held && { held: true } },
      facts: { suggestion: note, version: newest.number, part, stance: input.stance, ...held && { held: true, causes } },
    }
  },
})
