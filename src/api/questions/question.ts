// What a question for programs is: its name, what it takes from the query, and what exactly it answers.
import { z } from 'zod'
import type { Means } from '#kit/action.ts'
import { check } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/public.ts'
import { questionText } from '#text/api-questions.ts'
import { pageOf, WINDOW, windowIn, type Window } from './paging.ts'

/** What a question may use besides the database. */
export type Around = Pick<Means, 'now' | 'secrets'>

/** A question as the door and the document see it. `ask` throws Invalid, NotFound or Refused; what it answers is as `output` says. */
export interface Question {
  readonly name: string
  readonly summary: Said
  readonly input: z.ZodObject
  readonly output: z.ZodType
  ask(db: Reader, actor: Actor, query: Query, around: Around): Promise<unknown>
}

/** What stands behind the ? of an address. */
export type Query = Readonly<Record<string, string | undefined>>

export type QuestionName = keyof typeof questionText.pairs

interface Declared<Shape extends z.ZodRawShape, Output extends z.ZodType> {
  readonly name: QuestionName
  readonly input: Shape
  readonly output: Output
  readonly ask: (db: Reader, actor: Actor, asked: Asked<Shape>, around: Around) => Promise<z.input<Output>>
}

type Asked<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>

/** Declares a question that is answered as a whole. What its answer holds beyond `output` is our bug, and is not sent. */
export function question<Shape extends z.ZodRawShape, Output extends z.ZodType>(declared: Declared<Shape, Output>): Question {
  const { name, output, ask } = declared
  const input = z.strictObject(declared.input)
  return {
    name, input, output,
    summary: lang => questionText(lang)[name],
    ask: async (db, actor, query, around) => output.parse(await ask(db, actor, check(input, own(query)), around)),
  }
}

interface DeclaredList<Shape extends z.ZodRawShape, Item extends z.ZodType> {
  readonly name: QuestionName
  readonly input: Shape
  readonly item: Item
  /** Answers the rows behind `window.after`, in order, as many as there are or at least one more than `window.limit`. */
  readonly ask: (db: Reader, actor: Actor, asked: Asked<Shape>, window: Window, around: Around) =>
    Promise<(z.input<Item> & { id: number })[]>
}

/** Declares a question that is answered in pages, row after row by their numbers. */
export function list<Shape extends z.ZodRawShape, Item extends z.ZodType>(declared: DeclaredList<Shape, Item>): Question {
  const { name, ask } = declared
  const input = z.strictObject(declared.input)
  const output = listOf(declared.item)
  return {
    name, output,
    input: z.strictObject({ ...declared.input, ...WINDOW }),
    summary: lang => questionText(lang)[name],
    ask: async (db, actor, query, around) => {
      const { limit, cursor, ...asked } = own(query)
      const window = windowIn(name, { limit, cursor })
      return output.parse(pageOf(name, await ask(db, actor, check(input, asked), window, around), window.limit))
    },
  }
}

/** One page of a list: `next` is the cursor of the page behind it, null on the last one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() })
}

// These two are read by the door.
function own({ community: _slug, lang: _lang, ...query }: Query): Query {
  return query
}
