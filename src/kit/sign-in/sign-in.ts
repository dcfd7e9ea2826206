// Sign-in: accounts, sessions, one-time codes, passkeys, OpenID Connect. Knows nothing about neighbourhoods.
import { isIP } from 'node:net'
import type pg from 'pg'
import { Invalid } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { signInText } from '#text/sign-in.ts'
import { accountOfHandle, forgetAccount, newAccount, phoneIndexOf } from './accounts.ts'
import { countAttempt, type Limit } from './attempts.ts'
import type { SenderLog } from './code-sender.ts'
import { createCodes, type SendCode } from './codes.ts'
import { answer, type Behind } from './door.ts'
import { createLibrary } from './library.ts'
import { createOidc, type Oidc, type OidcSettings } from './oidc.ts'
import { type Passkey, passkeysOf, removePasskey } from './passkeys.ts'
import { phoneNumber } from './phone.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { sweep } from './sweep.ts'
import { inTransaction } from './transaction.ts'

const CEREMONIES_PER_ADDRESS: Limit[] = [{ times: 100, seconds: 600 }]
// A whole neighbourhood may share one address.
const INVITATIONS_PER_ADDRESS: Limit[] = [{ times: 30, seconds: 600 }]

export interface SignInSettings {
  /** Connections that may write schema sign_in (role linju_writer). */
  pool: pg.Pool
  /** The address that people open, without a path. */
  baseUrl: string
  secrets: Secrets
  sendCode: SendCode
  log: SenderLog
  oidc?: OidcSettings
}

/** Somebody has just come in: whose account, and the Set-Cookie lines for the answer. */
export interface Entered {
  accountId: string
  cookies: string[]
}

export interface SignIn extends Sessions {
  /** Sends a code; tells nothing about the phone. `phone` as typed, `address` of the network. Throws Invalid, TooOften or Refused. */
  requestCode(ask: { phone: string, address: string, lang?: Lang }): Promise<void>
  /** Lets in whoever has the phone's code, and makes the account at the first time. Throws Invalid. */
  enterWithCode(ask: { phone: string, code: string, headers: Headers }): Promise<Entered>
  /** Set-Cookie lines of a session for somebody let in by other means (invitation, demo link, set-up); `headers` of the request. */
  openSession(accountId: string, headers?: Headers): Promise<string[]>
  /** Ends the session that the headers carry; Set-Cookie lines that clear the cookie. */
  leave(headers: Headers): Promise<string[]>
  /** The account that this phone opens, made when there is none; without a phone a new one for `openSession`. Throws Invalid. */
  accountFor(who: { phone?: string }): Promise<string>
  /** The blind index of a phone as typed: the same as in membership.phone_index. Throws Invalid. */
  phoneIndex(phone: string): string
  /** The blind index of the phone that opens this account; null where none does. */
  phoneIndexOf(accountId: string): Promise<string | null>
  /** Counts a try with an invitation code before it is judged. Throws TooOften when this network address has tried too many. */
  countInvitation(address: string): Promise<void>
  /** Erases the account, its sessions, passkeys and identities. */
  forgetAccount(accountId: string): Promise<void>
  /** Browsers allow passkeys on host names only; at a bare IP address the page leaves them out. */
  passkeysWork: boolean
  passkeysOf(accountId: string): Promise<Passkey[]>
  removePasskey(accountId: string, passkeyId: string): Promise<boolean>
  /** The city's provider, when there is one: its name and the way to it. */
  oidc: Pick<Oidc, 'name' | 'start'> | null
  /** Answers what is mounted at /sign-in/passkey/* and /sign-in/callback/*. */
  handler(request: Request, address: string): Promise<Response>
  /** Deletes what has expired; for a job, about every five minutes. */
  sweep(): Promise<void>
}

