// One matter: where it stands, who has it, how time stands, its trail from the start, and what the reader can do.
import { calendarOf } from '#modules/clocks/public.ts'
import { asRatings, evidenceOf, extrasOf, isInside, isOpen, matterById, mayNot, mayNotReadPhone, phoneOf, readPhone, titleOf, trailOf } from '#modules/matters/public.ts'
import { matterText } from '#text/matters.ts'
import { recordText } from '#text/record.ts'
import { whoText } from '#text/matter-page.ts'
import { authorText, commentText, reportText } from '#text/moderation-author.ts'
import { boardText, matterPageText } from '#text/pages.ts'
import { postText } from '#text/people.ts'
import { categoryText, trackText } from '#text/router.ts'
import { unmaskText } from '#text/unmask.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { way } from '#web/parts/steps.ts'
import { EMPTY, shownOnce, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { ownLooks } from './moderation/own.ts'
import { removed } from './moderation/removed.ts'
import { beyondPart } from './matter/beyond.ts'
import { closingPart } from './matter/closing.ts'
import { costsPart } from './matter/costs.ts'
import { desk } from './matter/desk.ts'
import { votesPart } from './decisions/of-matter.ts'
import { handlersPart } from './matter/handlers.ts'
import { homesPart } from './matter/homes.ts'
import { joinersPart } from './matter/joiners.ts'
import { linksPart } from './matter/links.ts'
import { photosBeside } from './matter/photos-after.ts'
import { planPart } from './matter/plan.ts'
import { pollPart } from './matter/poll.ts'
import { ratingPart } from './matter/rating.ts'
import { move as moved } from './matter/taps.ts'
import { tasksPart } from './matter/tasks.ts'
import { timeLeft } from './matter/time-left.ts'
import { receiptQuery, trail } from './matter/trail.ts'

type Shown = Awaited<ReturnType<typeof matterById>>
type Trail = Awaited<ReturnType<typeof trailOf>>

/** GET /:community/matters/:id; `?code=` shows a private matter to whoever holds its receipt. */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/move */
export const move = moved(shown)

/** POST /:community/matters/:id/phone. A request key would let whoever may no longer read it have it again, unseen. */
export const phone: Submit = async sent => {
  const { community, params } = sent
  const t = unmaskText(sent.lang)
  const { id } = await sent.act(readPhone, { id: params['id'] }, { requestKey: undefined })
  const at = `/${community.slug}/matters/${id}`
  return sent.show(async visit => {
    const number = await phoneOf(visit.db, sent, id)
    return shownOnce(framed(visit, { title: t.ofMatter(id), narrow: true, back: at }, html`<section class="slip center"><p><a href="tel:${number}"><code>${local(number)}</code></a></p><p class="sm">${t.onlyOnce}</p></section>
<p class="field"><a class="btn full b-line" href="${at}">${t.toMatter}</a></p>`))
  })
}

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, url } = visit
  const id = idIn(visit)
  const hasReceipt = visit.isReceipt(id, url.searchParams.get('code') ?? '')
  const matter = await matterById(db, actor, id, hasReceipt).catch(problem => removed(visit, id, problem))
  if (matter instanceof Response) return matter
  const isPrivate = !isOpen(matter.rules) || matter.standing !== 'shown'
  const frame = {
    title: matter.withdrawn_at ? String(id) : matter.title ?? titleOf(matter.text), current: 'board', back: `/${community.slug}/board`,
    live: `matters/${id}${receiptQuery(visit, '&')}`, ...!isPrivate && { qr: `${visit.publicUrl}/${community.slug}/matters/${id}` },
  } as const
  if (matter.withdrawn_at) return framed(visit, frame, note('', 'undo', matterPageText(lang).withdrawn))
  const inside = isInside(actor, matter.rules)
  const told = await trailOf(db, id, inside, { personId: actor.personId, asRaiser: hasReceipt })
  const extras = await extrasOf(db, actor, id, inside)
  const there = inside ? await evidenceOf(db, matter.rules, visit.now) : new Set<never>()
  return framed(visit, frame, html`${done(visit)}
<div class="cols"><div>
${badges(visit, matter)}
${isOpen(matter.rules) ? nothing : note('', 'lock', whoText(lang).privateMatter)}${ownLooks(visit, matter, told.cases)}${tied(visit, matter)}
${await standing(visit, matter, told)}
${photosBeside(visit, matter, told.photos)}${ratingPart(visit, matter, asRatings(told.ratings, actor, matter, hasReceipt), hasReceipt)}
<section>${head(matterPageText(lang).from)}${trail(visit, matter, told)}<p class="no-print gap"><a class="btn b-line sm" href="/${community.slug}/matters/${id}/proof${receiptQuery(visit, '?')}">${recordText(lang).proof}</a></p></section>
</div><div>${inside && matter.step !== 'close' ? desk(visit, matter, there, mend) : nothing}${votesPart(visit, matter)}${youCan(visit, matter, hasReceipt)}${closingPart(visit, matter, hasReceipt)}
${[joinersPart, beyondPart, planPart, pollPart, costsPart, tasksPart, handlersPart, homesPart, linksPart].map(part => part(visit, matter, extras))}</div></div>`)
}

