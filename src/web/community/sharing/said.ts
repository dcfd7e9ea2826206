// What homes think of a key: the form of one's own home, the objections, and their answers.
import { answerObjectionInput, mayNotWithSharing, sayOnSharingInput } from '#modules/sharing/public.ts'
import { keyText, opinionText, sharingActText } from '#text/sharing.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { reportText } from '#text/moderation-author.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import { valueOf, wrongOf, type Around } from './around.ts'

/** The form for one's own home; grey with the reason for whoever may not. */
export function sayForm({ lang, actor }: Visit, { matter, open, at }: Around, mend: Mend): Html {
  const t = sharingPageText(lang)
  if (!open) return nothing
  const refusal = mayNotWithSharing.say(actor, { matter: matter.rules, open }, open.mine.length)
  if (refusal) return html`<section class="no-print">${head(t.say)}${buttonOrWhy(lang, t.say, refusal)}</section>`
  const [only] = open.mine
  return html`<section class="no-print">${head(t.say)}<form class="card" method="post" action="${at}"><p class="dim sm">${t.advisory}</p>${errs(lang, mend)}${requestKey(mend)}${
    open.mine.length === 1 && only ? html`<input type="hidden" name="home" value="${only.id}">`
      : choose(lang, 'home', t.yourHome, open.mine.map(home => ({ value: home.id, words: home.label })), valueOf(mend, 'home'), wrongOf(mend, 'home'))}
${field(lang, sayOnSharingInput, 'key', mend)}${field(lang, sayOnSharingInput, 'stance', mend)}${field(lang, sayOnSharingInput, 'text', mend)}
<div class="field"><button class="btn full">${t.send}</button></div></form>${
    open.mine.map(home => home.said.map(one => html`<p class="sm dim">${dotted(open.mine.length > 1 && home.label, keyText(lang)[one.key], opinionText(lang)[one.stance])}</p>`))}</section>`
}

/** What was objected, each with its answer or without. */
export function objectionsPart(visit: Visit, { matter, open, at }: Around): Html {
  const { lang, actor, now, community } = visit
  const t = sharingPageText(lang)
  if (!open) return nothing
  const mayAnswer = mayNotWithSharing.handle(actor, { matter: matter.rules, open }) === null
  return html`<section id="said">${head(t.objections)}${open.objections.length === 0 ? html`<p class="nothing">${t.noObjections}</p>` : open.objections.map(one => html`<div class="adopt gap${
    one.answer === null && ' not'}" id="o-${one.id}"><p class="row wrap"><b>${keyText(lang)[one.key]}</b>${one.answer === null && html`<span class="badge push">${t.unanswered}</span>`}</p><blockquote class="say">${one.text}<footer>${
    dotted(one.own ? t.you : t.aNeighbour, said(lang, one.at, now, community.time_zone), one.standing !== 'shown' && t.held)}</footer></blockquote>${one.answer && html`<p>${one.answer}</p>`}${
    mayAnswer && html`<details class="where no-print"><summary>${sharingActText(lang).summaryAnswer}</summary><form method="post" action="${at}/answer">${requestKey(EMPTY)}<input type="hidden" name="objection" value="${one.id}">${
      answerField(lang, one.id)}<div class="field"><button class="btn full">${t.send}</button></div></form></details>`}${
    !one.own && html`<p><a class="rest sm no-print" href="/${community.slug}/matters/${matter.id}/report?thing=note&of=${one.id}">${reportText(lang).title}</a></p>`}</div>`)}</section>`
}

// Each has an id of its own: there may be several on the page.
function answerField(lang: Visit['lang'], id: number): Html {
  const t = sharingActText(lang)
  return html`<div class="field"><label for="f-words-${id}">${t.answer}</label><p class="hint" id="h-words-${id}">${t.answerHint}</p><textarea id="f-words-${id}" name="words" maxlength="${
    answerObjectionInput.shape.words.maxLength}" required minlength="2" aria-describedby="h-words-${id}"></textarea></div>`
}
