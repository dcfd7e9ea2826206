// The dates that follow from what happened: until when what must be done, and until when it can be attacked. Dates only. Pure.
// A day or month on which a period begins does not count (Civil Code 201, 202). That an end on a holiday moves to the next day (203) is not
// used: whoever keeps the dates below is never late.
import { hungOut, type Sitting } from '#modules/law/calendar.ts'
import { numberIn } from '#modules/law/held.ts'
import type { Rule, Rules } from '#modules/law/resolve.ts'
import type { KeyOf } from '#modules/law/rule.ts'

type Day = Temporal.PlainDate

/** What happened, or is planned; null where it is neither. */
export interface Happened {
  readonly sitting: Sitting
  /** The day from which the notice hangs. */
  readonly notice: Day | null
  /** The first day of voting. */
  readonly opens: Day | null
  /** The last day of voting. */
  readonly closes: Day | null
  readonly resultPosted: Day | null
  /** The day on which a committee was elected. */
  readonly elected: Day | null
  /** The last day of the term that runs (out). */
  readonly termEnds: Day | null
  /** Owners asked in writing for a preparatory group. */
  readonly groupRequested: Day | null
  readonly groupFormed: Day | null
}

/** What a date is about. */
export type Duty =
  | 'opens' | 'closes' | 'result' | 'revocation' | 'evidence' | 'committee_meets' | 'filing' | 'handover' | 'change_of_term' | 'term_report'
  | 'group_formed' | 'group_done'

/** A date that a rule makes: from this day, on it at the latest, or until its end. `on` is null where the rule says promptly. */
export interface Due {
  readonly what: Duty
  readonly bound: 'not_before' | 'by' | 'until'
  readonly on: Day | null
  /** What it counts from. */
  readonly since: Day
  readonly rule: Rule
}

/** Every date that follows, earliest first; those without a number last. */
export function decisionDates(rules: Rules, happened: Happened): Due[] {
  return [...voting(rules, happened), ...after(rules, happened), ...elected(rules, happened), ...group(rules, happened)].toSorted(byDay)
}

type Key = KeyOf<'days' | 'months' | 'count' | 'deadline'>

function due(rules: Rules, what: Duty, bound: Due['bound'], since: Day | null, key: Key, day: (since: Day, value: number) => Day): Due[] {
  const rule = rules.rules[key]
  if (!since || !rule) return []
  const held = numberIn(rules, key)
  return [{ what, bound, on: held && day(since, held.value), since, rule }]
}

const daysAfter = (since: Day, days: number) => since.add({ days })
const monthsAfter = (since: Day, months: number) => since.add({ months })
const monthsBefore = (since: Day, months: number) => since.subtract({ months })

function voting(rules: Rules, { sitting, notice, opens }: Happened): Due[] {
  return [
    ...due(rules, 'opens', 'not_before', notice, sitting.extraordinary ? 'notice_extraordinary' : 'notice', hungOut),
    // The first day of voting is one of the days on which people can vote.
    ...due(rules, 'closes', 'not_before', opens, 'voting', (since, days) => since.add({ days: Math.max(0, days - 1) })),
  ]
}

function after(rules: Rules, { closes, resultPosted }: Happened): Due[] {
  return [
    ...due(rules, 'result', 'by', closes, 'result', daysAfter),
    // From when an owner knows or should know: at the earliest from the posting.
    ...due(rules, 'revocation', 'until', resultPosted, 'revocation', monthsAfter),
    ...due(rules, 'evidence', 'until', resultPosted ?? closes, 'evidence_kept', monthsAfter),
  ]
}

function elected(rules: Rules, { elected, termEnds }: Happened): Due[] {
  return [
    ...due(rules, 'committee_meets', 'by', elected, 'first_committee_meeting', daysAfter),
    ...due(rules, 'filing', 'by', elected, 'filing', daysAfter),
    ...due(rules, 'term_report', 'by', termEnds, 'term_report', monthsBefore),
    ...due(rules, 'change_of_term', 'by', termEnds, 'change_of_term', monthsBefore),
    ...due(rules, 'handover', 'by', termEnds, 'handover', daysAfter),
  ]
}

function group(rules: Rules, { groupRequested, groupFormed }: Happened): Due[] {
  return [
    ...due(rules, 'group_formed', 'by', groupRequested, 'group_formed', daysAfter),
    ...due(rules, 'group_done', 'by', groupFormed, 'group_done', daysAfter),
  ]
}

function byDay(a: Due, b: Due): number {
  if (a.on && b.on) return Temporal.PlainDate.compare(a.on, b.on)
  return Number(a.on === null) - Number(b.on === null)
}
