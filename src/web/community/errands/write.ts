// 请邻居帮个忙、我能帮点忙: one short form for each; and a line of the chat that becomes an ask after a look.
import { check } from '#kit/check.ts'
import { Refused } from '#kit/errors.ts'
import { areasFor, askErrand, askInput, chatInput, KINDS, offerErrand, offerInput, readChat } from '#modules/errands/public.ts'
import { holds, signedOut } from '#modules/people/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { writeText } from '#text/errands.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { assetAt } from '#web/parts/assets.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { goTo, shownOnce, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { formMoment, momentField, valueOf } from '../decisions/keeping.ts'
import { kindSaid } from './around.ts'

const USUAL = Temporal.Duration.from({ hours: 2 })
const [DAY, NIGHT, MORNING] = [8, 22, 10]
const HIDDEN = ['side', 'channel', 'offer'] as const

/** GET /:community/errands/new?side=offer&offer=ID&kind= */
export const page: Page = visit => {
  const { url } = visit
  const known = KINDS.find(kind => kind === url.searchParams.get('kind'))
  const side = url.searchParams.get('side') === 'offer' ? 'offer' : 'ask'
  return shown(visit, { values: { side, kind: known ?? 'shopping', room: '3', offer: String(numberIn(url, 'offer') ?? ''), channel: 'page' }, problems: [] })
}

/** POST /:community/errands/new */
export const submit: Submit = sent => orAgain(sent, async () => {
  const { requestKey: _key, side = 'ask', channel = 'page', offer = '', inReturn = '', askedFor = '', room = '', ...both } = sent.form.fields
  const { id } = side === 'offer' ? await sent.act(offerErrand, { ...both, room })
    : await sent.act(askErrand, { ...both, channel, offer, inReturn, askedFor })
  return goTo(`/${sent.community.slug}/errands/${id}?sent=1`)
}, mend => visit => shown(visit, mend))

/** GET /:community/errands/import */
export const pasting: Page = async visit => pasted(visit, { values: {}, problems: [] })

/** POST /:community/errands/import: the form with what the line says, to be looked at. Nothing is written down yet. */
export const paste: Submit = sent => orAgain(sent, async () => {
  const refusal = signedOut(sent.actor)
  if (refusal) throw new Refused(refusal)
  const { line } = check(chatInput, { line: typed(sent.form, 'line') })
  const read = readChat(line, sent.now, sent.community.time_zone)
  const form = await sent.show(visit => shown(visit, {
    values: { ...read, side: 'ask', channel: 'chat', askedFor: holds(visit.actor, 'enter for others') ? read.askedFor : '' }, problems: [],
  }, errandPageText(visit.lang).readSay))
  return form instanceof Response ? form : shownOnce(form)
}, mend => visit => pasted(visit, mend))

async function pasted(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, community, actor } = visit
  const t = errandPageText(lang)
  const at = `/${community.slug}/errands`
  const refusal = signedOut(actor)
  return framed(visit, { title: t.chatTitle, narrow: true, back: at }, refusal ? html`${buttonOrWhy(lang, t.read, refusal)}`
    : html`<form class="stack" method="post" action="${at}/import">${errs(lang, mend)}${field(lang, chatInput, 'line', mend)}
<div class="field"><button class="btn full">${t.read}</button></div></form>`)
}

async function shown(visit: Visit, mend: Mend, said = ''): Promise<Html> {
  const { lang, community, actor, now } = visit
  const t = errandPageText(lang)
  const at = `/${community.slug}/errands`
  const offers = valueOf(mend, 'side') === 'offer'
  const schema = offers ? offerInput : askInput
  const refusal = signedOut(actor)
  const send = offers ? t.sendOffer : t.sendAsk
  const usual = formMoment(usually(now, community.time_zone), community.time_zone)
  return framed(visit, { title: offers ? t.newOffer : t.newAsk, narrow: true, back: at }, refusal ? html`${buttonOrWhy(lang, send, refusal)}`
    : html`<link rel="stylesheet" href="${assetAt('errand.css')}">${said && note('sun', 'check', said)}<form class="stack" method="post" action="${at}/new">${errs(lang, mend)}${requestKey(mend)}${
    HIDDEN.map(name => html`<input type="hidden" name="${name}" value="${valueOf(mend, name)}">`)}
${field(lang, schema, 'kind', mend)}${field(lang, schema, 'text', mend)}
${momentField(visit, schema, 'until', mend, usual)}${momentField(visit, schema, 'from', mend, '')}
${await where(visit, mend)}${offers ? field(lang, offerInput, 'room', mend) : asksOnly(visit, mend)}
<div class="field"><button class="btn full">${send}</button></div></form><p class="dim xs gap">${t.money}${!offers && html`<br>${t.noDebt}`}</p>`)
}

// In two hours; who writes at night means the morning.
function usually(now: Temporal.Instant, zone: string): Temporal.Instant {
  const later = now.add(USUAL).toZonedDateTimeISO(zone)
  if (later.hour >= DAY && later.hour < NIGHT) return later.toInstant()
  return later.add({ days: later.hour < DAY ? 0 : 1 }).withPlainTime({ hour: MORNING }).toInstant()
}

// Only a worker asks for somebody else; whoever takes up an offer swaps nothing.
function asksOnly({ lang, actor }: Visit, mend: Mend): Html {
  const swaps = idFrom(valueOf(mend, 'offer')) === undefined
  return html`${swaps ? choose(lang, 'inReturn', writeText(lang).inReturn, KINDS.map(kind => ({ value: kind, words: kindSaid(lang, kind) })),
    valueOf(mend, 'inReturn'), undefined, errandPageText(lang).nowhere) : nothing}${
    holds(actor, 'enter for others') || valueOf(mend, 'askedFor') !== '' ? field(lang, askInput, 'askedFor', mend) : nothing}`
}

// One's own homes first; whoever has none, and whoever will not say which, names the building or the estate.
async function where({ lang, db, actor }: Visit, mend: Mend): Promise<Html> {
  const homes = actor.homes.map(home => ({ value: home.id, words: home.label }))
  const areas = (await areasFor(db, actor)).map(area => ({ value: area.id, words: area.label }))
  const wrong = mend.problems.find(problem => problem.field === 'place')?.reason
  return choose(lang, 'place', writeText(lang).place, [...homes, ...areas], valueOf(mend, 'place', String(homes[0]?.value ?? '')), wrong)
}
