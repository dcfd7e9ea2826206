// What programs may ask about sharing a cost: what each key comes to, what was agreed, and the bills; each sees what he would see on the page.
import { z } from 'zod'
import { NotFound, Refused } from '#kit/errors.ts'
import type { Reader } from '#kit/db.ts'
import { isInside } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { agreementsOf, billOf, KEYS, mayNotWithSharing, OPINIONS, readingsOf, weighed } from '#modules/sharing/public.ts'
import { agreementPageText } from '#text/sharing-pages.ts'
import { sharingActText } from '#text/sharing.ts'
import { stillThere } from './matter.ts'
import { question, type Around, type Question } from './question.ts'
import { count, day, id, idAsked, instant, maybeInstant, maybeText, receiptAsked, text, told } from './shapes.ts'

const key = z.enum(KEYS)
const weight = count.nullable()
const row = z.strictObject({ home: id, label: text, weight, cents: count })
const home = z.strictObject({ home: id, label: text })
const option = z.strictObject({
  key, lacks: z.enum(['no_reading', 'no_area', 'no_floor', 'no_weights', 'nobody']).nullable(), missingCount: count, missing: z.array(home), own: z.array(row),
  table: z.array(row).nullable(), good: count, bearable: count, against: count,
})
const weighing = z.strictObject({
  sharing: id, place: id, label: text, what: text, cents: count, monthly: z.boolean(), floors: text, tableOpen: z.boolean(), homes: count, month: maybeText,
  options: z.array(option),
  opinions: z.array(z.strictObject({ home: id, key, stance: z.enum(OPINIONS) })),
  objections: z.array(z.strictObject({ id, key, text, at: instant, own: z.boolean(), answer: maybeText })),
})
const agreement = z.strictObject({
  id, version: count, what: text, key, cents: count, monthly: z.boolean(), effectiveOn: day, content: text, hash: text, homes: count,
  signatories: z.array(z.strictObject({ person: id, name: text, way: z.enum(['tap', 'paper']).nullable(), signedAt: maybeInstant })),
  shares: z.array(row), bills: z.array(z.strictObject({ id, month: text, cents: count })),
})
const bill = z.strictObject({ id, month: text, what: text, key, cents: count, homes: count, lines: z.array(row) })
const ONE = { id: idAsked, receipt: receiptAsked }

export const SHARING: readonly Question[] = [
  question({
    name: 'sharing.show', input: ONE, output: weighing.nullable(),
    ask: async (db, actor, asked, around) => {
      const { id: matter, inside } = await seen(db, actor, asked, around)
      const open = await weighed(db, actor, matter, inside)
      return open && {
        sharing: open.id, place: open.place_id, label: open.place, what: open.what, cents: open.cents, monthly: open.monthly, floors: open.floors, tableOpen: open.table_open,
        homes: open.homes, month: open.month,
        options: open.options.map(({ mine, said, ...one }) => ({ ...one, own: mine, ...said })),
        opinions: open.mine.flatMap(({ said }) => said.map(one => ({ home: one.home_id, key: one.key, stance: one.stance }))),
        objections: open.objections.map(({ id, key, text, own, answer, at }) => ({ id, key, text, own, answer, at: at.toString() })),
      }
    },
  }),
  question({
    name: 'sharing.agreements', input: ONE, output: z.strictObject({ agreements: z.array(agreement) }),
    ask: async (db, actor, asked, around) => {
      const { id: matter, inside } = await seen(db, actor, asked, around)
      return { agreements: (await agreementsOf(db, actor, matter, inside)).map(one => ({
        id: one.id, version: one.number, what: one.what, key: one.key, cents: one.cents, monthly: one.monthly, effectiveOn: one.effective_on, content: one.content, hash: one.hash,
        homes: one.homes, bills: one.bills, shares: one.shares.map(line),
        signatories: one.signatories.map(({ person_id, name, way, signed_at }) => ({ person: person_id, name, way, signedAt: told(signed_at) })),
      })) }
    },
  }),
  question({
    name: 'sharing.bill', input: { ...ONE, bill: idAsked }, output: bill,
    ask: async (db, actor, asked, around) => {
      const { id: matter, inside } = await seen(db, actor, asked, around)
      const found = await billOf(db, actor, { matter, bill: asked.bill }, inside)
      if (!found) throw new NotFound(lang => agreementPageText(lang).noBill)
      return { id: found.id, month: found.month, what: found.what, key: found.key, cents: found.cents, homes: found.homes, lines: found.lines.map(line) }
    },
  }),
  question({
    name: 'sharing.readings', input: { ...ONE, month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u).meta({ label: lang => sharingActText(lang).month, wrong: lang => sharingActText(lang).monthWrong }) },
    output: z.strictObject({ readings: z.array(z.strictObject({ home: id, label: text, thousandths: weight })) }),
    ask: async (db, actor, asked, around) => {
      const { rules } = await stillThere(db, actor, asked, around)
      const refusal = mayNotWithSharing.keep(actor, { matter: rules })
      if (refusal) throw new Refused(refusal)
      return { readings: (await readingsOf(db, rules.id, asked.month)).map(one => ({ home: one.id, label: one.label, thousandths: one.amount })) }
    },
  }),
]

function line({ home, label, weight, cents }: z.infer<typeof row>): z.infer<typeof row> {
  return { home, label, weight, cents }
}

async function seen(db: Reader, actor: Actor, asked: { id: number, receipt: string }, around: Around): Promise<{ id: number, inside: boolean }> {
  const { id, rules } = await stillThere(db, actor, asked, around)
  return { id, inside: isInside(actor, rules) }
}
