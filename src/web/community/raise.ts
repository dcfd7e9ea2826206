// 提一件事: one page from scan to receipt. Nothing typed is lost: not by a mistake, not by a photo that cannot be taken.
import type { FieldProblem } from '#kit/errors.ts'
import { alike, openHere, raiseInput, raiseMatter, titleOf } from '#modules/matters/public.ts'
import { consentsGiven, holds, principalsOf } from '#modules/people/public.ts'
import { today } from '#modules/communities/public.ts'
import { estates, placeById, placesIn, type Place } from '#modules/places/public.ts'
import { boardText, raiseText } from '#text/pages.ts'
import { mandateText } from '#text/mandates.ts'
import { alikeCard, MANY } from './moderation/alike-card.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, consents, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { keepPhotos, photoField } from '#web/parts/photos.ts'
import { six } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/raise?place= */
export const page: Page = async visit => shown(visit, numberIn(visit.url, 'place') ?? 0, await agreedTo(visit))

/** POST /:community/raise */
export const submit: Submit = async sent => {
  const { form, community } = sent
  const kept = await keepPhotos(sent)
  if (kept.problems.length > 0) return sent.show(formAgain(sent, kept.tokens, kept.problems))
  return orAgain(sent, async () => {
    const { id, receipt } = await sent.act(raiseMatter, {
      place: typed(form, 'place'), kind: typed(form, 'kind'), text: typed(form, 'text'),
      urgent: 'urgent' in form.fields, sharePhone: 'sharePhone' in form.fields, nameShown: 'nameShown' in form.fields,
      phone: typed(form, 'phone'), photos: kept.tokens, channel: typed(form, 'channel') || 'page',
    }, typed(form, 'principal') ? { onBehalfOf: Number(typed(form, 'principal')) } : {})
    return goTo(`/${community.slug}/matters/${id}/receipt?code=${receipt}`)
    // A photo that is gone must not come back with the form, or she could never send it.
  }, mend => formAgain(sent, mend.problems.some(one => one.field === 'photos') ? [] : kept.tokens, mend.problems))
}

// What she agreed to beforehand is filled in; nothing else is, and never her yes for somebody else's name.
async function agreedTo(visit: Visit): Promise<Mend> {
  const { db, actor } = visit
  if (actor.personId === null) return EMPTY
  const given = await consentsGiven(db, actor.personId)
  const phone = given.has('share_phone') ? (await visit.ownNumbers(db, actor)).phone : ''
  return { problems: [], values: { ...(given.has('show_name') && actor.mayActFor.length === 0 && { nameShown: 'true' }), ...(phone && { phone, sharePhone: 'true' }) } }
}

function formAgain(sent: Sent, tokens: string[], problems: readonly FieldProblem[]): Page {
  const values = { ...sent.form.fields, photos: tokens }
  return visit => shown(visit, idFrom(typed(sent.form, 'place')) ?? 0, { values, problems })
}

async function shown(visit: Visit, placeId: number, mend: Mend): Promise<Html> {
  const { lang, db, community } = visit
  const t = raiseText(lang)
  const place = placeId > 0 ? await placeById(db, placeId) : null
  const inside = place ? await placesIn(db, place.id) : await estates(db)
  return framed(visit, {
    title: t.title, current: 'raise', narrow: true, back: `/${community.slug}`, islands: ['draft', 'photos'],
  }, html`${emergency(visit)}
${place ? await scanned(visit, place) : nothing}
${place ? await saidBefore(visit, place, mend) : nothing}
${inside.length > 0 && (!place || place.kind !== 'home') ? wherePicker(visit, place, inside) : nothing}
${place ? theForm(visit, place, mend, await principals(visit)) : nothing}`)
}

function emergency({ lang, community }: Visit): Html {
  const t = raiseText(lang)
  const call = (number: string, words: Html | string) => html`<a class="btn b-line sm num" href="tel:${number}">${words}</a>`
  return html`<div class="emergency" role="note"><p>${t.emergency}</p><p class="numbers">${['120', '119', '110'].map(number => call(number, number))}${
    community.phone && call(community.phone, html`${t.duty}<span class="only-wide"> ${local(community.phone)}</span>`)}</p></div>`
}

