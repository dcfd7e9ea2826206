// 活动: what is coming up that wants a hand, and what was.
import { activitiesListed, mayNotPlan, nameOfActivity, standingOf } from '#modules/activities/public.ts'
import { activityPageText } from '#text/activities-pages.ts'
import { framed } from '#web/frame.ts'
import { html, nothing, dotted, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { spanSaid } from './around.ts'

type Listed = Awaited<ReturnType<typeof activitiesListed>>[number]

const PAST = 12

/** GET /:community/activities */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, publicUrl } = visit
  const t = activityPageText(lang)
  const [ahead, past] = await Promise.all([activitiesListed(db, { when: 'ahead' }, now), activitiesListed(db, { when: 'past', limit: PAST }, now)])
  const at = `/${community.slug}/activities`
  const runs = mayNotPlan(actor) === null
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}`, live: 'activities/', qr: `${publicUrl}${at}` }, html`<p class="dim sm">${t.lead}</p>
${runs ? html`<p class="row wrap no-print gap"><a class="btn b-line sm" href="${at}/new">${t.plan}</a><a class="btn b-line sm" href="${at}/patrol">${t.patrol}</a></p>` : nothing}
${ahead.length === 0 ? empty(t.none) : part(visit, t.ahead, ahead)}${past.length > 0 && part(visit, t.past, past)}
<section>${list([{ href: `${at}/leaflets`, title: t.leaflets, meta: t.leafletsMeta, icon: 'print', tone: 'sea' }])}</section>`)
}

function part(visit: Visit, words: string, rows: readonly Listed[]): Html {
  return html`<section>${head(words)}${list(rows.map(one => ({
    href: `/${visit.community.slug}/activities/${one.id}`, title: nameOfActivity(visit.lang, one), icon: one.kind === 'patrol' ? 'warn' : 'volunteer',
    tone: one.kind === 'patrol' ? 'alarm' : 'leaf', meta: dotted(spanSaid(visit, one.begins_at, one.ends_at), one.where ?? activityPageText(visit.lang).everywhere),
    chip: chipOf(visit, one),
  })))}</section>`
}

function chipOf({ lang, now }: Visit, one: Listed): Html {
  const t = activityPageText(lang)
  switch (standingOf(one, now)) {
    case 'off': return html`<span class="badge alarm">${t.offChip}</span>`
    case 'on': return html`<span class="badge sun">${t.onChip}</span>`
    case 'soon': return one.places > one.taken ? html`<span class="badge brick">${t.free(one.places - one.taken)}</span>` : html`<span class="badge leaf">${t.full}</span>`
    case 'over': case 'closed': return html`<span class="sm dim">${t.places(one.taken, one.places)}</span>`
  }
}
