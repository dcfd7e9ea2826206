// 一个投票: what is asked of whom, one's own ballot and receipt, the result.
import { Invalid } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import {
  ballotSubject, callOffPoll, callOffPollInput, castBallot, enough, mayNotCallOff, mayNotCast, ownVotes, pollById, standingOf,
  type PollShown,
} from '#modules/polls/public.ts'
import { askText, castText, ruleNameText, ruleText, tiesText, unitText } from '#text/ballots.ts'
import { ballotPageText, countPageText } from '#text/ballot-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { ballotFields, marksIn } from './ballot-form.ts'
import { timeOf } from './list.ts'
import { resultPart } from './result.ts'

type Own = Awaited<ReturnType<typeof ownVotes>>
/** What was sent and has to be mended: the ballot, or why it is called off. */
interface Mends { cast?: Mend, off?: Mend, marks?: number[] }

/** GET /:community/polls/:id */
export const page: Page = visit => shown(visit, {})

/** POST /:community/polls/:id */
export const cast: Submit = async sent => {
  const id = idIn(sent)
  const marks = marksIn(sent.form)
  try {
    await sent.act(castBallot, { id, home: typed(sent.form, 'home'), marks })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { cast: { values: sent.form.fields, problems: problem.problems }, marks }))
  }
  return goTo(`/${sent.community.slug}/polls/${id}?done=1`)
}

/** POST /:community/polls/:id/off */
export const callOff: Submit = async sent => {
  const id = idIn(sent)
  try {
    await sent.act(callOffPoll, { id, why: typed(sent.form, 'why') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { off: { values: sent.form.fields, problems: problem.problems } }))
  }
  return goTo(`/${sent.community.slug}/polls/${id}`)
}

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, url, now, publicUrl } = visit
  const t = ballotPageText(lang)
  const poll = await pollById(db, actor, idIn(visit))
  const own = actor.personId === null ? [] : await ownVotes(db, poll, actor.personId, today(community, now))
  const at = `/${community.slug}/polls`
  return framed(visit, { title: t.title, narrow: true, back: at, qr: `${publicUrl}${at}/${poll.id}` }, html`${
    url.searchParams.has('done') && own.some(vote => vote.taken) ? toast(t.castDone) : nothing}${note('', 'vote', t.advisory)}
<section><h2>${poll.question}</h2>${poll.about && html`<p>${poll.about}</p>`}<p class="sm dim">${
    dotted(poll.where ?? t.everywhere, timeOf(visit, poll), t.came(poll.taken ?? 0, poll.asked))}</p></section>
${standing(visit, poll)}
${receipts(visit, poll, own)}
${castPart(visit, poll, own, mends)}
${await resultPart(visit, poll, own.length > 0)}
${howPart(visit, poll)}
${offPart(visit, poll, mends.off ?? EMPTY)}`)
}

function standing({ lang, now }: Visit, poll: PollShown): Html {
  const t = ballotPageText(lang)
  const how = standingOf(poll, now)
  if (how === 'counting') return note('sun', 'clock', t.counting)
  return how === 'off' ? note('alarm', 'close', t.off(poll.called_off_why ?? '')) : nothing
}

function receipts(visit: Visit, poll: PollShown, own: Own): Html {
  const { lang, community, receiptFor } = visit
  const t = ballotPageText(lang)
  const taken = own.filter(vote => vote.taken)
  if (taken.length === 0 || poll.called_off_why !== null) return nothing
  return html`<section class="slip tight">${taken.map(({ voter, label }) => html`<p><span class="dim xs">${dotted(label,
    t.receipt)}</span><br><code class="receipt-code">${
    receiptFor(ballotSubject(community.id, poll.id, voter)).replace(/(.{4})(?=.)/gu, '$1 ')}</code></p>`)}
<p class="xs dim">${t.receiptMeans}${poll.ended_at === null && html` ${t.changeable(dayAndTime(lang, poll.closes_at,
  community.time_zone))}`}</p></section>`
}

function castPart(visit: Visit, poll: PollShown, own: Own, mends: Mends): Html {
  const { lang, actor, now, community } = visit
  const t = ballotPageText(lang)
  const how = standingOf(poll, now)
  if (how !== 'open' && how !== 'soon') return nothing
  const refusal = mayNotCast(actor, poll, now) ?? (own.length === 0 ? (say: typeof lang) => castText(say).notAsked : null)
  if (refusal) return html`<section>${buttonOrWhy(lang, castText(lang).send, refusal)}</section>`
  const mend = mends.cast ?? EMPTY
  const again = own.every(vote => vote.taken)
  const form = html`<form class="card" method="post" action="/${community.slug}/polls/${poll.id}">${errs(lang, mend)}${requestKey(EMPTY)}${
    homeField(visit, own, mend)}${
    ballotFields(visit, poll, mends.marks ?? null, mend.problems)}
<div class="field"><button class="btn full">${castText(lang).send}</button><p class="why center">${icon('lock')}${poll.secret
  ? t.secret : poll.hidden ? t.signed : t.signedNow}</p></div></form>`
  return again && mend === EMPTY ? html`<details class="gap"><summary>${t.change}</summary>${form}</details>` : html`<section>${
    head(t.cast)}${form}</section>`
}

function homeField({ lang }: Visit, own: Own, mend: Mend): Html {
  const [only] = own
  if (only?.label === null) return nothing
  if (own.length === 1) return html`<input type="hidden" name="home" value="${only?.voter}">`
  const value = [mend.values['home'] ?? ''].flat()[0] ?? ''
  return choose(lang, 'home', castText(lang).home, own.map(vote => ({ value: vote.voter, words: `${vote.label}${vote.taken
    ? ` ✓` : ''}` })), value,
    mend.problems.find(problem => problem.field === 'home')?.reason)
}

function howPart({ lang, community }: Visit, poll: PollShown): Html {
  const t = ballotPageText(lang)
  return html`<section>${head(t.howRule)}<ul class="card facts sm"><li><b>${ruleText(lang)[poll.rule]}</b> ${
    ruleNameText(lang)[poll.rule]}</li>${
    poll.seats > 1 && html`<li>${t.seats(poll.seats)}</li>`}<li>${dotted(unitText(lang)[poll.unit], tiesText(lang)[poll.ties])}</li><li>${
    poll.secret ? t.secret : poll.hidden ? t.signed : t.signedNow}</li>${poll.quorum > 0 && html`<li>${t.quorum(enough(poll))}</li>`}${
    poll.matter_id !== null && html`<li><a href="/${community.slug}/matters/${poll.matter_id}">${
      t.matter(poll.matter_id)}</a></li>`}</ul><details class="sm dim"><summary>${
        countPageText(lang).commitment}</summary><code class="receipt-code">${
      poll.commitment}</code></details></section>`
}

function offPart({ lang, actor, now, community }: Visit, poll: PollShown, mend: Mend): Html {
  if (mayNotCallOff(actor, poll, now) !== null) return nothing
  return html`<details class="gap"${mend.problems.length > 0 && html` open`}><summary>${
    askText(lang).callOff}</summary><form class="card" method="post" action="/${community.slug}/polls/${poll.id}/off">${
    errs(lang, mend)}${requestKey(EMPTY)}${field(lang, callOffPollInput, 'why', mend)}<div class="field"><button class="btn full b-line">${
      askText(lang).callOff}</button></div></form></details>`
}
