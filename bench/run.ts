// The figures that we promise, each beside the machine's own limit: `npm run bench`.
import { addresses } from './addresses.ts'
import { alikeGroups, alikeMillion } from './alike.ts'
import { api } from './api.ts'
import { ballots } from './ballots.ts'
import { board } from './board.ts'
import { calls } from './calls.ts'
import { counts } from './count.ts'
import { fanout } from './fanout.ts'
import { live } from './live.ts'
import { startProcess } from './process.ts'
import { queue } from './queue.ts'
import { replies } from './replies.ts'
import { raise } from './raise.ts'
import { rights } from './rights.ts'
import { route } from './route.ts'
import { start } from './start.ts'
import { step } from './step.ts'
import { table, type Figure } from './table.ts'
import { verify } from './verify.ts'
import { opinionFigures } from './opinion.ts'
import { openVillage } from './village.ts'
import { weight } from './weight.ts'

const wanted = new Set(process.argv.slice(2))
const village = await openVillage()
// The bench is one caller, and more than one should be.
const settings = { LINJU_DATA: village.folder, PORT: '0', LINJU_API_READS: '1000000000', LINJU_API_WRITES: '1000000000' }
const figures: Figure[] = []
const measure = async (name: string, figuresOf: () => Promise<Figure[]>) => {
  if (wanted.size > 0 && !wanted.has(name)) return
  console.log(`▸ ${name}`)
  figures.push(...await figuresOf())
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void village.rest().then(village.remove).finally(() => process.exit(1)))
}

try {
  const ours = await startProcess('src/server.ts', { ...settings, DATABASE_URL: village.databaseUrl })
  const bare = await startProcess('bench/bare.ts', { BENCH_DATABASE: village.databaseUrl })
  try {
    await measure('weight', () => weight(ours))
    await measure('live', () => live(village, ours, bare))
    await measure('board', () => board(ours, bare))
    await measure('raise', () => raise(village, ours, bare))
    await measure('api', () => api(village, ours, bare))
    await measure('fanout', () => fanout(village, settings))
    await measure('calls', () => calls(village, settings))
    await measure('step', () => step(village))
    await measure('rights', () => rights(village))
    await measure('queue', () => queue(village, ours))
    await measure('replies', async () => replies())
    await measure('route', async () => route())
    await measure('count', async () => counts())
    await measure('opinion', async () => opinionFigures())
    await measure('addresses', async () => addresses())
    await measure('alike', async () => alikeGroups())
    await measure('million', () => alikeMillion(village.databaseUrl))
    await measure('verify', () => verify(village.databaseUrl))
    await measure('ballots', () => ballots(village.databaseUrl))
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
    await village.rest()
  }
  await measure('start', () => start(settings))
} finally {
  await village.remove()
}
console.log(`\n${table(figures)}`)
