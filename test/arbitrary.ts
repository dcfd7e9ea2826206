// Values made from a JSON Schema alone: such as it takes, and such as it must not take.
import fc from 'fast-check'
import type { Schema } from '../src/api/openapi/schema.ts'

type Part = Schema | boolean
const LATEST = 9_999_999

/** Any value that the schema takes. `named`: the schemas to which it refers. */
export function taken(schema: Part, named: Record<string, Schema>): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.jsonValue()
  if (schema.$ref !== undefined) return taken(named[schema.$ref.split('/').at(-1) ?? ''] ?? true, named)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return fc.oneof(...choice.map(one => taken(one as Part, named)))
  switch (schema.type) {
    case 'object': return object(schema, named)
    case 'array': return fc.array(taken(schema.items as Part, named),
      { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3) })
    case 'string': return string(schema)
    case 'integer': case 'number': return number(schema)
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    default: return fc.jsonValue()
  }
}

function object({ properties = {}, required = [], additionalProperties }: Schema, named: Record<string, Schema>): fc.Arbitrary<object> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, taken(part, named)]))
  if (Object.keys(fields).length === 0 && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), taken(additionalProperties, named), { maxKeys: 3 })
  }
  return fc.record(fields, { requiredKeys: required })
}

function string({ minLength = 0, maxLength = minLength + 30, pattern, format }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(day =>
    day.toISOString().slice(0, 10))
  if (format === 'date-time') return fc.date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(at =>
    at.toISOString())
  if (format === 'uri') return fc.webUrl()
  // The generator cannot look ahead, as the pattern of an address does.
  if (format === 'email' || pattern?.includes('(?!')) return fc.emailAddress()
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  const written = fc.string({ unit: fc.constantFrom(...'三号楼的灯坏了晚上看不见请来人修一下abc 12-'), minLength,
    maxLength: Math.min(maxLength, minLength + 30) })
  return written.filter(text => text.trim().length >= minLength)
}

// Small numbers often: those are in use.
function number({ minimum, exclusiveMinimum, maximum = LATEST }: Schema): fc.Arbitrary<number> {
  const min = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum ?? -LATEST
  const small = Math.min(maximum, Math.max(min, 60))
  return fc.oneof({ weight: 4, arbitrary: fc.integer({ min: Math.max(min, Math.min(1, maximum)), max: Math.max(small, min) }) },
    { weight: 1, arbitrary: fc.integer({ min, max: Math.min(maximum, LATEST) }) })
}

/** An object that lacks a required field, has one too many, or something quite different in one of them. */
export function notTaken(schema: Schema, named: Record<string, Schema>): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom(null, [], {}, { a: 1 }, -1, 1e21, '', '\u0000', 'x'.repeat(5000), true)
  const names = Object.keys(schema.properties ?? {})
  return taken(schema, named).chain(given => fc.oneof(
    fc.constantFrom('surprise', '__proto__', 'constructor').map(name => ({ ...given as object, [name]: 1 })),
    ...names.length > 0 ? [fc.tuple(fc.constantFrom(...names), odd).map(([name, value]) => ({ ...given as object, [name]: value }))] : [],
    ...(schema.required ?? []).length > 0 ? [fc.constantFrom(...schema.required ?? []).map(name => without(given, name))] : [],
    odd,
  ))
}

function without(given: unknown, name: string): object {
  const { [name]: _gone, ...rest } = given as Record<string, unknown>
  return rest
}
