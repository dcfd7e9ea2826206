// The home page: a resident sees her matters, a worker his queue, somebody passing by what this place is.
import { unreadOf } from '#modules/notices/public.ts'
import { board, queueOf, titleOf } from '#modules/matters/public.ts'
import { holds } from '#modules/people/public.ts'
import { estates } from '#modules/places/public.ts'
import { helpText } from '#text/call-pages.ts'
import { stepText } from '#text/matters.ts'
import { noticePageText } from '#text/notices.ts'
import { boardText, homeText } from '#text/pages.ts'
import { postText } from '#text/people.ts'
import { dayText } from '#text/queue.ts'
import { partText } from '#text/parts.ts'
import { shelfText } from '#text/shelf.ts'
import { rosterText } from '#text/roster.ts'
import { framed } from '#web/frame.ts'
import { dotted, drawing, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { six } from '#web/parts/steps.ts'
import { dayAndWeek, said } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './calls/around.ts'
import { shelf } from './shelf.ts'
import { hasTour } from './tour.ts'
import { stillGood } from './matter/held.ts'
import { dayEnds } from './queue/time.ts'

const QUEUE = 5
const MINE = 5
const RECENT = 2

type Listed = Awaited<ReturnType<typeof board>>[number]

/** GET /:community */
export const page: Page = async visit => {
  const { lang, db, actor, community } = visit
  const worker = actor.posts.length > 0
  const recent = worker ? [] : await board(db, actor, {}, RECENT)
  const own = actor.personId === null ? [] : await board(db, actor, { own: true }, MINE)
  const mine = own.filter(matter => matter.mine)
  const followed = own.filter(matter => !matter.mine)
  const unread = actor.personId === null ? 0 : await unreadOf(db, actor.personId)
  const t = homeText(lang)
  return framed(visit, {
    title: t.title, current: 'home', hero: hero(visit), live: 'matters/', qr: `${visit.publicUrl}/${community.slug}`,
  }, visit.look.mode === 'elder' ? await elder(visit, mine, unread) : html`<div class="cols"><div>
${callNow(visit)}${duo(visit)}
${notices(visit, unread)}
${worker ? nothing : await stillGood(visit)}
${actor.personId === null ? await demo(visit) : nothing}
${worker ? await waiting(visit) : nothing}
${actor.personId === null ? nothing : raised(visit, mine)}
${followed.length > 0 ? cards(visit, t.followed, followed) : nothing}
${worker ? nothing : news(visit, recent)}
</div><div>${await around(visit)}${shelf(visit)}</div></div>`)
}

function hero({ lang, look, actor, community, now }: Visit): Html {
  const t = homeText(lang)
  const elder = look.mode === 'elder'
  const hour = now.toZonedDateTimeISO(community.time_zone).hour
  const part = hour < 11 ? t.morning : hour < 13 ? t.noon : hour < 18 ? t.afternoon : t.evening
  const post = actor.posts[0]
  return html`<header class="hero">
  <div class="hero-bar"><a class="here" href="/"><svg class="mark only-phone" aria-hidden="true"><use href="${drawing('mark')}"/></svg><span>${community.name}</span></a>
  <form method="post" action="/look"><input type="hidden" name="here" value="/${community.slug}"><button class="tool" name="look" value="${elder ? 'plain' : 'elder'}.1.${look.theme}">${icon('elder')}${elder ? partText(lang).ordinary : partText(lang).elder}</button></form></div>
  <h1>${t.hello(actor.name ?? t.neighbours, part)}</h1>
  <p>${dotted(dayAndWeek(lang, now, community.time_zone), post ? postText(lang)[post.kind as 'secretary'] : actor.homes[0]?.label)}</p>
  <svg class="skyline" aria-hidden="true"><use href="${drawing('skyline')}"/></svg>
</header>`
}

// One tap to the page where the next one calls people.
function callNow({ lang, community }: Visit): Html {
  const t = helpText(lang)
  return html`${styles}<a class="call-now" href="/${community.slug}/help/new">${icon('help')}<b>${t.press}<span>${t.homeHint}</span></b></a>`
}

function duo({ lang, community }: Visit): Html {
  const t = homeText(lang)
  return html`<div class="duo"><a href="/${community.slug}/raise">${icon('raise')}<b>${t.raise}</b><span>${t.raiseHint}</span></a><a href="/${community.slug}/board">${icon('board')}<b>${t.board}</b><span>${t.boardHint}</span></a></div>`
}

// Only what is new: the page of notices is a tap away in “me” as well.
function notices({ lang, community }: Visit, unread: number): Html {
  const t = noticePageText(lang)
  return unread === 0 ? nothing : html`<section>${list([{ href: `/${community.slug}/notices`, title: t.title, meta: t.count(unread), icon: 'bell', tone: 'sun' }])}</section>`
}

// What is due first, and how many there are; the rest stands in the queue.
async function waiting(visit: Visit): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = homeText(lang)
  const { rows, counts } = await queueOf(db, actor, {}, { now, dayEnds: dayEnds(visit), limit: QUEUE })
  const d = dayText(lang)
  return html`<section><div class="head"><h2>${t.queue}</h2><span class="badge brick num">${counts.all}</span><a class="more" href="/${community.slug}/queue">${d.wholeQueue}</a></div>${
    counts.all === 0 ? empty(t.queueNone) : nothing}${list([
    { href: `/${community.slug}/day`, title: d.title, meta: dotted(d.homeLate(counts.late), d.homeDue(counts.today)), icon: 'calendar', tone: counts.late > 0 ? 'alarm' : 'sun' },
    ...rows.map(matter => row(visit, matter)),
  ])}</section>`
}

