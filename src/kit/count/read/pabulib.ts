// Participatory budgets in .pb files: Faliszewski and others, Participatory Budgeting: Data, Tools, and Analysis (IJCAI 2023),
// pabulib.org/format.
import type { Pile } from '../shape.ts'
import type { ReadElection } from './election.ts'
import { linesOf, MOST_CANDIDATES, wholeNumber, type Refuse } from './lines.ts'
import { sectionsOf, type Row, type Sections } from './pabulib-sections.ts'

/** A budget as a file tells it. */
export interface ReadBudget extends ReadElection {
  readonly budget: number
  readonly costs: readonly number[]
  /** Which projects were chosen there, by number; null where the file does not say. */
  readonly selected: readonly number[] | null
}

const VOTE_TYPES = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring']

/** Reads a .pb file. Throws CountProblem with file, line and reason. */
export function readPabulib(file: string, text: string): ReadBudget {
  const { lines, last, refuse } = linesOf(file, text)
  const sections = sectionsOf(lines, last, refuse)
  const meta = (key: string) => sections.meta.get(key) ?? refuse(last, 'missing', key)
  const type = meta('vote_type')
  if (!VOTE_TYPES.includes(type.value)) refuse(type.line, 'wrongKind', type.value)
  if (sections.projects.length > MOST_CANDIDATES) refuse(last, 'tooLarge')
  const numbers = new Map(sections.projects.map((row, number) => [row.key, number]))
  const costs = sections.projects.map(row => money(row.cells.get('cost') ?? '', row.line, refuse))
  const piles = sections.votes.map(row => voteIn(row, type.value, numbers, refuse))
  checkSums(sections, meta, piles, refuse)
  const candidates = sections.projects.map(row => row.cells.get('name') || row.key)
  return {
    title: sections.meta.get('description')?.value ?? '', seats: 0, unit: 1, order: null, asks: [meta('rule').value],
    ballots: { candidates, piles }, costs, selected: selectedIn(sections, refuse),
    budget: money(meta('budget').value, meta('budget').line, refuse),
  }
}

// Whole units of money; cents of nothing are taken.
function money(text: string, line: number, refuse: Refuse): number {
  return wholeNumber(text.replace(/[.,]0{1,2}$/u, ''), line, 1, refuse)
}

function voteIn({ cells, line }: Row, type: string, numbers: ReadonlyMap<string, number>, refuse: Refuse): Pile {
  const vote = cells.get('vote') ?? ''
  const named = vote === '' ? [] : vote.split(',').map(each => each.trim())
  const marks = named.map(each => numbers.get(each) ?? refuse(line, 'noProject', each))
  if (new Set(marks).size < marks.length) refuse(line, 'twice', vote)
  if (type === 'approval' || type === 'choose-1') return { times: 1, groups: marks.length > 0 ? [marks] : [] }
  const groups = marks.map(each => [each])
  if (type === 'ordinal') return { times: 1, groups }
  const points = (cells.get('points') ?? '').split(',').filter(each => each !== '').map(each => wholeNumber(each.trim(), line, 0, refuse))
  if (points.length !== marks.length) refuse(line, 'points')
  return { times: 1, groups, points }
}

type Meta = (key: string) => { readonly value: string, readonly line: number }

function checkSums({ meta: all, projects, votes }: Sections, meta: Meta, piles: readonly Pile[], refuse: Refuse): void {
  for (const [key, found] of [['num_projects', projects.length], ['num_votes', votes.length]] as const) {
    const said = meta(key)
    if (wholeNumber(said.value, said.line, 0, refuse) !== found) refuse(said.line, 'sum', said.value, String(found))
  }
  const longest = all.get('max_length')
  const most = longest ? wholeNumber(longest.value, longest.line, 1, refuse) : Infinity
  piles.forEach((pile, at) => {
    const marks = pile.groups.flat().length
    if (marks > most) refuse(votes[at]?.line ?? 1, 'sum', String(most), String(marks))
  })
  if (all.get('vote_type')?.value === 'approval') checkVotes({ projects, piles }, refuse)
}

// The file's own count of approvals for each project, where it has one.
function checkVotes({ projects, piles }: { projects: readonly Row[], piles: readonly Pile[] }, refuse: Refuse): void {
  const found = new Map<number, number>()
  for (const each of piles.flatMap(({ groups }) => groups.flat())) found.set(each, (found.get(each) ?? 0) + 1)
  projects.forEach(({ cells, line }, number) => {
    const said = cells.get('votes')
    if (said !== undefined && said !== String(found.get(number) ?? 0)) refuse(line, 'sum', said, String(found.get(number) ?? 0))
  })
}

function selectedIn({ projects }: Sections, refuse: Refuse): number[] | null {
  if (!projects.some(({ cells }) => cells.has('selected'))) return null
  return projects.flatMap(({ cells, line }, number) => {
    const said = cells.get('selected') ?? ''
    // 2: chosen, but not paid from this budget.
    if (!/^[012]$/u.test(said)) refuse(line, 'notNumber', said)
    return said === '1' ? [number] : []
  })
}

