// 印纸票: a voting paper of A5 for each voter of a building, with code, questions, what silence means, and until when it comes back.
import { Refused } from '#kit/errors.ts'
import { decisionById, decisionShown, paperCode, rollShown, type Decision, type DecisionShown, type QuestionShown, type RollShown } from '#modules/decisions/public.ts'
import type { Rules } from '#modules/law/public.ts'
import { lacks } from '#modules/people/public.ts'
import { buildings } from '#modules/places/public.ts'
import { itemText, opinionText } from '#text/decision-words.ts'
import { paperText } from '#text/decision-pages-papers.ts'
import { framed, idIn, numberIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { silenceSaid } from './how.ts'
import { addressOf } from './keeping.ts'
import { areaSaid, circled } from './said.ts'

/** GET /:community/decisions/:id/papers?building=: for those who look after the building. Throws Refused. */
export const page: Page = async visit => {
  const { lang, db, actor, url } = visit
  const t = paperText(lang)
  const decision = await decisionById(db, actor, idIn(visit))
  const own = (await buildings(db, decision.estate.id)).filter(place => lacks(actor, 'collect ballots', place) === null)
  const building = own.find(({ id }) => id === numberIn(url, 'building')) ?? own[0]
  if (!building) throw new Refused(lacks(actor, 'collect ballots', decision.estate) ?? (say => paperText(say).notAnnounced))
  const rules = decision.stage === 'announced' || decision.stage === 'open' ? decision.rules : null
  const seen = await decisionShown(db, decision.id)
  // A voter of several homes gets one paper, in the building of the first.
  const lines = rules ? (await rollShown(db, decision.id, building.id)).filter(line => line.homes[0]?.building === building.id && line.kind !== 'developer') : []
  const link = ({ id, name }: { id: number, name: string }) => html`<a href="${addressOf(visit, decision.id, 'papers')}?building=${id}"${
    id === building.id && html` aria-current="true"`}>${name}</a>`
  return framed(visit, { title: t.title, wide: true, paper: true, back: addressOf(visit, decision.id, 'desk') }, html`${
    styles}<div class="no-print"><p class="dim sm">${t.lead(lines.length)}</p>
<nav class="filters" aria-label="${t.building}">${own.map(link)}</nav>${rules === null ? note('sun', 'lock', t.notAnnounced) : nothing}</div>${
    rules === null ? nothing : lines.map(line => paper(visit, decision, seen, rules, line))}`)
}

function paper(visit: Visit, decision: Decision, { questions }: DecisionShown, rules: Rules, line: RollShown): Html {
  const { lang, community, publicUrl } = visit
  const t = paperText(lang)
  const code = paperCode({ receipt: visit.receiptFor }, { community: community.id, id: decision.id }, line.number)
  const address = `${publicUrl}${addressOf(visit, decision.id)}`
  return html`<article class="a5"><header><div><p>${decision.estate.label} ${t.ballot}</p><h2>${decision.title}</h2><p>${t.home} <b>${
    line.homes.map(({ home }) => home).join(lang === 'zh' ? '、' : ', ')}</b><br>${
    t.area} <b>${areaSaid(lang, line.area)}</b></p><p>${t.code} <span class="mono">${code}</span></p></div>${qrSvg(`${address}/entry?code=${
    code}`, t.scan)}</header>
<ol>${questions.map(question => questionOf(visit, question, questions.length > 1))}</ol>
<p><b>${t.silence}</b> ${silenceSaid(lang, rules)}</p>
<p class="gap">${t.sign} <span class="sign"></span> ${t.date} <span class="sign"></span></p>
<footer>${decision.closes_at && html`<b>${t.returnBy(dayAndTime(lang, decision.closes_at, decision.zone))}</b><br>`}${
    t.byPhone(address.replace(/^https?:\/\//u, ''))}</footer></article>`
}

function questionOf({ lang }: Visit, { position, text, item, seats, candidates }: QuestionShown, many: boolean): Html {
  const t = paperText(lang)
  const boxes = seats === null ? (['yes', 'no', 'abstain'] as const).map(choice => opinionText(lang)[choice])
    : [...candidates.map(({ number, name }) => `${number}. ${name}`), t.abstainAll]
  return html`<li><b>${many && `${circled(position)} `}${text}</b> <small>${itemText(lang)[item]}</small><br><small>${
    seats === null ? t.mark : t.markUpTo(seats)}</small><ul class="squares">${
    boxes.map(words => html`<li>${words}</li>`)}</ul></li>`
}