function raised(visit: Visit, mine: Listed[]): Html {
  const t = homeText(visit.lang)
  return mine.length > 0 ? cards(visit, t.mine, mine) : html`<section><div class="head"><h2>${t.mine}</h2></div>${empty(t.mineNone)}</section>`
}

function cards({ lang, community, now }: Visit, words: string, listed: Listed[]): Html {
  return html`<section><div class="head"><h2>${words}</h2></div>${listed.slice(0, MINE).map(matter => html`<a class="card matter" href="/${community.slug}/matters/${matter.id}"><h3>${titleOf(matter.text)}</h3><p class="meta">${
    dotted(matter.label, said(lang, matter.raised_at, now, community.time_zone), matter.followers ? boardText(lang).also(matter.followers) : null)}</p>${six(lang, matter.step)}</a>`)}</section>`
}

function news(visit: Visit, listed: Listed[]): Html {
  const { lang, community } = visit
  const t = homeText(lang)
  return html`<section><div class="head"><h2>${t.recent}</h2><a class="more" href="/${community.slug}/board">${boardText(lang).title}</a></div>${
    listed.length === 0 ? empty(boardText(lang).none) : list(listed.slice(0, 6).map(matter => row(visit, matter)))}</section>`
}

function row({ lang, community, now }: Visit, matter: Pick<Listed, 'id' | 'text' | 'step' | 'urgent' | 'raised_at' | 'label'> & { title?: string | null }) {
  return {
    href: `/${community.slug}/matters/${matter.id}`, title: matter.title ?? titleOf(matter.text), icon: matter.urgent ? 'warn' : 'do', tone: matter.urgent ? 'alarm' : 'brick',
    meta: dotted(matter.label, said(lang, matter.raised_at, now, community.time_zone)),
    chip: html`<span class="badge brick">${stepText(lang)[matter.step]}</span>`,
  } as const
}

async function demo(visit: Visit): Promise<Html> {
  const { lang, db } = visit
  const t = homeText(lang)
  const doors = await visit.demoDoors(db)
  return doors.length === 0 ? nothing : html`<section><div class="stack"><div class="head"><h2>${t.demo}</h2></div><p class="dim sm">${t.demoHint}</p>${
    hasTour(visit.community) && html`<p><a class="btn full b-sea" href="/${visit.community.slug}/tour">${shelfText(lang).tour}</a></p>`}${
    list(doors.map(door => ({ href: door.href, title: door.name, meta: dotted(door.post(lang), door.line(lang)), icon: 'me', tone: 'sea' })))}</div></section>`
}

async function around({ lang, db, community, actor }: Visit): Promise<Html> {
  const t = homeText(lang)
  const all = await estates(db)
  return html`${all.length === 0 ? nothing : html`<section><div class="head"><h2>${t.estates}</h2>${
    holds(actor, 'import roster', null) && html`<a class="more" href="/${community.slug}/roster">${rosterText(lang).roster}</a>`}</div>${
    list(all.map(estate => ({ href: `/${community.slug}/places/${estate.id}`, title: estate.name, icon: 'home', tone: 'sea' })))}</section>`}`
}

async function elder(visit: Visit, mine: Listed[], unread: number): Promise<Html> {
  const { lang, community } = visit
  const t = homeText(lang)
  return html`<nav class="stack">
<a class="big-btn b-brick" href="/${community.slug}/help/new">${icon('help')}<b>${helpText(lang).elder}<span>${helpText(lang).homeHint}</span></b></a>
<a class="big-btn" href="/${community.slug}/raise">${icon('raise')}<b>${t.elderRaise}<span>${t.raiseHint}</span></b></a>
<a class="big-btn" href="/${community.slug}/board">${icon('board')}<b>${t.elderBoard}</b></a>
${community.phone && html`<a class="big-btn b-line" href="tel:${community.phone}">${icon('phone')}<b>${t.elderCall}<span class="num">${local(community.phone)}</span></b></a>`}
</nav>${notices(visit, unread)}${mine.length > 0 ? raised(visit, mine) : nothing}${visit.actor.personId === null ? await demo(visit) : nothing}`
}
