// So many owners vote over every channel while processes are killed, and are counted: `npm run simulate:vote -- [20000] [--seed 1] [--processes 2]`.
import { parseArgs } from 'node:util'
import { votedAndKilled } from '#test/simulate/vote/killed.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, processes: { type: 'string', default: '2' } } })
const [owners = 0, seed = 0, processes = 0] = [positionals[0] ?? '20000', values.seed, values.processes].map(Number)
if (![owners, seed, processes].every(Number.isSafeInteger) || Math.min(owners, processes) < 1) throw new RangeError('how many owners, --seed and --processes are whole numbers')

const TEN_MINUTES = 600
const began = performance.now()
const { tally, seconds, kills, reckoning } = await votedAndKilled({
  owners, seed, processes, say: line => console.log(`… ${((performance.now() - began) / 1000).toFixed(0)} s: ${line}`),
})
console.log(`${tally.acts} acts answered in ${seconds.toFixed(0)} s (${Math.round(tally.acts / seconds)} a second), ${tally.sent} requests: ${tally.repeated} sent again on purpose, ${
  tally.broken} that broke, ${tally.refused} that had to be refused`)
console.log(`killed: ${Object.entries(kills).map(([victim, times]) => `${victim} ${times}`).join(', ')}`)
console.log(`${reckoning.ledger} ballots in the ledger, ${reckoning.counted} counted; close ${reckoning.seconds.close.toFixed(1)} s, archive ${
  reckoning.seconds.archive.toFixed(1)} s (${reckoning.megabytes.toFixed(1)} MB), verifier ${reckoning.seconds.verify.toFixed(1)} s`)
const wrong = [...tally.wrong, ...reckoning.wrong, ...seconds > TEN_MINUTES ? ['it took longer than ten minutes'] : []]
for (const what of wrong.slice(0, 20)) console.error(`✗ ${what}`)
console.log(wrong.length === 0 ? '✓ every owner is counted exactly as the book says, and the verifier agrees' : `✗ ${wrong.length} things differ`)
process.exitCode = wrong.length === 0 ? 0 : 1
