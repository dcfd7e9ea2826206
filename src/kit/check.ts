// Checks what came in against a schema and says for each wrong field, in people's words, what to do.
import { z } from 'zod'
import { Invalid, type FieldProblem } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { checkText } from '#text/check.ts'

/** What a schema says of a field for people; given with `.meta({ … })`, always last in the chain. */
export interface FieldMeta {
  label?: Said
  hint?: Said
  /** Said instead of the general sentence when the value is wrong. */
  wrong?: Said
  control?: 'text' | 'textarea' | 'tel' | 'date' | 'pick' | 'tick' | 'hidden'
  /** The words of each choice, for an enumeration. */
  choices?: Readonly<Record<string, Said>>
  autocomplete?: string
}

declare module 'zod' {
  interface GlobalMeta extends FieldMeta {}
}

/** The input as the schema gives it. Throws Invalid with one problem per field. */
export function check<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const unseen = withUnseen(raw)
  if (unseen !== null) throw invalid([{ field: unseen, reason: lang => checkText(lang).unseen }])
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  throw invalid(firstPerField(result.error.issues.map(issue => ({
    field: issue.path.join('.'),
    reason: metaOf(schema, issue.path)?.wrong ?? general(issue),
  }))))
}

// Deeper than anything that we ask for; a program that nests without end must not use up the stack.
const DEEPEST = 20

// PostgreSQL cannot store U+0000 or half a surrogate pair, and nobody types them. The first field that holds one, or null.
function withUnseen(raw: unknown, depth = 0): string | null {
  if (typeof raw === 'string') return isSeen(raw) ? null : ''
  if (typeof raw !== 'object' || raw === null || ArrayBuffer.isView(raw)) return null
  if (depth === DEEPEST) return ''
  for (const [field, value] of Object.entries(raw)) {
    if (!isSeen(field) || withUnseen(value, depth + 1) !== null) return field.replaceAll('\0', '').toWellFormed()
  }
  return null
}

function isSeen(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** An Invalid with the sentence that counts its problems. */
export function invalid(problems: FieldProblem[]): Invalid {
  return new Invalid(lang => checkText(lang).someWrong(problems.length), problems)
}

/** What the schema says of one of its fields. */
export function metaOf(schema: z.ZodType, path: readonly PropertyKey[]): FieldMeta | undefined {
  const [first] = path
  if (!(schema instanceof z.ZodObject) || first === undefined) return undefined
  const field: unknown = schema.shape[String(first)]
  return field instanceof z.ZodType ? field.meta() : undefined
}

function firstPerField(problems: FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.toReversed().map(problem => [problem.field, problem])).values()].toReversed()
}

function general(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case 'too_small':
      return lang => issue.origin === 'string' && issue.minimum === 1 ? checkText(lang).missing : checkText(lang).tooSmall(String(issue.minimum))
    case 'too_big':
      return lang => issue.origin === 'string' ? checkText(lang).tooLong(String(issue.maximum)) : checkText(lang).tooBig(String(issue.maximum))
    case 'unrecognized_keys':
      return lang => checkText(lang).unknown(issue.keys.join(', '))
    case 'invalid_type':
      return lang => issue.input === undefined ? checkText(lang).missing : checkText(lang).wrong
    default:
      return lang => checkText(lang).wrong
  }
}
