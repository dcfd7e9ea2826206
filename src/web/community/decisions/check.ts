// 我的票在不在: by a receipt code; and the way to checking the whole vote.
import type { Secrets } from '#kit/secrets.ts'
import { ballotByCode, countedByMark, decisionById, decisionShown, secretMarkFor, type Choices, type Decision, type InLedger } from '#modules/decisions/public.ts'
import { mayNotTakeArchive } from '#modules/record/public.ts'
import { ballotChannelText } from '#text/decision-words.ts'
import { voteCheckText } from '#text/vote-check.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { choiceSaid, circled, inFours } from './said.ts'

const LONGEST = 40

/** GET /:community/decisions/:id/check?code= */
export function page(secrets: Pick<Secrets, 'decrypt'>): Page {
  return async visit => {
    const { lang, db, actor, community, url } = visit
    const t = voteCheckText(lang)
    const decision = await decisionById(db, actor, idIn(visit))
    const code = (url.searchParams.get('code') ?? '').slice(0, LONGEST)
    const at = `/${community.slug}/decisions/${decision.id}`
    const mark = actor.personId !== null && decision.secret ? await secretMarkFor(db, secrets, decision.id, actor.personId) : null
    return framed(visit, { title: t.mine, back: at, narrow: true }, html`<h2>${decision.title}</h2><p class="dim sm">${t.mineLead}</p>
<form class="card gap" action="${at}/check"><div class="field"><label for="f-code">${t.ownCode}</label><input id="f-code" type="text" name="code" value="${code}" maxlength="${LONGEST}" autocomplete="off" spellcheck="false" required></div>
<div class="field"><button class="btn full">${t.look}</button></div></form>
<div role="status">${code === '' ? nothing : await found(visit, decision, code)}</div>${mark === null ? nothing : secretMark(visit, mark)}${whole(visit, decision, at)}`)
  }
}

async function found(visit: Visit, decision: Decision, code: string): Promise<Html> {
  const { lang, db } = visit
  const ballot = await ballotByCode(db, decision.id, code)
  const choices = await countedByMark(db, decision.id, code)
  if (!ballot && !choices) return note('alarm', 'warn', voteCheckText(lang).nothing)
  return html`<section class="card gap">${ballot ? inLedger(visit, decision, ballot) : nothing}${choices ? await countedAs(visit, decision, choices) : nothing}</section>`
}

function inLedger({ lang, community }: Visit, { stage }: Decision, { place, channel, at, replaced }: InLedger): Html {
  const t = voteCheckText(lang)
  const row = (words: string, value: string) => html`<div class="sum"><span>${words}</span><span>${value}</span></div>`
  return html`<h2>${icon('check')} ${t.there}</h2>${row(t.nth(place + 1), dayAndTime(lang, at, community.time_zone))}${row(t.how, ballotChannelText(lang)[channel])}
<p>${replaced ? t.replaced : stage === 'open' ? t.counts : t.counted}</p>`
}

async function countedAs({ lang, db }: Visit, { id }: Decision, choices: Choices): Promise<Html> {
  const { questions } = await decisionShown(db, id)
  return html`<h3>${voteCheckText(lang).countedAs}</h3>${questions.map(question => html`<p>${questions.length > 1 && `${circled(question.position)} `}${choiceSaid(lang, question, choices)}</p>`)}`
}

function secretMark({ lang }: Visit, mark: string): Html {
  const t = voteCheckText(lang)
  return html`<section>${head(t.secretMark)}<div class="card"><p><code>${inFours(mark)}</code></p><p class="sm dim">${t.secretMarkHint}</p></div></section>`
}

function whole({ lang, actor }: Visit, decision: Decision, at: string): Html {
  const t = voteCheckText(lang)
  const reason = mayNotTakeArchive(actor, decision)
  return html`<section>${head(t.whole)}<div class="card"><p class="sm dim">${t.archiveHint}</p>${reason ? html`<p class="why">${icon('lock')}${reason(lang)}</p>`
    : html`<p class="field"><a class="btn full b-line" href="${at}/archive.zip" download>${t.download}</a></p>`}
<p class="field"><a class="btn full b-line" href="/verify/vote">${t.ofVotes}</a></p></div></section>`
}
