// 记用量: what each home used in a month, by hand or from a file. What a home uses is seen by its own people and by those who handle the matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { doer } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { matterId, monthField, homeField } from '#modules/sharing/fields.ts'
import { sharingToChange } from '#modules/sharing/find.ts'
import { amountIn } from '#modules/sharing/readings.ts'
import { mayNot } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

const amount = z.string().max(30).transform((written, context) => {
  const thousandths = amountIn(written)
  if (thousandths === null) context.addIssue({ code: 'custom', message: 'not an amount' })
  return thousandths ?? z.NEVER
})

export const enterReadingsInput = z.strictObject({
  id: matterId,
  month: monthField,
  readings: z.array(z.strictObject({ home: homeField, amount })).min(1).max(5000)
    .meta({ label: lang => sharingActText(lang).readings, hint: lang => sharingActText(lang).readingsHint, wrong: lang => sharingActText(lang).readingsWrong }),
})

/** Writes them down; a second one for the same home and month takes the place of the first, unless a bill was made of it. */
export const enterReadings = action({
  name: 'sharing.enterReadings',
  summary: lang => sharingActText(lang).summaryReadings,
  input: enterReadingsInput,
  subject: (db, input, actor: Actor) => sharingToChange(db, actor, input.id),
  refuse: mayNot.keep,
  run: async (db, { subject: { matter }, input: { month, readings }, actor, now }) => {
    const known = await homesEver(db, matter.id)
    const homes = new Set(readings.map(({ home }) => home))
    if (homes.size !== readings.length || ![...homes].every(home => known.has(home))) throw invalid([{ field: 'readings', reason: lang => sharingActText(lang).homeWrong }])
    if (await billed(db, matter.id, month)) throw invalid([{ field: 'month', reason: lang => sharingActText(lang).billedAlready }])
    const said = { entered_by: doer(actor), entered_at: now.toString() }
    for (const some of chunks(readings)) {
      await db.insertInto('sharing_reading').values(some.map(({ home, amount }) => ({ community_id: db.community, matter_id: matter.id, home_id: home, month, amount, ...said })))
        .onConflict(again => again.columns(['community_id', 'matter_id', 'month', 'home_id'])
          .doUpdateSet(row => ({ amount: row.ref('excluded.amount'), entered_by: row.ref('excluded.entered_by'), entered_at: row.ref('excluded.entered_at') }))).execute()
    }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, readings: readings.length }, facts: { month, readings: readings.length } }
  },
})

async function homesEver(db: Reader, matter: number): Promise<Set<number>> {
  const rows = await db.selectFrom('sharing_home').innerJoin('sharing', join => join.onRef('sharing.community_id', '=', 'sharing_home.community_id').onRef('sharing.id', '=', 'sharing_home.sharing_id'))
    .select('sharing_home.home_id').distinct().where('sharing_home.community_id', '=', db.community).where('sharing.matter_id', '=', matter).execute()
  return new Set(rows.map(row => row.home_id))
}

async function billed(db: Reader, matter: number, month: string): Promise<boolean> {
  const bill = await db.selectFrom('sharing_bill')
    .innerJoin('sharing_agreement', join => join.onRef('sharing_agreement.community_id', '=', 'sharing_bill.community_id').onRef('sharing_agreement.id', '=', 'sharing_bill.agreement_id'))
    .select('sharing_bill.id').where('sharing_bill.community_id', '=', db.community).where('sharing_agreement.matter_id', '=', matter)
    .where('sharing_agreement.key', '=', 'usage').where('sharing_bill.month', '=', month).executeTakeFirst()
  return bill !== undefined
}
