// 投票: what is being asked, and what was.
import { mayNotAsk, pollsListed, standingOf, type Standing } from '#modules/polls/public.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { ruleText } from '#text/ballots.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

type Listed = Awaited<ReturnType<typeof pollsListed>>[number]

/** GET /:community/polls?matter= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url, now } = visit
  const t = ballotPageText(lang)
  const matter = numberIn(url, 'matter')
  const polls = (await pollsListed(db, actor, { matter: matter ?? null })).map(poll => ({ ...poll, standing: standingOf(poll, now) }))
  const open = polls.filter(poll => poll.standing === 'open' || poll.standing === 'soon')
  const past = polls.filter(poll => !open.includes(poll))
  const at = `/${community.slug}`
  return framed(visit, { title: matter === undefined ? t.title : t.matterPolls, narrow: true, back: matter === undefined ? at : `${
    at}/matters/${matter}`, qr: `${visit.publicUrl}${at}/polls` },
    html`<p class="dim sm">${t.lead}</p>
${mayNotAsk(actor) === null ? html`<p class="gap"><a class="btn full${open.length > 0 && ' b-line'}" href="${at}/polls/new${
  matter !== undefined && `?matter=${matter}`}">${t.ask}</a></p>` : nothing}
${polls.length === 0 ? empty(t.none) : nothing}
${part(visit, t.open, open)}
${part(visit, t.past, past)}`)
}

function part(visit: Visit, words: string, polls: readonly (Listed & { standing: Standing })[]): Html {
  const { lang, community } = visit
  return polls.length === 0 ? nothing : html`<section>${head(words)}${list(polls.map(poll => ({
    href: `/${community.slug}/polls/${poll.id}`, title: poll.question, icon: 'vote', tone: poll.standing === 'open' ? 'brick' : 'sea',
    meta: dotted(poll.where ?? ballotPageText(lang).everywhere, ruleText(lang)[poll.rule], ballotPageText(lang).came(poll.taken ?? 0,
      poll.asked), timeOf(visit, poll)),
  })))}</section>`
}

/** When it begins, ends, or ended. */
export function timeOf({ lang, now, community }: Visit, poll: Pick<Listed,
  'opens_at' | 'closes_at' | 'ended_at' | 'called_off_why'>): string {
  const t = ballotPageText(lang)
  const at = (moment: Temporal.Instant) => dayAndTime(lang, moment, community.time_zone)
  switch (standingOf(poll, now)) {
    case 'soon': return t.from(at(poll.opens_at))
    case 'open': return t.until(at(poll.closes_at))
    case 'off': return t.offChip
    case 'counting': return t.countingChip
    case 'counted': return t.over(at(poll.closes_at))
  }
}
