// A person corrects what the community holds about him: his name (PIPL 46).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { personName } from '#modules/people/person.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { dataText } from '#text/me.ts'

export const correctMyselfInput = z.strictObject({ name: personName })

/** Corrects the actor's own name. */
export const correctMyself = action({
  name: 'people.correctMyself',
  summary: lang => dataText(lang).summaryCorrect,
  input: correctMyselfInput,
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input }) => {
    const personId = actor.personId ?? 0
    await db.updateTable('person').set({ name: input.name })
      .where('community_id', '=', db.community).where('id', '=', personId).execute()
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { field: 'name' } }
  },
})
