// 补记: what is put right after the minutes were sealed stands below them.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { sealOf } from '#modules/councils/minutes.ts'
import { mayNot } from '#modules/councils/session.ts'
import { said, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const addAddendumInput = z.strictObject({ id: which, text: said(lang => sessionText(lang).addendum, { most: 2000, hint: lang => sessionText(lang).addendumHint }) })

/** Adds it. It can be changed as little as the minutes can. */
export const addAddendum = action({
  name: 'councils.addAddendum',
  summary: lang => sessionText(lang).summaryAddAddendum,
  input: addAddendumInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.add,
  run: async (db, { subject: session, input: { text }, actor, now }) => {
    const hash = sealOf(text)
    const { id: addendum } = await db.insertInto('session_addendum')
      .values({ community_id: db.community, session_id: session.id, text, hash, added_by: actor.personId ?? 0, added_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `sessions/${session.id}`, answer: { id: session.id, addendum }, facts: { addendum, hash } }
  },
})
