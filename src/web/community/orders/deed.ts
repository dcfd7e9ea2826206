// One form for whatever is done with an order: the fields of the act, and where one comes out again.
import { NotFound, Refused } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { orderById, peopleLivingAt, type OrderShown } from '#modules/orders/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { orderText } from '#text/orders.ts'
import { framed, idFrom, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { dateThere, DEEDS, isDeed, type Deed, type DeedName } from './deeds.ts'

/** GET /:community/orders/:id/do/:deed?date= */
export const page: Page = visit => shown(visit, EMPTY)

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const { name, deed } = deedIn(visit)
  const order = await orderById(db, actor, idIn(visit), today(community, now))
  const wanted = idFrom([mend.values['date'] ?? url.searchParams.get('date') ?? ''].flat()[0] ?? '')
  const date = order.dates.find(({ id }) => id === wanted)
  if (!deed.whole && !date) throw new NotFound(say => orderText(say).noOrder)
  const refusal = deed.refuse(actor, order, date ? dateThere(date) : null, now)
  if (refusal) throw new Refused(refusal)
  const at = `/${community.slug}/orders/${order.id}`
  const offered = name === 'finish' && order.kind !== 'visit' ? [] : deed.fields.filter(one => !(one === 'how' && order.person_id === actor.personId))
  const title = deed.summary(lang)
  return framed(visit, { title, narrow: true, back: at }, html`<p class="dim sm">${
  dotted(order.name, date && dayAndTime(lang, Temporal.Instant.from(date.begins_at), community.time_zone))}</p>
${name === 'agree' ? note('', 'visit', orderPageText(lang).agreeLead) : nothing}
<form class="card" method="post" action="${at}/do/${name}">${errs(lang, mend)}${requestKey(mend)}${date && html`<input type="hidden" name="date" value="${date.id}">`}
${offered.map(one => field(lang, deed.schema, one, mend))}${name === 'agree' && order.person_id === null ? await whoAgreed(visit, order, mend) : nothing}
<div class="field"><button class="btn full">${title}</button></div></form>`)
}

// Whoever asked gave a name that the roster does not know at this door: the worker there says who it is.
async function whoAgreed({ lang, db, community, now }: Visit, order: OrderShown, mend: Mend): Promise<Html> {
  const there = await peopleLivingAt(db, order.place_id ?? 0, today(community, now))
  return choose(lang, 'person', orderText(lang).whoAgreed, there.map(({ id, name }) => ({ value: id, words: name })), [mend.values['person'] ?? ''].flat()[0] ?? '',
    mend.problems.find(problem => problem.field === 'person')?.reason)
}

/** POST /:community/orders/:id/do/:deed */
export const send: Submit = sent => {
  const { name, deed } = deedIn(sent)
  return orAgain(sent, async () => {
    await deed.send(sent, inputOf(sent, name, deed))
    const after = name === 'finish' && typed(sent.form, 'seen') !== 'well' && typed(sent.form, 'seen') !== '' ? 'worried' : '1'
    return goTo(`/${sent.community.slug}/orders/${idIn(sent)}?done=${after}`)
  }, mend => visit => shown(visit, mend))
}

function deedIn({ params }: Pick<Visit, 'params'>): { name: DeedName, deed: Deed } {
  const name = params['deed'] ?? ''
  if (!isDeed(name)) throw new NotFound(lang => orderText(lang).noOrder)
  return { name, deed: DEEDS[name] }
}

// What was left empty is left out where it may be.
function inputOf(sent: Sent, name: DeedName, deed: Deed): Record<string, unknown> {
  const names = [...deed.fields, ...name === 'agree' ? ['person'] : name === 'judgeRating' ? ['show'] : name === 'withdraw' ? ['how'] : []]
  const given = names.map((one): [string, string] => [one, typed(sent.form, one)]).filter(([, value]) => value !== '')
  return { id: idIn(sent), ...!deed.whole && { date: idFrom(typed(sent.form, 'date')) ?? 0 }, ...Object.fromEntries(given) }
}
