// A page for what was not done: why, in people's words, and where to go from here.
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Problem } from '#kit/errors.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../house.ts'
import { langOf } from './door.ts'
import { lookFrom } from './look.ts'
import { html } from './parts/html.ts'
import { note } from './parts/list.ts'
import { page } from './parts/page.ts'

/** The problem's status and reason; without a problem it is our bug, and says sorry with a reference. */
export async function problemPage(house: House, c: Context, problem: Problem | null, reference: string): Promise<Response> {
  const lang = langOf(c)
  const t = frameText(lang)
  const slug = /^\/([a-z][a-z0-9-]+)/u.exec(c.req.path)?.[1] ?? ''
  const community = await house.communityAt(slug).catch(() => undefined) ?? null
  const url = new URL(c.req.url)
  return c.html(page({
    lang, look: lookFrom(getCookie(c, 'look')), title: problem ? t.cannot : t.sorryTitle, community, signedIn: false,
    here: c.req.method === 'GET' ? url.pathname + url.search : '/', narrow: true,
  }, html`${note('alarm', 'warn', problem ? problem.reason(lang) : t.sorry(reference))}
<p class="row gap"><a class="btn b-line" href="/${community?.slug ?? ''}">${t.backHome}</a></p>`), problem?.status ?? 500)
}
