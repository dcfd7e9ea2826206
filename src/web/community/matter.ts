// One matter: where it stands, who has it, its trail from the start, and what the reader can do.
import { followMatter, matterById, mayNot, mayNotReadPhone, phoneOf, readPhone, moveInput, moveMatter, NEXT, notesOf, photosOf, titleOf } from '#modules/matters/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import { Invalid } from '#kit/errors.ts'
import { kindText, matterText, stepText } from '#text/matters.ts'
import { boardText, matterPageText } from '#text/pages.ts'
import { unmaskText } from '#text/unmask.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note, toast } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { six, tile } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, shownOnce, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>

/** GET /:community/matters/:id; `?code=` shows a private matter to whoever holds its receipt. */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/follow */
export const follow: Submit = async sent => {
  await sent.act(followMatter, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=follow`)
}

/** POST /:community/matters/:id/move */
export const move: Submit = async sent => {
  try {
    await sent.act(moveMatter, { id: idIn(sent), step: typed(sent.form, 'step'), note: typed(sent.form, 'note') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}`)
}

/** POST /:community/matters/:id/phone */
export const phone: Submit = async sent => {
  const { community, params } = sent
  const t = unmaskText(sent.lang)
  const { id } = await sent.act(readPhone, { id: params['id'] })
  const at = `/${community.slug}/matters/${id}`
  return sent.show(async visit => {
    const number = await phoneOf(visit.db, sent, id)
    return shownOnce(framed(visit, { title: t.ofMatter(id), narrow: true, back: at }, html`<section class="slip center"><p><a href="tel:${number}"><code>${local(number)}</code></a></p><p class="sm">${t.onlyOnce}</p></section>
<p class="field"><a class="btn full b-line" href="${at}">${t.toMatter}</a></p>`))
  })
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = matterPageText(lang)
  const id = idIn(visit)
  const matter = await matterById(db, actor, id, visit.isReceipt(id, url.searchParams.get('code') ?? ''))
  const place = await placeById(db, matter.place_id)
  const notes = matter.withdrawn_at ? [] : await notesOf(db, id)
  const last = notes.at(-1)
  return framed(visit, {
    title: matter.withdrawn_at ? String(id) : titleOf(matter.text), current: 'board', back: `/${community.slug}/board`, live: `matters/${id}${receipt(visit, '&')}`,
    ...(place.kind !== 'home' && { qr: `${visit.publicUrl}/${community.slug}/matters/${id}` }),
  }, matter.withdrawn_at ? note('', 'undo', t.withdrawn) : html`${url.searchParams.get('done') === 'follow' ? toast(t.followDone) : nothing}
<div class="cols"><div>
<p class="row wrap"><span class="badge">${icon('pin')}${matter.label}</span><span class="badge sea">${kindText(lang)[matter.kind as 'other']}</span>${
    matter.urgent && html`<span class="badge alarm">${boardText(lang).urgent}</span>`}<span class="badge num">${id}</span></p>
${place.kind === 'home' ? note('', 'lock', t.private) : nothing}
<section class="card" aria-label="${t.now}">${six(lang, matter.step, { big: true, been: notes.map(note => note.step) })}<p class="six-say">${
    last ? html`<span class="who staff"><b aria-hidden="true">${last.name.slice(0, 1)}</b><span>${last.name}<span>${last.organisation}</span></span></span>` : t.nobodyYet}</p></section>
<section><div class="head"><h2>${t.from}</h2></div>${await trail(visit, matter, notes)}</section>
</div><div>${actions(visit, matter, place, mend)}</div></div>`)
}

async function trail(visit: Visit, matter: Shown, notes: Awaited<ReturnType<typeof notesOf>>): Promise<Html> {
  const { lang, community, now } = visit
  const t = matterPageText(lang)
  const photos = await photosOf(visit.db, matter.id)
  const at = `/${community.slug}/matters/${matter.id}/photos`
  const code = receipt(visit, '?')
  const when = (at: Temporal.Instant) => html`<time datetime="${at.toString()}">${said(lang, at, now, community.time_zone)}</time>`
  return html`<ol class="trail">
<li>${tile(lang, 'raise')}<p class="when">${t.raised} ${when(matter.raised_at)}</p><blockquote class="say">${matter.text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}<footer>${
    dotted(raiser(visit, matter), matter.channel === 'phone' || matter.channel === 'paper' ? t.taken(howText(lang, matter.channel)) : null)}</footer></blockquote>
${photos.length > 0 && html`<div class="pics">${photos.map((photo, i) => html`<a href="${at}/${photo.file}${code}"><img src="${at}/${photo.thumbnail}${code}" width="${photo.width}" height="${photo.height}" alt="${t.photo(i + 1)}" loading="lazy"></a>`)}</div>`}</li>
${notes.map((one, i) => html`<li${i === notes.length - 1 && html` class="now"`}>${tile(lang, one.step)}<p class="when">${t.moved(stepText(lang)[one.step])} ${when(one.at)}</p><p>${one.text}</p><p class="dim xs">${dotted(one.name, one.organisation)}</p></li>`)}
</ol>`
}

// Whoever holds the receipt needs it for the photos and for what is heard, too.
function receipt({ url }: Visit, before: '?' | '&'): string {
  const code = url.searchParams.get('code')
  return code === null ? '' : `${before}${new URLSearchParams({ code })}`
}

function howText(lang: Visit['lang'], channel: 'phone' | 'paper'): string {
  return channel === 'phone' ? matterPageText(lang).byPhone : matterPageText(lang).onPaper
}

function raiser({ lang }: Visit, matter: Shown): string {
  const t = matterPageText(lang)
  return matter.name_shown && matter.raiser_name ? matter.raiser_name : t.aNeighbour
}

function actions(visit: Visit, matter: Shown, place: Place, mend: Mend): Html {
  const { lang, community, actor } = visit
  const t = matterPageText(lang)
  const subject = { ...matter, place }
  const cannotMove = mayNot.move(actor, subject)
  const at = `/${community.slug}/matters/${matter.id}`
  return html`<section class="stack no-print" aria-label="${t.youCan}"><h2 class="head">${t.youCan}</h2>
${matter.followed ? note('', 'check', t.followed) : html`<form method="post" action="${at}/follow">${requestKey(EMPTY)}${buttonOrWhy(lang, matterText(lang).summaryFollow, mayNot.follow(actor, subject), 'b-sea')}</form>`}
${matter.followers ? html`<p class="sm dim">${boardText(lang).also(matter.followers)}</p>` : nothing}
${matter.has_phone && mayNotReadPhone(actor, subject) === null && html`<form method="post" action="${at}/phone">${requestKey(EMPTY)}<button class="btn full b-line">${icon('phone')}${unmaskText(lang).readPhone}</button><p class="why">${unmaskText(lang).readPhoneHint}</p></form>`}</section>
${cannotMove === null && html`<section class="no-print"><h2 class="head">${t.moveOn}</h2><form class="card" method="post" action="${at}/move">${errs(lang, mend)}${requestKey(mend)}${
    stepChoices(visit, matter, mend)}${field(lang, moveInput, 'note', mend)}<div class="field"><button class="btn full">${t.send}</button></div></form></section>`}`
}

function stepChoices({ lang }: Visit, matter: Shown, mend: Mend): Html {
  return html`<fieldset class="field"><legend>${matterText(lang).step}</legend><div class="pick">${NEXT[matter.step].map((step, i) =>
    html`<label><input type="radio"${i === 0 && html` id="f-step"`} name="step" value="${step}"${mend.values['step'] === step && html` checked`} required><span>${stepText(lang)[step]}</span></label>`)}</div></fieldset>`
}
