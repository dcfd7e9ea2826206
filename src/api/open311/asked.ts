// What every question to Open311 says: in which format and language to answer, which community, and who asks.
import type { Context } from 'hono'
import { invalid } from '#kit/check.ts'
import { BadRequest, NotFound, type Invalid } from '#kit/errors.ts'
import { listed, type Lang, type Said } from '#kit/phrase.ts'
import { communities, type Community } from '#modules/communities/public.ts'
import { open311Text } from '#text/open311.ts'
import type { House } from '../../house.ts'
import type { Calling } from '../who-calls.ts'
import type { Format } from './formats.ts'

/** The values of one parameter, given several times or with commas between; none where it is empty, as if it were not there. */
export type Query = (name: string) => readonly string[]

export interface Asking {
  lang: Lang
  query: Query
  /** The last part of the address without its format: services, or a code or number. */
  name: string
  calling: Calling
}

/** XML where the address does not say: the format that the specification demands. */
export function formatOf(path: string): Format {
  return path.endsWith('.json') ? 'json' : 'xml'
}

/** The last part of an address without its format. Throws NotFound where it has none. */
export function nameIn(path: string): string {
  const name = /([^/]+)\.(?:json|xml)$/u.exec(path)?.[1]
  if (name === undefined) throw nothingHere()
  return name
}

/** The parameters of a request. */
export function queryOf(c: Context): Query {
  return name => (c.req.queries(name) ?? []).flatMap(value => value.split(',')).map(value => value.trim()).filter(value => value !== '')
}

/** Whether it can be a request key, by which a second send repeats the first answer: a UUID. */
export function isRequestKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}

/** Something that was sent is wrong: the name of the field as the specification has it, and what to do. */
export function wrong(field: string, reason: Said): Invalid {
  return invalid([{ field, reason }])
}

/** There is nothing at this address. */
export function nothingHere(): NotFound {
  return new NotFound(lang => open311Text(lang).noAddress)
}

const LISTED = 20

/** The community that is meant; it need not be said where there is only one. Throws NotFound and BadRequest. */
export async function jurisdiction(house: Pick<House, 'communityAt' | 'database'>, slug = ''): Promise<Community> {
  if (slug !== '') {
    const community = await house.communityAt(slug)
    if (!community) throw new NotFound(lang => open311Text(lang).noJurisdiction)
    return community
  }
  const all = await communities(house.database.commons)
  const [only, second] = all
  if (only && !second) return only
  throw new BadRequest(lang => open311Text(lang).whichJurisdiction(listed(lang, all.slice(0, LISTED).map(community => community.slug))))
}
