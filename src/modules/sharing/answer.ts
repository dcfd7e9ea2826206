// 答复意见: nothing that somebody objected is left without an answer when it is agreed.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { doer } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterId } from '#modules/sharing/fields.ts'
import { sharingToChange } from '#modules/sharing/find.ts'
import { mayNot } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

export const answerObjectionInput = z.strictObject({
  id: matterId,
  objection: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  words: z.string().trim().min(2).max(500).meta({
    label: lang => sharingActText(lang).answer, hint: lang => sharingActText(lang).answerHint, wrong: lang => sharingActText(lang).answerWrong, control: 'textarea',
  }),
})

/** Answers; a second answer takes the place of the first. Whoever objected is told. */
export const answerObjection = action({
  name: 'sharing.answer',
  summary: lang => sharingActText(lang).summaryAnswer,
  input: answerObjectionInput,
  subject: async (db, input, actor: Actor) => {
    const weighed = await sharingToChange(db, actor, input.id)
    const objection = await db.selectFrom('sharing_objection')
      .innerJoin('matter_note', join => join.onRef('matter_note.community_id', '=', 'sharing_objection.community_id').onRef('matter_note.id', '=', 'sharing_objection.note_id'))
      .select(['sharing_objection.note_id as id', 'matter_note.person_id as author']).where('sharing_objection.community_id', '=', db.community)
      .where('sharing_objection.sharing_id', '=', weighed.open?.id ?? 0).where('sharing_objection.note_id', '=', input.objection)
      .where('matter_note.standing', 'in', ['shown', 'screened']).executeTakeFirst()
    if (!objection) throw new NotFound(lang => sharingActText(lang).noSuchObjection)
    return { ...weighed, objection }
  },
  refuse: mayNot.handle,
  run: async (db, { subject: { matter, objection }, input, actor, now }) => {
    await db.updateTable('sharing_objection').set({ answer: input.words, answered_by: doer(actor), answered_at: now.toString() })
      .where('community_id', '=', db.community).where('note_id', '=', objection.id).execute()
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id },
      facts: { objection: objection.id, ...objection.author !== null && { person: objection.author } },
    }
  },
})
