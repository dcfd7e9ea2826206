// 业主共同决定: what is voted on now, what comes, what was decided.
import { decisionsListed, type DecisionListed } from '#modules/decisions/public.ts'
import { holds } from '#modules/people/public.ts'
import { stageText } from '#text/decision-words.ts'
import { votePageText } from '#text/decision-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/decisions?matter= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url, publicUrl } = visit
  const t = votePageText(lang)
  const matter = numberIn(url, 'matter') ?? null
  const all = await decisionsListed(db, actor, { matter })
  const at = `/${community.slug}`
  const of = (...stages: DecisionListed['stage'][]) => all.filter(({ stage }) => stages.includes(stage))
  return framed(visit, { title: matter === null ? t.title : t.ofMatter, narrow: true, current: 'board', back: matter === null ? at : `${
    at}/matters/${matter}`, qr: `${publicUrl}${at}/decisions` },
    html`<p class="dim sm">${t.lead}</p>
${holds(actor, 'keep decision') ? html`<p class="gap"><a class="btn full b-line" href="${at}/decisions/new${matter !== null && `?matter=${
    matter}`}">${t.start}</a></p>` : nothing}
${all.length === 0 ? empty(matter === null ? t.none : t.noneOfMatter) : nothing}
${part(visit, t.now, of('open'))}${part(visit, t.coming, of('announced', 'roll'))}${part(visit, t.drafts, of('draft'))}${
    part(visit, t.decided, of('closed', 'posted', 'dropped'))}
<p><a class="rest" href="${at}/decisions/rules">${t.rules}</a></p>`)
}

function part(visit: Visit, words: string, some: readonly DecisionListed[]): Html {
  const { lang, community } = visit
  return some.length === 0 ? nothing : html`<section>${head(words)}${list(some.map(one => ({
    href: `/${community.slug}/decisions/${one.id}`, title: one.title, icon: 'vote', tone: one.stage === 'open' ? 'brick' : 'sea',
    meta: dotted(one.estate, timeOf(visit, one)), chip: chipOf(lang, one),
  })))}</section>`
}

function timeOf({ lang, community }: Visit, { stage, opens_at, closes_at, closed_at, returned, voters }: DecisionListed): Html | null {
  const t = votePageText(lang)
  const at = (moment: Temporal.Instant) => dayAndTime(lang, moment, community.time_zone)
  if (stage === 'open' && closes_at) return dotted(t.until(at(closes_at)), t.returned(returned ?? 0, voters ?? 0))
  if (stage === 'announced' && opens_at) return html`${t.from(at(opens_at))}`
  return closed_at ? dotted(t.closedOn(at(closed_at)), t.returned(returned ?? 0, voters ?? 0)) : null
}

function chipOf(lang: Visit['lang'], { stage, carried }: DecisionListed): Html {
  const t = votePageText(lang)
  if (carried === null) return html`<span class="badge">${stageText(lang)[stage]}</span>`
  const yes = carried.filter(Boolean).length
  if (carried.length > 1 && yes > 0 && yes < carried.length) return html`<span class="badge sun">${t.carried} ${yes}/${carried.length}</span>`
  return yes > 0 ? html`<span class="badge leaf">${t.carried}</span>` : html`<span class="badge alarm">${t.notCarried}</span>`
}
