// 上门收票: a collector enters what the voter says at the door, before a witness; the photo shows the signed paper.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { holdUrn, notVoting, putIn, type Urn } from '#modules/decisions/ballots.ts'
import { choices, soundChoices } from '#modules/decisions/choices.ts'
import { decisionId, photo, voterNumber } from '#modules/decisions/fields.ts'
import { known } from '#modules/decisions/known.ts'
import { markOf } from '#modules/decisions/ledger.ts'
import { urnFor } from '#modules/decisions/urn.ts'
import { homeOfVoter } from '#modules/decisions/voter-home.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

export const castAtDoorInput = z.strictObject({
  id: decisionId,
  number: voterNumber,
  channel: z.enum(['door', 'meeting']).default('door').meta({ control: 'hidden' }),
  choices,
  witness: z.coerce.number().int().positive().meta({ label: lang => decisionText(lang).witness, hint: lang => decisionText(lang).witnessHint,
    wrong: lang => decisionText(lang).witnessWrong }),
  photo,
})

/** Takes a ballot at the door or in the meeting; collector and witness are two people, and neither votes for the other. */
export const castAtDoor = action({
  name: 'decisions.castAtDoor',
  summary: lang => decisionText(lang).summaryDoor,
  input: castAtDoorInput,
  subject: (db, input, _actor: Actor) => urnToCollect(db, input),
  refuse: mayNotCollect,
  run: async (db, { subject: { urn }, input, actor, secrets, files, now }) => {
    await known(db, input.witness, 'witness')
    if (input.witness === actor.personId) throw invalid([{ field: 'witness', reason: lang => decisionText(lang).witnessWrong }])
    const said = soundChoices(urn.questions, input.choices)
    const picture = await files.save(db.community, input.photo.bytes, 'jpg')
    const { id, leaf } = await putIn(db, urn, secrets, {
      number: input.number, channel: input.channel, at: now, choices: said, by: actor.personId, witness: input.witness, photo: picture,
    }, now)
    return { subject: `decisions/${urn.id}`, answer: { id: urn.id, ballot: id, receipt: markOf(Buffer.from(leaf, 'hex'), null) },
      facts: { ballot: id, number: input.number, leaf, witness: input.witness, photo: picture } }
  },
})

/** The vote, held open for a ballot, and where the voter lives. Throws NotFound, and Invalid where the roll has no such number. */
export async function urnToCollect(db: Reader, { id, number }: { id: number, number: number }): Promise<Collected> {
  await holdUrn(db, id)
  return { urn: (await urnFor(db, id, { person: null })).urn, home: await homeOfVoter(db, id, number) }
}

/** A ballot to be taken from somebody. */
export interface Collected {
  readonly urn: Urn
  readonly home: Place
}

/** Why the actor may not take ballots of others, or null. */
export function mayNotCollect(actor: Actor, { urn, home }: { urn: Pick<Urn, 'stage' | 'opens_at' | 'closes_at'>, home: Place }, now: Temporal.Instant): Said | null {
  return notVoting(urn, now) ?? lacks(actor, 'collect ballots', home)
}
