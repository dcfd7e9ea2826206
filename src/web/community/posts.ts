// 谁管什么: every post by organisation, for all to see; who held it before stands below.
import { today } from '#modules/communities/public.ts'
import { holds, postsHeld } from '#modules/people/public.ts'
import { organisationText, postText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

const SHOWN = 6
const FORMER = 100

type Held = Awaited<ReturnType<typeof postsHeld>>[number]

/** GET /:community/posts?organisation= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url, now, publicUrl } = visit
  const t = postsText(lang)
  const date = today(community, now)
  const one = numberIn(url, 'organisation')
  const held = (await postsHeld(db, date)).filter(post => one === undefined || post.organisation_id === one)
  const former = (await postsHeld(db, date, true, FORMER)).filter(post => one === undefined || post.organisation_id === one)
  const groups = Map.groupBy(held, post => post.organisation_id)
  return framed(visit, {
    title: t.title, back: one ? `/${community.slug}/posts` : `/${community.slug}`, qr: `${publicUrl}/${community.slug}/posts`,
  }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}<p class="dim sm">${t.lead}</p>
${holds(actor, 'appoint') && html`<p class="field no-print"><a class="btn" href="/${community.slug}/posts/new">${icon('plus')}${t.appoint}</a></p>`}
${groups.size === 0 ? empty(t.none) : [...groups.values()].map(posts => organisation(visit, posts, one === undefined ? SHOWN : posts.length, date))}
${former.length > 0 && html`<details class="card flush"><summary>${t.former} <span class="dim num">${former.length}</span></summary><div class="list">${former.map(post => row(visit, post, date))}</div></details>`}`)
}

function organisation(visit: Visit, posts: Held[], shown: number, date: string): Html {
  const { lang, community } = visit
  const t = postsText(lang)
  const first = posts[0]
  if (!first) return nothing
  return html`<section>${head(first.organisation, html`<span class="dim sm">${dotted(organisationText(lang)[first.organisation_kind], t.people(posts.length))}</span>`)}
<div class="card flush list">${posts.slice(0, shown).map(post => row(visit, post, date))}${
    posts.length > shown && html`<a href="/${community.slug}/posts?organisation=${first.organisation_id}"><span class="grow">${t.all(posts.length)}</span>${icon('next', 'go')}</a>`}</div></section>`
}

function row({ lang, actor, community }: Visit, post: Held, date: string): Html {
  const t = postsText(lang)
  const since = day(lang, post.since)
  const when = post.until ? t.span(since, day(lang, post.until)) : post.since > date ? t.from(since) : t.since(since)
  return html`<div><span class="grow"><b class="row-title">${post.name}</b><span class="row-meta">${dotted(postText(lang)[post.kind as 'secretary'], post.over, when)}</span></span>${
    post.until === null && holds(actor, 'appoint') && html`<a class="btn b-line sm no-print" href="/${community.slug}/posts/${post.id}/end">${t.end}</a>`}</div>`
}
