// 您的票: the voter's own slip with its receipt, the form to vote or to change one's mind, and the mandates that one holds.
import { mayNotCast, type Decision, type DecisionShown, type OwnPart } from '#modules/decisions/public.ts'
import type { Rules } from '#modules/law/public.ts'
import { ballotChannelText } from '#text/decision-words.ts'
import { ballotText } from '#text/decision-pages.ts'
import { buttonOrWhy, errs, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { clock } from '#web/parts/steps.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import { questionFields } from './ballot-form.ts'
import { silenceSaid } from './how.ts'
import { areaSaid, inFours } from './said.ts'

/** What concerns the visitor himself; nothing while there is nothing to do or to keep. */
export function minePart(visit: Visit, decision: Decision, seen: DecisionShown, own: OwnPart, rules: Rules, mend: Mend): Html {
  const { lang, actor, now, community } = visit
  const at = `/${community.slug}/decisions/${decision.id}`
  const slip = own.ballot ? slipOf(visit, decision, own, own.ballot) : nothing
  if (decision.stage !== 'open') return slip
  const refusal = mayNotCast(actor, { urn: decision, number: own.number }, now)
  const mandates = mandatesPart(visit, at, own)
  if (refusal) return html`${slip}<section>${buttonOrWhy(lang, ballotText(lang).send, refusal)}</section>${mandates}`
  const form = castForm(visit, decision, seen, rules, at, mend)
  if (own.ballot && mend === EMPTY) {
    return html`${slip}<details class="gap"><summary class="btn b-line sm">${icon('undo')}${ballotText(lang).change}</summary>${
    form}</details>${mandates}`
  }
  return html`<section>${head(ballotText(lang).yours, closesChip(visit, decision))}<p class="sm dim">${
    dotted(...own.homes, areaSaid(lang, own.area))}</p>${form}</section>${mandates}`
}

/** How long it is still open, as a chip. */
export function closesChip({ lang, now }: Pick<Visit, 'lang' | 'now'>, { closes_at, zone }: Pick<Decision, 'closes_at' | 'zone'>): Html {
  if (!closes_at) return nothing
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const { days } = day(now).until(day(closes_at))
  const t = ballotText(lang)
  return html`<span class="push">${days <= 0 ? clock('today', t.lastDay) : clock('ok', t.daysLeft(days))}</span>`
}

function slipOf(visit: Visit, decision: Decision, own: OwnPart, ballot: NonNullable<OwnPart['ballot']>): Html {
  const { lang, community } = visit
  const t = ballotText(lang)
  const code = inFours(ballot.receipt)
  const open = decision.stage === 'open'
  return html`<section class="slip tight">${head(t.voted, open ? closesChip(visit, decision) : undefined)}
<p class="sm dim">${dotted(...own.homes, areaSaid(lang, own.area), ballotChannelText(lang)[ballot.channel], dayAndTime(lang, ballot.at, community.time_zone))}</p>
<p><span class="dim xs">${t.receipt}</span><br><code>${code}</code></p>
<p><a class="rest" href="/${community.slug}/decisions/${decision.id}/check?code=${code}">${t.check}</a></p>${
    open && decision.closes_at && html`<p class="xs dim">${t.changeable(dayAndTime(lang, decision.closes_at, community.time_zone))}</p>`}</section>`
}

function castForm({ lang }: Visit, { secret }: Decision, { questions }: DecisionShown, rules: Rules, at: string, mend: Mend): Html {
  const t = ballotText(lang)
  return html`<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(EMPTY)}${questionFields({ lang }, questions, mend)}
<div class="field"><button class="btn full">${t.send}</button></div>
<p class="why">${icon('lock')}<span>${t.nobodySees}${lang === 'zh' ? '。' : '. '}${
    secret ? t.afterwardsSecret : t.afterwardsOpen}</span></p><p class="why">${icon('help')}<span>${silenceSaid(lang, rules)}</span></p></form>`
}

function mandatesPart({ lang }: Visit, at: string, { mandates }: OwnPart): Html {
  if (mandates.length === 0) return nothing
  const t = ballotText(lang)
  return html`<section>${head(t.mandates)}${mandates.map(({ id, homes, used }) => html`<form class="card" method="post" action="${
    at}/mandates/hand-in">${requestKey(EMPTY)}<input type="hidden" name="mandate" value="${id}">
<p><b>${t.mandateFor(homes.join(lang === 'zh' ? '、' : ', '))}</b></p><p class="sm dim">${t.mandateBound}</p>${
    used ? html`<p class="why">${icon('check')}${t.handedIn}</p>` : html`<div class="gap"><button class="btn full b-sea">${
    t.handIn}</button></div>`}</form>`)}</section>`
}
