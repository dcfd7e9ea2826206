// A matter goes on: whoever handles it says where it stands now, and tells everybody why.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Step } from '#db/tables.ts'
import { mayNot, NEXT } from '#modules/matters/matter.ts'
import { matterToChange } from '#modules/matters/read.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText, stepText } from '#text/matters.ts'

const steps = ['discuss', 'decide', 'coordinate', 'do', 'show', 'rate', 'close'] as const

export const moveInput = z.strictObject({
  id: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  step: z.enum(steps).meta({
    label: lang => matterText(lang).step, control: 'pick',
    choices: Object.fromEntries(steps.map(step => [step, (lang: 'zh' | 'en') => stepText(lang)[step]])),
  }),
  note: z.string().trim().min(2).max(1000).meta({ label: lang => matterText(lang).note, hint: lang => matterText(lang).noteHint, control: 'textarea' }),
})

/** Takes a matter to one of the steps that its present step allows. Closing erases the phone that came with it. */
export const moveMatter = action({
  name: 'matters.move',
  summary: lang => matterText(lang).summaryMove,
  input: moveInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.move,
  run: async (db, { subject: matter, input, actor, now }) => {
    const allowed: readonly Step[] = NEXT[matter.step]
    if (!allowed.includes(input.step)) {
      // Of the field, not of the person: a colleague may have been faster, and the note must not be lost.
      throw invalid([{ field: 'step', reason: lang => matterText(lang).notFromHere(stepText(lang)[matter.step], stepText(lang)[input.step]) }])
    }
    await db.updateTable('matter')
      .set(input.step === 'close' ? { step: input.step, phone_sealed: null } : { step: input.step })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await db.insertInto('matter_note').values({
      community_id: db.community, matter_id: matter.id, person_id: actor.personId ?? 0, step: input.step, text: input.note, at: now.toString(),
    }).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { from: matter.step, to: input.step } }
  },
})
