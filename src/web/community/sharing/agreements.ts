// The agreements of a matter: their text, who has signed, what one's home pays, the Word document, and the bills.
import { NotFound } from '#kit/errors.ts'
import { isInside, yuanOf } from '#modules/matters/public.ts'
import { today } from '#modules/communities/public.ts'
import { agreementsOf, documentOf, inForce, makeBillInput, mayNotWithSharing, type Agreement } from '#modules/sharing/public.ts'
import { keyText } from '#text/sharing.ts'
import { agreementPageText, sharingPageText } from '#text/sharing-pages.ts'
import { download } from '#web/download.ts'
import { idFrom } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, list } from '#web/parts/list.ts'
import { day, dayAt } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { matterOf, type Around } from './around.ts'

/** All agreements, the newest first, and the form for a bill. */
export function agreementsPart(visit: Visit, here: Around, mend: Mend): Html {
  const { lang, actor, now, community } = visit
  const { agreements, matter, at } = here
  if (agreements.length === 0) return nothing
  const holds = inForce(agreements, today(community, now))
  const mayBill = holds && mayNotWithSharing.keep(actor, { matter: matter.rules }) === null
  const t = agreementPageText(lang)
  return html`<section>${head(t.title)}${agreements.map(one => agreement(visit, here, one, holds))}${
    mayBill && html`<form class="card gap no-print" method="post" action="${at}/bill"><h3>${t.makeBill}</h3><p class="dim sm">${t.billHint}</p>${errs(lang, mend)}${requestKey(mend)}${
      field(lang, makeBillInput, 'month', mend)}${field(lang, makeBillInput, 'yuan', mend)}<div class="field"><button class="btn full">${t.makeBill}</button></div></form>`}</section>`
}

function agreement(visit: Visit, here: Around, one: Agreement, holds: Agreement | undefined): Html {
  const { lang } = visit
  const t = agreementPageText(lang)
  const left = one.signatories.filter(signer => !signer.signed).length
  const state = left > 0 ? t.waits(left) : one === holds ? t.inForce : holds && holds.number > one.number ? t.replaced : t.from(day(lang, one.effective_on))
  const mine = one.shares.filter(share => share.mine)
  return html`<div class="card gap"><p class="row wrap"><b>${t.number(one.number)}</b><span class="badge push${one === holds && ' leaf'}">${state}</span></p>
<p class="sm">${dotted(one.what, keyText(lang)[one.key], t.from(day(lang, one.effective_on)))}</p>${mine.map(share => html`<p class="sum"><span>${one.key === 'usage' ? t.yourShareUsual : t.yourShare} ${
    mine.length > 1 && share.label}</span><b>${sharingPageText(lang).pays(yuanOf(share.cents))}</b></p>`)}
<details class="where"><summary>${t.words}</summary>${one.content.split('\n').map(line => html`<p lang="zh-CN">${line}</p>`)}</details>
<ul class="sm">${one.signatories.map(signer => html`<li>${t.signed(signer.name, signer.way === null ? t.notYet : signer.way === 'paper' ? t.onPaper : t.byTap)}</li>`)}</ul>
${signing(visit, here, one)}<p class="row wrap gap no-print"><a class="btn b-line sm" href="${here.at}/agreements/${one.id}" download>${t.word}</a></p>
${one.bills.length > 0 && html`<div class="gap">${list(one.bills.map(bill => ({ href: `${here.at}/bills/${bill.id}`, icon: 'ledger' as const, title: t.bill(bill.month), meta: sharingPageText(lang).pays(yuanOf(bill.cents)) })))}</div>`}</div>`
}

function signing(visit: Visit, { matter, at }: Around, one: Agreement): Html {
  const { lang, actor } = visit
  const t = agreementPageText(lang)
  const agreed = { ...one, sharing_id: 0 }
  const form = (words: string, person: number | null, hint: string | null) => html`<form class="no-print gap" method="post" action="${at}/sign">${requestKey(EMPTY)}<input type="hidden" name="agreement" value="${one.id}">${
    person !== null && html`<input type="hidden" name="person" value="${person}">`}<button class="btn${person === null ? ' full' : ' b-line sm'}">${words}</button>${hint && html`<p class="why">${icon('lock')}${hint}</p>`}</form>`
  return html`${mayNotWithSharing.sign(actor, matter.rules, agreed, null) === null && form(t.sign, null, t.signHint)}${
    one.signatories.filter(signer => mayNotWithSharing.sign(actor, matter.rules, agreed, signer.person_id) === null && signer.person_id !== actor.personId).map(signer => form(t.paper(signer.name), signer.person_id, null))}`
}

/** GET /:community/matters/:id/sharing/agreements/:agreement: the Word document. */
export const document: Page = async visit => {
  const { db, actor, community, params, lang } = visit
  const matter = await matterOf(visit)
  const one = (await agreementsOf(db, actor, matter.id, isInside(actor, matter.rules))).find(known => known.id === idFrom(params['agreement'] ?? ''))
  if (!one) throw new NotFound(said => agreementPageText(said).noAgreement)
  return download(agreementPageText(lang).documentName(one.number), 'docx', await documentOf(one, at => dayAt('zh', at, community.time_zone)))
}
