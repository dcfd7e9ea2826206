// A Zod schema as JSON Schema (2020-12, as OpenAPI 3.1 takes it), with what its fields are called in people's words.
import { z } from 'zod'
import type { Lang, Said } from '#kit/phrase.ts'
import { fieldTextFromN } from '#text/api-fields-n-z.ts'
import { fieldTextCouncils } from '#text/api-fields-councils.ts'
import { fieldTextToM } from '#text/api-fields-a-m.ts'

export type Schema = z.core.JSONSchema.BaseSchema

/** A text in the language of the document, and in `x-zh` or `x-en` in the other one. */
export function described(lang: Lang, said: Said): { description: string, 'x-zh'?: string, 'x-en'?: string } {
  return { description: said(lang), ...inOther(lang, said) }
}

/** The same text in the language that the document is not written in. */
export function inOther(lang: Lang, said: Said): { 'x-zh'?: string, 'x-en'?: string } {
  return lang === 'zh' ? { 'x-en': said('en') } : { 'x-zh': said('zh') }
}

/** Collects the schemas that have a name of their own, for `components`. */
export type Named = Record<string, Schema>

/** What goes in (`input`) or comes out (`output`), with every field described; shared parts are put into `named` and referred to. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output', lang: Lang, named: Named): Schema {
  const { $schema: _draft, $defs, ...schema } = z.toJSONSchema(type, {
    io, unrepresentable: 'any', override: ({ jsonSchema }) => inWords(jsonSchema, lang),
  })
  for (const [name, part] of Object.entries($defs ?? {})) named[name] ??= referring(withWords(part, lang))
  return referring(withWords(schema, lang))
}

// What the schemas say for forms becomes what the document says for programs.
function inWords(schema: Schema, lang: Lang): void {
  const { label, hint, choices } = schema as { label?: Said, hint?: Said, choices?: Readonly<Record<string, Said>> }
  for (const name of ['label', 'hint', 'wrong', 'control', 'choices', 'autocomplete', 'id']) delete schema[name]
  // The format says the same, and can be read.
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern
  if (label) Object.assign(schema, described(lang, sentence(label, hint)))
  if (choices) schema['x-choices'] = Object.fromEntries(Object.entries(choices).map(([value, said]) => [value, said(lang)]))
}

function sentence(label: Said, hint: Said | undefined): Said {
  return lang => hint ? `${label(lang)}${lang === 'zh' ? '。' : '. '}${hint(lang)}` : label(lang)
}

// A field without words of its own has those of the catalogue under its name.
function withWords(schema: Schema, lang: Lang): Schema {
  return eachPart(schema, part => part.properties
    ? { ...part, properties: Object.fromEntries(Object.entries(part.properties).map(([name, field]) =>
      [name, fieldIn(name, field, lang)])) }
    : part)
}

function fieldIn(name: string, field: z.core.JSONSchema._JSONSchema, lang: Lang): z.core.JSONSchema._JSONSchema {
  const words = typeof field === 'boolean' || field.description !== undefined ? null : wordsOf(name)
  return typeof field === 'boolean' || words === null ? field : { ...field, ...described(lang, words) }
}

function wordsOf(name: string): Said | null {
  if (isIn(fieldTextToM.pairs, name)) return lang => fieldTextToM(lang)[name]
  if (isIn(fieldTextCouncils.pairs, name)) return lang => fieldTextCouncils(lang)[name]
  if (isIn(fieldTextFromN.pairs, name)) return lang => fieldTextFromN(lang)[name]
  return null
}

function isIn<Pairs extends object>(pairs: Pairs, name: string | number | symbol): name is keyof Pairs {
  return Object.hasOwn(pairs, name)
}

function referring(schema: Schema): Schema {
  return eachPart(schema, part => part.$ref ? { ...part, $ref: part.$ref.replace('#/$defs/', '#/components/schemas/') } : part)
}

function eachPart(schema: Schema, change: (part: Schema) => Schema): Schema {
  const inner = Object.entries(schema).map(([key, value]) => [key, isProse(key) ? value : within(value, change)])
  return change(Object.fromEntries(inner))
}

function within(value: unknown, change: (part: Schema) => Schema): unknown {
  if (Array.isArray(value)) return value.map(each => within(each, change))
  return typeof value === 'object' && value !== null ? eachPart({ ...value }, change) : value
}

// What stands there is a value, not a schema.
function isProse(key: string): boolean {
  return ['default', 'const', 'enum', 'examples', 'x-choices'].includes(key)
}
