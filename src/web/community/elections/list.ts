// 业委会: every estate with its committee, or without one, and how far its election is.
import { today } from '#modules/communities/public.ts'
import { estatesWithCommittees, type EstateListed } from '#modules/elections/public.ts'
import { electionKindText, electionStageText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/elections */
export const page: Page = async visit => {
  const { lang, db, community, now } = visit
  const t = electionPageText(lang)
  const estates = await estatesWithCommittees(db, today(community, now))
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}`, live: 'elections/' }, html`<p class="dim sm">${t.lead}</p>
${estates.length === 0 ? empty(t.none) : nothing}
${estates.map(estate => section(visit, estate))}`)
}

function section(visit: Visit, { id, name, members, elections }: EstateListed): Html {
  const { lang, community } = visit
  const t = electionPageText(lang)
  const at = `/${community.slug}/elections`
  const running = elections.some(({ stage }) => stage !== 'office' && stage !== 'stopped')
  return html`<section>${head(name, html`<span class="badge${members > 0 ? ' leaf' : ' sun'}">${members > 0 ? t.has(members) : t.interim}</span>`)}${
    members === 0 && !running ? note('sun', 'home', t.interimWhy) : nothing}${
    elections.length > 0 ? list(elections.map(one => ({
      href: `${at}/${one.id}`, title: electionKindText(lang)[one.kind], icon: 'vote', tone: one.stage === 'office' ? 'leaf' : 'brick',
      meta: dotted(t.since(day(lang, one.requested_on)), one.term_ends && t.termEnds(day(lang, one.term_ends))), chip: html`<span class="badge">${electionStageText(lang)[one.stage]}</span>`,
    }))) : nothing}${!running && html`<p class="gap"><a class="btn full b-line" href="${at}/new?estate=${id}">${t.request}</a></p>`}</section>`
}
