// 手机投票: a voter's own ballot; it can be given again until the close, and the last one counts.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { holdUrn, notVoting, putIn, type Urn } from '#modules/decisions/ballots.ts'
import { choices, soundChoices } from '#modules/decisions/choices.ts'
import { decisionId } from '#modules/decisions/fields.ts'
import { markOf } from '#modules/decisions/ledger.ts'
import { urnFor } from '#modules/decisions/urn.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const castInput = z.strictObject({ id: decisionId, choices })

/** Votes by phone. Answers the receipt code. */
export const castBallot = action({
  name: 'decisions.cast',
  summary: lang => decisionText(lang).summaryCast,
  input: castInput,
  // Not locked as a whole: everybody of an estate votes within the same hour.
  subject: (db, input, actor: Actor) => own(db, actor, input.id),
  refuse: mayNotCast,
  run: async (db, { subject: { urn, number }, input, actor, secrets, now }) => {
    const said = soundChoices(urn.questions, input.choices)
    const { id, leaf } = await putIn(db, urn, secrets, { number: number ?? 0, channel: 'phone', at: now, choices: said, by: actor.personId }, now)
    return { subject: `decisions/${urn.id}`, answer: { id: urn.id, ballot: id, receipt: markOf(Buffer.from(leaf, 'hex'), null) }, facts: { ballot: id, number, leaf } }
  },
})

/** A vote, and the number under which the actor stands on its roll; null where he does not. */
export interface Own {
  readonly urn: Pick<Urn, 'stage' | 'opens_at' | 'closes_at'>
  readonly number: number | null
}

/** Why the actor may not vote, or null. */
export function mayNotCast(actor: Actor, { urn, number }: Own, now: Temporal.Instant): Said | null {
  return signedOut(actor) ?? notVoting(urn, now) ?? (number === null ? lang => decisionText(lang).notOnRoll : null)
}

async function own(db: Reader, actor: Actor, id: number): Promise<{ urn: Urn, number: number | null }> {
  await holdUrn(db, id)
  return urnFor(db, id, { person: actor.personId })
}
