// What somebody may do with an errand: each act as a form, greyed with the reason where it is the one thing that he came for.
import { confirmInput, finishInput, judgeInput, mayNot, takeInput, type ErrandShown } from '#modules/errands/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import type { Again } from './one.ts'

/** All that this actor may do now, what is likeliest first. */
export function deeds(visit: Visit, errand: ErrandShown, again: Again | null): Html {
  const { actor, lang } = visit
  const t = errandPageText(lang)
  const form = formOn(visit, errand, again)
  if (actor.personId === null) return nothing
  const may = (refusal: unknown, shown: () => Html) => refusal === null ? shown() : nothing
  const minutes = String(errand.finished_minutes ?? '')
  return html`${takePart(visit, errand, form)}
${may(mayNot.finish(actor, errand), () => form('finish', t.finish, mend => field(lang, finishInput, 'minutes', mend)))}
${may(mayNot.confirm(actor, errand), () => html`${form('confirm', t.confirm, mend => html`${field(lang, confirmInput, 'minutes', { ...mend,
    values: { minutes, ...mend.values } })}${field(lang, confirmInput, 'thanks', mend)}`)}${!errand.swapped && html`<p class="dim xs">${t.hours}</p>`}`)}
${may(mayNot.release(actor, errand), () => form('release', t.release, null))}
${may(mayNot.callOff(actor, errand), () => form('call-off', t.callOff, null))}
${may(mayNot.judge(actor, errand), () => html`<section>${head(t.judge)}${form('judge', t.judgeDo, mend => field(lang, judgeInput, 'verdict', mend))}</section>`)}
${may(errand.taken_by === actor.personId ? false : mayNot.report(actor, errand), () => html`<details class="gap"><summary class="dim sm">${t.report}</summary>${
    form('report', t.report, null)}</details>`)}`
}

type FormOn = ReturnType<typeof formOn>

function takePart({ actor, now, lang, community }: Visit, errand: ErrandShown, form: FormOn): Html {
  const t = errandPageText(lang)
  if (errand.ended_at !== null || errand.by_id === actor.personId || errand.taken_by === actor.personId) return nothing
  if (errand.side === 'offer') {
    const room = (errand.room ?? 0) > errand.along && Temporal.Instant.compare(errand.until_at, now) > 0
    return room ? html`<p class="field"><a class="btn full" href="/${community.slug}/errands/new?offer=${errand.id}&kind=${errand.kind}">${t.along}</a></p>`
      : nothing
  }
  const refusal = mayNot.take(actor, errand, now)
  return refusal ? html`<div class="field">${buttonOrWhy(lang, t.take, refusal)}</div>` : form('take', t.take, mend => field(lang, takeInput, 'words', mend))
}

// The form of one deed; without fields it is a button in a line.
function formOn({ lang, community }: Visit, { id }: ErrandShown, again: Again | null) {
  return (deed: string, words: string, fields: ((mend: Mend) => Html) | null): Html => {
    const mend = again?.deed === deed ? again.mend : EMPTY
    return html`<form class="${fields ? 'card gap' : 'gap'}" method="post" action="/${community.slug}/errands/${id}/do/${deed}">${errs(lang, mend)}${
      fields?.(mend)}${requestKey(mend)}<button class="btn full${fields ? ' gap' : ' b-line'}">${words}</button></form>`
  }
}
