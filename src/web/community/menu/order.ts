// 点这一样: own home and tomorrow morning stand there already; for parents, for whom one acts, or (a worker) for who called.
import { mayNotOrder, menuItem, placeOrder, placeOrderInput, type MenuItem } from '#modules/orders/public.ts'
import { invalid } from '#kit/check.ts'
import { today } from '#modules/communities/public.ts'
import { holds, principalsOf } from '#modules/people/public.ts'
import { findPlace } from '#modules/places/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { orderText } from '#text/orders.ts'
import { framed, idFrom, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/menu/:id/order */
export const page: Page = visit => shown(visit, { values: {
  place: String(visit.actor.homes[0]?.id ?? ''), on: visit.now.toZonedDateTimeISO(visit.community.time_zone).toPlainDate().add({ days: 1 }).toString(), at: '9:30', repeat: 'once',
}, problems: [] })

/** POST /:community/menu/:id/order */
export const send: Submit = sent => orAgain(sent, async () => {
  const { form, community } = sent
  const principal = idFrom(typed(form, 'principal'))
  const place = await placeMeant(sent)
  const input = {
    item: idIn(sent), place, named: typed(form, 'named'), entered: 'entered' in form.fields, words: typed(form, 'words'),
    on: typed(form, 'on'), at: typed(form, 'at'), repeat: typed(form, 'repeat') || 'once', until: typed(form, 'until'),
  }
  const { id, waits } = await sent.act(placeOrder, input, principal === undefined ? {} : { onBehalfOf: principal })
  return goTo(`/${community.slug}/orders/${id}?placed=${waits ? 'waits' : '1'}`)
}, mend => visit => shown(visit, mend), { field: 'words' })

// What was written goes before what was chosen: nobody writes an address for nothing.
async function placeMeant(sent: Sent): Promise<number> {
  const address = typed(sent.form, 'address').trim()
  if (address === '') return idFrom(typed(sent.form, 'place')) ?? 0
  let found: number | undefined
  await sent.show(async ({ db }) => {
    const { place, complete } = await findPlace(db, address)
    found = complete ? place?.id : undefined
    return new Response()
  })
  if (found === undefined) throw invalid([{ field: 'address', reason: lang => orderText(lang).whereWrong }])
  return found
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = orderPageText(lang)
  const item = await menuItem(db, idIn(visit), today(community, now))
  const worker = holds(actor, 'enter for others')
  const refusal = mayNotOrder(actor, { item, entered: worker })
  const at = `/${community.slug}/menu/${item.id}`
  return framed(visit, { title: item.name, narrow: true, back: at }, html`${item.kind === 'visit' ? note('sun', 'visit', t.visitSay) : nothing}${
    refusal ? buttonOrWhy(lang, t.send, refusal) : await theForm(visit, item, worker, mend)}`)
}

async function theForm(visit: Visit, item: MenuItem, worker: boolean, mend: Mend): Promise<Html> {
  const { lang, community } = visit
  const t = orderPageText(lang)
  const part = (name: string) => field(lang, placeOrderInput, name, mend)
  return html`<form class="stack" method="post" action="/${community.slug}/menu/${item.id}/order">${errs(lang, mend)}${requestKey(mend)}
${part('words')}${part('on')}${part('at')}${part('repeat')}${part('until')}
${await forWhom(visit, mend)}${home(visit, mend)}
<details class="field"${(item.kind === 'visit' || worker || mend.problems.length > 0) && html` open`}><summary>${t.forOther}</summary>${part('named')}${address(visit, mend)}${
  worker ? html`<div class="consent field">${part('entered')}</div>` : nothing}</details>
<div class="field"><button class="btn full">${t.send}</button></div></form>`
}

async function forWhom({ lang, db, actor, community, now }: Visit, mend: Mend): Promise<Html> {
  if (actor.personId === null || actor.mayActFor.length === 0) return nothing
  const t = orderPageText(lang)
  const principals = (await principalsOf(db, actor.personId, today(community, now))).map(({ id, name }) => ({ value: id, words: name }))
  return choose(lang, 'principal', t.forWhom, principals, valueOf(mend, 'principal'), undefined, t.self)
}

function home({ lang, actor }: Visit, mend: Mend): Html {
  if (actor.homes.length === 0) return nothing
  const homes = actor.homes.map(({ id, label }) => ({ value: id, words: label }))
  return choose(lang, 'place', orderText(lang).where, homes, valueOf(mend, 'place'), mend.problems.find(problem => problem.field === 'place')?.reason, orderPageText(lang).elsewhere)
}

function address({ lang }: Visit, mend: Mend): Html {
  const t = orderPageText(lang)
  const bad = mend.problems.find(problem => problem.field === 'address')?.reason
  return html`<div class="field${bad && ' bad'}"><label for="f-address">${t.address}</label><p class="hint" id="h-address">${t.addressHint}</p><input type="text" id="f-address" name="address" maxlength="80" value="${
  valueOf(mend, 'address')}" aria-describedby="h-address${bad && ' e-address'}"${bad && html` aria-invalid="true"`}>${bad && html`<span class="err" id="e-address">${bad(lang)}</span>`}</div>`
}

function valueOf(mend: Mend, name: string): string {
  return [mend.values[name] ?? ''].flat()[0] ?? ''
}
