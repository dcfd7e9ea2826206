// Elder mode, type size and night: one button each, a cookie, and back to where the reader was.
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { formWithoutFiles, readForm } from '#kit/uploads.ts'
import { lookCookie, lookFrom } from './look.ts'
import { goTo, typed } from './visit.ts'

/** POST /look. */
export async function chooseLook(c: Context): Promise<Response> {
  const form = await readForm(c.req.raw, formWithoutFiles)
  setCookie(c, 'look', lookCookie(lookFrom(typed(form, 'look'))), { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
  const back = goTo(ownPath(typed(form, 'here')))
  back.headers.append('set-cookie', c.res.headers.get('set-cookie') ?? '')
  return back
}

/** A path of this site, or / for anything else: nobody is sent elsewhere. */
export function ownPath(path: string): string {
  const url = URL.parse(path, 'http://own.invalid')
  // /.//elsewhere is a path of ours that becomes //elsewhere, which is a host.
  return url && url.host === 'own.invalid' && path.startsWith('/') && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}
