// What else there is: lists at the foot of the home page, for everybody and for those who run the community.
import { holds } from '#modules/people/public.ts'
import { billText } from '#text/bill.ts'
import { helpText } from '#text/call-pages.ts'
import { happeningText } from '#text/happenings.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { councilText } from '#text/councils.ts'
import { electionPageText } from '#text/election-pages.ts'
import { votePageText } from '#text/decision-pages.ts'
import { calendarText } from '#text/calendar.ts'
import { moderationText } from '#text/moderation.ts'
import { logText } from '#text/moderation-open.ts'
import { hookText } from '#text/hooks.ts'
import { methodPageText } from '#text/method-page.ts'
import { noticePageText } from '#text/notices.ts'
import { openDataText } from '#text/open-data.ts'
import { opinionText } from '#text/opinions.ts'
import { outboxText } from '#text/outbox.ts'
import { proposalsText } from '#text/router.ts'
import { servicesText } from '#text/services.ts'
import { shelfText } from '#text/shelf.ts'
import { trackingText } from '#text/tracking.ts'
import { templatesText } from '#text/work-more.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, list } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import { helping } from './helping.ts'

/** Both lists; the second only for whoever runs something. */
export function shelf(visit: Visit): Html {
  const { lang, community, actor } = visit
  const t = shelfText(lang)
  const at = `/${community.slug}`
  return html`<section>${head(t.help)}${list([
    { href: `${at}/help`, title: helpText(lang).press, meta: t.calls, icon: 'help', tone: 'brick' }, ...helping(visit),
  ])}</section>
<section>${head(t.together)}${list([
    { href: `${at}/councils`, title: councilText(lang).title, meta: councilText(lang).meta, icon: 'discuss', tone: 'brick' },
    { href: `${at}/conversations`, title: opinionText(lang).title, meta: t.conversations, icon: 'discuss', tone: 'leaf' },
    { href: `${at}/polls`, title: ballotPageText(lang).title, meta: ballotPageText(lang).meta, icon: 'vote', tone: 'brick' },
    { href: `${at}/decisions`, title: votePageText(lang).title, meta: votePageText(lang).meta, icon: 'vote', tone: 'brick' },
    { href: `${at}/elections`, title: electionPageText(lang).title, meta: electionPageText(lang).meta, icon: 'vote', tone: 'brick' },
  ])}</section>
<section>${head(t.open)}${list([
    { href: `${at}/tracking`, title: trackingText(lang).title, meta: t.tracking, icon: 'clock', tone: 'sun' },
    { href: `${at}/bill`, title: billText(lang).title, meta: t.bill, icon: 'ledger', tone: 'brick' },
    { href: `${at}/method`, title: methodPageText(lang).title, meta: t.method, icon: 'coordinate', tone: 'sea' },
    { href: `${at}/happenings`, title: happeningText(lang).title, meta: happeningText(lang).meta, icon: 'calendar', tone: 'sun' },
    { href: `${at}/moderation-log`, title: logText(lang).title, meta: logText(lang).link, icon: 'lock', tone: 'sun' },
    { href: `${at}/services`, title: servicesText(lang).title, meta: t.services, icon: 'help', tone: 'leaf' },
    { href: `${at}/open-data`, title: openDataText(lang).title, meta: openDataText(lang).meta, icon: 'ledger', tone: 'sea' },
  ])}</section>
${holds(actor, 'moderate') && html`<section>${list([{ href: `${at}/moderation`, title: moderationText(lang).title, meta: moderationText(lang).link, icon: 'discuss', tone: 'brick' }])}</section>`}
${holds(actor, 'read outbox') ? html`<section>${head(t.run)}${list([
    { href: `${at}/outbox`, title: outboxText(lang).title, meta: outboxText(lang).link, icon: 'lock', tone: 'sun' },
    { href: `${at}/undelivered`, title: noticePageText(lang).undelivered, meta: noticePageText(lang).undeliveredLink, icon: 'bell', tone: 'sea' },
    { href: `${at}/channels`, title: noticePageText(lang).channels, meta: t.channels, icon: 'sync', tone: 'sea' },
    { href: `${at}/hooks`, title: hookText(lang).title, meta: hookText(lang).meta, icon: 'sync', tone: 'sun' },
    { href: `${at}/calendar`, title: calendarText(lang).title, meta: t.calendar, icon: 'calendar', tone: 'brick' },
    { href: `${at}/proposals`, title: proposalsText(lang).title, meta: t.proposals, icon: 'filter', tone: 'leaf' },
    { href: `${at}/templates`, title: templatesText(lang).title, meta: t.templates, icon: 'discuss', tone: 'leaf' },
  ])}</section>` : nothing}`
}
