// 改议事会: another name, another rhythm, another person in charge. What was missed under the old rhythm stays on record.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotConvene, mayNotFound } from '#modules/councils/council.ts'
import { councilToChange } from '#modules/councils/find.ts'
import { convenerField, convenerFrom, councilFields, councilWritten, placesCovered } from '#modules/councils/found.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'

export const changeCouncilInput = z.strictObject({ id: which, ...councilFields, convener: convenerField })

/** Changes all of it. What it is to cover must be in the actor's reach, too. */
export const changeCouncil = action({
  name: 'councils.change',
  summary: lang => councilText(lang).summaryChange,
  input: changeCouncilInput,
  subject: async (db, input, _actor: Actor) => ({ council: await councilToChange(db, input.id), covers: await placesCovered(db, input) }),
  refuse: (actor, { council, covers }) => mayNotConvene(actor, council)
    ?? (JSON.stringify(covers) === JSON.stringify(council.places) ? null : mayNotFound(actor, covers)),
  run: async (db, { subject: { council }, input: { id, convener, ...input }, now }) => {
    const written = await councilWritten(db, input)
    const same = written.rule === council.rule && written.begins_on === council.begins_on && written.minute === council.minute
    const person = await convenerFrom(db, convener, council.convener_id)
    await db.updateTable('council').set({ ...written, convener_id: person, ...!same && { cadence_since: now.toString() } })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `councils/${id}`, answer: { id }, facts: { rule: input.rule, convener: person } }
  },
})
