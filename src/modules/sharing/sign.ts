// 签名: each representative by one tap, or on paper, which whoever handles the matter records.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { doer, matterToChange } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterId } from '#modules/sharing/fields.ts'
import { agreementsIn } from '#modules/sharing/find.ts'
import { mayNot } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

export const signInput = z.strictObject({
  id: matterId,
  agreement: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  person: z.coerce.number().int().positive().optional().meta({ label: lang => sharingActText(lang).person, control: 'hidden' }),
})

/** Signs for oneself; `person`: records that this one signed on paper. With the last signature the agreement holds. */
export const signAgreement = action({
  name: 'sharing.sign',
  summary: lang => sharingActText(lang).summarySign,
  input: signInput,
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    const agreed = (await agreementsIn(db, matter.id)).find(one => one.id === input.agreement)
    if (!agreed) throw new NotFound(lang => sharingActText(lang).noSuchAgreement)
    return { matter, agreed, person: input.person ?? null }
  },
  refuse: (actor, { matter, agreed, person }) => mayNot.sign(actor, matter, agreed, person),
  run: async (db, { subject: { matter, agreed, person }, actor, now }) => {
    const signer = person ?? doer(actor)
    const way = person === null ? 'tap' : 'paper'
    await db.updateTable('sharing_signatory').set({ way, signed_at: now.toString(), recorded_by: person === null ? null : doer(actor) })
      .where('community_id', '=', db.community).where('agreement_id', '=', agreed.id).where('person_id', '=', signer).execute()
    const { place_id: place, hash } = await db.selectFrom('sharing_agreement')
      .innerJoin('sharing', join => join.onRef('sharing.community_id', '=', 'sharing_agreement.community_id').onRef('sharing.id', '=', 'sharing_agreement.sharing_id'))
      .select(['sharing.place_id', 'sharing_agreement.hash']).where('sharing_agreement.community_id', '=', db.community)
      .where('sharing_agreement.id', '=', agreed.id).executeTakeFirstOrThrow()
    const last = agreed.signatories.every(one => one.signed || one.person_id === signer)
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id },
      facts: { agreement: agreed.id, signer, way, hash, ...last && { to: 'all', place } },
    }
  },
})
