// The community of an address that is no page.
import type { Context } from 'hono'
import { NotFound } from '#kit/errors.ts'
import type { Community } from '#modules/communities/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../../../house.ts'

/** The one that the address names. Throws NotFound. */
export async function communityAsked(house: House, c: Context): Promise<Community> {
  const community = await house.communityAt(c.req.param('community') ?? '')
  if (!community) throw new NotFound(lang => frameText(lang).noPage)
  return community
}
