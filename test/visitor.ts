// Somebody with a browser that runs no script: opens pages, fills in the forms that stand on them, keeps his cookies.
import { setTimeout as pause } from 'node:timers/promises'
import type { Hono } from 'hono'
import { introduce } from '../src/demo/introduce.ts'
import { CAST, type CastKey } from '../src/demo/cast.ts'
import type { Village } from '#test/village.ts'

/** One control of a form; `value` is what a browser would send untouched, null when it would send nothing. */
export interface Control {
  name: string
  kind: string
  value: string | null
  choices: string[]
}

/** One form as it stands on a page. */
export interface PageForm {
  method: 'get' | 'post'
  action: string
  multipart: boolean
  controls: Control[]
}

/** What came back. */
export interface Seen {
  status: number
  location: string
  text: string
}

export type Fields = Record<string, string | readonly string[]> | FormData

export interface Visitor {
  open(path: string): Promise<Seen>
  send(path: string, fields: Fields, multipart?: boolean): Promise<Seen>
}

type Cast = Exclude<CastKey, 'elder'>

/** The Cookie header of somebody of the cast, or '' for who did not sign in. */
export async function cookieOf(village: Village, key: Cast | null): Promise<string> {
  if (key === null) return ''
  const accountId = await village.house.signIn.accountFor({ phone: CAST[key].phone })
  await village.act(introduce, village.people[key], { accountId })
  const lines = await village.house.signIn.openSession(accountId)
  return lines.map(line => line.split(';')[0]).join('; ')
}

/** A visitor of the app, without a port. */
export function visitor(app: Pick<Hono, 'request'>, cookie = '', origin = 'http://localhost'): Visitor {
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const response = await app.request(origin + path, { ...init, headers: { origin, ...(cookie && { cookie }), ...init.headers } })
    return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() }
  }
  return {
    open: path => ask(path, {}),
    send: (path, fields, multipart = false) => ask(path, { method: 'POST', body: bodyOf(fields, multipart) }),
  }
}

function bodyOf(fields: Fields, multipart: boolean): FormData | URLSearchParams {
  if (fields instanceof FormData) return fields
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** The forms of a page, with what a browser would send untouched. */
export function formsIn(page: string): PageForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => ({
    method: attribute(head, 'method') === 'post' ? 'post' : 'get',
    action: attribute(head, 'action') ?? '',
    multipart: attribute(head, 'enctype') === 'multipart/form-data',
    controls: controlsIn(inside),
  }))
}

/** What a browser would send for this form untouched. */
export function untouched(form: PageForm): Record<string, string> {
  return Object.fromEntries(form.controls.filter(control => control.kind !== 'file' && control.value !== null)
    .map(control => [control.name, control.value ?? '']))
}

const CONTROL = /<(input|textarea|select|button)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g

function controlsIn(inside: string): Control[] {
  const found = new Map<string, Control>()
  for (const [, tag = '', attributes = '', text = ''] of inside.matchAll(CONTROL)) {
    const name = attribute(attributes, 'name')
    if (name === undefined) continue
    const kind = tag === 'input' ? attribute(attributes, 'type') ?? 'text' : tag
    const value = tag === 'textarea' ? unescaped(text) : attribute(attributes, 'value') ?? ''
    const control = found.get(name) ?? { name, kind, value: null, choices: [] }
    const chosen = kind === 'radio' || kind === 'checkbox' ? /\schecked/.test(attributes) : kind !== 'select' && kind !== 'button'
    found.set(name, { ...control, value: chosen ? value : control.value, choices: [...control.choices, value] })
  }
  return [...found.values()]
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 's').exec(attributes)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
}

/** Waits until `true`, at most `seconds`. */
export async function until(isSo: () => Promise<boolean> | boolean, seconds = 5): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) if (await isSo()) return true
  return isSo()
}

/** What a live page hears while something happens. */
export async function heardDuring(liveAddress: string, happen: () => Promise<unknown>): Promise<string> {
  const leaving = new AbortController()
  const answer = await fetch(liveAddress, { signal: leaving.signal })
  let heard = ''
  const reading = (async () => {
    for await (const piece of answer.body ?? []) heard += new TextDecoder().decode(piece)
  })().catch(() => undefined)
  await happen()
  await until(() => heard.includes('data:'), 2)
  leaving.abort()
  await reading
  return heard
}
