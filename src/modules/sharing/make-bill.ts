// 出账单: the bill of a month under the agreement that is in force; to the cent, made once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { FieldProblem } from '#kit/errors.ts'
import { doer, matterToChange, yuan } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { matterId, monthField } from '#modules/sharing/fields.ts'
import { agreementsIn, homesOf } from '#modules/sharing/find.ts'
import { optionOf } from '#modules/sharing/keys.ts'
import { inForce, lastOf, mayNot, type Agreed } from '#modules/sharing/sharing.ts'
import { split, type Weighted } from '#modules/sharing/split.ts'
import { lackText, sharingActText } from '#text/sharing.ts'

export const makeBillInput = z.strictObject({
  id: matterId,
  month: monthField,
  yuan: yuan.meta({ label: lang => sharingActText(lang).yuan, wrong: lang => sharingActText(lang).yuanWrong }),
})

/** Makes the bill; under the key usage only where the reading of every home is there. Everybody concerned is told. */
export const makeBill = action({
  name: 'sharing.makeBill',
  summary: lang => sharingActText(lang).summaryBill,
  input: makeBillInput,
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, agreements: await agreementsIn(db, matter.id) }
  },
  refuse: mayNot.keep,
  run: async (db, { subject: { matter, agreements }, input: { month, yuan: cents }, actor, now }) => {
    const agreed = inForce(agreements, lastOf(month))
    if (!agreed) throw wrong('month', lang => sharingActText(lang).notInForce)
    await notTwice(db, agreed, month)
    const weights = await weightsFor(db, matter.id, agreed, month)
    const shares = split(cents, weights)
    const { id: bill } = await db.insertInto('sharing_bill').values({
      community_id: db.community, agreement_id: agreed.id, month, cents, made_by: doer(actor), made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    for (const some of chunks(weights)) {
      await db.insertInto('sharing_bill_line').values(some.map(({ home, weight }) => (
        { community_id: db.community, bill_id: bill, home_id: home, weight, cents: shares.get(home) ?? 0 }))).execute()
    }
    const { place_id: place } = await db.selectFrom('sharing').select('place_id').where('community_id', '=', db.community).where('id', '=', agreed.sharing_id).executeTakeFirstOrThrow()
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, bill },
      facts: { bill, agreement: agreed.id, month, cents, homes: weights.length, place },
    }
  },
})

async function notTwice(db: Reader, agreed: Agreed, month: string): Promise<void> {
  const made = await db.selectFrom('sharing_bill')
    .innerJoin('sharing_agreement', join => join.onRef('sharing_agreement.community_id', '=', 'sharing_bill.community_id').onRef('sharing_agreement.id', '=', 'sharing_bill.agreement_id'))
    .select(['sharing_bill.month', 'sharing_bill.agreement_id']).where('sharing_bill.community_id', '=', db.community)
    .where('sharing_agreement.matter_id', '=', eb => eb.selectFrom('sharing_agreement as this').select('this.matter_id')
      .where('this.community_id', '=', db.community).where('this.id', '=', agreed.id)).execute()
  if (!agreed.monthly && made.some(bill => bill.agreement_id === agreed.id)) throw wrong('month', lang => sharingActText(lang).onceOnly)
  if (made.some(bill => bill.month === month)) throw wrong('month', lang => sharingActText(lang).billedAlready)
}

async function weightsFor(db: Reader, matter: number, agreed: Agreed, month: string): Promise<Weighted[]> {
  if (agreed.key !== 'usage') {
    return db.selectFrom('sharing_share').select(['home_id as home', 'weight']).where('community_id', '=', db.community).where('agreement_id', '=', agreed.id).orderBy('home_id').execute()
  }
  const homes = await homesOf(db, { matter, sharing: agreed.sharing_id, month })
  const option = optionOf('usage', 0, homes, null)
  if (option.shares === null) throw wrong('month', lang => lackText(lang)[option.lacks](option.homes.length))
  return [...option.weights].map(([home, weight]) => ({ home, weight }))
}

function wrong(field: string, reason: FieldProblem['reason']) {
  return invalid([{ field, reason }])
}
