// A stored photo, served so that nothing in it could ever run.
import type { Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { communityAt } from '#modules/communities/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../../house.ts'

/** GET /:community/files/:hash. The hash (SHA-256) is not to be guessed; whoever may see the matter was told it. */
export function photo(house: House): Handler {
  return async c => {
    const community = await communityAt(house.database.commons, c.req.param('community') ?? '')
    const bytes = community && await house.means.files.open(community.id, c.req.param('hash') ?? '', 'jpg')
    if (!bytes) throw new NotFound(lang => frameText(lang).noPage)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'image/jpeg', 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    })
  }
}
