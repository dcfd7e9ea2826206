// The opinion map: groups of people who think alike, what all share, what tells them apart; after Polis (Small et al. 2021).
import { fewestApart, trials } from '#kit/opinion/apart.ts'
import { outlinesOf, type Outline } from '#kit/opinion/outline.ts'
import { placesOn, planeOf } from '#kit/opinion/plane.ts'
import { sharedBy, tellingOf, type Shared, type Telling } from '#kit/opinion/said.ts'
import { onlyVoters, spokenOf, totalsOf, type Total, type VoteTable } from '#kit/opinion/votes.ts'

/** How the map is made. */
export interface MapRules {
  /** Who answered fewer statements than this (or than there are) is counted but not grouped. */
  readonly least: number
  /** As many answers at the mean are added to everybody's when they are placed. */
  readonly pull: number
  /** A smaller group is never made. */
  readonly safe: number
}

/** The rules of the house; where each number comes from stands in docs/opinion.md. */
export const MAP_RULES: MapRules = { least: 7, pull: 5, safe: 7 }

/** One group, the largest first. */
export interface OpinionGroup {
  readonly size: number
  readonly outline: Outline
  readonly totals: readonly Total[]
  readonly telling: readonly Telling[]
}

/** Columns are those of the table; `groups` is empty where no grouping is safe, and then there is nothing shared either. */
export interface OpinionMap {
  readonly voters: number
  readonly grouped: number
  readonly totals: readonly Total[]
  readonly groups: readonly OpinionGroup[]
  readonly shared: readonly Shared[]
}

/** The map of a table. The same table gives the same map; the order of its rows and columns changes nothing. */
export function opinionMap(table: VoteTable, rules: MapRules = MAP_RULES): OpinionMap {
  const placed = place(table, rules)
  const { voters } = table
  const totals = totalsOf(table)
  const found = fewestApart(trials(placed.points, rules.safe))
  if (!found) return { voters: voters.length, grouped: placed.rows.length, totals, groups: [], shared: [] }
  const of = new Int8Array(voters.length).fill(-1)
  placed.rows.forEach((row, at) => { of[row] = found.grouping.of[at] ?? -1 })
  const byGroup = found.grouping.sizes.map((_, group) => totalsOf(table, row => of[row] === group))
  const outlines = outlinesOf(placed.points, found.grouping)
  const groups = outlines.map((outline, group) => ({
    size: found.grouping.sizes[group] ?? 0, outline, totals: byGroup[group] ?? [], telling: tellingOf(byGroup, group),
  }))
  return { voters: voters.length, grouped: placed.rows.length, totals, groups, shared: sharedBy(byGroup) }
}

/** Where those stand who are grouped: `rows` of the table, and their points. Whoever only passed has said nothing that could place anybody. */
export function place(table: VoteTable, { least, pull }: Pick<MapRules, 'least' | 'pull'>): { rows: Uint32Array, points: Float64Array } {
  const { answered, opinionated } = spokenOf(table)
  const opinions = onlyVoters(table, row => opinionated[row] === 1)
  const enough = Math.min(least, table.statements.length)
  const grouped = (row: number): boolean => opinionated[row] === 1 && (answered[row] ?? 0) >= enough
  const rows = Uint32Array.from(table.voters.keys().filter(grouped))
  return { rows, points: placesOn(onlyVoters(table, grouped), planeOf(opinions), pull) }
}