/** Everything about coming in and going out, on the tables of schema sign_in. */
export async function createSignIn(settings: SignInSettings): Promise<SignIn> {
  const { pool, secrets } = settings
  const librarySettings = { pool, baseUrl: settings.baseUrl, secret: secrets.keyFor('sign-in cookies'), log: settings.log }
  const library = createLibrary(librarySettings, [])
  const oidc = settings.oidc ? createOidc(librarySettings, settings.oidc, secrets) : null
  const codes = createCodes(settings)
  const phoneIndex = (phone: string) => secrets.blindIndex(reachable(phone))
  const sessions = createSessions({
    pool,
    secret: librarySettings.secret,
    cookieName: (await library.$context).authCookies.sessionToken.name,
    renew: async headers => (await library.api.getSession({ headers, returnHeaders: true })).headers.getSetCookie(),
  })
  const openSession = async (accountId: string, headers = new Headers()) => {
    const opened = await library.api.openSession({ body: { accountId }, headers, returnHeaders: true })
    return endEarlier(sessions, headers, opened.headers.getSetCookie())
  }
  return {
    ...sessions,
    openSession,
    phoneIndex,
    phoneIndexOf: accountId => phoneIndexOf(pool, accountId),
    countInvitation: address => counted(settings, `invitation from ${secrets.blindIndex(address)}`, INVITATIONS_PER_ADDRESS),
    requestCode: async ({ phone, address, lang = 'zh' }) => codes.request(reachable(phone), address, lang),
    async enterWithCode({ phone, code, headers }) {
      await codes.use(reachable(phone), code)
      const accountId = await accountOfHandle(pool, phoneIndex(phone))
      return { accountId, cookies: await openSession(accountId, headers) }
    },
    leave: async headers => (await library.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    accountFor: async ({ phone }) => phone === undefined ? newAccount(pool) : accountOfHandle(pool, phoneIndex(phone)),
    forgetAccount: accountId => forgetAccount(pool, accountId),
    passkeysWork: isIP(new URL(settings.baseUrl).hostname.replace(/^\[|\]$/g, '')) === 0,
    passkeysOf: accountId => passkeysOf(pool, accountId),
    removePasskey: (accountId, passkeyId) => removePasskey(pool, accountId, passkeyId),
    oidc,
    handler: handlerFor(settings, sessions, library.handler, oidc),
    sweep: () => sweep(pool),
  }
}

function handlerFor(settings: SignInSettings, sessions: Sessions, passkey: Behind['passkey'], oidc: Oidc | null) {
  const behind: Behind = {
    origin: new URL(settings.baseUrl).origin,
    passkey,
    ...(oidc && { callback: oidc.finish }),
    countCeremony: address => counted(settings, `passkey from ${settings.secrets.blindIndex(address)}`, CEREMONIES_PER_ADDRESS),
  }
  return async (request: Request, address: string) => {
    const response = await answer(behind, request, address)
    await endEarlier(sessions, request.headers, response.headers.getSetCookie())
    return response
  }
}

async function counted({ pool }: SignInSettings, about: string, limits: Limit[]): Promise<void> {
  await inTransaction(pool, tx => countAttempt(tx, about, limits))
}

// Whoever comes in anew leaves what was open in this browser before: a stolen older cookie must not live on.
async function endEarlier(sessions: Sessions, before: Headers, cookies: string[]): Promise<string[]> {
  if (cookies.length === 0) return cookies
  const fresh = await sessions.whoIs(new Headers({ cookie: cookies.map(line => line.split(';')[0]).join('; ') }))
  const earlier = fresh && await sessions.whoIs(before)
  if (earlier && earlier.sessionId !== fresh.sessionId) await sessions.endSession(earlier.accountId, earlier.sessionId)
  return cookies
}

function reachable(typed: string): string {
  const phone = phoneNumber(typed)
  if (phone) return phone
  const reason = (lang: Lang) => signInText(lang).phoneWrong
  throw new Invalid(reason, [{ field: 'phone', reason }])
}
