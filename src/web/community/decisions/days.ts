// 这些日子: what was done, where we stand today, and what follows by law.
import { sittingOf, type Decision, type DecisionShown } from '#modules/decisions/public.ts'
import { decisionDates, type Due, type Rules } from '#modules/law/public.ts'
import { howText } from '#text/decision-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { day as daySaid, dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type Day = Temporal.PlainDate

interface Mark {
  readonly words: string
  readonly on: Day
  /** Said instead of the day, where the hour matters. */
  readonly time?: string
}

/** The days of a vote in their order, today among them; nothing for a draft that has none. */
export function daysPart(visit: Visit, decision: Decision, seen: DecisionShown, rules: Rules): Html {
  const { lang, now } = visit
  const today = now.toZonedDateTimeISO(decision.zone).toPlainDate()
  const known = [...before(visit, decision, seen), ...after(visit, decision, rules)]
  if (known.length === 0 || decision.stage === 'dropped') return nothing
  const marks = [...known, ...known.some(({ on }) => on.equals(today)) ? [] : [{ words: howText(lang).today, on: today }]]
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  return html`<section>${head(howText(lang).days)}<ol class="trail">${marks.map(mark => row(lang, mark, today))}</ol></section>`
}

function row(lang: Visit['lang'], { words, on, time }: Mark, today: Day): Html {
  const turn = Temporal.PlainDate.compare(on, today)
  const look = turn === 0 ? 'now' : turn > 0 ? 'next' : ''
  const tile = turn < 0 ? icon('check') : html`${turn === 0 && lang === 'zh' ? '今' : lang === 'zh' ? words.slice(0, 1) : on.day}`
  return html`<li${look && html` class="${look}"`}><b class="tile" aria-hidden="true">${tile}</b><p class="when"${
    turn === 0 && html` aria-current="date"`}>${words} <time>${
    time ?? daySaid(lang, on.toString())}</time></p></li>`
}

function before({ lang }: Visit, { as_of, objections_until, opens_at, closes_at, announced_at, zone }: Decision, { postings }: DecisionShown): Mark[] {
  const t = howText(lang)
  const at = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate()
  const hung = postings.find(({ what }) => what === 'notice')
  const notice = hung ? Temporal.Instant.from(hung.posted_at) : announced_at
  return [
    ...as_of ? [{ words: t.frozen, on: Temporal.PlainDate.from(as_of) }] : [],
    ...objections_until ? [{ words: t.objections, on: Temporal.PlainDate.from(objections_until) }] : [],
    ...notice ? [{ words: t.notice, on: at(notice) }] : [],
    ...opens_at ? [{ words: t.opens, on: at(opens_at), time: dayAndTime(lang, opens_at, zone) }] : [],
    ...closes_at ? [{ words: t.closes, on: at(closes_at), time: dayAndTime(lang, closes_at, zone) }] : [],
  ]
}

function after({ lang }: Visit, decision: Decision, rules: Rules): Mark[] {
  const t = howText(lang)
  const posted = decision.posted_at?.toZonedDateTimeISO(decision.zone).toPlainDate()
  const words: Partial<Record<Due['what'], string>> = { ...posted ? {} : { result: t.resultBy }, revocation: t.revocation, evidence: t.evidence }
  return [
    ...posted ? [{ words: t.posted, on: posted }] : [],
    ...datesOf(decision, rules).flatMap(({ what, on, since }) => {
      // 及时: the law names no day, so it stands right after the close, without one.
      if (what === 'result' && !on && !posted) return [{ words: t.resultPromptly, on: since, time: '' }]
      return words[what] && on ? [{ words: words[what], on }] : []
    }),
  ]
}

/** The dates that the law makes of what happened in a vote so far. */
export function datesOf(decision: Decision, rules: Rules): Due[] {
  const at = (moment: Temporal.Instant | null) => moment?.toZonedDateTimeISO(decision.zone).toPlainDate() ?? null
  const sitting = sittingOf(decision)
  return decisionDates(rules, {
    sitting, notice: null, opens: at(decision.opens_at), closes: at(decision.closes_at), resultPosted: at(decision.posted_at),
    elected: sitting.election ? at(decision.closed_at) : null, termEnds: null, groupRequested: null, groupFormed: null,
  })
}

/** Until when a court can be asked to revoke it; null while that is not counted. */
export function revocationUntil(decision: Decision, rules: Rules): Day | null {
  return datesOf(decision, rules).find(({ what }) => what === 'revocation')?.on ?? null
}
