// The log of a community for other people's tools: head, tiles of hashes, bundles of leaves. Public, so nobody is looked up.
import type { Context, Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { verifierKey } from '#kit/log/note.ts'
import { tileAt } from '#kit/log/tile.ts'
import type { Community } from '#modules/communities/public.ts'
import { lastHead, logSigner, originOf, tileBytes } from '#modules/record/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../../../house.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const SHORTLY = 'public, max-age=2'
const TEXT = 'text/plain; charset=utf-8'

/** GET /:community/record/checkpoint: the signed head. */
export function checkpoint(house: House): Handler {
  return async c => {
    const { id } = await communityOf(house, c)
    const head = await house.database.look(id, lastHead)
    return head ? c.body(head.note, 200, { 'content-type': TEXT, 'cache-control': SHORTLY }) : notThere()
  }
}

/** GET /:community/record/key: the key that checks the head. */
export function key(house: House): Handler {
  return async c => {
    const { id, slug } = await communityOf(house, c)
    const origin = (await house.database.look(id, lastHead))?.origin || originOf(house.publicUrl, slug)
    const signer = logSigner(house.means.secrets, { community: id }, origin)
    return c.body(`${verifierKey(signer)}\n`, 200, { 'content-type': TEXT, 'cache-control': SHORTLY })
  }
}

/** GET /:community/record/tile/<L>/<N>[.p/<W>] and …/tile/entries/<N>[.p/<W>]. What is in a tile never changes, so it is kept for ever. */
export function tile(house: House): Handler {
  return async c => {
    const { id, slug } = await communityOf(house, c)
    const wanted = tileAt(c.req.path.slice(`/${slug}/record/`.length))
    const bytes = wanted && await house.database.look(id, db => tileBytes(db, wanted))
    return bytes ? c.body(bytes, 200, { 'content-type': 'application/octet-stream', 'cache-control': FOREVER }) : notThere()
  }
}

/** The community in the address. Throws NotFound. */
export async function communityOf(house: House, c: Context): Promise<Community> {
  return await house.communityAt(c.req.param('community') ?? '') ?? notThere()
}

function notThere(): never {
  throw new NotFound(lang => frameText(lang).noPage)
}
