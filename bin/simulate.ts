// A quarter of matters in a throw-away database: `npm run simulate -- [--seed 1] [--matters 10000] [--method 163]`.
import { parseArgs } from 'node:util'
import { testHouse } from '#test/database.ts'
import { quarterOf } from '#test/simulate/quarter.ts'
import { reportOf } from '#test/simulate/report.ts'

const { values } = parseArgs({ options: {
  seed: { type: 'string', default: '1' }, matters: { type: 'string', default: '10000' }, method: { type: 'string', default: '163' },
} })
const [seed, matters] = [Number(values.seed), Number(values.matters)]
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(matters) || matters < 1) throw new RangeError('--seed and --matters are whole numbers')

const began = performance.now()
const house = await testHouse({ now: '2026-09-01T00:00:00Z' })
try {
  // Nobody needs what a crash would lose here.
  await house.owner.query(`alter database ${house.owner.database} set synchronous_commit to off`)
  const quarter = await quarterOf(house, { seed, matters, method: values.method, progress: tenths() })
  const seconds = (performance.now() - began) / 1000
  console.log((await reportOf(quarter)).join('\n'))
  const acts = [...quarter.done.values()].reduce((sum, n) => sum + n, 0)
  console.log(`${seconds.toFixed(0)} s, ${Math.round(acts / seconds)} acts a second, each checked`)
  for (const what of quarter.wrong.slice(0, 40)) console.error(`✗ ${what}`)
  console.log(quarter.wrong.length === 0 ? '✓ no matter was ever in a state that the method forbids' : `✗ ${quarter.wrong.length} states that the method forbids`)
  process.exitCode = quarter.wrong.length === 0 ? 0 : 1
} finally {
  await house.close()
}

function tenths(): (share: number) => void {
  let shown = 0
  return share => {
    for (; shown + 10 <= share * 100; shown += 10) console.log(`… ${shown + 10} % of the quarter, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
}
