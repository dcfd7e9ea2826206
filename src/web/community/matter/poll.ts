// 征求意见 on a matter's page and on its own: the question, the counts, the suggestions, and one answer for each home.
import type { Lang } from '#kit/phrase.ts'
import { answerPoll, answerPollInput, homesAsked, mayNot, mayNotAnswer, startPoll, startPollInput, type Extras } from '#modules/matters/public.ts'
import type { Place } from '#modules/places/public.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { pollText } from '#text/polls.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Part, type Shown } from './part-page.ts'

type Poll = Extras['polls'][number]

/** The polls as the matter's page shows them. */
export function pollPart(visit: Visit, matter: Shown, extras: Extras): Html {
  const { lang, community, actor, now } = visit
  const t = pollText(lang)
  const [newest] = extras.polls
  if (!newest) return nothing
  const mayAnswer = mayNotAnswer(actor, { ...newest, over: matter.step === 'close' }, now) === null
  return html`<section>${head(t.title)}${result(visit, newest)}<p class="gap"><a class="btn full${!mayAnswer && ' b-line'}" href="/${community.slug}/matters/${matter.id}/poll">${
    mayAnswer ? t.answer : t.suggestions}</a></p></section>`
}

/** GET /:community/matters/:id/poll */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang, actor } = visit
  const t = pollText(lang)
  const here = await around(visit)
  const { extras: { polls }, matter } = here
  const open = polls.find(poll => isOpen(visit, poll))
  return partPage(visit, here, t.title, html`${polls.length === 0 ? note('', 'discuss', t.advisory) : nothing}
${open && await answerForm(visit, here, open, mendOf(mends, 'answer'))}
${polls.map(poll => html`<section>${result(visit, poll)}${suggestions(visit, poll)}</section>`)}
${open || mayNot.handle(actor, matter.rules) !== null && polls.length > 0 ? nothing : await startForm(visit, here, mendOf(mends, 'start'))}`)
}

/** POST /:community/matters/:id/poll */
export const start = taking('poll', shown, 'start', ({ act, form }, id) => act(startPoll, { id, question: typed(form, 'question'), place: typed(form, 'place') }))

/** POST /:community/matters/:id/poll/answer */
export const answer = taking('poll', shown, 'answer', ({ act, form }, id) => act(answerPoll, {
  id, poll: typed(form, 'poll'), home: typed(form, 'home'), answer: typed(form, 'answer'), suggestion: typed(form, 'suggestion'),
}))

function isOpen({ now }: Visit, poll: Poll): boolean {
  return Temporal.Instant.compare(now, poll.closes_at) < 0
}

function result(visit: Visit, poll: Poll): Html {
  const { lang, now, community } = visit
  const t = pollText(lang)
  const end = said(lang, poll.closes_at, now, community.time_zone)
  return html`<div class="card"><p class="dim sm">${t.advisory}</p><blockquote class="say gap">${poll.question}</blockquote>
<p class="sm dim">${dotted(poll.label, t.asked(Number(poll.asked)), isOpen(visit, poll) ? t.until(end) : t.over(end))}</p>
<p class="sum"><span>${t.yes}</span><span class="num">${t.homes(Number(poll.yes))}</span></p><p class="sum"><span>${t.no}</span><span class="num">${t.homes(Number(poll.no))}</span></p></div>`
}

function suggestions({ lang }: Visit, { suggestions: said }: Poll): Html {
  if (said.length === 0) return nothing
  return html`<h3 class="gap">${pollText(lang).suggestions}</h3><ul class="card flush list gap">${said.map(one => html`<li><span class="grow">${one.suggestion}</span></li>`)}</ul>`
}

function answerForm({ lang, actor, now }: Visit, { matter, at }: Around, poll: Poll, sent: Mend): Promise<Html> {
  const t = pollText(lang)
  const refusal = mayNotAnswer(actor, { ...poll, over: matter.step === 'close' }, now)
  const homes = homesAsked(actor, poll.place_id)
  const before = poll.own[0]
  const mend = sent.problems.length > 0 || !before || homes.length > 1 ? sent : { ...sent, values: { answer: before.answer, suggestion: before.suggestion ?? '' } }
  return formOrWhy(lang, t.answer, refusal, () => html`${poll.own.map(own => html`<p class="sm">${icon('check')} ${t.mine} ${
    dotted(homes.find(home => home.id === own.home_id)?.label, html`<b>${t[own.answer]}</b>`)}</p>`)}
<form class="card" method="post" action="${at}/poll/answer">${errs(lang, mend)}${requestKey(sent)}<input type="hidden" name="poll" value="${poll.id}"><p class="say">${poll.question}</p>${
    homes.length > 1
      ? choose(lang, 'home', t.home, homes.map(home => ({ value: home.id, words: home.label })), String(mend.values['home'] ?? ''), mend.problems.find(problem => problem.field === 'home')?.reason)
      : html`<input type="hidden" name="home" value="${homes[0]?.id}">`}${field(lang, answerPollInput, 'answer', mend)}${field(lang, answerPollInput, 'suggestion', mend)}
<div class="field"><button class="btn full">${t.send}</button><p class="why center">${icon('lock')}${t.oneEach}</p></div></form>`)
}

function startForm({ lang, actor, now, community }: Visit, { matter, at, extras }: Around, mend: Mend): Promise<Html> {
  const t = pollText(lang)
  const shielded = matter.private || matter.rules.place.kind === 'home'
  const refusal = startPoll.refuse(actor, { matter: matter.rules, shielded, open: extras.polls.some(poll => Temporal.Instant.compare(now, poll.closes_at) < 0), zone: '' }, now)
  const wrong = mend.problems.find(problem => problem.field === 'place')?.reason
  return formOrWhy(lang, t.start, refusal, () => html`${matter.rules.track === 'owners' ? note('sun', 'warn', t.ownersTrack) : nothing}
<form class="card" method="post" action="${at}/poll">${errs(lang, mend)}${requestKey(mend)}${field(lang, startPollInput, 'question', mend)}
<fieldset class="field${wrong && ' bad'}"><legend>${t.where}</legend><div class="pick two">${areasOf(lang, matter.rules.place).map(({ id, words }, i) =>
    html`<label><input type="radio"${i === 0 && html` id="f-place"`} name="place" value="${id}"${mend.values['place'] === String(id) && html` checked`}><span>${words}</span></label>`)}</div>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>
<div class="field"><button class="btn full">${t.start}</button></div></form>
<p class="gap sm"><a href="/${community.slug}/polls/new?matter=${matter.id}">${ballotPageText(lang).richer}</a></p>`)
}

// The place itself if homes lie in it, and what it lies in, the nearest first.
function areasOf(lang: Lang, place: Place): { id: number, words: string }[] {
  const t = pollText(lang)
  return (['entrance', 'building', 'estate'] as const).flatMap(kind => {
    const id = place.kind === kind ? place.id : place[`${kind}_id`]
    return id === null ? [] : [{ id, words: t[kind] }]
  })
}
