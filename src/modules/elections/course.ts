// The way of an election: each step, who does it, by when, and what is missing. Dates only. Pure.
import type { DecisionStage } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { DRAFTS, PAPERS, stageOf, type Election } from '#modules/elections/election.ts'
import { decisionDates, numberIn, type Duty, type Happened, type Rule, type Rules } from '#modules/law/public.ts'
import { stageText } from '#text/decision-words.ts'
import { electionMissingText, type electionStepText } from '#text/election-course.ts'
import { draftKindText, postedThingText } from '#text/election-words.ts'

export type Step = keyof typeof electionStepText.pairs

/** What is known beside the election itself. Days as 2026-11-22. */
export interface Facts {
  readonly drafts: readonly string[]
  readonly posted: readonly string[]
  readonly candidates: number
  readonly qualified: number
  readonly openObjections: number
  /** The day of the session where candidates are met. */
  readonly meets: string | null
  readonly opens: string | null
  readonly closes: string | null
  readonly resultPosted: string | null
  readonly papers: readonly string[]
  readonly items: number
  readonly itemsDone: number
}

/** Until when, and by which rule. */
export interface By {
  readonly on: string
  readonly rule: Rule
}

export interface CourseStep {
  readonly step: Step
  readonly state: 'done' | 'now' | 'next'
  readonly by: By | null
  readonly missing: readonly Said[]
}

const NOW: Readonly<Record<ReturnType<typeof stageOf>, readonly Step[]>> = {
  requested: ['request', 'group'], preparing: ['group', 'drafts', 'candidates', 'meet', 'vote'], voting: ['meet', 'vote', 'result'], elected: ['result', 'first_meeting'],
  office: ['filing', 'handover'], stopped: [],
}

/** Every step in its order. A by-election and a change of term need no group and no drafts. */
export function course(rules: Rules, election: Election, facts: Facts, today: string): CourseStep[] {
  const missing = missingOf(rules, election, facts, today)
  const stage = stageOf(election)
  const dues = duesOf(rules, election, facts)
  const steps: Step[] = ['request', ...election.kind === 'first' ? ['group', 'drafts'] as const : [], 'candidates', 'meet', 'vote', 'result', 'first_meeting', 'filing', 'handover']
  return steps.map(step => {
    const done = isDone(step, election, facts, missing[step])
    return { step, by: dues[step] ?? null, missing: done ? [] : missing[step], state: done ? 'done' : NOW[stage].includes(step) ? 'now' : 'next' }
  })
}

/** What else has its day in the term of a committee: the report and the change of term before it ends, and its end. */
export function termDates(rules: Rules, { term_ends }: Pick<Election, 'term_ends'>): { duty: 'term_report' | 'change_of_term' | 'term_ends', on: string, rule: Rule | null }[] {
  if (term_ends === null) return []
  const dues = decisionDates(rules, { ...NOTHING, termEnds: Temporal.PlainDate.from(term_ends) })
  return [...(['term_report', 'change_of_term'] as const).flatMap(duty => {
    const due = dues.find(({ what, on }) => what === duty && on !== null)
    return due?.on ? [{ duty, on: due.on.toString(), rule: due.rule }] : []
  }), { duty: 'term_ends', on: term_ends, rule: null }]
}

const NOTHING: Happened = {
  sitting: { extraordinary: false, first: false, election: true }, notice: null, opens: null, closes: null, resultPosted: null, elected: null, termEnds: null, groupRequested: null, groupFormed: null,
}

