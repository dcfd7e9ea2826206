// What a person was told: what he has not read first, then day by day.
import { inboxOf, markRead, muteMatter, noticePath, noticeWords, unmuteMatter, type Told } from '#modules/notices/public.ts'
import { noticePageText } from '#text/notices.ts'
import { framed, idFrom } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import { dayAt, said } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/notices */
export const page: Page = async visit => {
  const { lang, db, actor, community } = visit
  const t = noticePageText(lang)
  const at = `/${community.slug}`
  if (actor.personId === null) {
    return framed(visit, { title: t.title, narrow: true, back: at }, html`${empty(t.signIn)}<p class="field"><a class="btn full" href="/sign-in?community=${community.slug}&next=${at}/notices">${t.toSignIn}</a></p>`)
  }
  const notices = await inboxOf(db, actor.personId)
  const unread = notices.filter(notice => notice.read_at === null)
  const news = [...Map.groupBy(unread, notice => notice.matter_id ?? -notice.id).values()]
  const days = Map.groupBy(notices.filter(notice => notice.read_at !== null), notice => dayAt(lang, notice.at, community.time_zone))
  return framed(visit, { title: t.title, narrow: true, back: at, live: `notices/${actor.personId}` }, html`${
    notices.length === 0 ? empty(t.none) : nothing}
${unread.length > 0 && html`<section>${head(t.unread, html`<span class="badge brick num">${unread.length}</span>`)}${news.map(of => card(visit, of))}
<form class="field" method="post" action="${at}/notices">${requestKey(EMPTY)}<input type="hidden" name="upTo" value="${unread[0]?.id}"><button class="btn full b-line" name="how" value="all">${icon('check')}${t.allRead}</button></form></section>`}
${[...days].map(([day, of]) => html`<section>${head(day)}${list(of.map(notice => row(visit, notice)))}</section>`)}
<p class="gap"><a class="btn full b-line" href="${at}/me/notices">${icon('bell')}${t.settings}</a></p>`)
}

/** POST /:community/notices: going to one matter, having read all; or no more about one, or again. */
export const submit: Submit = async sent => {
  const at = `/${sent.community.slug}`
  const [how, matter] = [typed(sent.form, 'how'), typed(sent.form, 'matter')]
  if (how === 'all') {
    await sent.act(markRead, { upTo: typed(sent.form, 'upTo') })
    return goTo(`${at}/notices`)
  }
  if (how === 'mute' || how === 'unmute') {
    await sent.act(how === 'mute' ? muteMatter : unmuteMatter, { person: sent.actor.personId ?? 0, matter })
    return goTo(`${at}/notices`)
  }
  const notice = typed(sent.form, 'notice')
  if (notice) return seen(sent, notice)
  const { matter: read } = await sent.act(markRead, { matter })
  return goTo(`${at}/matters/${read}`)
}

// What is about no matter leads to where its entry says.
async function seen(sent: Sent, notice: string): Promise<Html | Response> {
  const id = idFrom(notice) ?? 0
  await sent.act(markRead, { notice })
  return sent.show(async ({ db, actor, community }) => {
    const [told] = (await inboxOf(db, actor.personId ?? 0, { before: id + 1, limit: 1 })).filter(one => one.id === id)
    return goTo(`/${community.slug}/${told ? noticePath(told) : 'notices'}`)
  })
}

// Several notices of one matter are one thing: the newest above, what happened before it below.
function card({ lang, now, community, actor }: Visit, notices: readonly Told[]): Html {
  const t = noticePageText(lang)
  const [newest] = notices
  if (!newest) return nothing
  const { title, place } = noticeWords(lang, newest, actor)
  const lines = new Set(notices.map(notice => noticeWords(lang, notice, actor).line))
  const danger = notices.some(notice => notice.urgency === 'life')
  return html`<form class="card" method="post" action="/${community.slug}/notices">${requestKey(EMPTY)}${
    newest.matter_id === null ? html`<input type="hidden" name="notice" value="${newest.id}">` : html`<input type="hidden" name="matter" value="${newest.matter_id}">`}
<p class="meta dim sm">${dotted(said(lang, newest.at, now, community.time_zone), place)}</p><h3>${danger && html`${icon('warn')} `}${title}</h3>${
  [...lines].map((line, i) => html`<p${i > 0 && html` class="dim sm"`}>${line}</p>`)}
<p class="row wrap">${newest.muted ? html`<span class="grow dim sm">${t.muted}</span><button class="btn b-line sm" name="how" value="unmute">${t.unmute}</button>`
    : html`<button class="btn sm grow" name="how" value="see">${t.see}</button>${newest.matter_id !== null && html`<button class="btn b-line sm" name="how" value="mute">${t.mute}</button>`}`}</p></form>`
}

function row({ lang, now, community, actor }: Visit, notice: Told) {
  const { title, line } = noticeWords(lang, notice, actor)
  return {
    href: `/${community.slug}/${noticePath(notice)}`, title, meta: dotted(line, said(lang, notice.at, now, community.time_zone)),
  }
}