function done({ lang, url }: Visit): Html {
  const t = { follow: matterPageText(lang).followDone, urge: whoText(lang).urged, act: whoText(lang).saved, report: reportText(lang).done, looked: authorText(lang).done }
  const what = url.searchParams.get('done') ?? ''
  return Object.hasOwn(t, what) ? toast(t[what as keyof typeof t]) : nothing
}

function badges({ lang }: Visit, matter: Shown): Html {
  return html`<p class="row wrap"><span class="badge">${icon('pin')}${matter.label}</span>${
    matter.track && html`<span class="badge sea">${trackText(lang)[matter.track]}</span>`}${
    matter.category && html`<span class="badge">${categoryText(lang)[matter.category as 'other']}</span>`}${
    matter.urgent && html`<span class="badge alarm">${boardText(lang).urgent}</span>`}<span class="badge num">${matter.id}</span></p>`
}

function tied({ lang, community }: Visit, { merged_into, reopened_from }: Shown): Html {
  const t = whoText(lang)
  return html`${merged_into && note('', 'next', html`<a href="/${community.slug}/matters/${merged_into}">${t.mergedInto(merged_into)}</a>`)}${
    reopened_from && note('', 'back', html`<a href="/${community.slug}/matters/${reopened_from}">${t.reopenedFrom(reopened_from)}</a>`)}`
}

async function standing(visit: Visit, matter: Shown, { notes, clocks }: Trail): Promise<Html> {
  const { lang } = visit
  const { method, track, step } = matter.rules
  const warning = step === 'do' ? notes.findLast(note => note.kind === 'warning') : undefined
  return html`<section class="card" aria-label="${matterPageText(lang).now}">${way(lang, method, track, step, notes.filter(note => note.kind === 'move').map(note => note.step))}
<p class="six-say">${whoHasIt(visit, matter)}${timeLeft(visit, matter, clocks, await calendarOf(visit.db))}</p>${
    warning && note('sun', 'warn', warning.text)}</section>`
}

function whoHasIt({ lang }: Visit, matter: Shown): Html {
  const t = whoText(lang)
  const name = matter.lead_name ?? matter.lead_organisation_name
  if (!name) {
    const posts = matter.rules.method.steps[matter.step]?.may ?? []
    return html`<span>${posts.length > 0 && t.nobody(posts.slice(0, 2).map(post => postText(lang)[post]).join(lang === 'zh' ? '或' : ' or '))}</span>`
  }
  return html`<span class="who staff"><b aria-hidden="true">${name.slice(0, 1)}</b><span>${name}<span>${
    matter.lead_name && matter.lead_organisation_name ? `${matter.lead_organisation_name} · ` : ''}${matter.rules.accepted_at ? t.onIt : t.offered}</span></span></span>`
}

function youCan(visit: Visit, matter: Shown, hasReceipt: boolean): Html {
  const { lang, community, actor, url } = visit
  const t = matterPageText(lang)
  const at = `/${community.slug}/matters/${matter.id}`
  const own = hasReceipt || (actor.personId !== null && actor.personId === matter.raiser_id)
  const code = hasReceipt ? url.searchParams.get('code') ?? '' : ''
  const cannotUrge = mayNot.urge(actor, matter.rules, matter.followed === true, hasReceipt)
  return html`<section class="stack no-print" aria-label="${t.youCan}">${head(t.youCan)}
${own && matter.rules.waits_for_resident ? html`${note('sun', 'warn', whoText(lang).asked)}<a class="btn full" href="${at}/acts/answer${receiptQuery(visit, '?')}">${whoText(lang).answerNow}</a>` : nothing}
${matter.followed ? note('', 'check', t.followed) : own ? nothing : html`<form method="post" action="${at}/follow">${requestKey(EMPTY)}${buttonOrWhy(lang, matterText(lang).summaryFollow, mayNot.follow(actor, matter.rules), 'b-sea')}</form>`}
${matter.followers ? html`<p class="sm dim">${boardText(lang).also(matter.followers)}</p>` : nothing}
${(own || matter.followed) && cannotUrge === null && html`<form method="post" action="${at}/urge">${requestKey(EMPTY)}<input type="hidden" name="receipt" value="${code}"><button class="btn full b-line">${whoText(lang).urge}</button></form>`}
${matter.has_phone && mayNotReadPhone(actor, matter.rules) === null && html`<form method="post" action="${at}/phone">${requestKey(EMPTY)}<button class="btn full b-line">${icon('phone')}${unmaskText(lang).readPhone}</button><p class="why">${unmaskText(lang).readPhoneHint}</p></form>`}
${mayNot.comment(actor, matter.rules) === null && html`<a class="btn full b-line" href="${at}/acts/comment">${icon('discuss')}${commentText(lang).summary}</a>`}<p><a class="btn b-line sm" href="${at}/report">${reportText(lang).title}</a></p></section>`
}
