// 代投: the agent hands in what the voter's paper says.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { holdUrn, notVoting, putIn, type Urn } from '#modules/decisions/ballots.ts'
import { notHere } from '#modules/decisions/decision.ts'
import { decisionId } from '#modules/decisions/fields.ts'
import { markOf, openChoices } from '#modules/decisions/ledger.ts'
import { urnFor } from '#modules/decisions/urn.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const castByMandateInput = z.strictObject({ id: decisionId, mandate: z.coerce.number().int().positive().meta({ control: 'hidden' }) })

/** Puts in the ballot of a mandate; what was bound is read by nobody on the way. */
export const castByMandate = action({
  name: 'decisions.castByMandate',
  summary: lang => decisionText(lang).summaryByMandate,
  input: castByMandateInput,
  subject: (db, input, actor: Actor) => held(db, actor, input),
  refuse: (actor, { urn }, now): Said | null => signedOut(actor) ?? notVoting(urn, now),
  run: async (db, { subject: { urn, number, sealed }, input, actor, secrets, now }) => {
    const opened = openChoices({ community: db.community, id: urn.id }, secrets.decrypt(urn.key ?? ''), number, sealed)
    if (!opened) throw new Error(`mandate ${input.mandate} was changed after it was recorded`)
    const { id, leaf } = await putIn(db, urn, secrets, { number, channel: 'mandate', at: now, choices: opened.choices, by: actor.personId, mandate: input.mandate }, now)
    return { subject: `decisions/${urn.id}`, answer: { id: urn.id, ballot: id, receipt: markOf(Buffer.from(leaf, 'hex'), null) }, facts: { ballot: id, number, leaf, mandate: input.mandate } }
  },
})

async function held(db: Reader, actor: Actor, { id, mandate }: { id: number, mandate: number }): Promise<{ urn: Urn, number: number, sealed: string }> {
  await holdUrn(db, id)
  const found = await db.selectFrom('ballot_mandate').select(['number', 'choices_sealed']).where('community_id', '=', db.community)
    .where('decision_id', '=', id).where('id', '=', mandate).where('agent_id', '=', actor.personId ?? 0).where('ended_at', 'is', null).executeTakeFirst()
  if (!found) throw notHere()
  return { urn: (await urnFor(db, id, { person: null })).urn, number: found.number, sealed: found.choices_sealed }
}
