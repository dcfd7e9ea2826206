// 花的钱: a sum, what for, and from which money; open to everybody who sees the matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import { yuan } from '#modules/matters/money.ts'
import type { Actor } from '#modules/people/public.ts'
import { costsText, paidFromText } from '#text/work-more.ts'

/** Which money: the fee that everybody pays, income from what is common, the maintenance fund, a gift. */
export const MONEY = ['property_fee', 'public_income', 'maintenance_fund', 'donation', 'other'] as const

export const spendInput = z.strictObject({
  id: matterId,
  yuan,
  what: z.string().trim().min(2).max(200).meta({ label: lang => costsText(lang).what, wrong: lang => costsText(lang).whatWrong }),
  paidFrom: z.enum(MONEY).meta({
    label: lang => costsText(lang).paidFrom, wrong: lang => costsText(lang).paidFromWrong, control: 'pick',
    choices: Object.fromEntries(MONEY.map(money => [money, (lang: 'zh' | 'en') => paidFromText(lang)[money]])),
  }),
})

/** Writes down a cost. `yuan` comes as text (1,280.50), never as a fraction. */
export const spend = action({
  name: 'matters.spend',
  summary: lang => costsText(lang).summarySpend,
  input: spendInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { id: cost } = await db.insertInto('matter_cost').values({
      community_id: db.community, matter_id: matter.id, cents: input.yuan, what: input.what, paid_from: input.paidFrom,
      person_id: doer(actor), at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, cost }, facts: { cost, cents: input.yuan, paidFrom: input.paidFrom } }
  },
})
