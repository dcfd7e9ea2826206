// PrefLib files, https://www.preflib.org/format: .soc and .soi strict orders, .toc and .toi with ties (in braces), .cat categories;
// complete
// (c) or not (i). The heading as `# KEY: value` lines, or as bare lines as it was until 2022.
import type { Pile } from '../shape.ts'
import type { ReadElection } from './election.ts'
import { linesOf, wholeNumber, type Line, type Refuse } from './lines.ts'
import { newHeading, oldHeading, type PrefLibHeading } from './preflib-heading.ts'

/** The kinds of PrefLib files that are read. */
export type PrefLibKind = 'soc' | 'soi' | 'toc' | 'toi' | 'cat'

/** Reads a PrefLib file. Throws CountProblem with file, line and reason. */
export function readPrefLib(file: string, text: string, kind: PrefLibKind): ReadElection {
  const { lines, last, refuse } = linesOf(file, text)
  const old = !lines[0]?.text.startsWith('#')
  const heading = old ? oldHeading(lines, last, refuse) : newHeading(lines, last, kind, refuse)
  const numbers = new Map([...heading.names.keys()].map((label, number) => [label, number]))
  const piles = heading.ballots.map(line => pileIn(line, old ? ',' : ':', { kind, numbers, categories: heading.categories }, refuse))
  checkSums(heading, piles, last, refuse)
  return {
    title: heading.title, seats: 0, ballots: { candidates: [...heading.names.values()], piles }, unit: 1, order: null, asks: [],
  }
}

function checkSums({ voters, orders, ballots }: PrefLibHeading, piles: readonly Pile[], last: number, refuse: Refuse): void {
  const found = piles.reduce((all, { times }) => all + times, 0)
  if (found !== voters) refuse(ballots.at(-1)?.number ?? last, 'sum', String(voters), String(found))
  if (orders !== piles.length) refuse(ballots.at(-1)?.number ?? last, 'sum', String(orders), String(piles.length))
}

interface Marks { readonly kind: PrefLibKind, readonly numbers: ReadonlyMap<string, number>, readonly categories: number }

function pileIn({ text, number: line }: Line, mark: ',' | ':', marks: Marks, refuse: Refuse): Pile {
  const at = text.indexOf(mark)
  if (at < 0) refuse(line, 'unreadable', text)
  const times = wholeNumber(text.slice(0, at).trim(), line, 1, refuse)
  const groups = groupsIn(text.slice(at + 1), line, marks, refuse)
  const seen = new Set(groups.flat())
  if (seen.size < groups.flat().length) refuse(line, 'twice', text)
  if (marks.kind === 'cat') return categorised(times, groups, marks, line, refuse)
  const strict = marks.kind === 'soc' || marks.kind === 'soi'
  if (strict && text.includes('{')) refuse(line, 'braces')
  if ((marks.kind === 'soc' || marks.kind === 'toc') && seen.size !== marks.numbers.size) refuse(line, 'emptyMark')
  if (groups.some(group => group.length === 0)) refuse(line, 'emptyMark')
  return { times, groups }
}

// The first category is worth most, the last nothing.
function categorised(times: number, all: readonly number[][], { categories }: Marks, line: number, refuse: Refuse): Pile {
  if (categories === 0) refuse(line, 'noCategory')
  if (all.length > categories) refuse(line, 'sum', String(categories), String(all.length))
  const worth = (place: number) => categories === 1 ? 1 : categories - 1 - place
  const kept = all.map((group, place) => ({ group, points: worth(place) })).filter(({ group }) => group.length > 0)
  return { times, groups: kept.map(each => each.group), points: kept.map(each => each.points) }
}

const MARK = /^(?:\{([^{}]*)\}|([^{},]*))(?:,|$)/u

// A comma at the end is allowed; nothing between two commas is not.
function groupsIn(text: string, line: number, marks: Marks, refuse: Refuse): number[][] {
  const groups: number[][] = []
  for (let rest = text.replaceAll(/\s+/gu, ''); rest !== '';) {
    const found = MARK.exec(rest)
    if (!found) return refuse(line, 'braces')
    const [whole, inside, single = ''] = found
    const labels = inside === undefined ? [single] : inside === '' ? [] : inside.split(',')
    groups.push(labels.map(label => {
      if (label === '') return refuse(line, 'emptyMark')
      return marks.numbers.get(label) ?? refuse(line, 'noSuchCandidate', label)
    }))
    rest = rest.slice(whole.length)
  }
  if (groups.length === 0) refuse(line, 'emptyMark')
  return groups
}
