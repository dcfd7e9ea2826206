// 审核时长: what one wrote down, another approves or sends back; what asks to be corrected is answered by a third.
import { Invalid, Refused } from '#kit/errors.ts'
import {
  answerCorrection, answerCorrectionInput, approveHours, correctionsWaiting, mayNotAnswer, mayNotApprove, mayNotRecord, projectName, refuseHours, refuseHoursInput,
  servingsWaiting, starsShown, type Serving,
} from '#modules/hours/public.ts'
import { proofText } from '#text/hours.ts'
import { hoursPageText } from '#text/hours-pages.ts'
import { framed } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { takeForms } from './take.ts'

const DONE = { recorded: 'recorded', approved: 'approved', back: 'sentBack', answered: 'answered' } as const

/** GET /:community/hours/approve */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/hours/approve */
export const approve: Submit = async sent => {
  await sent.act(approveHours, { id: typed(sent.form, 'id') })
  return done(sent, 'approved')
}

/** POST /:community/hours/refuse */
export const refuse: Submit = sent => orShown(sent, async () => {
  await sent.act(refuseHours, { id: typed(sent.form, 'id'), why: typed(sent.form, 'why') })
  return done(sent, 'back')
})

/** POST /:community/hours/corrections */
export const answer: Submit = sent => orShown(sent, async () => {
  const { requestKey: _key, ...fields } = sent.form.fields
  await sent.act(answerCorrection, fields)
  return done(sent, 'answered')
})

async function orShown(sent: Sent, act: () => Promise<Response>): Promise<Html | Response> {
  try {
    return await act()
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

function done(sent: Sent, what: keyof typeof DONE): Response {
  return goTo(`/${sent.community.slug}/hours/approve?done=${what}`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const reason = mayNotRecord(actor)
  if (reason) throw new Refused(reason)
  const t = hoursPageText(lang)
  const waiting = await servingsWaiting(db, actor)
  const wishes = await correctionsWaiting(db, actor)
  const stars = await starsShown(db, waiting.flatMap(({ shares }) => shares.map(({ person }) => person)))
  const said = Object.entries(DONE).find(([key]) => key === url.searchParams.get('done'))?.[1]
  return framed(visit, { title: t.desk, back: `/${community.slug}/hours` }, html`${said ? toast(t[said]) : nothing}${errs(lang, mend)}
<div class="cols"><div><section>${head(t.waiting)}${waiting.length === 0 ? empty(t.noneWaiting) : waiting.map(serving => one(visit, serving, stars, mend))}</section></div>
<div><p><a class="btn full" href="/${community.slug}/hours/record">${icon('plus')}${t.record}</a></p>
${wishes.length > 0 && html`<section>${head(t.corrections)}${wishes.map(wish => correction(visit, wish, mend))}</section>`}${await takeForms(visit)}</div></div>`)
}

function one(visit: Visit, serving: Serving, stars: ReadonlyMap<number, number>, mend: Mend): Html {
  const { lang, community } = visit
  const t = hoursPageText(lang)
  return html`<article class="card" id="serving-${serving.id}"><p><b>${
    projectName(lang, serving)}</b></p><p class="dim sm">${dotted(what(visit, serving), proofText(lang)[serving.proof])}</p>
${serving.refused_why !== null && note('sun', 'undo', t.refusedFor(serving.refused_why))}<ul class="facts sm">${serving.shares.map(({ person, name, minutes }) =>
    html`<li>${name} <span class="num">${t.minutes(minutes)}</span>${(stars.get(person) ?? 0) > 0 && html` <span class="badge leaf">${t.stars(stars.get(person) ?? 0)}</span>`}</li>`)}</ul>
${serving.refused_at === null && verdict(visit, serving, mend)}<p><a class="rest" href="/${community.slug}/hours/record?serving=${serving.id}">${t.amend}</a></p></article>`
}

function verdict({ lang, community, actor }: Visit, serving: Serving, mend: Mend): Html {
  const t = hoursPageText(lang)
  const at = `/${community.slug}/hours`
  const why = mayNotApprove(actor, { ...serving, people: serving.shares.map(({ person }) => person) })
  const mine = mend.values['granted'] === undefined && mend.values['id'] === String(serving.id)
  const values = { values: { id: String(serving.id), ...mine && mend.values }, problems: mine ? mend.problems : [] }
  return html`<form class="gap" method="post" action="${at}/approve">${requestKey(EMPTY)}<input type="hidden" name="id" value="${serving.id}">${
    buttonOrWhy(lang, t.approve, why, 'b-line')}</form>${why === null && html`<details${mine && html` open`}><summary>${t.refuse}</summary><form method="post" action="${at}/refuse">${
    requestKey(EMPTY)}${(['id', 'why'] as const).map(name => field(lang, refuseHoursInput, name, values))}<div class="field"><button class="btn full b-line">${t.sent}</button></div></form></details>`}`
}

function what({ lang, community }: Visit, serving: Serving): Html {
  const t = hoursPageText(lang)
  const until = dayAndTime(lang, serving.ended_at, community.time_zone).slice(-5)
  return dotted(`${dayAndTime(lang, serving.began_at, community.time_zone)}–${until}`, serving.team, serving.place, serving.content, serving.served > 0 && t.served(String(serving.served)),
    serving.quality, serving.recorder === null ? t.house : t.recorder(serving.recorder))
}

function correction(visit: Visit, wish: Awaited<ReturnType<typeof correctionsWaiting>>[number], mend: Mend): Html {
  const { lang, community, actor } = visit
  const t = hoursPageText(lang)
  const why = mayNotAnswer(actor, { ...wish, people: wish.shares.map(({ person }) => person) })
  const mine = mend.values['granted'] !== undefined && mend.values['id'] === String(wish.correction)
  const values = { values: { id: String(wish.correction), ...mine && { answer: mend.values['answer'] } }, problems: mine ? mend.problems : [] }
  return html`<article class="card"><p><b>${wish.person}</b></p><p class="dim sm">${what(visit, wish)}</p><p>${t.wish(wish.was, wish.wanted)}</p><blockquote class="say">${wish.why}</blockquote>
${why ? buttonOrWhy(lang, t.correct, why) : html`<form method="post" action="/${community.slug}/hours/corrections">${requestKey(EMPTY)}${(['id', 'answer'] as const).map(name =>
    field(lang, answerCorrectionInput, name, values))}<p class="row wrap field"><button class="btn b-sea" name="granted" value="yes">${t.correct}</button><button class="btn b-line" name="granted" value="no">${t.leave}</button></p></form>`}</article>`
}
