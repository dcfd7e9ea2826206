// Votes on short statements as a table: a row for each voter, a column for each statement.

/** 1 agrees, −1 disagrees, 0 passes. */
export type Opinion = -1 | 0 | 1

/** One tap: `at` is any number that grows with time. A later one of the same voter on the same statement takes its place. */
export interface Vote {
  readonly voter: number
  readonly statement: number
  readonly opinion: Opinion
  readonly at: number
}

/** What a cell holds where nothing was said. */
export const SILENT = 2

/** The last vote of each voter on each statement; `cells` row by row, `SILENT` where there is none. */
export interface VoteTable {
  readonly voters: readonly number[]
  readonly statements: readonly number[]
  readonly cells: Int8Array
}

/** The table of these votes, whatever their order; of two at the same moment the later one in the list counts. Whoever is not named is left out. */
export function tableOf(votes: readonly Vote[], voters: readonly number[], statements: readonly number[]): VoteTable {
  const rows = new Map(voters.map((voter, row) => [voter, row]))
  const columns = new Map(statements.map((statement, column) => [statement, column]))
  const cells = new Int8Array(voters.length * statements.length).fill(SILENT)
  for (const { voter, statement, opinion } of votes.toSorted((a, b) => a.at - b.at)) {
    const row = rows.get(voter)
    const column = columns.get(statement)
    if (row !== undefined && column !== undefined) cells[row * statements.length + column] = opinion
  }
  return { voters, statements, cells }
}

/** How many said what of a statement, each once. */
export interface Total {
  readonly agree: number
  readonly disagree: number
  readonly pass: number
}

/** The totals of each column, over the rows that `counted` names (all of them where it is left out). */
export function totalsOf(table: VoteTable, counted?: (row: number) => boolean): Total[] {
  const width = table.statements.length
  const counts = [-1, 0, 1].map(() => new Uint32Array(width))
  table.voters.forEach((_, row) => {
    if (counted && !counted(row)) return
    for (let column = 0; column < width; column++) {
      const said = table.cells[row * width + column] ?? SILENT
      const count = counts[said + 1]
      if (count) count[column] = (count[column] ?? 0) + 1
    }
  })
  const [disagree, pass, agree] = counts
  return table.statements.map((_, column) => ({ agree: agree?.[column] ?? 0, disagree: disagree?.[column] ?? 0, pass: pass?.[column] ?? 0 }))
}

/** The same table without some of its rows. */
export function onlyVoters(table: VoteTable, kept: (row: number) => boolean): VoteTable {
  const width = table.statements.length
  const rows = table.voters.keys().filter(kept).toArray()
  const cells = new Int8Array(rows.length * width)
  rows.forEach((row, to) => cells.set(table.cells.subarray(row * width, (row + 1) * width), to * width))
  return { voters: rows.map(row => table.voters[row] ?? 0), statements: table.statements, cells }
}

/** Of each row: how many statements were answered, and whether any of them other than by passing. */
export function spokenOf(table: VoteTable): { answered: Uint32Array, opinionated: Uint8Array } {
  const width = table.statements.length
  const answered = new Uint32Array(table.voters.length)
  const opinionated = new Uint8Array(table.voters.length)
  for (let cell = 0; cell < table.cells.length; cell++) {
    const said = table.cells[cell]
    if (said === SILENT) continue
    const row = Math.floor(cell / width)
    answered[row] = (answered[row] ?? 0) + 1
    if (said !== 0) opinionated[row] = 1
  }
  return { answered, opinionated }
}
