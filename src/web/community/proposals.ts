// How good the router's proposals are, per track and category, what was changed lately, and the secretary's way to let it forget.
import type { Lang } from '#kit/phrase.ts'
import { Refused } from '#kit/errors.ts'
import { forgetLessons, lastForgotten, mayNotForget, MOST_LESSONS, proposalsChanged, proposalsJudged, titleOf } from '#modules/matters/public.ts'
import { TRACKS } from '#modules/methods/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { categoryText, proposalsText, trackText } from '#text/router.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, type Page, type Submit, type Visit } from '#web/visit.ts'

const LATELY = 20

type Judged = Awaited<ReturnType<typeof proposalsJudged>>[number]

/** GET /:community/proposals; `?sure` asks a second time before forgetting. */
export const page: Page = async visit => {
  const { lang, actor, community, db, url } = visit
  const reason = mayNotForget(actor)
  if (reason) throw new Refused(reason)
  const judged = await proposalsJudged(db)
  const changed = await proposalsChanged(db, actor, LATELY)
  const tracks = judged.filter(row => row.track !== null)
  const count = Math.min(tracks.reduce((sum, row) => sum + row.decided, 0), MOST_LESSONS)
  const t = proposalsText(lang)
  return framed(visit, { title: t.title, current: 'home', narrow: true, back: `/${community.slug}` }, html`<p>${t.lead}</p>
${forgotten(visit, await lastForgotten(db))}
<section>${head(t.tracks)}${judged.length === 0 ? empty(t.none) : scores(lang, tracks, row => ({ name: trackName(lang, row.track), right: row.track_right }))}</section>
${judged.length === 0 ? nothing : html`<section>${head(t.categories)}${scores(lang, judged.filter(row => row.category !== null), row => ({ name: categoryName(lang, row.category), right: row.category_right }))}</section>`}
<section>${head(t.changed)}${changed.length === 0 ? empty(t.noneChanged) : list(changed.map(matter => ({
    href: `/${community.slug}/matters/${matter.id}`, title: matter.title ?? titleOf(matter.text), meta: instead(visit, matter),
  })))}</section>
<section id="forget">${head(t.forget)}${count > 0 && url.searchParams.has('sure') ? second(visit, count) : first(visit, count)}</section>`)
}

/** POST /:community/proposals: the first time it asks again, the second time the router forgets. */
export const forget: Submit = async sent => {
  const { form, community } = sent
  if (!('sure' in form.fields)) return goTo(`/${community.slug}/proposals?sure=1#forget`)
  await sent.act(forgetLessons, {})
  return goTo(`/${community.slug}/proposals`)
}

function forgotten({ lang, now, community }: Visit, last: Awaited<ReturnType<typeof lastForgotten>>): Html {
  return last ? note('', 'undo', proposalsText(lang).forgotten(last.name ?? '', said(lang, last.at, now, community.time_zone))) : nothing
}

function scores(lang: Lang, judged: Judged[], score: (row: Judged) => { name: string, right: number }): Html {
  return html`<div class="card flush list">${judged.map(row => {
    const { name, right } = score(row)
    return html`<div><span class="grow"><b class="row-title">${name}</b></span><span class="num">${proposalsText(lang).right(right, row.decided)}</span></div>`
  })}</div>`
}

function instead({ lang, now, community }: Visit, matter: Awaited<ReturnType<typeof proposalsChanged>>[number]): Html {
  const t = proposalsText(lang)
  return dotted(
    matter.track === matter.proposed_track ? null : t.instead(trackName(lang, matter.proposed_track), trackName(lang, matter.track)),
    matter.category === matter.proposed_category ? null : t.instead(categoryName(lang, matter.proposed_category), categoryName(lang, matter.category)),
    matter.routed_at && said(lang, matter.routed_at, now, community.time_zone),
  )
}

function trackName(lang: Lang, key: string | null): string {
  const track = TRACKS.find(each => each === key)
  return track ? trackText(lang)[track] : '—'
}

function categoryName(lang: Lang, key: string | null): string {
  const category = CATEGORIES.find(each => each === key)
  return category ? categoryText(lang)[category] : '—'
}

function first({ lang, community }: Visit, count: number): Html {
  const t = proposalsText(lang)
  return html`<p class="dim">${t.forgetSay(count)}</p>${count === 0 ? nothing
    : html`<form method="post" action="/${community.slug}/proposals"><button class="btn full b-line">${t.forget}</button></form>`}`
}

function second({ lang, community }: Visit, count: number): Html {
  const t = proposalsText(lang)
  return html`<p>${t.forgetSay(count)}</p>
<form method="post" action="/${community.slug}/proposals">${requestKey(EMPTY)}<input type="hidden" name="sure" value="true"><button class="btn full">${t.sure}</button></form>
<p class="field"><a class="btn full b-line" href="/${community.slug}/proposals">${t.keep}</a></p>`
}
