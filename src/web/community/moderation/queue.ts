// 等人看一眼: what waits for whoever judges, without a name; ticked and judged together, by mouse, touch or keys.
import { invalid } from '#kit/check.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { askChangeInput, casesFor, hideInput, type Waits } from '#modules/matters/public.ts'
import { lacks, placesOf } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'
import { keyText } from '#text/queue.ts'
import { framed, idFrom } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { EMPTY, shownOnce, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { JUDGINGS, judgeEach, judgingIn, type JudgingName, type Outcome } from './acts.ts'
import { row } from './case-row.ts'

interface After {
  mend: Mend
  ticked: readonly string[]
  done?: { name: JudgingName, outcomes: readonly Outcome[] }
}

/** GET /:community/moderation */
export const page: Page = visit => shown(visit, { mend: EMPTY, ticked: [] })

/** POST /:community/moderation */
export const submit: Submit = async sent => {
  const { fields } = sent.form
  const ticked = [fields['case'] ?? []].flat()
  try {
    const name = judgingIn(sent.form)
    const ids = [...new Set(ticked)].map(idFrom).filter(id => id !== undefined)
    if (!name || ids.length === 0) throw invalid([{ field: 'case', reason: lang => moderationText(lang).pickSome }])
    const outcomes = await judgeEach(sent, name, ids)
    const refused = outcomes.filter(({ problem }) => problem !== null).map(({ id }) => String(id))
    const { requestKey: _sent, ...typed } = fields
    const after = await sent.show(visit => shown(visit, { mend: refused.length > 0 ? { values: typed, problems: [] } : EMPTY, ticked: refused, done: { name, outcomes } }))
    return after instanceof Response || refused.length === outcomes.length ? after : await shownOnce(after)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    // The field of the form that says what to change has a name of its own.
    const problems = typed(sent.form, 'act') === 'reply' ? problem.problems.map(one => one.field === 'words' ? { ...one, field: 'change' } : one) : problem.problems
    return sent.show(visit => shown(visit, { mend: { values: fields, problems }, ticked }))
  }
}

async function shown(visit: Visit, { mend, ticked, done }: After): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = moderationText(lang)
  const reason = lacks(actor, 'moderate', null)
  if (reason && placesOf(actor, 'moderate')?.length === 0) throw new Refused(reason)
  const cases = await casesFor(db, actor)
  const total = cases[0]?.total ?? 0
  const at = `/${community.slug}/moderation`
  return framed(visit, { title: t.title, wide: true, desk: true, back: `/${community.slug}`, islands: ['queue'], ...!done && { live: 'matters/' } }, html`<p class="dim sm">${t.lead}</p>
${done ? told(visit, done.name, done.outcomes) : nothing}
<p class="row wrap no-print"><a class="btn b-line sm" href="/${community.slug}/moderation-log">${t.log}</a>${!reason && html`<a class="btn b-line sm" href="${at}/words">${t.words}</a>`}</p>
${cases.length === 0 ? empty(t.none) : html`<form method="post" action="${at}" data-queue>${requestKey(mend)}<div class="cols gap"><div>${
    cases.map(one => row(visit, one, ticked.includes(String(one.id))))}${total > cases.length && html`<p class="dim sm">${t.more(total - cases.length)}</p>`}</div><div>${acts(visit, mend, cases)}</div></div></form>`}
${keys(visit)}`)
}

// Shown by the script that makes them work; it is that of the other queue.
function keys({ lang }: Visit): Html {
  const [t, own] = [keyText(lang), moderationText(lang)]
  const each = [['j', t.j], ['k', t.k], ['x', t.x], ['o', t.o], ['a', own.keyA], ['r', own.keyR], ['?', t.question]] as const
  return html`<div class="only-wide gap"><details class="card no-print" id="keys" hidden><summary><b>${t.title}</b></summary><label class="tickbox"><input type="checkbox" id="keys-on" checked><span>${t.on}<small>${t.hint}</small></span></label>
<dl class="kv">${each.map(([key, words]) => html`<dt><kbd>${key}</kbd></dt><dd>${words}</dd>`)}</dl></details></div>`
}

// Enter in a field does nothing: the first button is none.
function acts({ lang }: Visit, mend: Mend, cases: readonly Waits[]): Html {
  const t = moderationText(lang)
  const ofMatters = cases.some(one => one.kind === 'matter')
  return html`<section class="stack no-print" id="together" aria-label="${t.together}"><button hidden disabled></button>${head(t.together)}${errs(lang, mend)}
<button class="btn full b-sea" name="act" value="accept">${JUDGINGS.accept.title(lang)}</button>
${ofMatters && html`<div><button class="btn full b-line" name="act" value="private">${JUDGINGS.private.title(lang)}</button><p class="why">${t.makePrivateHint}</p></div>`}
${fold(lang, 'reply', mend, change(lang, mend))}
${fold(lang, 'hide', mend, html`${field(lang, hideInput, 'reason', mend)}${field(lang, hideInput, 'words', mend)}`)}</section>`
}

// Two folds of one form cannot both have a field “words”.
function change(lang: Visit['lang'], mend: Mend): Html {
  return field(lang, askChangeInput.omit({ words: true }).extend({ change: askChangeInput.shape.words }), 'change', mend)
}

function fold(lang: Visit['lang'], name: JudgingName, mend: Mend, fields: Html): Html {
  const title = JUDGINGS[name].title(lang)
  return html`<details class="card" data-act="${name}"${mend.values['act'] === name && html` open`}><summary><b>${title}</b></summary>${fields}<p class="field"><button class="btn full" name="act" value="${name}">${title}</button></p></details>`
}

function told({ lang }: Visit, name: JudgingName, outcomes: readonly Outcome[]): Html {
  const t = moderationText(lang)
  const refused = outcomes.filter(({ problem }) => problem !== null)
  const count = outcomes.length - refused.length
  return html`${count > 0 && toast(t.done(count, JUDGINGS[name].title(lang)))}${refused.length > 0 && html`<div class="errs" role="alert" tabindex="-1"><h2>${t.refused(refused.length)}</h2><ul>${
    refused.map(({ problem }) => html`<li>${icon('warn')} ${problem?.(lang)}</li>`)}</ul></div>`}`
}
