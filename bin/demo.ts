// The whole of Linju on a made-up street: `npm run demo`. Everything is gone when it ends, unless LINJU_DATA names a folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Problem } from '#kit/errors.ts'
import { demoText } from '#text/demo.ts'
import { readConfig } from '../src/config.ts'
import { makeIdentities, writeIdentities, type Identity } from '../src/demo/identities.ts'
import { loadDemo } from '../src/demo/load.ts'
import { sealAll } from '../src/jobs/record.ts'
import { explain, startServer, stopOnSignal, type Running } from '../src/server.ts'

async function main(): Promise<void> {
  const kept = process.env.LINJU_DATA
  const folder = kept || await mkdtemp(join(tmpdir(), 'linju-demo-'))
  const remove = async () => {
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
  try {
    const config = readConfig({ ...process.env, LINJU_DATA: folder })
    // Its season lies in the past: the clock must not run ahead of whoever tells it.
    const running = await startServer(config, pino({ level: 'warn' }), { still: true })
    let stopping = false
    const stop = () => {
      stopping = true
      return running.stop()
    }
    stopOnSignal({ stop }, remove)
    await show(running, config.dataFolder).catch(async (problem: unknown) => {
      // Whoever ends the demo while it loads takes the database from under it.
      if (stopping) return
      await running.stop()
      throw problem
    })
  } catch (problem) {
    await remove()
    throw problem
  }
}

async function show({ house, address, tend }: Running, folder: string): Promise<void> {
  say('loading')
  const loaded = await loadDemo(house, tens())
  await sealAll(house)
  await tend()
  const identities = await makeIdentities(house, loaded)
  const path = await writeIdentities(folder, identities)
  say('ready')
  console.log(`\n  邻聚  ${address}\n`)
  say('identities')
  console.log(`  ${path}\n${identities.map(line).join('\n')}\n`)
}

function say(key: 'loading' | 'ready' | 'identities'): void {
  console.log(`  ${demoText('zh')[key]}\n  ${demoText('en')[key]}`)
}

// One line for every tenth that is done.
function tens(): (share: number) => void {
  let shown = 0
  return share => {
    for (; shown + 10 <= Math.floor(share * 100); shown += 10) console.log(`  … ${shown + 10} %`)
  }
}

function line({ name, post, community, signInUrl }: Identity): string {
  return `  ${name}  ${post}  ${community}\n    ${signInUrl}`
}

function refused(problem: unknown): never {
  if (!(problem instanceof Problem)) return explain(problem)
  console.error(`${problem.reason('zh')}\n${problem.reason('en')}`)
  process.exit(1)
}

await main().catch(refused)
