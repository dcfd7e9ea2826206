// The desk: what those who handle a matter can do with it now. What may not be done is grey, with the reason.
import { listed } from '#kit/phrase.ts'
import { mayNot, moveInput, type matterById } from '#modules/matters/public.ts'
import { evidenceFor, nextSteps, tracksOf, type Evidence } from '#modules/methods/public.ts'
import { categoryText, handlerOf, propose, trackText, type Category } from '#modules/router/public.ts'
import { deskText } from '#text/matter-page.ts'
import { matterPageText } from '#text/pages.ts'
import { postText } from '#text/people.ts'
import { plansText } from '#text/plans.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { evidenceText, workText } from '#text/work.ts'
import { costsText, handlersText, homesText, linksText, photosAfterText, planText, tasksText } from '#text/work-more.ts'
import { pollText } from '#text/polls.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>

/** The forms of whoever handles the matter; `there` is the evidence that is there. */
export function desk(visit: Visit, matter: Shown, there: ReadonlySet<Evidence>, mend: Mend): Html {
  const { lang } = visit
  const t = deskText(lang)
  return html`<section class="stack no-print" aria-label="${t.title}">${head(t.title)}
${matter.routed_by === null ? proposal(visit, matter) : nothing}
${matter.rules.accepted_at ? nothing : tap(visit, matter, 'accept', workText(lang).summaryAccept, mayNot.accept(visit.actor, matter.rules), 'b-sea')}
${matter.rules.paused_at ? tap(visit, matter, 'resume', t.resume, mayNot.resume(visit.actor, matter.rules), 'b-sea') : nothing}
${moving(visit, matter, there, mend)}
${others(visit, matter)}</section>`
}

// Only what the router said of these words now: the reason is made again, the proposal itself was kept when it was raised.
function proposal(visit: Visit, matter: Shown): Html {
  const { lang } = visit
  const t = deskText(lang)
  const { trackWhy } = propose({ text: matter.text, kind: matter.kind, placeKind: matter.rules.place.kind, urgent: matter.urgent })
  const track = tracksOf(matter.rules.method).find(known => known === matter.track)
  if (!track || !matter.category) return nothing
  return html`<div class="card"><p><b>${t.proposal}</b></p>
<p class="row wrap"><span class="badge sea">${trackText(lang)[track]}</span><span class="badge">${categoryText(lang)[matter.category as Category]}</span></p>
<p class="sm">${t.because(trackWhy(lang))}</p>
<p class="sm dim">${t.wouldHandle(listed(lang, handlerOf(track, matter.rules.place.kind).map(post => postText(lang)[post])))}</p>
<form method="post" action="${address(visit, matter, 'confirm')}">${requestKey(EMPTY)}<input type="hidden" name="track" value="${track}"><input type="hidden" name="category" value="${matter.category}">${
    buttonOrWhy(lang, t.confirm, mayNot.handle(visit.actor, matter.rules), 'b-sea')}</form><p><a class="rest" href="${address(visit, matter, 'acts/route')}">${t.change}</a></p></div>`
}

function moving(visit: Visit, matter: Shown, there: ReadonlySet<Evidence>, mend: Mend): Html {
  const { lang } = visit
  const { method, track, step } = matter.rules
  const choices = nextSteps(method, track, step).filter(next => next !== 'close')
  if (choices.length === 0) return nothing
  const lacking = (next: typeof step) => evidenceFor(method, track, step, next).filter(kind => !there.has(kind))
  const missing = [...new Set(choices.flatMap(lacking))]
  return html`<form class="card" method="post" action="${address(visit, matter, 'move')}">${errs(lang, mend)}${requestKey(mend)}
<fieldset class="field"><legend>${deskText(lang).moveOn}</legend><div class="pick">${choices.map((next, i) =>
    html`<label><input type="radio"${i === 0 && html` id="f-step"`} name="step" value="${next}"${mend.values['step'] === next && html` checked`}${
      lacking(next).length > 0 && html` disabled`} required><span>${method.steps[next]?.name[lang] ?? next}</span></label>`)}</div>${
    missing.length > 0 && html`<p class="why">${icon('lock')}${
      deskText(lang).needs(listed(lang, missing.map(kind => evidenceText(lang)[kind])))}</p>`}</fieldset>
${field(lang, moveInput, 'note', mend)}${choices.includes('do') && field(lang, moveInput, 'warning', mend)}
<div class="field">${buttonOrWhy(lang, matterPageText(lang).send, mayNot.move(visit.actor, matter.rules))}</div></form>`
}

// The rest are links: each has its own small form.
function others(visit: Visit, matter: Shown): Html {
  const { lang, actor } = visit
  const t = workText(lang)
  const { rules } = matter
  const may = mayNot.handle(actor, rules) === null
  const links: readonly (readonly [to: string, words: string])[] = [
    ...may ? [['reply', t.summaryReply], ['acts/ask', t.summaryAsk], ['acts/note', t.summaryNoteInside], ['hand-on', t.summaryHandOn]] as const : [],
    ...mayNot.giveBack(actor, rules) === null ? [['acts/give-back', t.summaryGiveBack]] as const : [],
    ...mayNot.pause(actor, rules) === null ? [['acts/pause', t.summaryPause]] as const : [],
    ...may ? [
      ['photos-after', photosAfterText(lang).title], ['plan', planText(lang).title], ['plans', plansText(lang).title], ['sharing', sharingPageText(lang).title], ['poll', pollText(lang).title], ['tasks', tasksText(lang).title],
      ['costs', costsText(lang).title], ['handlers', handlersText(lang).title], ['homes', homesText(lang).title], ['links', linksText(lang).title],
      ['acts/route', t.summaryRoute], ['acts/private', t.summarySetPrivate],
    ] as const : [],
  ]
  return html`<div class="card"><p class="dim sm">${deskText(lang).more}</p><div class="row wrap">${links.map(([to, words]) => html`<a class="btn b-line" href="${address(visit, matter, to)}">${words}</a>`)}${
    may && html`<form method="post" action="${address(visit, matter, 'urgent')}">${requestKey(EMPTY)}<input type="hidden" name="urgent" value="${matter.urgent ? '' : 'true'}"><button class="btn b-line">${
      matter.urgent ? deskText(lang).notUrgent : deskText(lang).urgent}</button></form>`}</div></div>`
}

function tap(visit: Visit, matter: Shown, to: string, words: string, refusal: ReturnType<typeof mayNot.accept>, look: string): Html {
  return html`<form method="post" action="${address(visit, matter, to)}">${requestKey(EMPTY)}${buttonOrWhy(visit.lang, words, refusal, look)}</form>`
}

function address({ community }: Visit, matter: Shown, part: string): string {
  return `/${community.slug}/matters/${matter.id}/${part}`
}
