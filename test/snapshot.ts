// One database server with an empty installation and the village in it, made once for a whole run of tests and copied by each file of them.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '#kit/postgres.ts'
import { loadDemo } from '../src/demo/load.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'

/** The first moment of the tests' clock, and so the village's present. */
export const BEGINNING = '2026-11-20T01:00:00Z'

/** Where a run keeps it; without one every test file makes its own. */
export const SNAPSHOT = process.env.LINJU_TEST_SNAPSHOT

const clusterIn = (folder: string) => join(folder, 'cluster')
const houseIn = (folder: string, what: Made) => join(folder, what)

/** What a database can begin as. */
export type Made = 'empty' | 'village'

/** Makes it in an empty folder. */
export async function makeSnapshot(folder: string): Promise<void> {
  const postgres = await startPostgres({ dataFolder: clusterIn(folder), log: () => undefined })
  try {
    for (const what of ['empty', 'village'] as const) {
      const owner = new pg.Client({ ...postgres.config, database: 'postgres' })
      await owner.connect()
      await owner.query(`create database made_${what}`)
      await owner.end()
      await fill(what, { ...postgres.config, database: `made_${what}` }, houseIn(folder, what))
    }
  } finally {
    await postgres.stop()
  }
}

async function fill(what: Made, settings: pg.PoolConfig, dataFolder: string): Promise<void> {
  const closing: Closing = []
  try {
    const now = Temporal.Instant.from(BEGINNING)
    const config = { dataFolder, filesFolder: join(dataFolder, 'files'), proxies: 0 }
    const house = await openHouse({ config, settings, publicUrl: 'http://localhost', clock: () => now }, closing)
    if (what === 'village') await loadDemo(house, () => undefined, { scale: 'village' })
  } finally {
    await closeAll(closing)
  }
}

/** Copies the server's folder to where a test process starts its own. */
export function copyCluster(snapshot: string, folder: string): void {
  cpSync(clusterIn(snapshot), folder, { recursive: true })
}

/** Copies what stands beside a database: the master key and the photos. */
export function copyHouse(snapshot: string, what: Made, folder: string): void {
  cpSync(houseIn(snapshot, what), folder, { recursive: true })
}
