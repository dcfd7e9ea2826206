// 异议: who objected to what and what was answered; the form to object. Texts are for the owners of the estate and for whoever keeps the vote.
import { Invalid } from '#kit/errors.ts'
import { mayNotKeep, mayNotObject, OBJECTED_IN, objectInput, objectToDecision, type Decision, type DecisionShown, type ObjectionShown } from '#modules/decisions/public.ts'
import { objectedText } from '#text/decision-words.ts'
import { howText } from '#text/decision-pages.ts'
import { decisionText } from '#text/decisions.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** POST /:community/decisions/:id/objections; `again` shows the vote with what is to be mended. */
export function object(again: (mend: Mend) => Page): Submit {
  return async sent => {
    const id = idIn(sent)
    try {
      await sent.act(objectToDecision, { id, about: typed(sent.form, 'about'), text: typed(sent.form, 'text') })
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return sent.show(again({ values: sent.form.fields, problems: problem.problems }))
    }
    return goTo(`/${sent.community.slug}/decisions/${id}?done=objected`)
  }
}

/** Whether somebody may read what belongs to the owners of the estate alone. */
export function isInside({ actor }: Pick<Visit, 'actor'>, decision: Pick<Decision, 'estate'>): boolean {
  return mayNotKeep(actor, decision) === null || actor.homes.some(({ kind, estate_id }) => kind === 'owner' && estate_id === decision.estate.id)
}

/** The objections with their answers, and the form, which says by itself what can be objected to now. */
export function objectionsPart(visit: Visit, decision: Decision, { objections }: DecisionShown, mend: Mend): Html {
  const { lang } = visit
  const list = objections.length === 0 ? nothing : html`<details class="card sm"><summary class="rest">${howText(lang).objectionList}${
    lang === 'zh' ? '：' : ': '}${objections.length}</summary>${
    objections.map(one => objectionSaid(visit, decision, one))}</details>`
  return html`${list}${formPart(visit, decision, mend)}`
}

/** One objection with its answer. */
export function objectionSaid(visit: Visit, decision: Decision, { about, text, at, answer, upheld, by, person_id }: ObjectionShown, named = false): Html {
  const { lang, actor, community } = visit
  const t = howText(lang)
  const readable = person_id === actor.personId || isInside(visit, decision)
  return html`<div class="field"><p><b>${t.objectionTo(objectedText(lang)[about])}</b> <span class="dim">${
    dayAndTime(lang, Temporal.Instant.from(at), community.time_zone)}${
    named && ` ${by}`}</span></p><p>${readable ? text : html`<span class="dim">${icon('lock')} ${t.textInside}</span>`}</p>${
    answer === null ? html`<p class="dim">${icon('clock')} ${t.unanswered}</p>` : html`<p><span class="badge ${upheld ? 'leaf' : ''}">${
    upheld ? t.upheld : t.notUpheld}</span> ${answer}</p>`}</div>`
}

function formPart(visit: Visit, decision: Decision, mend: Mend): Html {
  const { lang, actor, community } = visit
  const t = howText(lang)
  const subjects = (['roll', 'notice', 'result'] as const).filter(about => OBJECTED_IN[about].some(stage => stage === decision.stage))
  if (subjects.length === 0) return nothing
  const title = subjects.includes('result') ? t.question : t.objectTitle
  const refusal = mayNotObject(actor, decision)
  if (refusal) return html`<section id="object">${buttonOrWhy(lang, title, refusal)}</section>`
  const picked = [mend.values['about'] ?? ''].flat()[0]
  const wrong = mend.problems.find(problem => problem.field === 'about')?.reason
  return html`<details class="gap" id="object"${mend.problems.length > 0 && html` open`}><summary class="btn b-line full">${
    icon('discuss')}${title}</summary>
<form class="card" method="post" action="/${community.slug}/decisions/${decision.id}/objections">${errs(lang, mend)}${requestKey(mend)}
<fieldset class="field"><legend>${decisionText(lang).objectedTo}</legend><div class="pick">${
    subjects.map((about, i) => html`<label><input type="radio"${
    i === 0 && html` id="f-about"`} name="about" value="${about}"${(picked === about || subjects.length === 1) && html` checked`}><span>${
    objectedText(lang)[about]}</span></label>`)}</div>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>
${field(lang, objectInput, 'text', mend)}<div class="field"><button class="btn full">${title}</button></div></form></details>`
}

