// When voting may open: what must hang how long before, what must be settled, and why not yet. Dates only. Pure.
import type { Said } from '#kit/phrase.ts'
import { lawText } from '#text/law.ts'
import { flagIn, numberIn } from '#modules/law/held.ts'
import type { Rule, Rules } from '#modules/law/resolve.ts'
import type { KeyOf } from '#modules/law/rule.ts'

type Day = Temporal.PlainDate

/** What sort of vote it is. `first`: the first assembly of an estate; `election`: a committee is elected. */
export interface Sitting {
  readonly extraordinary: boolean
  readonly first: boolean
  readonly election: boolean
}

/** What is proven of the preparation: the day from which each hangs everywhere it must (of the latest proof), and what is still open. */
export interface Proven {
  readonly notice: Day | null
  /** The residents' committee was told. */
  readonly committeeTold: Day | null
  readonly roll: Day | null
  readonly candidates: Day | null
  /** The drafts of covenant and rules of procedure, before a first assembly. */
  readonly drafts: Day | null
  readonly openObjections: number
  /** How many problems of the roll stop it (`RollProblem.stops`). */
  readonly rollProblems: number
}

/** What can stand in the way of opening. */
export type Hurdle = 'notice' | 'committee' | 'roll' | 'candidates' | 'drafts' | 'objections' | 'problems'

/** Why it may not open on a day. `earliest`: from when this alone would allow it; null while something must be done first. */
export interface Hindrance {
  readonly what: Hurdle
  readonly earliest: Day | null
  readonly rule: Rule | null
  readonly reason: Said
}

/** The first day on which whatever was posted has hung `days` whole days; the day of posting does not count (Civil Code 201). */
export function hungOut(posted: Day, days: number): Day {
  return posted.add({ days: days === 0 ? 0 : days + 1 })
}

/** Every reason why voting may not open on a day; none where it may. */
export function mayOpen(rules: Rules, sitting: Sitting, proven: Proven, on: Day): Hindrance[] {
  return hurdles(rules, sitting, proven).filter(({ earliest }) => !earliest || Temporal.PlainDate.compare(earliest, on) > 0)
}

/** The first day on which voting may open; null while something must be done first. */
export function earliestOpening(rules: Rules, sitting: Sitting, proven: Proven): Day | null {
  const days = hurdles(rules, sitting, proven).map(({ earliest }) => earliest)
  const known = days.filter(day => day !== null)
  return known.length < days.length ? null : known.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}

function hurdles(rules: Rules, { extraordinary, first, election }: Sitting, proven: Proven): Hindrance[] {
  const told = flagIn(rules, 'committee_told')
  return [
    posting(rules, 'notice', proven.notice, extraordinary ? 'notice_extraordinary' : 'notice'),
    ...told?.value ? [posted('committee', proven.committeeTold, 0, told.rule)] : [],
    // Before a first assembly the roll hangs as long as the drafts; later it must hang when voting opens.
    first ? posting(rules, 'roll', proven.roll, 'roll_posting') : posted('roll', proven.roll, 0, null),
    ...first ? [posting(rules, 'drafts', proven.drafts, 'drafts_posting')] : [],
    ...election ? [posting(rules, 'candidates', proven.candidates, 'candidates_posting')] : [],
    ...unsettled('objections', proven.openObjections),
    ...unsettled('problems', proven.rollProblems),
  ]
}

function posting(rules: Rules, what: Hurdle, day: Day | null, key: KeyOf<'days'>): Hindrance {
  const held = numberIn(rules, key)
  return posted(what, day, held?.value ?? 0, held?.rule ?? null)
}

function posted(what: Hurdle, day: Day | null, days: number, rule: Rule | null): Hindrance {
  const earliest = day && hungOut(day, days)
  const reason: Said = lang => {
    const words = lawText(lang)
    return earliest ? words.hangsUntil(words[what], days, earliest.toString()) : words.notPosted(words[what], days)
  }
  return { what, earliest, rule, reason }
}

function unsettled(what: 'objections' | 'problems', open: number): Hindrance[] {
  return open === 0 ? [] : [{ what, earliest: null, rule: null, reason: lang => lawText(lang).unsettled(lawText(lang)[what], open) }]
}
