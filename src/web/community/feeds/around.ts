// What every feed knows of the community for which it is written.
import type { Context } from 'hono'
import { NotFound } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import { uuidOf } from '#kit/uuid.ts'
import type { Community } from '#modules/communities/public.ts'
import type { Around } from '#modules/calendars/public.ts'
import { estates } from '#modules/places/public.ts'
import type { Reader } from '#kit/db.ts'
import { frameText } from '#text/frame.ts'
import { placeText } from '#text/places.ts'
import { idFrom } from '#web/frame.ts'
import type { House } from '../../../house.ts'

export interface FeedAround extends Around {
  readonly community: Community
  /** ?estate=, or undefined. */
  readonly estate: number | undefined
}

/** By `?lang=` and nothing else, so that one address is one text. Throws NotFound. */
export async function aroundFeed(house: House, c: Context): Promise<FeedAround> {
  const community = await house.communityAt(c.req.param('community') ?? '')
  if (!community) throw new NotFound(lang => frameText(lang).noPage)
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'zh'
  return {
    community, lang, zone: community.time_zone, now: house.clock(), at: `${house.publicUrl}/${community.slug}`,
    estate: estateAsked(c), uidOf: thing => uuidOf(house.means.secrets.blindIndex(`feed ${community.id} ${thing}`)),
  }
}

function estateAsked(c: Context): number | undefined {
  const asked = c.req.query('estate')
  if (asked === undefined) return undefined
  const id = idFrom(asked)
  if (id === undefined) throw new NotFound(lang => placeText(lang).notHere)
  return id
}

/** The estate that was asked for, or null where none was. Throws NotFound. */
export async function estateOfFeed(db: Reader, { estate }: FeedAround): Promise<{ id: number, name: string } | null> {
  if (estate === undefined) return null
  const found = (await estates(db)).find(one => one.id === estate)
  if (!found) throw new NotFound(lang => placeText(lang).notHere)
  return found
}