async function scanned(visit: Visit, place: Place): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = raiseText(lang)
  const open = await openHere(db, actor, place.id)
  return html`<div class="card flush"><div class="scanned"><span class="glyph brick">${icon('pin')}</span><div class="grow"><p class="dim xs">${t.scanned}</p><h2>${place.label}</h2></div><a class="rest" href="/${community.slug}/raise">${t.change}</a></div>
${open.length > 0 && html`<div class="already"><p class="sm"><b>${t.openHere(open.length)}</b></p><p class="dim xs">${t.similar}</p>${open.map(matter => html`<div class="row wrap already-one"><a class="grow" href="/${community.slug}/matters/${matter.id}">${titleOf(matter.text)}</a><span class="dim xs">${
    dotted(said(lang, matter.raised_at, now, community.time_zone), matter.followers ? boardText(lang).also(matter.followers) : null)}</span>${
    actor.personId === null ? html`<a class="btn b-line sm" href="/${community.slug}/matters/${matter.id}">${t.look}</a>`
      : html`<form method="post" action="/${community.slug}/matters/${matter.id}/follow">${requestKey(EMPTY)}<button class="btn b-line sm">${icon('check')}${t.me}</button></form>`}</div>`)}</div>`}
</div>`
}

// Whoever is sent back with what she wrote may find that the neighbours have said it already.
async function saidBefore(visit: Visit, place: Place, mend: Mend): Promise<Html> {
  const text = [mend.values['text'] ?? ''].flat()[0] ?? ''
  return mend.problems.length === 0 || text.trim() === '' ? nothing : alikeCard(visit, await alike(visit.db, visit.actor, { text, placeId: place.id }, MANY))
}

function wherePicker({ lang, community }: Visit, place: Place | null, inside: readonly Place[]): Html {
  const t = raiseText(lang)
  return html`<details class="where"${place === null && html` open`}><summary>${place ? t.choosePlace : t.chooseEstate}</summary><ul class="chips">${
    inside.map(one => html`<li><a class="btn b-line sm" href="/${community.slug}/raise?place=${one.id}">${one.name}</a></li>`)}</ul></details>`
}

function theForm(visit: Visit, place: Place, mend: Mend, principals: Principal[]): Html {
  const { lang, community, actor } = visit
  const t = raiseText(lang)
  return html`<form class="stack" method="post" action="/${community.slug}/raise" enctype="multipart/form-data" data-draft="raise-${community.slug}" data-offline="${t.offline}" data-restored="${t.restored}">
${errs(lang, mend)}
${requestKey(mend)}<input type="hidden" name="place" value="${place.id}">
${principals.length > 0 ? forPrincipal(visit, principals, mend) : nothing}
${holds(actor, 'enter for others', place) ? forCaller(visit, mend) : nothing}
${field(lang, raiseInput, 'kind', mend)}
${field(lang, raiseInput, 'text', mend)}
${photoField(lang, mend)}
<div class="consent field">${field(lang, raiseInput, 'urgent', mend)}</div>
${field(lang, raiseInput, 'phone', mend)}
${consents(lang, raiseInput, actor.personId === null ? ['sharePhone'] : ['sharePhone', 'nameShown'], mend, t.title)}
<div class="field"><button class="btn full">${t.send}</button><p class="why center">${icon('undo')}${t.tenMinutes}</p></div>
<section class="card"><h3>${t.afterwards}</h3>${six(lang, 'raise', { big: true })}<p class="sm dim">${t.afterwardsSay}</p></section>
</form>
${note('', 'phone', t.trapped)}`
}

interface Principal {
  value: number
  words: string
}

// Those who let the actor act for them, by name.
async function principals({ db, actor, community, now }: Visit): Promise<Principal[]> {
  if (actor.personId === null || actor.mayActFor.length === 0) return []
  return (await principalsOf(db, actor.personId, today(community, now))).map(({ id, name }) => ({ value: id, words: name }))
}

function forPrincipal({ lang }: Visit, principals: Principal[], mend: Mend): Html {
  const t = mandateText(lang)
  const chosen = [mend.values['principal'] ?? ''].flat()[0] ?? ''
  return html`${choose(lang, 'principal', t.who, principals, chosen, undefined, t.whoSelf)}<p class="hint">${t.whoHint}</p>`
}

function forCaller({ lang }: Visit, mend: Mend): Html {
  const t = raiseText(lang)
  const option = (value: string, words: string) =>
    html`<label><input type="radio" name="channel" value="${value}"${(mend.values['channel'] ?? 'page') === value && html` checked`}><span>${words}</span></label>`
  return html`<fieldset class="field"><legend>${t.forCaller}</legend><p class="hint">${t.forCallerHint}</p><div class="pick">${
    option('page', t.myself)}${option('phone', t.byPhone)}${option('paper', t.onPaper)}</div></fieldset>`
}
