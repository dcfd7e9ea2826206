// 送达留证: a voting paper reached its voter; only what came into the owner's hand, or of somebody authorised, lets silence count.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { decisionById, mayNotIn } from '#modules/decisions/decision.ts'
import { known } from '#modules/decisions/known.ts'
import { decisionId, instantOf, moment, photo, voterNumber } from '#modules/decisions/fields.ts'
import { leafOf } from '#modules/decisions/ledger.ts'
import { deliveryRow } from '#modules/decisions/proof-rows.ts'
import { homeOfVoter } from '#modules/decisions/voter-home.ts'
import type { Actor } from '#modules/people/public.ts'
import { deliveredHowText, receivedByText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

/** How it was delivered, and into whose hand. */
export const DELIVERED_HOW = ['in_hand', 'phone', 'mail', 'letterbox'] as const
export const RECEIVED_BY = ['owner', 'authorised', 'tenant', 'nobody'] as const

const optionalId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)

export const recordDeliveryInput = z.strictObject({
  id: decisionId,
  number: voterNumber,
  how: z.enum(DELIVERED_HOW).meta({
    label: lang => decisionText(lang).how, wrong: lang => decisionText(lang).howWrong, control: 'pick',
    choices: Object.fromEntries(DELIVERED_HOW.map(how => [how, (lang: 'zh' | 'en') => deliveredHowText(lang)[how]])),
  }),
  receivedBy: z.enum(RECEIVED_BY).meta({
    label: lang => decisionText(lang).receivedBy, wrong: lang => decisionText(lang).receivedByWrong, control: 'pick',
    choices: Object.fromEntries(RECEIVED_BY.map(who => [who, (lang: 'zh' | 'en') => receivedByText(lang)[who]])),
  }),
  at: moment(lang => decisionText(lang).deliveredAt),
  witness: optionalId.meta({ label: lang => decisionText(lang).witness, wrong: lang => decisionText(lang).witnessWrong }),
  photo: photo.optional(),
})

/** Records a delivery. */
export const recordDelivery = action({
  name: 'decisions.recordDelivery',
  summary: lang => decisionText(lang).summaryDelivery,
  input: recordDeliveryInput,
  subject: async (db, input, actor: Actor) => ({ decision: await decisionById(db, actor, input.id), home: await homeOfVoter(db, input.id, input.number) }),
  refuse: (actor, { decision, home }) => mayNotIn(['announced', 'open'], 'collect ballots')(actor, { ...decision, estate: home }),
  run: async (db, { subject: { decision }, input, actor, files, now }) => {
    await known(db, input.witness, 'witness')
    const at = instantOf(input.at, decision.zone)
    if (Temporal.Instant.compare(at, now) > 0) throw invalid([{ field: 'at', reason: lang => decisionText(lang).notYetHappened }])
    const late = decision.closes_at !== null && Temporal.Instant.compare(at, decision.closes_at) >= 0
    if (late) throw invalid([{ field: 'at', reason: lang => decisionText(lang).returnedAtWrong }])
    const row = {
      community_id: db.community, decision_id: decision.id, number: input.number, how: input.how, received_by: input.receivedBy, witness_id: input.witness,
      photo: input.photo ? await files.save(db.community, input.photo.bytes, 'jpg') : null,
      delivered_by: actor.personId ?? 0, delivered_at: at.toString(), entered_at: now.toString(),
    }
    const { id } = await db.insertInto('decision_delivery').values(row).returning('id').executeTakeFirstOrThrow()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id, delivery: id },
      facts: { delivery: id, number: input.number, leaf: leafOf(deliveryRow({ ...row, delivered_at: at })).toString('hex') } }
  },
})
