// Approval profiles in .abc.yaml files, as the library abcvoting writes them: for each voter whom he approves, by number from 0.
import type { Pile } from '../shape.ts'
import type { ReadElection } from './election.ts'
import { linesOf, MOST_CANDIDATES, wholeNumber, type Refuse } from './lines.ts'
import { listOf, textOf, yamlFields, type Field, type Fields } from './yaml-fields.ts'

const KNOWN = ['description', 'profile', 'num_cand', 'num_voters', 'committeesize', 'voter_weights', 'cand_names', 'compute']

interface Votes { readonly size: number, readonly marks: readonly (readonly number[])[] }

/** Reads an .abc.yaml file; `asks` names the rules whose results it holds. Throws CountProblem with file, line and reason. */
export function readAbcYaml(file: string, text: string): ReadElection {
  const { last, refuse } = linesOf(file, text)
  const fields = yamlFields(text, KNOWN, refuse)
  const { size, marks } = votesIn(fields, last, refuse)
  agree(fields.get('num_voters'), marks.length, refuse)
  const { weights, unit } = weightsIn(fields.get('voter_weights'), marks.length, refuse)
  const names = fields.get('cand_names')
  if (names) agreeLength(names, size, refuse)
  const committee = fields.get('committeesize')
  const seats = committee ? wholeNumber(textOf(committee, refuse), committee.line, 1, refuse) : 0
  if (committee && seats > size) refuse(committee.line, 'seats')
  const description = fields.get('description')
  return {
    title: description ? textOf(description, refuse) : '', seats, unit, order: null, asks: asksIn(fields.get('compute'), size, refuse),
    ballots: {
      candidates: names ? listOf(names, refuse).map(each => textOf(each, refuse)) : Array.from({ length: size }, (_, at) => String(at)),
      piles: marks.map((each, at): Pile => ({ times: weights[at] ?? 1, groups: each.length > 0 ? [each] : [] })),
    },
  }
}

// Without a number of candidates there are as many as the highest number says.
function votesIn(fields: Fields, last: number, refuse: Refuse): Votes {
  const profile = fields.get('profile') ?? refuse(last, 'missing', 'profile')
  const votes = listOf(profile, refuse).map(voter => ({ line: voter.line, marks: numbersIn(voter, refuse) }))
  const said = fields.get('num_cand')
  const highest = votes.reduce((all, { marks }) => marks.reduce((a, b) => Math.max(a, b), all), -1)
  const size = said ? wholeNumber(textOf(said, refuse), said.line, 1, refuse) : highest + 1
  if (size < 1) refuse(profile.line, 'fewCandidates')
  if (size > MOST_CANDIDATES) refuse(said?.line ?? profile.line, 'tooLarge')
  for (const { line, marks } of votes) known(marks, size, line, refuse)
  return { size, marks: votes.map(each => each.marks) }
}

function known(marks: readonly number[], size: number, line: number, refuse: Refuse): void {
  const nobody = marks.find(each => each >= size)
  if (nobody !== undefined) refuse(line, 'noSuchCandidate', String(nobody))
  if (new Set(marks).size < marks.length) refuse(line, 'twice', marks.join(', '))
}

// A list [1, 4], or a set {1, 4}.
function numbersIn(field: Field, refuse: Refuse): number[] {
  if (!(field.value instanceof Map)) return listOf(field, refuse).map(each => wholeNumber(textOf(each, refuse), each.line, 0, refuse))
  return [...field.value].map(([key, { line, value }]) => (
    value === null ? wholeNumber(key, line, 0, refuse) : refuse(line, 'wrongKind', key)))
}

function agree(field: Field | undefined, found: number, refuse: Refuse): void {
  const said = field && textOf(field, refuse)
  if (field && said && wholeNumber(said, field.line, 0, refuse) !== found) refuse(field.line, 'sum', said, String(found))
}

function agreeLength(field: Field, size: number, refuse: Refuse): void {
  const found = listOf(field, refuse).length
  if (found !== size) refuse(field.line, 'sum', String(size), String(found))
}

// Decimals become whole numbers of the smallest unit, down to millionths.
function weightsIn(field: Field | undefined, voters: number, refuse: Refuse): { weights: number[], unit: number } {
  if (!field) return { weights: [], unit: 1 }
  agreeLength(field, voters, refuse)
  const parts = listOf(field, refuse).map(each => {
    const text = textOf(each, refuse)
    const [, whole = '', part = ''] = /^(\d{1,6})(?:\.(\d{1,6}))?$/u.exec(text) ?? refuse(each.line, 'notNumber', text)
    if (Number(text) === 0) refuse(each.line, 'notNumber', text)
    return { whole, part }
  })
  const places = parts.reduce((most, { part }) => Math.max(most, part.length), 0)
  return { weights: parts.map(({ whole, part }) => Number(whole + part.padEnd(places, '0'))), unit: 10 ** places }
}

function asksIn(field: Field | undefined, size: number, refuse: Refuse): string[] {
  return (field ? listOf(field, refuse) : []).map(each => {
    const entry = each.value instanceof Map ? each.value : refuse(each.line, 'wrongKind', 'compute')
    const result = entry.get('result')
    for (const committee of result && result.value !== null ? listOf(result, refuse) : []) {
      known(numbersIn(committee, refuse), size, committee.line, refuse)
    }
    return textOf(entry.get('rule_id') ?? refuse(each.line, 'missing', 'rule_id'), refuse)
  })
}
