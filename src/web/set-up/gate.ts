// The set-up link: open while there is no community, and only to whoever has it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../../house.ts'

/** Throws NotFound unless the address carries the set-up token; how much of it is right is not to be measured. */
export function checkToken(house: House, c: Context): void {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(c.req.param('token') ?? ''), digest(house.setUpToken))) throw new NotFound(lang => frameText(lang).noPage)
}

/** The same, and only while nothing was founded. */
export async function checkEmpty(house: House, c: Context): Promise<void> {
  checkToken(house, c)
  if ((await communities(house.database.commons)).length > 0) throw new NotFound(lang => frameText(lang).noPage)
}
