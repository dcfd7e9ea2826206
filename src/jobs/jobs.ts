// What happens by the clock. graphile-worker keeps the clock in the database, so that each job runs once, whatever crashes.
import type { TaskList } from 'graphile-worker'
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { DRAFT } from '#kit/drafts.ts'
import { askAgain, mattersToAsk, photosToSweep, sweepPhotos } from '#modules/matters/public.ts'
import { forgetDue, passerBy, somethingToForget } from '#modules/people/public.ts'
import type { House } from '../house.ts'
import { tendActivities } from './activities.ts'
import { everywhere } from './by-clock.ts'
import { forgetOldCalls, tendCalls } from './calls.ts'
import { lookOverCases } from './cases.ts'
import { startClocks } from './clocks.ts'
import { tendCouncils } from './councils.ts'
import { tendDecisions } from './decisions.ts'
import { tendDuty } from './duty.ts'
import { tendElections } from './elections.ts'
import { tendErrands } from './errands.ts'
import { sweepOldDeliveries, tendNotices } from './notices.ts'
import { tellOfOpenings } from './openings.ts'
import { tendConversations } from './opinions.ts'
import { forgetOldOrders, tendOrders } from './orders.ts'
import { closePolls } from './polls.ts'
import { tendVolunteers } from './volunteers.ts'
import { auditAll, tendRecord } from './record.ts'
import { keepRunning } from './runner.ts'

/** How long a form's draft waits for the next form. */
const PATIENCE = Temporal.Duration.from({ hours: 24 })

/** Minute, hour, day, month, weekday, job: as in crontab(5), in UTC. */
const CLOCK = `
*/5 * * * * sweepSignIn
17 * * * * sweepPhotos
47 * * * * sweepDrafts
25 1 * * * askAgain
37 3 * * * sweepDeliveries
11 4 * * * forgetDue
31 4 * * * forgetOldCalls
11 19 * * * auditRecord
*/10 * * * * sweepLimits
*/5 * * * * lookOver
*/5 * * * * tellOpenings
7,22,37,52 * * * * tendCouncils
* * * * * closePolls
* * * * * tendDecisions
* * * * * tendDuty
* * * * * tendConversations
* * * * * tendErrands
12 * * * * tendElections
35 1 * * * tendVolunteers
* * * * * tendActivities
* * * * * tendOrders
19 4 * * * forgetOldOrders
`

/** The jobs by name; each may run again after a crash and must then do no harm. */
export function jobsOf(house: House): TaskList {
  return {
    sweepSignIn: () => house.signIn.sweep(),
    sweepPhotos: () => everywhere(house, async (id, now) => {
      const due = await house.database.look(id, db => photosToSweep(db, now))
      if (due.length > 0) await perform(house.database, { ...house.means, now }, sweepPhotos, passerBy(id), {})
    }),
    askAgain: () => everywhere(house, async (id, now) => {
      const due = await house.database.look(id, db => mattersToAsk(db, now))
      for (const matter of due) await perform(house.database, { ...house.means, now }, askAgain, passerBy(id), { id: matter })
    }),
    forgetDue: () => everywhere(house, async (id, now) => {
      const due = await house.database.look(id, db => somethingToForget(db, now))
      if (due) await perform(house.database, { ...house.means, now }, forgetDue, passerBy(id), {})
    }),
    forgetOldCalls: () => forgetOldCalls(house),
    sweepDrafts: () => everywhere(house, (id, now) => house.means.files.removeOlder(id, DRAFT, now.subtract(PATIENCE))),
    sweepDeliveries: () => sweepOldDeliveries(house),
    auditRecord: () => auditAll(house),
    lookOver: () => lookOverCases(house),
    tellOpenings: () => tellOfOpenings(house),
    tendCouncils: () => tendCouncils(house),
    closePolls: () => closePolls(house),
    tendDecisions: () => tendDecisions(house),
    tendDuty: () => tendDuty(house),
    tendConversations: () => tendConversations(house),
    tendVolunteers: () => tendVolunteers(house),
    tendElections: () => tendElections(house),
    tendOrders: () => tendOrders(house),
    forgetOldOrders: () => forgetOldOrders(house),
    tendErrands: () => tendErrands(house),
    tendActivities: () => tendActivities(house),
    sweepLimits: () => house.limits.sweep(house.clock()),
  }
}

/** Starts the clock; the returned function lets running jobs end and stops it. `settings` are the owner's: the worker keeps tables of its own. */
export async function startJobs(house: House, settings: pg.PoolConfig): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ ...settings, max: 3, application_name: 'linju jobs' })
  // A connection that dies is replaced; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const stopRunner = await keepRunning({ pgPool: pool, taskList: jobsOf(house), crontab: CLOCK }, house.log)
  const rest = tendNotices(house)
  const stopClocks = startClocks(house)
  const stopCalls = tendCalls(house)
  const stopSealing = tendRecord(house)
  return async () => {
    await stopSealing()
    await stopCalls()
    await stopClocks()
    await rest()
    await stopRunner()
    await pool.end()
  }
}
