// Opens everything that a running Linju consists of, in order, and closes it in the opposite one.
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { pino, type Logger } from 'pino'
import { openBell } from '#kit/bell.ts'
import { pushKeys } from '#kit/channels/push.ts'
import { openDatabase, type SqlLog } from '#kit/db.ts'
import { fileStore } from '#kit/files.ts'
import { openLimits } from '#kit/limits.ts'
import { masterKeyIn } from '#kit/master-key.ts'
import { openMetrics } from '#kit/metrics.ts'
import { headBook } from '#kit/log/head-book.ts'
import { migrate } from '#kit/migrate.ts'
import { checkPostgres, startPostgres } from '#kit/postgres.ts'
import { remembered } from '#kit/remembered.ts'
import { createSecrets } from '#kit/secrets.ts'
import { createCodeSender } from '#kit/sign-in/code-sender.ts'
import { createSignIn } from '#kit/sign-in/sign-in.ts'
import { communityAt } from '#modules/communities/public.ts'
import { API_RATES, type Config } from './config.ts'
import type { House } from './house.ts'

const COMMUNITY_SECONDS = 30

/** As many connections as one process uses: both pools of the database, and what sign-in, limits, the bell and the jobs hold. */
export const FULL = 31
const BESIDE = 11
/** With fewer it does not work. */
export const LEAST = 15

// The readers' and the writers' pool share what the others leave.
const poolSize = (connections: number) => Math.max(2, Math.min(10, Math.floor((connections - BESIDE) / 2)))

// While processes are renewed there are twice as many; some more for whoever holds the lock, backs up or looks in by hand.
const connectionsFor = (processes: number) => Math.max(100, 2 * processes * FULL + 12)

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
  const postgres = await startPostgres({
    dataFolder: config.dataFolder, log: line => log.info(line), connections: connectionsFor(config.processes),
  })
  closing.push(() => postgres.stop())
  return postgres.config
}

export interface Opening {
  config: Pick<Config, 'dataFolder' | 'filesFolder' | 'smsGateway' | 'mail' | 'loopback' | 'oidc' | 'proxies' | 'metricsToken'> & Partial<Pick<Config, 'apiRates'>>
  settings: pg.PoolConfig
  publicUrl: string
  log?: Logger
  /** Whether this is the only house of its process, so that memory and event loop are its own. */
  ofProcess?: boolean
  clock?: () => Temporal.Instant
  sqlLog?: SqlLog
  /** How many connections this process may hold at most; FULL where nothing is said. */
  connections?: number
  /** The same for all processes of an installation. */
  setUpToken?: string
}

/** Brings the schema up to date and opens the house on it. */
export async function openHouse(opening: Opening, closing: Closing): Promise<House> {
  const { config, settings, publicUrl } = opening
  const log = opening.log ?? pino({ level: 'silent' })
  await migrate(settings)
  const secrets = createSecrets(await masterKeyIn(config.dataFolder))
  const database = openDatabase(settings, { log: opening.sqlLog, size: poolSize(opening.connections ?? FULL) })
  closing.push(() => database.close())
  const pool = new pg.Pool({ ...settings, options: '-c role=linju_writer -c search_path=sign_in', max: 5, application_name: 'linju sign-in' })
  // A connection that dies is replaced; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  closing.push(() => pool.end())
  const codes = createCodeSender({ pool, secrets, log, gateway: config.smsGateway, terminal: terminalOf(opening) })
  const signIn = await createSignIn({ pool, baseUrl: publicUrl, secrets, sendCode: codes.send, log, oidc: config.oidc })
  const limits = openLimits(settings, secrets)
  closing.push(() => limits.close())
  const bell = await openBell(settings)
  closing.push(() => bell.close())
  const files = fileStore(config.filesFolder)
  await files.sweep()
  return {
    database, signIn, codes, limits, apiRates: config.apiRates ?? API_RATES,
    communityAt: remembered(slug => communityAt(database.commons, slug), COMMUNITY_SECONDS),
    publicUrl, log, proxies: config.proxies,
    carriers: { mail: config.mail ?? null, sms: config.smsGateway ?? null, push: pushKeys(secrets), reach: { loopback: config.loopback ?? false } },
    means: { secrets, files, bell, limits },
    metrics: openMetrics(opening.ofProcess ?? false), metricsToken: config.metricsToken,
    clock: opening.clock ?? Temporal.Now.instant,
    heads: headBook(join(config.dataFolder, 'heads')),
    setUpToken: opening.setUpToken ?? newSetUpToken(),
  }
}

/** The one-time way in while there is no community yet: 128 random bits. */
export function newSetUpToken(): string {
  return randomBytes(16).toString('hex')
}

// Only where somebody looks at it now: what a service writes is kept.
function terminalOf({ ofProcess }: Opening): ((line: string) => void) | undefined {
  return ofProcess && process.stdout.isTTY ? line => void process.stdout.write(`${line}\n`) : undefined
}

/** Closes what was opened, last first. */
export async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close()
}
