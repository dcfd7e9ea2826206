// 队里排的: what a team has to serve, day by day, with who comes; for its leader, and of everything for the secretary.
import { teamCalendar, teamsLed } from '#modules/orders/public.ts'
import { Refused } from '#kit/errors.ts'
import { orderPageText } from '#text/order-pages.ts'
import { orderStateText } from '#text/orders.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import { dayAndWeek } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

type Dated = Awaited<ReturnType<typeof teamCalendar>>[number]

/** GET /:community/orders/team */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = orderPageText(lang)
  const teams = teamsLed(actor)
  if (teams?.length === 0) throw new Refused(say => orderPageText(say).notLeader)
  const dates = await teamCalendar(db, teams, now)
  const days = Map.groupBy(dates, ({ begins_at }) => begins_at.toZonedDateTimeISO(community.time_zone).toPlainDate().toString())
  return framed(visit, { title: t.team, narrow: true, back: `/${community.slug}/menu` }, html`<p class="dim sm">${t.teamLead}</p>
${dates.length === 0 ? empty(t.noDates) : nothing}${[...days.values()].map(ofDay => daily(visit, ofDay))}`)
}

function daily(visit: Visit, dates: readonly Dated[]): Html {
  const { lang, community } = visit
  const t = orderPageText(lang)
  const [first] = dates
  return first === undefined ? nothing : html`<section>${head(dayAndWeek(lang, first.begins_at, community.time_zone))}${list(dates.map(one => {
    const untaken = one.state === 'open' || one.state === 'missed'
    return {
      href: `/${community.slug}/orders/${one.order_id}#d${one.id}`, title: one.name, icon: one.kind === 'visit' ? 'visit' : 'volunteer', tone: untaken ? 'alarm' : 'leaf',
      meta: dotted(clockOf(one.begins_at, community.time_zone), one.estate, one.comes ?? t.nobody, (one.rating_standing === 'held' || one.rating_standing === 'screened') && t.toLook),
      chip: html`<span class="badge${untaken ? ' sun' : ''}">${orderStateText(lang)[one.state]}</span>`,
    }
  }))}</section>`
}

function clockOf(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}
