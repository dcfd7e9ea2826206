// A key with which a program acts as the person who issues it. The key itself is made, shown once and forgotten by the door.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { tokenText } from '#text/tokens.ts'

const LASTS = { hours: 90 * 24 }

/** What the key is for, and its SHA-256 in hex. */
export const issueTokenInput = z.strictObject({
  name: z.string().trim().min(1).max(40).meta({ label: lang => tokenText(lang).name, wrong: lang => tokenText(lang).nameWrong }),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/u).meta({ control: 'hidden' }),
})

/** Issues a key to the actor for 90 days; `tokenHash` is its SHA-256 in hex. One of the same name is replaced. */
export const issueToken = action({
  name: 'people.issueToken',
  summary: lang => tokenText(lang).summaryIssue,
  input: issueTokenInput,
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, now }) => {
    const personId = actor.personId ?? 0
    const key = { token_hash: input.tokenHash, made_at: now.toString(), ends_at: now.add(LASTS).toString() }
    await db.insertInto('api_token').values({ community_id: db.community, person_id: personId, name: input.name, ...key })
      .onConflict(again => again.columns(['community_id', 'person_id', 'name']).doUpdateSet(key)).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})
