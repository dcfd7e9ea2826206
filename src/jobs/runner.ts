// Keeps graphile-worker running: it gives itself up when it cannot write down that a job is done, as while the database restarts.
import { setTimeout as pause } from 'node:timers/promises'
import { run, Logger as WorkerLogger, type Runner, type RunnerOptions } from 'graphile-worker'
import type { Logger } from 'pino'

const AGAIN = 5000

/** Runs it until the returned function is called, which lets running jobs end. Rejects where it cannot begin. */
export async function keepRunning(options: Pick<RunnerOptions, 'pgPool' | 'taskList' | 'crontab'>, log: Logger): Promise<() => Promise<void>> {
  const end = new AbortController()
  const begin = () => run({
    ...options, concurrency: 1, noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => level === 'error' ? log.error(message) : undefined),
  })
  let runner: Runner | null = await begin()
  const keep = async () => {
    while (!end.signal.aborted) {
      await runner?.promise.catch((error: unknown) => log.error({ err: error }, 'the jobs stopped; they begin anew'))
      runner = null
      await pause(AGAIN, undefined, { signal: end.signal }).catch(() => undefined)
      if (!end.signal.aborted) runner = await begin().catch(() => null)
    }
  }
  const keeping = keep()
  return async () => {
    end.abort()
    // One that has just stopped by itself needs no stopping.
    await runner?.stop().catch(() => undefined)
    await keeping
    // It may have begun anew at the last moment.
    await runner?.stop().catch(() => undefined)
  }
}
