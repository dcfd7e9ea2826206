// Serves the files of public/. Asked for by their present version they may be kept for ever, else for five minutes.
import type { Context } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { frameText } from '#text/frame.ts'
import { assets, version } from './parts/assets.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const SHORTLY = 'public, max-age=300'

/** GET /static/… and /robots.txt */
export function staticFile(c: Context, name: string): Response {
  const asset = assets.get(name)
  if (!asset) throw new NotFound(lang => frameText(lang).noPage)
  const etag = `"${version}"`
  const headers = { etag, vary: 'accept-encoding', 'cache-control': c.req.query('v') === version ? FOREVER : SHORTLY, 'content-type': asset.type }
  if (c.req.header('if-none-match')?.replace(/^W\//u, '') === etag) return c.body(null, 304, headers)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : null
  if (!encoding) return c.body(new Uint8Array(asset.bytes), 200, headers)
  return c.body(new Uint8Array(asset.packed(encoding)), 200, { ...headers, 'content-encoding': encoding })
}
