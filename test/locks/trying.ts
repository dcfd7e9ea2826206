// Tries one thing as one person and says whether the rules let him in. What is no clear answer is an error: the sample is to be mended.
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import type { House } from '../../src/house.ts'
import { dry, tried } from './dry.ts'
import type { Neighbourhood, Where } from './ground.ts'
import type { Column } from './people.ts'
import type { Trial } from './samples.ts'

const ORIGIN = 'http://localhost'

/** What somebody sends. */
export interface Attempt {
  path: string
  /** Fields of a form. */
  form?: Readonly<Record<string, string>>
  /** The body for a program. */
  json?: object
}

/** What came of it: `acts` are those that the rules let in. */
export interface Outcome {
  path: string
  status: number
  location: string
  acts: string[]
  text: string
  /** Whether it is a page, and no file. */
  isPage: boolean
}

/** Where everything is tried: the ground, and the app on it in which nothing sticks. */
export interface Trying {
  here: Neighbourhood
  app: Hono
}

/** The app on a database on which nothing sticks. */
export function dryApp(here: Neighbourhood): Hono {
  return createApp({ ...patient(here.house), database: dry(here.house.database) })
}

/** The house for somebody who does everything more often than anybody may. */
export function patient(house: House): House {
  const limits = { ...house.limits, take: async () => ({ allowed: true, left: 1, fullIn: 0, wait: 0 }) }
  return { ...house, limits, means: { ...house.means, limits } }
}

/** Sends it as this person. */
export async function attempt(app: Hono, cookie: string, { path, form, json }: Attempt): Promise<Outcome> {
  const sends = form !== undefined || json !== undefined
  const body = form ? new URLSearchParams(form) : JSON.stringify(json)
  const headers = { origin: ORIGIN, ...cookie && { cookie }, ...json && { 'content-type': 'application/json' } }
  const { answer, letIn } = await tried(async () => {
    const response = await app.request(ORIGIN + path, sends ? { method: 'POST', headers, body } : { headers })
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html')
    return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text(), isPage }
  })
  return { ...answer, path, acts: letIn }
}

/** Whether a page was shown. Whoever is sent to a door (to sign in, to say who he is) was not let in. */
export function wasShown({ status, location, text }: Outcome): boolean {
  if (status === 200) return true
  if (status === 303) return !/^\/(?:sign-in|[a-z]+\/me$|[a-z]+\/notices$)/u.test(location)
  return refusedOr(status, text)
}

/** Whether a program's act was let in. What was sent back to be mended says nothing about rights: then the sample is wrong. */
export function wasDone(outcome: Outcome, act: string): boolean {
  return ledTo(outcome, act) || refusedOr(outcome.status, outcome.text)
}

/** Whether a form led to this act: many show their page again when it is refused. An error of ours is no refusal. */
export function ledTo({ acts, status, text }: Outcome, act: string): boolean {
  if (status >= 500) return refusedOr(status, text)
  const odd = acts.find(one => one !== act)
  if (odd !== undefined) throw new Error(`did ${odd}`)
  return acts.length > 0
}

/** Whether a form that only prepares an act was taken, or sent back to be mended. */
export function wasPrepared({ status, text }: Outcome): boolean {
  return [200, 303, 422].includes(status) || refusedOr(status, text)
}

function refusedOr(status: number, text: string): false {
  if ([403, 404, 410].includes(status)) return false
  throw new Error(`${status}: ${text.replace(/\s+/gu, ' ').slice(-400)}`)
}

/** Who tries what where. */
export function trial(here: Neighbourhood, column: Column, where: Where): Trial {
  return { at: here.spots[where], who: here.people[column], mine: here.things[column] }
}

/** Does each, a few at a time. */
export async function each<T>(items: Iterable<T>, run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items][Symbol.iterator]()
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (const item of left) await run(item)
  }))
}
