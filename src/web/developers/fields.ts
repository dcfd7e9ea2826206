// The fields of a request or an answer, one below the other, what lies inside another one after it.
import type { Lang } from '#kit/phrase.ts'
import { developersText, typeText } from '#text/developers.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import type { ApiDocument, Shape } from './document.ts'

/** One field: its way from the outside in, what it is, and whether it must be there. */
interface Field {
  path: string
  type: string
  required: boolean
  words: string
}

/** A list of the fields of a shape; nothing where it has none. */
export function fieldsListed(lang: Lang, document: ApiDocument, shape: Shape, marked: boolean): Html {
  const fields = fieldsOf(lang, document, shape)
  if (fields.length === 0) return nothing
  return html`<dl class="fields">${fields.map(field => html`<dt><code>${inside(field.path)}</code><span class="dim">${field.type}</span>${
    marked && field.required && html`<b>${developersText(lang).required}</b>`}</dt><dd>${field.words}</dd>`)}</dl>`
}

// The last name stands out from the way to it.
function inside(path: string): Html {
  const at = Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1
  return at === 0 ? html`${path}` : html`<span class="dim">${path.slice(0, at)}</span>${path.slice(at)}`
}

function fieldsOf(lang: Lang, document: ApiDocument, shape: Shape, before = ''): Field[] {
  const whole = resolved(document, shape)
  const choices = (whole.anyOf ?? []).map(one => resolved(document, asShape(one)))
  const inner = whole.properties ? [whole] : choices.filter(one => one.properties)
  return inner.flatMap(({ properties = {}, required = [] }) => Object.entries(properties).flatMap(([name, part]) => {
    const field = asShape(part)
    const path = `${before}${name}`
    const { within, mark } = opened(document, field)
    return [
      { path, type: typeOf(lang, document, field), required: required.includes(name), words: field.description ?? '' },
      ...fieldsOf(lang, document, within, `${path}${mark}.`),
    ]
  }))
}

// What lies in a list is told as if there were one.
function opened(document: ApiDocument, field: Shape): { within: Shape, mark: string } {
  const whole = resolved(document, field)
  const some = (whole.anyOf ?? []).map(asShape).find(one => resolved(document, one).type !== 'null')
  if (some && !whole.properties) return opened(document, some)
  return whole.type === 'array' ? { within: asShape(whole.items), mark: '[]' } : { within: whole, mark: '' }
}

function typeOf(lang: Lang, document: ApiDocument, field: Shape): string {
  const t = typeText(lang)
  const whole = resolved(document, field)
  if (Array.isArray(whole.type)) return whole.type.map(type => typeOf(lang, document, { ...whole, type })).join(lang === 'zh' ? '，' : ', ')
  if (whole.const !== undefined) return JSON.stringify(whole.const)
  if (whole.enum) return whole.enum.map(String).join(' | ')
  if (whole.anyOf) return [...new Set(whole.anyOf.map(one => typeOf(lang, document, asShape(one))))].join(lang === 'zh' ? '，' : ', ')
  if (whole.type === 'array') return t.list(typeOf(lang, document, asShape(whole.items)))
  return `${named(lang, whole)}${bounds(lang, whole)}`
}

function named(lang: Lang, { type, format }: Shape): string {
  const t = typeText(lang)
  if (format && type === 'string' && isWord(format)) return t[format]
  return typeof type === 'string' && isWord(type) ? t[type] : t.any
}

type Word = Exclude<keyof typeof typeText.pairs, 'list' | 'long' | 'upTo' | 'atLeast' | 'between'>

function isWord(name: string): name is Word {
  return Object.hasOwn(typeText.pairs, name) && typeof typeText.pairs[name as Word][0] === 'string'
}

function bounds(lang: Lang, { type, minLength, maxLength, minimum, maximum }: Shape): string {
  const t = typeText(lang)
  const end = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  const said = type === 'string' && maxLength !== undefined ? minLength ? t.long(String(minLength), String(maxLength))
    : t.upTo(String(maxLength))
    : minimum !== undefined && end !== undefined ? t.between(String(minimum), String(end)) : minimum !== undefined && minimum > 0
      ? t.atLeast(String(minimum)) : ''
  return said && `${lang === 'zh' ? '，' : ', '}${said}`
}

function resolved(document: ApiDocument, shape: Shape): Shape {
  return shape.$ref ? { ...document.components.schemas[shape.$ref.split('/').at(-1) ?? ''], ...shape.description
    && { description: shape.description } } : shape
}

function asShape(part: unknown): Shape {
  return typeof part === 'object' && part !== null ? part : {}
}
