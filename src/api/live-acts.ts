// What there is to read for those who listen: read once for all who stand at the same place and see the same.
import type { Caller } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import { actsBetween, actsSeen, type Act } from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { Tail } from './live-tail.ts'
import { NOBODY } from './who-calls.ts'

/** How many acts are read at a time. */
const MOST = 200
/** For how long what was read is there for others, in milliseconds: they all come within the same moment, and rights must not grow old. */
const SHARED = 1000

/** Whoever listens, as far as reading goes. */
export interface Listening {
  readonly caller: Caller<Actor>
  readonly seesAs: string
  /** A subject, the beginning of some, or '' for everything. */
  readonly about: string
  /** The parts that a key is for; null for all. */
  readonly modules: readonly string[] | null
}

/** The acts up to `upTo` as they are sent. `guarded`: something is among them that not everybody may see. */
export interface Piece {
  readonly upTo: number
  readonly text: string
  readonly guarded: boolean
}

interface Stretch {
  readonly acts: readonly Act[]
  readonly upTo: number
  readonly seen: Map<string, Promise<ReadonlySet<Act>>>
  readonly texts: Map<string, string>
}

/** Reads what comes after `cursor`. Those at the end of the journal share what is read; those who are behind read for themselves. */
export function openActs(database: Database) {
  const shared = new Map<string, Promise<Stretch>>()
  return async (tail: Tail, listening: Listening, cursor: number): Promise<Piece> => {
    const isBehind = cursor < tail.from
    const stretch = await (isBehind ? readStretch(database, tail, cursor, listening.about) : sharedStretch(database, shared, tail, cursor))
    const seen = await seenBy(database, stretch, listening.caller, listening.seesAs)
    const open = await seenBy(database, stretch, listening.caller, NOBODY)
    return { upTo: stretch.upTo, text: textOf(stretch, seen, listening), guarded: seen.size > open.size }
  }
}

function sharedStretch(database: Database, shared: Map<string, Promise<Stretch>>, tail: Tail, cursor: number): Promise<Stretch> {
  const key = `${tail.community} ${cursor} ${tail.position}`
  const known = shared.get(key)
  if (known) return known
  const stretch = readStretch(database, tail, cursor, '')
  shared.set(key, stretch)
  setTimeout(() => shared.delete(key), SHARED).unref()
  return stretch
}

async function readStretch(database: Database, { community, position }: Tail, after: number, about: string): Promise<Stretch> {
  const acts = await database.look(community, db => actsBetween(db, { after, upTo: position, about, most: MOST }))
  return { acts, upTo: acts.length < MOST ? position : acts.at(-1)?.id ?? position, seen: new Map(), texts: new Map() }
}

function seenBy(database: Database, stretch: Stretch, caller: Caller<Actor>, seesAs: string): Promise<ReadonlySet<Act>> {
  const known = stretch.seen.get(seesAs)
  if (known) return known
  const fresh = seesAs === NOBODY
    ? look(database, { ...caller, find: async db => passerBy(db.community) }, stretch.acts)
    : seenBesides(database, stretch, caller)
  stretch.seen.set(seesAs, fresh)
  return fresh
}

// Whoever somebody is, he sees at least what nobody in particular sees: so most acts need no look into anybody's rights.
async function seenBesides(database: Database, stretch: Stretch, caller: Caller<Actor>): Promise<ReadonlySet<Act>> {
  const open = await seenBy(database, stretch, caller, NOBODY)
  const rest = stretch.acts.filter(act => !open.has(act))
  if (rest.length === 0) return open
  const besides = await look(database, caller, rest)
  return new Set(stretch.acts.filter(act => open.has(act) || besides.has(act)))
}

async function look(database: Database, { community, find }: Caller<Actor>, acts: readonly Act[]): Promise<ReadonlySet<Act>> {
  return new Set(await database.look(community, async db => actsSeen(db, await find(db), acts)))
}

function textOf({ texts }: Stretch, seen: ReadonlySet<Act>, { about, modules, seesAs }: Listening): string {
  const key = `${seesAs} ${about} ${modules?.join(' ') ?? '*'}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const isFor = ({ action }: Act) => modules === null || modules.includes(action.split('.')[0] ?? '')
  const text = [...seen].filter(act => isAbout(act, about) && isFor(act)).map(eventOf).join('')
  texts.set(key, text)
  return text
}

function isAbout({ subject }: Act, about: string): boolean {
  return about === '' || subject === about || (about.endsWith('/') && subject.startsWith(about))
}

// The event stream of the HTML standard. What is in `data` cannot break out of its line: JSON has no bare line ends.
function eventOf({ id, action, subject, at }: Act): string {
  return `id: ${id}\ndata: ${JSON.stringify({ id, action, subject, at: at.toString() })}\n\n`
}
