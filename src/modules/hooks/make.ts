// The secretary lets a program of an organisation report troubles.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNotKeepHooks } from '#modules/hooks/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { hookText } from '#text/hooks.ts'

export const makeHookInput = z.strictObject({
  organisation: z.coerce.number().int().positive().meta({ label: lang => hookText(lang).organisation,
    wrong: lang => hookText(lang).organisationWrong }),
  name: z.string().trim().min(2).max(40).meta({ label: lang => hookText(lang).name, hint: lang => hookText(lang).nameHint,
    wrong: lang => hookText(lang).nameWrong }),
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{43}=$/u).meta({ control: 'hidden' }),
})

/** Makes one; the secret is made and shown by the door, and kept sealed. */
export const makeHook = action({
  name: 'hooks.make',
  summary: lang => hookText(lang).summaryMake,
  input: makeHookInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: mayNotKeepHooks,
  run: async (db, { actor, input, secrets, now }) => {
    const there = await db.selectFrom('organisation').select('id').where('community_id', '=', db.community)
      .where('id', '=', input.organisation).executeTakeFirst()
    if (!there) throw invalid([{ field: 'organisation', reason: lang => hookText(lang).organisationWrong }])
    const { id } = await db.insertInto('hook').values({
      community_id: db.community, organisation_id: there.id, name: input.name, secret_sealed: secrets.encrypt(input.secret),
      made_by: actor.personId ?? 0, made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `hooks/${id}`, answer: { id }, facts: { organisation: there.id } }
  },
})
