// Opens everything that a running Linju consists of, in order, and closes it in the opposite one.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { pino, type Logger } from 'pino'
import { openBell } from '#kit/bell.ts'
import { pushKeys } from '#kit/channels/push.ts'
import { openDatabase, type SqlLog } from '#kit/db.ts'
import { fileStore } from '#kit/files.ts'
import { openLimits } from '#kit/limits.ts'
import { openMetrics } from '#kit/metrics.ts'
import { migrate } from '#kit/migrate.ts'
import { checkPostgres, startPostgres } from '#kit/postgres.ts'
import { remembered } from '#kit/remembered.ts'
import { createSecrets } from '#kit/secrets.ts'
import { createCodeSender } from '#kit/sign-in/code-sender.ts'
import { createSignIn } from '#kit/sign-in/sign-in.ts'
import { communityAt } from '#modules/communities/public.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'

const COMMUNITY_SECONDS = 30

/** What `closing` collects is closed last first; a failed close does not keep the others from closing. */
export type Closing = (() => Promise<unknown> | unknown)[]

/** The database of the configuration: its own, started now, or the one at DATABASE_URL. Throws StartError. */
export async function openPostgres(config: Config, closing: Closing, log: Logger): Promise<pg.PoolConfig> {
  if (config.databaseUrl) {
    const settings = { connectionString: config.databaseUrl }
    await checkPostgres(settings)
    await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
    return settings
  }
  const postgres = await startPostgres({ dataFolder: config.dataFolder, log: line => log.info(line) })
  closing.push(() => postgres.stop())
  return postgres.config
}

export interface Opening {
  config: Pick<Config, 'dataFolder' | 'filesFolder' | 'smsGateway' | 'mail' | 'loopback' | 'oidc' | 'proxies' | 'metricsToken'>
  settings: pg.PoolConfig
  publicUrl: string
  log?: Logger
  /** Whether this is the only house of its process, so that memory and event loop are its own. */
  ofProcess?: boolean
  clock?: () => Temporal.Instant
  sqlLog?: SqlLog
}

/** Brings the schema up to date and opens the house on it. */
export async function openHouse(opening: Opening, closing: Closing): Promise<House> {
  const { config, settings, publicUrl } = opening
  const log = opening.log ?? pino({ level: 'silent' })
  await migrate(settings)
  const secrets = createSecrets(await masterKey(config.dataFolder))
  const database = openDatabase(settings, { log: opening.sqlLog })
  closing.push(() => database.close())
  const pool = new pg.Pool({ ...settings, options: '-c role=linju_writer -c search_path=sign_in', max: 5, application_name: 'linju sign-in' })
  pool.on('error', () => undefined)
  closing.push(() => pool.end())
  const codes = createCodeSender({ pool, secrets, log, gateway: config.smsGateway })
  const signIn = await createSignIn({ pool, baseUrl: publicUrl, secrets, sendCode: codes.send, log, oidc: config.oidc })
  const limits = openLimits(settings, secrets)
  closing.push(() => limits.close())
  const bell = await openBell(settings)
  closing.push(() => bell.close())
  const files = fileStore(config.filesFolder)
  await files.sweep()
  return {
    database, signIn, codes, limits,
    communityAt: remembered(slug => communityAt(database.commons, slug), COMMUNITY_SECONDS),
    publicUrl, log, proxies: config.proxies,
    carriers: { mail: config.mail ?? null, sms: config.smsGateway ?? null, push: pushKeys(secrets), reach: { loopback: config.loopback ?? false } },
    means: { secrets, files, bell },
    metrics: openMetrics(opening.ofProcess ?? false), metricsToken: config.metricsToken,
    clock: opening.clock ?? Temporal.Now.instant,
    setUpToken: randomBytes(16).toString('hex'),
  }
}

/** The installation's master key: 32 random bytes in a file that only this account can read. Lost, sealed phones are lost too. */
async function masterKey(folder: string): Promise<Uint8Array> {
  const path = join(folder, 'master.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (file === null) return readFile(path)
  const key = randomBytes(32)
  await file.writeFile(key)
  await file.sync()
  await file.close()
  return key
}

/** Closes what was opened, last first. */
export async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close()
}
