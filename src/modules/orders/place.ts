// 点单: somebody asks for something from the menu: for himself, for whom he acts, for his parents, or (a worker) for who called.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import { addDates } from '#modules/orders/add-dates.ts'
import { clock, picked, optional, say, which } from '#modules/orders/fields.ts'
import { itemToChange } from '#modules/orders/find-item.ts'
import { mayNotOrder } from '#modules/orders/may-not-order.ts'
import { REPEATS } from '#modules/orders/order.ts'
import { whoIsServed } from '#modules/orders/served.ts'
import { zoneOf } from '#modules/orders/zone.ts'
import { type Actor } from '#modules/people/public.ts'
import { estateOf, placeById } from '#modules/places/public.ts'
import { repeatText } from '#text/orders.ts'

const LATEST = { days: 92 }
const LONGEST = { days: 366 }

export const placeOrderInput = z.strictObject({
  item: which.meta({ control: 'hidden', label: say('whichItem') }),
  place: z.coerce.number().int().positive().meta({ label: say('where'), wrong: say('whereWrong') }),
  person: optional(z.coerce.number().int().positive()).meta({ label: say('who'), wrong: say('whoWrong') }),
  named: z.string().trim().max(30).default('').meta({ label: say('named'), hint: say('namedHint') }),
  entered: z.boolean().default(false).meta({ label: say('entered'), hint: say('enteredHint'), control: 'tick' }),
  words: z.string().trim().max(500).default('').meta({ label: say('words'), hint: say('wordsHint'), wrong: say('wordsWrong'), control: 'textarea' }),
  on: z.iso.date().meta({ label: say('on'), wrong: say('onWrong'), control: 'date' }),
  at: clock.meta({ label: say('at'), hint: say('atHint'), wrong: say('atWrong') }),
  repeat: z.enum(REPEATS).default('once').meta(picked(REPEATS, say('repeat'), repeatText)),
  until: optional(z.iso.date()).meta({ label: say('until'), hint: say('untilHint'), wrong: say('untilWrong'), control: 'date' }),
})

type Placed = z.output<typeof placeOrderInput>

/** Orders it. A visit at the wish of another waits for the consent of whoever is to be visited; what is full waits on a list. */
export const placeOrder = action({
  name: 'orders.place',
  summary: say('summaryPlace'),
  forOthers: true,
  input: placeOrderInput,
  subject: async (db, input, _actor: Actor) => ({ item: await itemToChange(db, input.item), place: await placeById(db, input.place), entered: input.entered }),
  refuse: mayNotOrder,
  run: async (db, { subject: { item, place }, input, actor, onBehalfOf, limits, from, now }) => {
    await checkTime(db, input, now)
    if (!input.entered) await takeTurn(db, { limits, from, now }, actor, 'suggest')
    const who = await whoIsServed(db, { input, actor, onBehalfOf, kind: item.kind, now })
    const { id } = await db.insertInto('menu_order').values({
      community_id: db.community, item_id: item.id, ordered_by: actor.personId ?? 0, entered: input.entered, ...who, words: input.words || null,
      place_id: place.id, estate_id: estateOf(place), repeat: input.repeat, begins_on: input.on, minute: input.at,
      until: input.repeat === 'once' ? null : input.until, ordered_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    if (who.needs_consent) return { subject: `orders/${id}`, answer: { id, waits: true }, facts: { item: item.id, kind: item.kind, to: 'consent' } }
    const dated = { id, item_id: item.id, most_a_day: item.most_a_day, minutes: item.minutes, repeat: input.repeat, begins_on: input.on, minute: input.at, until: input.until }
    const { first, soon, open, queued } = await addDates(db, dated, now)
    const to = first === null ? 'queued' : soon ? 'soon' : 'offer'
    return { subject: `orders/${id}`, answer: { id, waits: open === 0 }, facts: { item: item.id, kind: item.kind, to, date: first, open, queued } }
  },
})

async function checkTime(db: Reader, { on, at, repeat, until }: Placed, now: Temporal.Instant): Promise<void> {
  const zone = await zoneOf(db)
  const first = Temporal.PlainDate.from(on)
  const begins = first.toPlainDateTime().add({ minutes: at }).toZonedDateTime(zone).toInstant()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.Instant.compare(begins, now) <= 0) throw invalid([{ field: first.equals(today) ? 'at' : 'on', reason: say('isPast') }])
  if (Temporal.PlainDate.compare(first, today.add(LATEST)) > 0) throw invalid([{ field: 'on', reason: say('onWrong') }])
  if (repeat === 'once' || until === null) return
  const last = Temporal.PlainDate.from(until)
  const fits = Temporal.PlainDate.compare(last, first) > 0 && Temporal.PlainDate.compare(last, first.add(LONGEST)) <= 0
  if (!fits) throw invalid([{ field: 'until', reason: say('untilWrong') }])
}
