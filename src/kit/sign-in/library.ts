// Better Auth, told to use our tables and to keep little. It does accounts, sessions, cookies, passkeys, OpenID Connect.
import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthPlugin } from 'better-auth'
import { PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { SenderLog } from './code-sender.ts'
import { openingPlugin } from './opening.ts'

/** Where the library's own endpoints are mounted; `handler` lets only a few of them be reached. */
export const MOUNT = '/sign-in'
/** A session ends when it was not used for this long, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600
/** A session in use is extended, and its `seen_at` brought up to date, this often, in seconds. */
export const RENEWAL_SECONDS = 3600

const USER_AGENT_LENGTH = 300

export interface LibrarySettings {
  pool: pg.Pool
  /** The address that people open, without a path: https://… or, at home, http://127.0.0.1:8080. */
  baseUrl: string
  /** Signs cookies. */
  secret: string
  log: SenderLog
}

/** One instance of the library. `extra` is for OpenID Connect, which needs an instance of its own. */
export function createLibrary<Extra extends BetterAuthPlugin[]>(settings: LibrarySettings, extra: Extra) {
  const { origin, hostname, protocol } = new URL(settings.baseUrl)
  return betterAuth({
    appName: '邻聚',
    baseURL: origin,
    basePath: MOUNT,
    trustedOrigins: [origin],
    secret: settings.secret,
    database: {
      dialect: new PostgresDialect({ pool: settings.pool }),
      type: 'postgres' as const,
      schemaName: 'sign_in',
      transaction: true,
    },
    ...tables,
    plugins: [
      openingPlugin(),
      passkey({
        rpID: hostname,
        rpName: '邻聚',
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: { passkey: { fields: passkeyColumns } },
      }),
      ...extra,
    ],
    databaseHooks: keepLittle,
    advanced: cookiesFor(protocol === 'https:'),
    // Our own limits are kept in the database; the library's are kept in memory and know no reader's language.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${origin}${MOUNT}` },
    logger: {
      level: 'warn' as const,
      // Only the message: the rest may hold what a person sent.
      log: (_level, message) => settings.log.warn(`sign-in library: ${message}`),
    },
  })
}

// The prefix __Host- makes the browser refuse a cookie that another host, or plain HTTP, tries to set.
function cookiesFor(secure: boolean) {
  return {
    cookiePrefix: secure ? '__Host-linju' : 'linju',
    // The library would put __Secure- in front of our prefix.
    useSecureCookies: false,
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
    ipAddress: { disableIpTracking: true },
  }
}

const dates = { createdAt: 'made_at', updatedAt: 'changed_at' }

const tables = {
  user: { modelName: 'account', fields: { ...dates, email: 'handle', emailVerified: 'handle_verified' } },
  account: {
    modelName: 'identity',
    fields: {
      ...dates, userId: 'account_id', providerId: 'provider', accountId: 'subject', idToken: 'id_token',
      accessToken: 'access_token', accessTokenExpiresAt: 'access_token_expires_at',
      refreshToken: 'refresh_token', refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
    accountLinking: { enabled: true },
    storeAccountCookie: false,
  },
  session: {
    modelName: 'session',
    fields: {
      createdAt: 'made_at', updatedAt: 'seen_at', expiresAt: 'ends_at', userId: 'account_id',
      userAgent: 'user_agent', ipAddress: 'ip_address',
    },
    expiresIn: SESSION_SECONDS,
    updateAge: RENEWAL_SECONDS,
    // A cached session would live on for a while after it was ended.
    cookieCache: { enabled: false },
  },
  verification: { modelName: 'challenge', fields: { ...dates, expiresAt: 'ends_at' } },
}

const passkeyColumns = {
  userId: 'account_id', publicKey: 'public_key', credentialID: 'credential_id', deviceType: 'device_type', backedUp: 'backed_up',
  createdAt: 'made_at', aaguid: 'authenticator_model',
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null }

const keepLittle = {
  session: { create: { before: async (session: { userAgent?: string | null }) => ({
    data: { ...session, userAgent: session.userAgent?.slice(0, USER_AGENT_LENGTH) ?? '' },
  }) } },
  account: {
    create: { before: async (identity: object) => ({ data: { ...identity, ...noTokens } }) },
    update: { before: async (identity: object) => ({ data: { ...identity, ...noTokens } }) },
  },
}
