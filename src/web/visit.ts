// One visit to one page: who looks, in which language, at which community. All that a page knows.
import type { Action, Answer, Request as Carried } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { FieldProblem } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import type { Community } from '#modules/communities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Html } from '#web/parts/html.ts'
import type { Look } from '#web/look.ts'
import type { z } from 'zod'

export interface Visit {
  readonly lang: Lang
  readonly look: Look
  readonly url: URL
  /** The named parts of the address: /:community/matters/:id. */
  readonly params: Readonly<Record<string, string>>
  readonly community: Community
  readonly actor: Actor
  /** The account that is signed in, if any; what it may do here is in `actor`. */
  readonly accountId: string | null
  readonly now: Temporal.Instant
  readonly db: Reader
  /** The address that people open, without a path: for printed codes. */
  readonly publicUrl: string
  /** Whether a code is the receipt of this matter. */
  isReceipt(matterId: number, code: string): boolean
}

/** A visit that sent a form. It holds no connection: it acts in a transaction of its own, and looks in another. */
export interface Sent extends Omit<Visit, 'db'> {
  readonly form: Form
  /** Shows a page, such as the form again, with what the database says now. */
  show(page: Page): Promise<Html | Response>
  /** Carries out an action as the one who sent the form; the form's request key and mandate go with it. Throws what `perform` throws. */
  act<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, input: unknown, carried?: Carried): Promise<A>
}

/** A page to look at. */
export type Page = (visit: Visit) => Promise<Html | Response>

/** What a form does: a Response (303 to the next page), or the page again, with what is to be mended (422). */
export type Submit = (sent: Sent) => Promise<Html | Response>

/** A form that has something to mend: what was typed and what to do about it. */
export interface Mend {
  values: Readonly<Record<string, string | string[] | undefined>>
  problems: readonly FieldProblem[]
}

/** A form that nobody has typed into yet. */
export const EMPTY: Mend = { values: {}, problems: [] }

/** One typed value; the first where a field came several times. */
export function typed(form: Pick<Form, 'fields'>, name: string): string {
  const value = form.fields[name]
  return Array.isArray(value) ? value[0] ?? '' : value ?? ''
}

/** 303 to a page of this site. */
export function goTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address } })
}
