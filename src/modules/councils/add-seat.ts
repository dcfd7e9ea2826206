// 加席位: somebody is always invited, for one of the parties.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotConvene } from '#modules/councils/council.ts'
import { councilToChange, whoIsMeant } from '#modules/councils/find.ts'
import { party, somebody, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'

export const addSeatInput = z.strictObject({ id: which, party, ...somebody })

/** Gives a person or an organisation a seat; having one already, it is for this party from now on. */
export const addSeat = action({
  name: 'councils.addSeat',
  summary: lang => councilText(lang).summaryAddSeat,
  input: addSeatInput,
  subject: (db, input, _actor: Actor) => councilToChange(db, input.id),
  refuse: mayNotConvene,
  run: async (db, { subject: council, input, now }) => {
    const who = await whoIsMeant(db, input)
    await db.updateTable('council_seat').set({ ended_at: now.toString() })
      .where('community_id', '=', db.community).where('council_id', '=', council.id).where('ended_at', 'is', null)
      .where(who.person_id === null ? 'organisation_id' : 'person_id', '=', who.person_id ?? who.organisation_id).execute()
    const { id: seat } = await db.insertInto('council_seat')
      .values({ community_id: db.community, council_id: council.id, party: input.party, ...who, made_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `councils/${council.id}`, answer: { id: council.id, seat }, facts: { seat, party: input.party, ...who } }
  },
})
