// One visit to one page: who looks, in which language, at which community. All that a page knows.
import type { Action, Answer, Request as Carried } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { FieldProblem } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import type { Community } from '#modules/communities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Account, OwnAccount } from '#web/account.ts'
import type { DemoDoor } from '../demo/doors.ts'
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
  /** Its devices and passkeys; null when nobody is signed in. */
  readonly account: Account | null
  readonly now: Temporal.Instant
  readonly db: Reader
  /** The address that people open, without a path: for printed codes. */
  readonly publicUrl: string
  /** The request's headers and network address: for sessions and limits. */
  readonly caller: { readonly headers: Headers, readonly address: string }
  /** The people of a demo whom a visitor may be, with their one-tap links; none elsewhere. */
  demoDoors(db: Reader): Promise<DemoDoor[]>
  /** The actor's own phone and document number, to show them to himself. */
  ownNumbers(db: Reader, actor: Actor): Promise<{ phone: string, document: string }>
  /** A sealed phone with its middle hidden: 138****2216. */
  maskedPhone(sealed: string): string
  /** The code that stands for something, such as the place of an activity: only this installation can make it. */
  receiptFor(subject: string): string
  /** Whether a code is the receipt of this matter. */
  isReceipt(matterId: number, code: string): boolean
  /** What this person's earlier form left for a later one; null when it is gone, or somebody else's. */
  kept(token: string): Promise<string | null>
}

/** A visit that sent a form. It holds no connection: it acts in a transaction of its own, and looks in another. */
export interface Sent extends Omit<Visit, 'db' | 'account'> {
  readonly account: OwnAccount | null
  readonly form: Form
  /** Shows a page, such as the form again, with what the database says now. */
  show(page: Page): Promise<Html | Response>
  /** Keeps a text from this form for a later one of the same person, sealed; answers the token that finds it. Swept after a day. */
  keep(text: string): Promise<string>
  /** Lets go of what was kept. */
  letGo(token: string): Promise<void>
  /** Tells the open pages of this community how far a long act is, such as roster/KEY/40; what the act changed is told without it. */
  tell(subject: string): void
  /** The clear text of a sealed phone or document: only for what an action has just written down as shown. */
  decrypt(sealed: string): string
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

/** A page that answers a form and can be had only by sending it: 200, kept in no cache. */
export async function shownOnce(page: Html): Promise<Response> {
  return new Response(String(await page), { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

/** 303 to a page of this site. */
export function goTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address } })
}
