// The plane on which people lie who voted alike: the two main axes of the table of votes (principal components).
import { Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix'
import { randomFrom } from '#kit/opinion/random.ts'
import { SILENT, type VoteTable } from '#kit/opinion/votes.ts'

/** Where the middle is (mean vote of each statement) and the two axes, each of length 1 over the statements. */
export interface Plane {
  readonly means: Float64Array
  readonly axes: readonly [Float64Array, Float64Array]
}

// More directions than the two that are wanted, and each cycle looks at the table so often in a row: so the wanted ones settle soon
// even where they hardly stand out (block Krylov iteration: Musco and Musco 2015).
const DIRECTIONS = 3
const DEPTH = 5
const LANE = 3
const SETTLED = 1e-13
// A small table is worked until it is settled, a huge one as long as it takes seconds.
const MOST_CYCLES = 100
const LEAST_CYCLES = 2
const CELLS = 4e7

/** The plane of a table. What nobody said counts as the mean of its statement, so it draws nowhere. */
export function planeOf(table: VoteTable): Plane {
  const width = table.statements.length
  const means = meansOf(table)
  const directions = Math.min(DIRECTIONS, width)
  if (directions === 0) return { means, axes: [new Float64Array(0), new Float64Array(0)] }
  const cycles = Math.min(MOST_CYCLES, Math.max(LEAST_CYCLES, Math.floor(CELLS / (table.cells.length + 1))))
  let basis = start(width, directions)
  for (let cycle = 0; cycle < cycles; cycle++) {
    const turned = turnedBy(table, means, basis)
    const moved = [0, 1].some(axis => axis < directions && farFrom(basis, turned, axis))
    basis = turned
    if (!moved) break
  }
  return { means, axes: [upright(basis, 0), upright(basis, 1)] }
}

function meansOf({ cells, statements }: VoteTable): Float64Array {
  const width = statements.length
  const sums = new Float64Array(width)
  const counts = new Uint32Array(width)
  for (let cell = 0, column = 0; cell < cells.length; cell++, column = column + 1 === width ? 0 : column + 1) {
    const said = cells[cell] ?? SILENT
    if (said === SILENT) continue
    sums[column] = (sums[column] ?? 0) + said
    counts[column] = (counts[column] ?? 0) + 1
  }
  return sums.map((sum, column) => sum / Math.max(1, counts[column] ?? 0))
}

// Any start leads to the same axes; a fixed one also in the last digit.
function start(width: number, directions: number): Matrix {
  const random = randomFrom(width)
  return orthogonal(Matrix.from1DArray(width, directions, Array.from({ length: width * directions }, () => random() - 0.5)))
}

/** The scatter of the table (its transpose times itself, silence at the mean) times each direction, without ever making the scatter. */
function scattered({ cells, statements, voters }: VoteTable, means: Float64Array, directions: Matrix): Matrix {
  const width = statements.length
  const lanes = Math.ceil(directions.columns / LANE) * LANE
  const from = new Float64Array(width * lanes)
  directions.to2DArray().forEach((row, column) => from.set(row, column * lanes))
  const to = new Float64Array(width * lanes)
  const row = { heard: new Uint32Array(width), away: new Float64Array(width), count: 0 }
  for (let voter = 0; voter < voters.length; voter++) {
    read(cells.subarray(voter * width, (voter + 1) * width), means, row)
    addScatter(row, from, to, lanes)
  }
  return Matrix.from1DArray(width, lanes, to).subMatrix(0, width - 1, 0, directions.columns - 1)
}

/** What one row answers: `count` statements, and how far each answer is from the mean. */
interface Row {
  readonly heard: Uint32Array
  readonly away: Float64Array
  count: number
}

function read(cells: Int8Array, means: Float64Array, row: Row): void {
  row.count = 0
  for (let column = 0; column < cells.length; column++) {
    const said = cells[column] ?? SILENT
    if (said === SILENT) continue
    row.heard[row.count] = column
    row.away[row.count] = said - (means[column] ?? 0)
    row.count++
  }
}

// Three directions in one go: reading a row costs more than the multiplications.
function addScatter({ heard, away, count }: Row, from: Float64Array, to: Float64Array, lanes: number): void {
  for (let lane = 0; lane < lanes; lane += LANE) {
    let [a, b, c] = [0, 0, 0]
    for (let i = 0; i < count; i++) {
      const at = (heard[i] ?? 0) * lanes + lane
      const off = away[i] ?? 0
      a += off * (from[at] ?? 0)
      b += off * (from[at + 1] ?? 0)
      c += off * (from[at + 2] ?? 0)
    }
    for (let i = 0; i < count; i++) {
      const at = (heard[i] ?? 0) * lanes + lane
      const off = away[i] ?? 0
      to[at] = (to[at] ?? 0) + off * a
      to[at + 1] = (to[at + 1] ?? 0) + off * b
      to[at + 2] = (to[at + 2] ?? 0) + off * c
    }
  }
}

// Rayleigh and Ritz: of all directions that the table sends the basis to, those along which it spreads most, the widest first.
function turnedBy(table: VoteTable, means: Float64Array, basis: Matrix): Matrix {
  const depth = Math.max(1, Math.min(DEPTH, Math.floor(basis.rows / basis.columns)))
  const sent = new Matrix(basis.rows, basis.columns * depth)
  let block = basis
  for (let step = 0; step < depth; step++) {
    if (step > 0) block = orthogonal(scattered(table, means, block))
    sent.setSubMatrix(block, 0, step * basis.columns)
  }
  const space = orthogonal(sent)
  const within = space.transpose().mmul(scattered(table, means, space))
  // Of a scatter the singular vectors are the eigenvectors; they come in order, and for tables in which hardly anything was said as well.
  const { leftSingularVectors } = new SingularValueDecomposition(within.clone().add(within.transpose()))
  return space.mmul(leftSingularVectors.subMatrix(0, space.columns - 1, 0, basis.columns - 1))
}

function orthogonal(matrix: Matrix): Matrix {
  return new QrDecomposition(matrix).orthogonalMatrix
}

function farFrom(before: Matrix, after: Matrix, axis: number): boolean {
  const dot = before.getColumnVector(axis).dot(after.getColumnVector(axis))
  return 1 - Math.abs(dot) > SETTLED
}

// An axis has no head and no tail of its own: the heavier end points up.
function upright(basis: Matrix, axis: number): Float64Array {
  if (axis >= basis.columns) return new Float64Array(basis.rows)
  const loadings = Float64Array.from(basis.getColumn(axis))
  const lean = loadings.reduce((sum, loading) => sum + loading ** 3, 0)
  return lean < 0 ? loadings.map(loading => -loading) : loadings
}

/**
 * Where each voter stands on the plane: x, y, x, y … Only what a voter answered counts, spread as if all had been answered; whoever answered
 * little is drawn towards the middle, as by `pull` more answers at the mean.
 */
export function placesOn(table: VoteTable, { means, axes: [across, up] }: Plane, pull: number): Float64Array {
  const width = table.statements.length
  const places = new Float64Array(table.voters.length * 2)
  for (let voter = 0; voter < table.voters.length; voter++) {
    let [x, y, answered] = [0, 0, 0]
    for (let column = 0; column < width; column++) {
      const said = table.cells[voter * width + column] ?? SILENT
      if (said === SILENT) continue
      const away = said - (means[column] ?? 0)
      x += away * (across[column] ?? 0)
      y += away * (up[column] ?? 0)
      answered++
    }
    const spread = Math.sqrt((width + pull) / Math.max(1, answered + pull))
    places[voter * 2] = x * spread
    places[voter * 2 + 1] = y * spread
  }
  return places
}
