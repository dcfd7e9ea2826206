// A client of the API of Linju: typed by the document, without dependencies, for Node and for browsers.
import { events, type LiveEvent } from './live.ts'
import { Problem, problemIn } from './problem.ts'
import type { Actions, Questions } from './types.ts'

export { Problem } from './problem.ts'
export type { LiveEvent } from './live.ts'
export type { Actions, Questions } from './types.ts'

export interface Settings {
  /** Where the installation is, such as https://linju.example.cn */
  address: string
  /** A key made under Me › Keys for programs; without one only what everybody may. */
  key?: string
  /** The short name of the community; not needed with a key. */
  community?: string
  /** In which language reasons are given. */
  lang?: 'zh' | 'en'
  /** How often a request is sent again when the line broke, the server was at fault, or it was too often. */
  tries?: number
  fetch?: typeof fetch
}

/** How an act is done: for whom, and under which request key (one is made where none is given). */
export interface How {
  onBehalfOf?: number
  requestKey?: string
}

type Input<Name extends keyof Actions> = Actions[Name]['input']
type Query<Name extends keyof Questions> = Omit<Questions[Name]['query'], 'lang' | 'community'>
type Answer<Name extends keyof Questions> = Questions[Name]['answer']
/** The questions that are answered page by page. */
export type Lists = { [Name in keyof Questions]: Questions[Name]['query'] extends { cursor?: string } ? Name : never }[keyof Questions]
type Item<Name extends Lists> = Answer<Name> extends { items: (infer One)[] } ? One : never

export interface Linju {
  /** Does something. Sent again under the same request key until there is an answer, it is done once. Throws Problem. */
  act<Name extends keyof Actions>(name: Name, input: Input<Name>, how?: How): Promise<Actions[Name]['answer']>
  /** Asks something. Throws Problem. */
  ask<Name extends keyof Questions>(name: Name, ...query: Record<never, never> extends Query<Name> ? [query?: Query<Name>]
    : [query: Query<Name>]): Promise<Answer<Name>>
  /** Every row of a list, fetched page by page as they are used. */
  each<Name extends Lists>(name: Name, query?: Query<Name>): AsyncGenerator<Item<Name>>
  /** What happens from now on, until the loop is left; `after` is the id of the last event that was used. */
  live(asked?: { about?: string, after?: string }): AsyncGenerator<LiveEvent>
}

/** A client for one installation and one person. */
export function linju(settings: Settings): Linju {
  const ask: Linju['ask'] = (name, ...[query]) => sent(settings, name, { ...query }, {})
  return {
    ask,
    act: (name, input, { onBehalfOf, requestKey = crypto.randomUUID() } = {}) => sent(settings, name, {}, {
      method: 'POST', body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', 'idempotency-key': requestKey, ...onBehalfOf !== undefined
        && { 'x-on-behalf-of': String(onBehalfOf) } },
    }),
    async* each<Name extends Lists>(name: Name, query?: Query<Name>): AsyncGenerator<Item<Name>> {
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: { items: Item<Name>[], next: string | null } = await sent(settings, name,
          { ...query, ...cursor !== undefined && { cursor } }, {})
        yield* page.items
        cursor = page.next
      }
    },
    live: ({ about = '', after } = {}) => events(lastId => line(settings, 'live', { ...about !== '' && { about } }, {
      headers: { accept: 'text/event-stream', ...lastId !== undefined && { 'last-event-id': lastId } },
    }), after),
  }
}

const TRIES = 4
const AGAIN = new Set([429, 502, 503, 504])

// What comes back is what the document says of this name.
async function sent<Whole>(settings: Settings, name: string, query: object, init: RequestInit): Promise<Whole> {
  for (let tried = 1; ; tried++) {
    const last = tried >= (settings.tries ?? TRIES)
    const answer = await line(settings, name, query, init).catch((broken: unknown) => {
      if (last) throw broken
      return null
    })
    if (answer?.ok) return await answer.json() as Whole
    if (answer && (last || !AGAIN.has(answer.status))) throw new Problem(await problemIn(answer))
    await pause(Number(answer?.headers.get('retry-after') ?? 0) * 1000, tried)
  }
}

function line(settings: Settings, name: string, query: object, init: RequestInit): Promise<Response> {
  const { address, key, community, lang } = settings
  const url = new URL(`/api/${name}`, address)
  const asked = { ...key === undefined && community !== undefined && { community }, ...lang && { lang }, ...query }
  for (const [field, value] of Object.entries(asked)) if (value !== undefined) url.searchParams.set(field, String(value))
  return (settings.fetch ?? fetch)(url, { ...init,
    headers: { ...init.headers, ...key !== undefined && { authorization: `Bearer ${key}` } } })
}

// Each wait twice as long as the one before, and never the same for two who failed together.
function pause(least: number, tried: number): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve, Math.max(least, 2 ** tried * 100 * (0.5 + Math.random()))) })
}
