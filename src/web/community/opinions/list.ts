// 问计: what is being asked, and what was.
import { conversationsListed, isOpen, mayNotOpen } from '#modules/opinions/public.ts'
import { conversationText } from '#text/opinion-page.ts'
import { opinionText } from '#text/opinions.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import { dayAt } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

const SHOWN = 30

type Listed = Awaited<ReturnType<typeof conversationsListed>>[number]

/** GET /:community/conversations?before= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = opinionText(lang)
  const found = await conversationsListed(db, actor, { before: numberIn(url, 'before') ?? null, limit: SHOWN + 1 })
  const shown = found.slice(0, SHOWN)
  const at = `/${community.slug}/conversations`
  return framed(visit, { title: t.title, back: `/${community.slug}`, live: 'conversations/', qr: visit.publicUrl + at }, html`<p class="dim sm">${t.lead}</p>
${shown.length === 0 ? empty(t.none) : list(shown.map(one => ({ href: `${at}/${one.id}`, title: one.question, meta: about(visit, one), icon: 'discuss', tone: 'sea' })))}
${found.length > SHOWN && html`<p class="gap no-print"><a class="btn b-line" href="${at}?before=${shown.at(-1)?.id}">${conversationText(lang).more}</a></p>`}
${mayNotOpen(actor) === null && html`<p class="gap no-print"><a class="btn full" href="${at}/new">${t.open}</a></p>`}`)
}

/** How large it is and until when. */
export function about({ lang, community, now }: Pick<Visit, 'lang' | 'community' | 'now'>, one: Pick<Listed, 'statements' | 'voters' | 'closes_at' | 'ended_at'>): Html {
  const t = conversationText(lang)
  // The last day, not the midnight behind it.
  const last = one.closes_at.subtract({ seconds: 1 })
  return dotted(t.statements(one.statements), t.voters(one.voters), isOpen(one, now) ? t.until(dayAt(lang, last, community.time_zone)) : t.over)
}
