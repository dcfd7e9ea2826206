// What the result sheet says, line by line: the same on paper and in the Word document.
import type { Answered, Decision, DecisionShown, QuestionShown, Result } from '#modules/decisions/public.ts'
import { comparisonSaid, type Rules } from '#modules/law/public.ts'
import { itemText } from '#text/decision-words.ts'
import { outcomeText } from '#text/decision-pages.ts'
import { sheetText } from '#text/decision-pages-papers.ts'
import { lawText } from '#text/law.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { revocationUntil } from './days.ts'
import { packsSaid } from './how.ts'
import { clauseSaid, totalsSaid } from './outcome.ts'
import { circled, dayOf, grouped, weightSaid } from './said.ts'

/** A row of the sheet. */
export interface SheetLine {
  readonly name: string
  readonly lines: readonly string[]
}

/** Every row, in the order of the form that is filed. */
export function sheetLines(visit: Pick<Visit, 'lang'>, decision: Decision, seen: DecisionShown, result: Result, rules: Rules): SheetLine[] {
  const { lang } = visit
  const t = sheetText(lang)
  const at = (moment: Temporal.Instant | null) => moment ? dayAndTime(lang, moment, decision.zone) : ''
  const until = revocationUntil(decision, rules)
  const notices = seen.postings.filter(({ what }) => what === 'notice').length
  const answered = seen.objections.filter(({ answer }) => answer !== null).length
  return [
    { name: t.estate, lines: [decision.estate.label] },
    { name: t.convener, lines: [seen.convener] },
    { name: t.subject, lines: [decision.title] },
    { name: t.notice, lines: [t.noticeSaid(at(decision.announced_at), notices)] },
    { name: t.voting, lines: [`${at(decision.opens_at)} – ${at(decision.closes_at)}`] },
    { name: t.countedAt, lines: [at(decision.closed_at)] },
    { name: t.rollSaid, lines: [weightSaid(lang, result.total)] },
    { name: t.returned, lines: [totalsSaid(lang, result)] },
    { name: t.delivered, lines: [weightSaid(lang, result.silent)] },
    { name: t.rules, lines: [packsSaid(lang, rules)] },
    ...result.questions.flatMap(one => questionLines(visit, seen.questions.find(({ position }) => position === one.position), one)),
    { name: t.objections, lines: [t.objectionsSaid(seen.objections.length, answered)] },
    { name: t.rollRoot, lines: [decision.roll_root?.toString('hex') ?? ''] },
    ...until ? [{ name: t.revocation, lines: [dayOf(lang, until)] }] : [],
  ]
}

function questionLines({ lang }: Pick<Visit, 'lang'>, question: QuestionShown | undefined, answered: Answered): SheetLine[] {
  if (!question) return []
  const t = sheetText(lang)
  const name = circled(question.position)
  return [
    { name, lines: [question.text, itemText(lang)[question.item]] },
    { name: `${name} ${t.conclusion}`, lines: [answered.carried ? t.passed : t.failed, ...outcomeLines(lang, question, answered)] },
    ...answered.how === 'majority' ? [{ name: `${name} ${t.silence}`, lines: [lawText(lang)[answered.silence], clauseSaid(lang, answered)] }] : [],
  ]
}

function outcomeLines(lang: Visit['lang'], question: QuestionShown, answered: Answered): string[] {
  const t = outcomeText(lang)
  if (answered.how === 'unanimous') return [t.unanimous(grouped(answered.agreed), grouped(answered.asked))]
  if (answered.how === 'majority') {
    const { yes, no, abstained } = answered.votes
    const { comparisons } = answered.outcomes[answered.silence]
    const votes = t.votes(weightSaid(lang, yes), weightSaid(lang, no), weightSaid(lang, abstained))
    return [votes, ...comparisons.map(comparison => comparisonSaid(comparison, lang).line)]
  }
  const name = (number: number) => question.candidates.find(one => one.number === number)?.name ?? ''
  const named = (words: string, numbers: readonly number[]) => numbers.length === 0 ? [] : [`${words}${lang === 'zh' ? '：' : ': '}${
    numbers.map(name).join(lang === 'zh' ? '、' : ', ')}`]
  return [
    ...named(t.elected, answered.elected), ...named(t.spare, answered.spare), ...named(t.tied, answered.tied),
    ...answered.candidates.map(({ number, votes }) => `${number}. ${name(number)} ${weightSaid(lang, votes)}`),
  ]
}
