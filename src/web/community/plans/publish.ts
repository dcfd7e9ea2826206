// The form for a version: filled in with the one before it, so that only what changes is written.
import { Invalid, Refused, type FieldProblem } from '#kit/errors.ts'
import { MOST_PARTS, mayNotWithPlan, publishVersion, publishVersionInput, type Version } from '#modules/plans/public.ts'
import { yuanOf } from '#modules/matters/public.ts'
import { publishPlanText } from '#text/plans.ts'
import { idIn, numberIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { keepPhotos, photoField } from '#web/parts/photos.ts'
import { goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { around, planFrame } from './around.ts'

/** How many parts the form of a first version has room for. */
const ROOM = 3

/** GET /:community/matters/:id/plans/new?parts= */
export const page: Page = visit => shown(visit, null)

/** POST /:community/matters/:id/plans/new */
export const send: Submit = async sent => {
  const id = idIn(sent)
  const kept = await keepPhotos(sent)
  const again = (problems: readonly FieldProblem[]) => sent.show(visit => shown(visit, { values: { ...sent.form.fields, photos: kept.tokens }, problems }))
  if (kept.problems.length > 0) return again(kept.problems)
  try {
    await sent.act(publishVersion, {
      id, about: typed(sent.form, 'about'), yuan: typed(sent.form, 'yuan'), days: typed(sent.form, 'days') || undefined, final: 'final' in sent.form.fields,
      parts: partsIn(sent.form), drawings: drawingsIn(sent.form, kept.tokens),
    })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return again(problem.problems)
  }
  return goTo(`/${sent.community.slug}/matters/${id}/plans`)
}

type Form = Pick<Sent['form'], 'fields'>

// A part of which nothing was written is none.
function partsIn(form: Form) {
  return Array.from({ length: MOST_PARTS }, (_, i) => ({ number: typed(form, `number-${i}`), heading: typed(form, `heading-${i}`), text: typed(form, `text-${i}`) }))
    .filter(part => part.heading.trim() !== '' || part.text.trim() !== '').map(({ number, ...written }) => ({ ...written, ...number && { part: number } }))
}

function drawingsIn(form: Form, tokens: readonly string[]) {
  const former = [form.fields['drawing'] ?? []].flat().filter(keep => `keep-${keep}` in form.fields).map(keep => ({ keep, alt: typed(form, `alt-${keep}`) }))
  return [...former, ...tokens.map(photo => ({ photo, alt: typed(form, 'alt') }))]
}

async function shown(visit: Visit, mend: Mend | null): Promise<Html> {
  const { lang, actor } = visit
  const t = publishPlanText(lang)
  const here = await around(visit)
  const refusal = mayNotWithPlan.publish(actor, here.planned)
  if (refusal) throw new Refused(refusal)
  const former = here.plan.versions.at(-1)
  const filled = mend ?? { values: written(former), problems: [] }
  const room = Math.min(MOST_PARTS, Math.max(ROOM, numberIn(visit.url, 'parts') ?? 0, ...Array.from({ length: MOST_PARTS }, (_, i) => filled.values[`heading-${i}`] || filled.values[`text-${i}`] ? i + 2 : 0)))
  return planFrame(visit, here, { title: t.publish, back: here.at, islands: ['photos'] }, html`<form class="stack" method="post" action="${here.at}/new" enctype="multipart/form-data">${errs(lang, filled)}${requestKey(filled)}
${field(lang, publishVersionInput, 'about', filled)}${field(lang, publishVersionInput, 'yuan', filled)}
<section id="f-parts">${head(t.parts)}${partError(lang, filled)}${Array.from({ length: room }, (_, i) => partFields(visit, i, filled))}${
    room < MOST_PARTS && html`<p class="no-print"><a class="rest" href="${here.at}/new?parts=${room + 1}">${t.newPart}</a></p>`}</section>
<section id="f-drawings">${head(t.drawings)}${former && keepFields(visit, former, filled)}${photoField(lang, filled, t.drawingHint)}${text('alt', t.alt, value(filled, 'alt'), { hint: t.altHint, most: 200 })}</section>
${text('days', t.days, value(filled, 'days') || '7', { most: 2 })}<fieldset class="field consent"><legend class="vh">${t.isFinal}</legend>${field(lang, publishVersionInput, 'final', filled)}</fieldset>
<div class="field"><button class="btn full">${t.publish}</button></div></form>`)
}

function written(former: Version | undefined): Mend['values'] {
  if (!former) return {}
  return Object.fromEntries([
    ['yuan', former.cents === null ? '' : yuanOf(former.cents)],
    ...former.parts.flatMap((part, i) => [[`number-${i}`, String(part.number)], [`heading-${i}`, part.heading], [`text-${i}`, part.text]]),
    ...former.drawings.flatMap(drawing => [[`keep-${drawing.id}`, 'true'], [`alt-${drawing.id}`, drawing.alt]]),
  ])
}

function partError(lang: Visit['lang'], { problems }: Mend): Html {
  const wrong = problems.filter(problem => /^(?:parts|drawings)/u.test(problem.field))
  return html`${wrong.map(problem => html`<p class="err">${icon('warn')}${problem.reason(lang)}</p>`)}`
}

function partFields({ lang }: Visit, i: number, mend: Mend): Html {
  const t = publishPlanText(lang)
  return html`<fieldset class="card gap"><legend class="vh">${t.nthPart(i + 1)}</legend><input type="hidden" name="number-${i}" value="${value(mend, `number-${i}`)}">
${text(`heading-${i}`, t.heading, value(mend, `heading-${i}`), { hint: t.headingHint, most: 30 })}
<div class="field"><label for="f-text-${i}">${t.partText}</label><textarea id="f-text-${i}" name="text-${i}" maxlength="3000">${value(mend, `text-${i}`)}</textarea></div></fieldset>`
}

function keepFields({ lang }: Visit, { drawings }: Version, mend: Mend): Html {
  const t = publishPlanText(lang)
  if (drawings.length === 0) return nothing
  return html`${drawings.map(one => html`<div class="card gap"><input type="hidden" name="drawing" value="${one.id}"><label class="tickbox"><input type="checkbox" name="keep-${one.id}" value="true"${
    `keep-${one.id}` in mend.values && html` checked`}><span>${t.keepDrawing}</span></label>${text(`alt-${one.id}`, t.alt, value(mend, `alt-${one.id}`), { most: 200 })}</div>`)}`
}

function text(name: string, label: string, value: string, { hint, most }: { hint?: string, most: number }): Html {
  return html`<div class="field"><label for="f-${name}">${label}</label>${hint && html`<p class="hint" id="h-${name}">${hint}</p>`}<input type="text" id="f-${name}" name="${name}" value="${value}" maxlength="${most}"${
    hint && html` aria-describedby="h-${name}"`}></div>`
}

function value({ values }: Mend, name: string): string {
  return String([values[name] ?? ''].flat()[0] ?? '')
}
