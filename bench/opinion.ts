// The opinion map of fifty thousand people and a thousand statements: seconds and less than a gigabyte, on one core.
import { opinionMap } from '#kit/opinion/map.ts'
import { randomFrom } from '#kit/opinion/random.ts'
import { SILENT, type VoteTable } from '#kit/opinion/votes.ts'
import { amount, type Figure } from './table.ts'

const PEOPLE = 50_000
const STATEMENTS = 1000
const CAMPS = 3
// Seconds of one core, megabytes.
const AIM = { seconds: 20, memory: 1024 }

/** Makes two such conversations, one in which people answer one statement in ten and one in which they answer all, and maps them. */
export function opinionFigures(): Figure[] {
  return [0.1, 1].flatMap(answered => {
    const table = madeUp(answered)
    const began = process.threadCpuUsage()
    const { groups } = opinionMap(table)
    const seconds = process.threadCpuUsage(began).user / 1e6
    const share = `${answered * 100} % answered`
    return [
      amount(`opinion map, 50,000 × 1,000, ${share}, ${groups.length} groups found`, seconds, glance(table), 's', AIM.seconds),
      amount('  memory of the whole process at its most', process.resourceUsage().maxRSS / 1024, table.cells.length / 2 ** 20, 'MB', AIM.memory),
    ]
  })
}

// Three camps, each with its own opinion of every statement, and one vote in five astray.
function madeUp(answered: number): VoteTable {
  const random = randomFrom(7)
  const opinions = Array.from({ length: CAMPS }, () => Int8Array.from({ length: STATEMENTS }, () => Math.floor(random() * 3) - 1))
  const cells = new Int8Array(PEOPLE * STATEMENTS)
  for (let cell = 0; cell < cells.length; cell++) {
    const camp = opinions[Math.floor(cell / STATEMENTS) % CAMPS]
    const own = random() < 0.2 ? Math.floor(random() * 3) - 1 : camp?.[cell % STATEMENTS] ?? 0
    cells[cell] = random() < answered ? own : SILENT
  }
  return { voters: Array.from({ length: PEOPLE }, (_, row) => row), statements: Array.from({ length: STATEMENTS }, (_, column) => column), cells }
}

// The machine's own limit: reading every cell once.
function glance({ cells }: VoteTable): number {
  const began = performance.now()
  let sum = 0
  for (const cell of cells) sum += cell
  return sum === 0.5 ? 0 : (performance.now() - began) / 1000
}
