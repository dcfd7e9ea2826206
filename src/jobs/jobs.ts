// What happens by the clock. graphile-worker keeps the clock in the database, so that each job runs once, whatever crashes.
import { run, Logger as WorkerLogger, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { DRAFT } from '#kit/drafts.ts'
import { communities } from '#modules/communities/public.ts'
import { askAgain, mattersToAsk, photosToSweep, sweepPhotos } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'
import { startClocks } from './clocks.ts'
import { sweepOldDeliveries, tendNotices } from './notices.ts'

/** How long a form's draft waits for the next form. */
const PATIENCE = Temporal.Duration.from({ hours: 24 })

/** Minute, hour, day, month, weekday, job: as in crontab(5), in UTC. */
const CLOCK = `
*/5 * * * * sweepSignIn
17 * * * * sweepPhotos
47 * * * * sweepDrafts
25 1 * * * askAgain
37 3 * * * sweepDeliveries
*/10 * * * * sweepLimits
`

/** The jobs by name; each may run again after a crash and must then do no harm. */
export function jobsOf(house: House): TaskList {
  return {
    sweepSignIn: () => house.signIn.sweep(),
    sweepPhotos: async () => {
      for (const { id } of await communities(house.database.commons)) {
        const now = house.clock()
        const due = await house.database.look(id, db => photosToSweep(db, now))
        if (due.length > 0) await perform(house.database, { ...house.means, now }, sweepPhotos, passerBy(id), {})
      }
    },
    askAgain: async () => {
      for (const { id } of await communities(house.database.commons)) {
        const now = house.clock()
        const due = await house.database.look(id, db => mattersToAsk(db, now))
        for (const matter of due) await perform(house.database, { ...house.means, now }, askAgain, passerBy(id), { id: matter })
      }
    },
    sweepDrafts: async () => {
      const before = house.clock().subtract(PATIENCE)
      for (const { id } of await communities(house.database.commons)) await house.means.files.removeOlder(id, DRAFT, before)
    },
    sweepDeliveries: () => sweepOldDeliveries(house),
    sweepLimits: () => house.limits.sweep(house.clock()),
  }
}

/** Starts the clock; the returned function lets running jobs end and stops it. `settings` are the owner's: the worker keeps tables of its own. */
export async function startJobs(house: House, settings: pg.PoolConfig): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ ...settings, max: 3, application_name: 'linju jobs' })
  // A connection that dies is replaced; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const runner = await run({
    pgPool: pool,
    taskList: jobsOf(house),
    crontab: CLOCK,
    concurrency: 1,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error') house.log.error(message)
    }),
  })
  const rest = tendNotices(house)
  const stopClocks = startClocks(house)
  return async () => {
    await stopClocks()
    await rest()
    await runner.stop()
    await pool.end()
  }
}