function duesOf(rules: Rules, election: Election, { closes, resultPosted }: Facts): Partial<Record<Step, By>> {
  const date = (day: string | null) => day === null ? null : Temporal.PlainDate.from(day)
  const dues = decisionDates(rules, {
    ...NOTHING, closes: date(closes), resultPosted: date(resultPosted), elected: date(election.elected_on),
    groupRequested: election.kind === 'first' ? date(election.requested_on) : null, groupFormed: date(election.formed_on),
  })
  const by = (duty: Duty): By | undefined => {
    const due = dues.find(({ what, on }) => what === duty && on !== null)
    return due?.on ? { on: due.on.toString(), rule: due.rule } : undefined
  }
  // 指导规则 47 counts the hand-over from the end of a term; where nothing ended, from the first meeting.
  const within = numberIn(rules, 'handover')
  const handover = within && election.met_on !== null ? { on: Temporal.PlainDate.from(election.met_on).add({ days: within.value }).toString(), rule: within.rule } : undefined
  return { group: by('group_formed'), vote: by('group_done'), result: by('result'), first_meeting: by('committee_meets'), filing: by('filing'), handover }
}

function isDone(step: Step, election: Election, facts: Facts, missing: readonly Said[]): boolean {
  switch (step) {
    case 'request': return election.formed_on !== null || stageOf(election) !== 'requested'
    // That it hangs is asked for while it matters.
    case 'group': return election.formed_on !== null && (missing.length === 0 || stageOf(election) !== 'preparing')
    case 'vote': return isOver(election.vote)
    case 'result': return election.elected_on !== null && facts.resultPosted !== null
    case 'first_meeting': return election.met_on !== null
    case 'filing': return election.filed_on !== null
    case 'handover': return election.met_on !== null && facts.items === facts.itemsDone
    default: return missing.length === 0 || isOver(election.vote)
  }
}

function isOver(vote: DecisionStage | null): boolean {
  return vote === 'closed' || vote === 'posted'
}

type Missing = Record<Step, Said[]>

function missingOf(rules: Rules, election: Election, facts: Facts, today: string): Missing {
  const t = electionMissingText
  const hangs = (what: 'group' | 'drafts' | 'candidates'): Said[] => facts.posted.includes(what) ? [] : [lang => t(lang).posted(postedThingText(lang)[what])]
  // More candidates than seats: one more than the least committee, until the seats are known.
  const least = (election.seats ?? numberIn(rules, 'committee_least')?.value ?? 1) + 1
  const waiting = facts.candidates - facts.qualified
  const papers = PAPERS.length - facts.papers.length
  return {
    request: [],
    group: election.formed_on === null ? [lang => t(lang).group] : hangs('group'),
    drafts: [
      ...DRAFTS.filter(kind => !facts.drafts.includes(kind)).map((kind): Said => lang => t(lang).draft(draftKindText(lang)[kind])),
      ...facts.drafts.length > 0 ? hangs('drafts') : [],
    ],
    candidates: [
      ...facts.qualified < least ? [(lang: 'zh' | 'en') => t(lang).qualified(facts.qualified, least)] : [],
      ...waiting > 0 ? [(lang: 'zh' | 'en') => t(lang).unchecked(waiting)] : [],
      ...facts.openObjections > 0 ? [(lang: 'zh' | 'en') => t(lang).objections(facts.openObjections)] : [],
      ...facts.candidates > 0 ? hangs('candidates') : [],
    ],
    meet: facts.meets === null ? [lang => t(lang).session] : facts.meets > today ? [lang => t(lang).sessionSoon] : [],
    vote: voteMissing(election),
    result: [...voteMissing(election), ...election.elected_on === null && isOver(election.vote) ? [(lang: 'zh' | 'en') => t(lang).notTaken] : []],
    first_meeting: [lang => t(lang).notMet],
    filing: papers > 0 ? [lang => t(lang).papers(papers)] : [lang => t(lang).notFiled],
    handover: facts.items > facts.itemsDone ? [lang => t(lang).items(facts.items - facts.itemsDone)] : [],
  }
}

function voteMissing({ vote }: Election): Said[] {
  if (vote === null || vote === 'dropped') return [lang => electionMissingText(lang).notPut]
  return vote === 'posted' ? [] : [lang => electionMissingText(lang).vote(stageText(lang)[vote])]
}
