// A key of a program ends, at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { tokenText } from '#text/tokens.ts'

/** Ends one of the actor's own keys; `token` as `printOfToken` has it. */
export const endToken = action({
  name: 'people.endToken',
  summary: lang => tokenText(lang).summaryEnd,
  input: z.strictObject({ token: z.string().regex(/^[0-9a-f]{12}$/u).meta({ control: 'hidden' }) }),
  subject: async (db, input, actor: Actor) => {
    const token = await db.selectFrom('api_token').select('token_hash').where('community_id', '=', db.community)
      .where('person_id', '=', actor.personId ?? 0).where('token_hash', 'like', `${input.token}%`).forUpdate().executeTakeFirst()
    if (!token) throw new NotFound(lang => tokenText(lang).noToken)
    return token
  },
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, subject: token }) => {
    const personId = actor.personId ?? 0
    await db.deleteFrom('api_token').where('community_id', '=', db.community).where('token_hash', '=', token.token_hash).execute()
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { token: input.token } }
  },
})
