// The environment, read once and checked once; everything else gets its settings as arguments.
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from '#kit/start-error.ts'
import { configText } from '#text/config.ts'
import type { ApiRates } from './house.ts'

const port = z.coerce.number().int().min(0).max(65535)
const address = z.url({ protocol: /^https?$/u }).transform(text => text.replace(/\/+$/u, ''))
const optional = (schema: z.ZodType<string>) => schema.optional()

/** Where nobody says: ten reads and one write a second, with a minute's worth at once; more than what one person's programs need. */
export const API_RATES: ApiRates = { reads: { times: 600, seconds: 60 }, writes: { times: 60, seconds: 60 } }
const perMinute = z.coerce.number().int().min(1).max(1e9)

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  LINJU_DATA: z.string().min(1).default('data'),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//u)),
  PUBLIC_URL: optional(address),
  SMS_GATEWAY_URL: optional(address),
  SMS_GATEWAY_TOKEN: optional(z.string()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/u })),
  MAIL_FROM: optional(z.string().regex(/^(?:[^<>@\r\n]*<)?[^\s<>@]+@[\w.-]+>?$/u)),
  LINJU_LOOPBACK: z.enum(['0', '1']).default('0'),
  OIDC_ISSUER: optional(address),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: z.string().default('OpenID'),
  METRICS_TOKEN: optional(z.string().min(16)),
  LINJU_API_READS: perMinute.default(API_RATES.reads.times),
  LINJU_API_WRITES: perMinute.default(API_RATES.writes.times),
  LINJU_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LINJU_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
})

export interface Config {
  host: string
  port: number
  dataFolder: string
  filesFolder: string
  databaseUrl?: string
  /** The address that people open, without a path; made from host and port where it is not given. */
  publicUrl?: string
  smsGateway?: { url: string, token?: string }
  /** The mail server, and who writes. */
  mail?: { url: string, from: string }
  /** Whether robots and programs may lie on this machine. */
  loopback?: boolean
  oidc?: { issuer: string, clientId: string, clientSecret: string, name: string }
  /** How many proxies stand in front; 0: the network address is the caller's own. */
  proxies: number
  /** How many processes answer; 1: this one alone. */
  processes: number
  /** How often one key, account or network address may come to the API. */
  apiRates: ApiRates
  /** What opens /metrics; without one it is closed. */
  metricsToken?: string
}

/** Reads the environment. Throws StartError that names the variable and what to write. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0])
    throw new StartError(lang => configText(lang).wrong(name, configText(lang)[name in configText('en') ? name as 'PORT' : 'other']))
  }
  const read = result.data
  const dataFolder = resolve(read.LINJU_DATA)
  return {
    host: read.HOST,
    port: read.PORT,
    dataFolder,
    filesFolder: join(dataFolder, 'files'),
    databaseUrl: read.DATABASE_URL,
    publicUrl: read.PUBLIC_URL,
    smsGateway: read.SMS_GATEWAY_URL ? { url: read.SMS_GATEWAY_URL, token: read.SMS_GATEWAY_TOKEN } : undefined,
    mail: mailOf(read),
    loopback: read.LINJU_LOOPBACK === '1',
    oidc: oidcOf(read),
    proxies: read.LINJU_PROXIES,
    processes: read.LINJU_PROCESSES,
    apiRates: { reads: { times: read.LINJU_API_READS, seconds: 60 }, writes: { times: read.LINJU_API_WRITES, seconds: 60 } },
    metricsToken: read.METRICS_TOKEN,
  }
}

function mailOf(read: z.output<typeof environment>): Config['mail'] {
  if (!read.SMTP_URL) return undefined
  if (!read.MAIL_FROM) throw new StartError(lang => configText(lang).wrong('MAIL_FROM', configText(lang).MAIL_FROM))
  return { url: read.SMTP_URL, from: read.MAIL_FROM }
}

function oidcOf(read: z.output<typeof environment>): Config['oidc'] {
  if (!read.OIDC_ISSUER) return undefined
  if (!read.OIDC_CLIENT_ID || !read.OIDC_CLIENT_SECRET) {
    throw new StartError(lang => configText(lang).wrong('OIDC_ISSUER', configText(lang).OIDC_ISSUER))
  }
  return {
    issuer: read.OIDC_ISSUER,
    clientId: read.OIDC_CLIENT_ID, clientSecret: read.OIDC_CLIENT_SECRET, name: read.OIDC_NAME,
  }
}
