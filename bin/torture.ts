// Load, cut lines and sudden deaths for a bounded time, then the count: `npm run torture -- [--seconds 60] [--seed 1] [--clients 12] [--processes 2]`.
import { parseArgs } from 'node:util'
import { reportOf, torture } from '#test/torture/run.ts'

const { values } = parseArgs({ options: {
  seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' },
  clients: { type: 'string', default: '12' }, processes: { type: 'string', default: '2' },
} })
const [seconds = 0, seed = 0, clients = 0, processes = 0] = [values.seconds, values.seed, values.clients, values.processes].map(Number)
if (![seconds, seed, clients, processes].every(Number.isSafeInteger) || Math.min(seconds, clients, processes) < 1) {
  throw new RangeError('--seconds, --seed, --clients and --processes are whole numbers')
}

const outcome = await torture({ seconds, seed, clients, processes, say: line => console.log(`… ${line}`) })
console.log(reportOf(outcome).join('\n'))
const well = outcome.losses.length === 0 && outcome.doubles.length === 0
console.log(well ? '✓ every acknowledged act is there exactly once' : '✗ something was lost or done twice')
process.exitCode = well ? 0 : 1
