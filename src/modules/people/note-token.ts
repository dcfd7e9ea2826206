// A program came with a key: once a day it is written down, so that its person sees which keys are in use.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { localDay } from '#modules/people/local-day.ts'
import { printOfToken } from '#modules/people/token.ts'
import { tokenText } from '#text/tokens.ts'

/** Done by the door at the first use of a day, as the key's person. Throws NotFound when another process was faster. */
export const noteToken = action({
  name: 'people.noteToken',
  summary: lang => tokenText(lang).summaryNote,
  input: z.strictObject({ tokenHash: z.string() }),
  subject: async (db, input, actor: Actor, { now }) => {
    const today = await localDay(db, now)
    const token = await db.selectFrom('api_token').select('token_hash').where('community_id', '=', db.community)
      .where('person_id', '=', actor.personId ?? 0).where('token_hash', '=', input.tokenHash)
      .where(either => either.or([either('used_on', 'is', null), either('used_on', '<', today)])).forUpdate().executeTakeFirst()
    if (!token) throw new NotFound(lang => tokenText(lang).noToken)
    return { ...token, today }
  },
  refuse: () => null,
  run: async (db, { actor, subject: { token_hash, today } }) => {
    await db.updateTable('api_token').set({ used_on: today })
      .where('community_id', '=', db.community).where('token_hash', '=', token_hash).execute()
    const personId = actor.personId ?? 0
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { token: printOfToken(token_hash) } }
  },
})
