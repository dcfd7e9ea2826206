// What programs may ask about errands: the board, and one with what lies on its way.
import { z } from 'zod'
import { errandById, errandsFitting, errandsOnBoard, KINDS, standsAs, swapsOf, type ErrandListed } from '#modules/errands/public.ts'
import { apiErrandText } from '#text/api-errands.ts'
import { list, question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeText, text } from './shapes.ts'

const said = <Shape extends z.ZodType>(shape: Shape, key: keyof typeof apiErrandText.pairs) => shape.meta({ label: lang => apiErrandText(lang)[key] })

const errand = z.strictObject({
  id, side: said(z.enum(['ask', 'offer']), 'side'), kind: text, inReturn: said(maybeText, 'inReturn'), estate: id, where: said(text, 'where'),
  text: said(maybeText, 'text'), from: instant, until: instant, room: said(count.nullable(), 'room'), along: said(count, 'along'),
  stands: said(z.enum(['open', 'past', 'taken', 'finished', 'done', 'called_off', 'untaken', 'unconfirmed', 'over']), 'stands'), reach: said(count, 'reach'),
})

const swap = z.strictObject({
  id, mine: said(id, 'mine'), other: said(id, 'other'), iAgreed: said(z.boolean(), 'iAgreed'), otherAgreed: said(z.boolean(), 'otherAgreed'),
})

export const ERRANDS: readonly Question[] = [
  list({
    name: 'errands.list', input: { estate: idAsked.optional() }, item: errand,
    ask: async (db, actor, { estate }, { after, limit }, { now }) =>
      (await errandsOnBoard(db, actor, now, { estate: estate ?? null, newest: { before: after }, limit: limit + 1 })).map(one => answered(one, now)),
  }),
  question({
    name: 'errands.show', input: { id: idAsked },
    output: errand.extend({
      taker: said(maybeText, 'taker'), words: said(maybeText, 'words'), minutes: said(count.nullable(), 'minutes'),
      fits: said(z.array(errand), 'fits'), swaps: said(z.array(swap), 'swaps'),
    }),
    ask: async (db, actor, asked, { now }) => {
      const found = await errandById(db, actor, asked.id)
      const fits = found.ended_at === null ? await errandsFitting(db, actor, found.id, now) : []
      const { taker, words, minutes } = found
      return { ...answered(found, now), taker, words, minutes, fits: fits.map(one => answered(one, now)), swaps: (await swapsOf(db, actor, found.id)).map(swapped) }
    },
  }),
]

function answered(one: ErrandListed, now: Temporal.Instant): z.input<typeof errand> {
  return {
    id: one.id, side: one.side, kind: KINDS.find(kind => kind === one.kind) ?? 'other', inReturn: one.in_return, estate: one.estate_id, where: one.where,
    text: one.text, from: one.from_at.toString(), until: one.until_at.toString(), room: one.room, along: one.along, stands: standsAs(one, now), reach: one.reach,
  }
}

function swapped(one: Awaited<ReturnType<typeof swapsOf>>[number]): z.input<typeof swap> {
  return { id: one.id, mine: one.mine_id, other: one.other_id, iAgreed: one.i_agreed, otherAgreed: one.other_agreed }
}
