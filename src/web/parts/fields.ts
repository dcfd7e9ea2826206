// Forms made from a schema: each field's label, hint, control and limits stand in the schema that also checks it.
import { z } from 'zod'
import { metaOf, type FieldMeta } from '#kit/check.ts'
import type { Lang, Said } from '#kit/phrase.ts'
import type { Mend } from '#web/visit.ts'
import { checkText } from '#text/check.ts'
import { partText } from '#text/parts.ts'
import { html, icon, nothing, type Html } from './html.ts'

interface Limits {
  type?: string
  minLength?: number
  maxLength?: number
  enum?: string[]
}

/** What is wrong, each with a link to its field; nothing when nothing is wrong. */
export function errs(lang: Lang, mend: Mend): Html {
  if (mend.problems.length === 0) return nothing
  return html`<div class="errs" role="alert" tabindex="-1"><h2>${checkText(lang).someWrong(mend.problems.length)}</h2>
  ${mend.problems.map(problem => html`<a href="#f-${problem.field.split('.')[0]}">${problem.reason(lang)}</a><br>`)}</div>`
}

/** One field of the schema, with what was typed and what is wrong with it. */
export function field(lang: Lang, schema: z.ZodObject, name: string, mend: Mend): Html {
  const meta = metaOf(schema, [name]) ?? {}
  const limits = limitsOf(schema, name)
  const wrong = mend.problems.find(problem => problem.field === name || problem.field.startsWith(`${name}.`))?.reason
  const values = [mend.values[name] ?? []].flat()
  if (meta.control === 'hidden') return html`<input type="hidden" name="${name}" value="${values[0] ?? ''}">`
  if (meta.control === 'tick') return tick(lang, name, meta, values.length > 0, wrong)
  if (meta.control === 'pick') return pick(lang, name, meta, limits, values[0], wrong)
  return line(lang, name, meta, limits, values[0] ?? '', wrong)
}

/** Several ticks in one frame, each consent on its own line; none is ticked beforehand. */
export function consents(lang: Lang, schema: z.ZodObject, names: string[], mend: Mend, legend: string): Html {
  return html`<fieldset class="field consent"><legend class="vh">${legend}</legend>${names.map(name => field(lang, schema, name, mend))}</fieldset>`
}

/** The hidden key by which a second send repeats the first answer. */
export function requestKey(mend: Mend): Html {
  return html`<input type="hidden" name="requestKey" value="${mend.values['requestKey'] ?? crypto.randomUUID()}">`
}

/** A button; when there is a reason against it, grey, with the reason beside it. */
export function buttonOrWhy(lang: Lang, words: string, refusal: Said | null, look = ''): Html {
  if (!refusal) return html`<button class="btn full${look && ` ${look}`}">${words}</button>`
  const id = `why-${crypto.randomUUID().slice(0, 8)}`
  return html`<button class="btn full" type="button" aria-disabled="true" aria-describedby="${id}">${words}</button><p class="why" id="${id}">${icon('lock')}${refusal(lang)}</p>`
}

function limitsOf(schema: z.ZodObject, name: string): Limits {
  const shape: unknown = schema.shape[name]
  if (!(shape instanceof z.ZodType)) return {}
  return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Limits
}

function line(lang: Lang, name: string, meta: FieldMeta, limits: Limits, value: string, wrong?: Said): Html {
  const described = [meta.hint && `h-${name}`, wrong && `e-${name}`].filter(Boolean).join(' ')
  const common = html`id="f-${name}" name="${name}"${described && html` aria-describedby="${described}"`}${wrong && html` aria-invalid="true"`}${
    limits.maxLength && html` maxlength="${limits.maxLength}"`}${meta.autocomplete && html` autocomplete="${meta.autocomplete}"`}`
  return html`<div class="field${wrong && ' bad'}">
  <label for="f-${name}">${meta.label?.(lang) ?? name}</label>
  ${meta.hint && html`<p class="hint" id="h-${name}">${meta.hint(lang)}</p>`}
  ${meta.control === 'textarea'
    ? html`<textarea ${common}>${value}</textarea>`
    : html`<input type="${meta.control === 'tel' ? 'tel' : meta.control === 'date' ? 'date' : 'text'}" ${common} value="${value}">`}
  ${error(lang, name, wrong)}
</div>`
}

function pick(lang: Lang, name: string, meta: FieldMeta, limits: Limits, value?: string, wrong?: Said): Html {
  const choices = (limits.enum ?? Object.keys(meta.choices ?? {})).map(choice => ({ choice, words: meta.choices?.[choice]?.(lang) ?? choice }))
  const long = choices.some(({ words }) => words.length > 8)
  const described = [meta.hint && `h-${name}`, wrong && `e-${name}`].filter(Boolean).join(' ')
  return html`<fieldset class="field${wrong && ' bad'}"${described && html` aria-describedby="${described}"`}><legend>${meta.label?.(lang) ?? name}</legend>
  ${meta.hint && html`<p class="hint" id="h-${name}">${meta.hint(lang)}</p>`}
  <div class="pick${long && ' two'}">${choices.map(({ choice, words }, i) => html`<label><input type="radio"${i === 0 && html` id="f-${name}"`} name="${name}" value="${choice}"${
    choice === value && html` checked`}><span>${words}</span></label>`)}</div>
  ${error(lang, name, wrong)}
</fieldset>`
}

function tick(lang: Lang, name: string, meta: FieldMeta, on: boolean, wrong?: Said): Html {
  return html`<label class="tickbox"><input type="checkbox" id="f-${name}" name="${name}" value="true"${on && html` checked`}${
    wrong && html` aria-invalid="true" aria-describedby="e-${name}"`}><span>${
    meta.label?.(lang) ?? name}${meta.hint && html`<small>${meta.hint(lang)}</small>`}${error(lang, name, wrong)}</span></label>`
}

function error(lang: Lang, name: string, wrong?: Said): Html {
  return wrong ? html`<span class="err" id="e-${name}">${icon('warn')}${wrong(lang)}</span>` : nothing
}

/** A choice from a longer list; `none` is said for choosing nothing. */
export function choose(lang: Lang, name: string, label: string, options: readonly { value: string | number, words: string }[], value: string, wrong?: Said, none = partText(lang).choose): Html {
  return html`<div class="field${wrong && ' bad'}"><label for="f-${name}">${label}</label>
  <select id="f-${name}" name="${name}"${wrong && html` aria-invalid="true" aria-describedby="e-${name}"`}>
  <option value="">${none}</option>
  ${options.map(option => html`<option value="${option.value}"${String(option.value) === value && html` selected`}>${option.words}</option>`)}
  </select>${error(lang, name, wrong)}</div>`
}
