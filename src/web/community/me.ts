// 我的: who I am here, what I may decide about myself, and which devices are signed in.
import { today } from '#modules/communities/public.ts'
import { aboutMe, endMandate, holds, seesOpenings } from '#modules/people/public.ts'
import { openingText } from '#text/break-glass.ts'
import { ownCalendarText } from '#text/feeds.ts'
import { hoursPageText } from '#text/hours-pages.ts'
import { mandateText } from '#text/mandates.ts'
import { meText } from '#text/me.ts'
import { noticePageText } from '#text/notices.ts'
import { postText, tieText } from '#text/people.ts'
import { tokenText } from '#text/tokens.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note, toast, type Row } from '#web/parts/list.ts'
import { day, said } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

type Me = Awaited<ReturnType<typeof aboutMe>>

/** GET /:community/me */
export const page: Page = async visit => {
  const { lang, db, community, actor, account, url } = visit
  const t = meText(lang)
  const done = url.searchParams.get('done')
  const me = actor.personId === null ? null : await aboutMe(db, actor.personId)
  return framed(visit, { title: t.title, current: 'me' }, account === null ? signInFirst(visit) : html`${
    done === 'ended' ? toast(t.ended) : done === 'mandate' ? toast(mandateText(lang).ended) : done ? toast(t.done) : nothing}
<div class="cols"><div>
${me === null || actor.personId === null ? note('sun', 'me', t.unknown) : html`${whoIAm(visit, me)}${mandates(visit, me, actor.personId)}`}
${await devices(visit, account)}
</div><div>
<section>${head(actor.name ?? t.title)}${list(ways(visit, me))}</section>
${note('', 'elder', t.lookHint)}
<form class="field" method="post" action="/sign-out"><input type="hidden" name="next" value="/${community.slug}"><button class="btn full b-line">${t.leave}</button></form>
</div></div>`)
}

/** POST /:community/me/sessions: ends one device, or all but this one. */
export const endSession: Submit = async sent => {
  const session = typed(sent.form, 'session')
  if (session) await sent.account?.endSession(session)
  else await sent.account?.endOthers()
  return goTo(`/${sent.community.slug}/me?done=ended`)
}

/** POST /:community/me/mandates: ends one, from either side. */
export const endOne: Submit = async sent => {
  await sent.act(endMandate, { mandate: typed(sent.form, 'mandate') })
  return goTo(`/${sent.community.slug}/me?done=mandate`)
}

function signInFirst({ lang, community }: Visit): Html {
  const t = meText(lang)
  return html`${empty(t.signInFirst)}<p class="field"><a class="btn full" href="/sign-in?community=${community.slug}&next=/${community.slug}/me">${t.signIn}</a></p>`
}

function whoIAm({ lang, now, community }: Visit, { homes, posts }: Me): Html {
  const t = meText(lang)
  const date = today(community, now)
  const open = <Span extends { until: string | null }>(span: Span) => span.until === null || span.until >= date
  const line = (title: string, meta: Html | string) => html`<div><span class="grow"><b class="row-title">${title}</b><span class="row-meta">${meta}</span></span></div>`
  return html`<section>${head(t.homes)}${homes.filter(open).length === 0 ? html`<p class="dim">${t.noHomes}</p>` : html`<div class="card flush list">${
    homes.filter(open).map(home => line(home.home, dotted(tieText(lang)[home.kind], t.since(day(lang, home.since)))))}</div>`}</section>
${posts.filter(open).length > 0 && html`<section>${head(t.posts)}<div class="card flush list">${
    posts.filter(open).map(post => line(postText(lang)[post.kind as 'secretary'], dotted(post.organisation, t.since(day(lang, post.since)))))}</div></section>`}`
}

function mandates({ lang, now, community }: Visit, me: Me, personId: number): Html {
  const t = mandateText(lang)
  const date = today(community, now)
  const open = me.mandates.filter(one => one.ended_at === null && (one.until === null || one.until >= date))
  const part = (title: string, mine: typeof open, name: (one: typeof open[number]) => string) => mine.length === 0 ? nothing : html`<section>${head(title)}${
    mine.map(one => html`<form class="card" method="post" action="/${community.slug}/me/mandates">${requestKey(EMPTY)}<input type="hidden" name="mandate" value="${one.id}"><p class="row wrap"><span class="grow"><b>${name(one)}</b><br><span class="dim sm">${
      dotted(t.since(day(lang, one.since)), one.until && t.to(day(lang, one.until)))}</span></span><button class="btn b-line sm">${t.end}</button></p></form>`)}</section>`
  return html`${part(t.forMe, open.filter(one => one.principal_id === personId), one => one.agent)}${
    part(t.forThem, open.filter(one => one.agent_id === personId), one => one.principal)}`
}

async function devices({ lang, now, community }: Visit, account: NonNullable<Visit['account']>): Promise<Html> {
  const t = meText(lang)
  const sessions = await account.sessions()
  const at = `/${community.slug}/me/sessions`
  return html`<section>${head(t.devices)}${sessions.map(session => html`<form class="card" method="post" action="${at}"><input type="hidden" name="session" value="${session.sessionId}"><p class="row wrap"><span class="grow"><b>${session.device(lang)}</b><br><span class="dim sm">${
    t.seen(said(lang, session.seenAt.toTemporalInstant(), now, community.time_zone))}</span></span>${
    session.sessionId === account.sessionId ? html`<span class="badge leaf">${icon('check')}${t.thisOne}</span>` : html`<button class="btn b-line sm">${t.end}</button>`}</p></form>`)}
${sessions.length > 1 && html`<form class="field" method="post" action="${at}"><button class="btn full b-line">${t.endOthers}</button></form>`}</section>`
}

function ways({ lang, actor, community, account }: Visit, me: Me | null): Row[] {
  const t = meText(lang)
  const at = `/${community.slug}`
  return [
    ...me === null ? [] : [
      { href: `${at}/notices`, title: noticePageText(lang).title, meta: noticePageText(lang).settings, icon: 'bell', tone: 'sun' } as const,
      { href: `${at}/me/consents`, title: t.consents, meta: t.consentsMeta(me.consents.length), icon: 'check', tone: 'leaf' } as const,
      { href: `${at}/me/calendar`, title: ownCalendarText(lang).title, meta: ownCalendarText(lang).meta, icon: 'calendar', tone: 'brick' } as const,
      { href: `${at}/me/hours`, title: hoursPageText(lang).mine, meta: hoursPageText(lang).mineMeta, icon: 'volunteer', tone: 'leaf' } as const,
      { href: `${at}/me/data`, title: t.data, meta: t.dataMeta, icon: 'lock', tone: 'sea' } as const,
    ],
    ...account?.passkeysWork ? [{ href: `${at}/me/passkeys`, title: t.passkeys, meta: t.passkeysHint, icon: 'lock', tone: 'sea' } as const] : [],
    ...me === null ? [] : [{ href: `${at}/me/tokens`, title: tokenText(lang).title, meta: tokenText(lang).meta, icon: 'lock', tone: 'sea' } as const],
    { href: `${at}/posts`, title: t.whoDoesWhat, icon: 'me', tone: 'brick' },
    ...holds(actor, 'break glass') || seesOpenings(actor) ? [{ href: `${at}/openings`, title: openingText(lang).title, icon: 'phone', tone: 'alarm' } as const] : [],
    ...holds(actor, 'see roster') ? [{ href: `${at}/people`, title: t.people, icon: 'search', tone: 'brick' } as const] : [],
  ]
}
