// The database that is to be backed up: of a product that runs, or that stands still.
import type pg from 'pg'
import { checkPostgres, runningPostgres, startPostgres } from '#kit/postgres.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

/** The owner's connection; `close` leaves the database as it was found. */
export interface Source {
  settings: pg.ClientConfig
  close(): Promise<void>
}

/** Finds it, and starts it where it stands still. Throws StartError where there is none. */
export async function openSource({ dataFolder, databaseUrl }: { dataFolder: string, databaseUrl?: string }): Promise<Source> {
  if (databaseUrl) {
    const settings = { connectionString: databaseUrl }
    await checkPostgres(settings)
    return { settings, close: async () => undefined }
  }
  const { made, config } = await runningPostgres(dataFolder)
  if (!made) throw new StartError(lang => backupText(lang).nothingHere(dataFolder))
  if (config) return { settings: config, close: async () => undefined }
  const postgres = await startPostgres({ dataFolder, log: () => undefined })
  return { settings: postgres.config, close: () => postgres.stop() }
}
