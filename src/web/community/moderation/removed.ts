// What stands at the address of a matter that was taken down: the reason, the post of whoever judged, and where all judgements are.
import { NotFound } from '#kit/errors.ts'
import { takenDown } from '#modules/matters/public.ts'
import { reasonText } from '#text/moderation.ts'
import { authorText } from '#text/moderation-author.ts'
import { postText } from '#text/people.ts'
import { framed } from '#web/frame.ts'
import { html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

/** The page, with 410; throws the problem again where no matter was taken down here that everybody could see before. */
export async function removed(visit: Visit, id: number, problem: unknown): Promise<Response> {
  if (!(problem instanceof NotFound)) throw problem
  const { lang, db, community, now } = visit
  const found = await takenDown(db, id)
  if (!found?.reason) throw problem
  const t = authorText(lang)
  const by = found.judged_as && found.judged_at && t.removedBy(postText(lang)[found.judged_as as 'secretary'], said(lang, found.judged_at, now, community.time_zone))
  const page = framed(visit, { title: t.removedTitle, narrow: true, back: `/${community.slug}/board` }, html`${note('', 'lock', t.removedMatter(reasonText(lang)[found.reason]))}
<p class="dim sm">${by}</p><p><a href="/${community.slug}/moderation-log">${t.toLog}</a></p>`)
  return new Response(String(await page), { status: 410, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
