// OpenID Connect, for cities that have it: discovery, PKCE, state and nonce are the library's; what is kept of a person is ours to say.
import { genericOAuth, type GenericOAuthUserInfo } from 'better-auth/plugins'
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import type { Secrets } from '#kit/secrets.ts'
import { signInText } from '#text/sign-in.ts'
import { createLibrary, type LibrarySettings, MOUNT } from './library.ts'
import { phoneNumber } from './phone.ts'

const PROVIDER = 'oidc'
const PROVIDER_MILLISECONDS = 5000

/** The address that the provider must know as redirect URI, below the base address. */
export const OIDC_CALLBACK = `${MOUNT}/callback/${PROVIDER}`

export interface OidcSettings {
  /** As in the provider's discovery document, found below it at /.well-known/openid-configuration. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button calls it: «随申办». */
  name: string
  /** True when the city vouches for its phone numbers: phone_number with phone_number_verified then opens that phone's account. */
  trustPhone?: boolean
}

export interface Oidc {
  name: string
  /**
   * Where to send the browser, and the cookies to send with it; it comes back to `returnTo`, or to / when that is not ours.
   * Throws Refused when the provider cannot be reached.
   */
  start(headers: Headers, returnTo: string): Promise<{ location: string, cookies: string[] }>
  /** Answers the provider's redirect back to OIDC_CALLBACK. */
  finish(request: Request): Promise<Response>
}

type Provider = ReturnType<typeof libraryFor>

/** The provider is looked up at the first use and again while it was away, so that a city's outage does not keep us from starting. */
export function createOidc(settings: LibrarySettings, oidc: OidcSettings, secrets: Secrets): Oidc {
  let ready: Provider | undefined
  const provider = async () => ready ??= await reach(settings, oidc, secrets)
  return {
    name: oidc.name,
    async start(headers, returnTo) {
      const { api } = await provider()
      const { response, headers: answer } = await api.signInSocial({
        body: {
          provider: PROVIDER,
          callbackURL: pathHere(returnTo, settings.baseUrl),
          errorCallbackURL: `${MOUNT}?problem=oidc`,
          disableRedirect: true,
        },
        headers,
        returnHeaders: true,
      })
      if (!response.url) throw new Error('the library gave no address to send the browser to')
      return { location: response.url, cookies: answer.getSetCookie() }
    },
    finish: async request => (await provider()).handler(request),
  }
}

// The library checks this address in requests from outside only, not when it is called from here.
function pathHere(returnTo: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl)
  const there = URL.canParse(returnTo, origin) ? new URL(returnTo, origin) : new URL(origin)
  // Two slashes at the start of a path would be another host.
  return there.origin === origin && !there.pathname.startsWith('//') ? there.pathname + there.search : '/'
}

async function reach(settings: LibrarySettings, oidc: OidcSettings, secrets: Secrets): Promise<Provider> {
  try {
    const { userinfo_endpoint: userInfoUrl } = await discover(oidc)
    const library = libraryFor(settings, oidc, secrets, userInfoUrl)
    const { socialProviders } = await library.$context
    // When its own look at the discovery document fails, the library only logs it and goes on without the provider.
    if (socialProviders.length > 0) return library
    settings.log.warn(`OpenID Connect: ${oidc.issuer} gave no usable discovery document`)
  } catch (error) {
    settings.log.warn(`OpenID Connect: ${oidc.issuer}: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new Refused(lang => signInText(lang).providerAway(oidc.name))
}

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.string(), userinfo_endpoint: z.string().optional() })

async function discover(oidc: OidcSettings): Promise<z.infer<typeof discoveryDocument>> {
  const answer = await fetch(discoveryUrl(oidc), { signal: AbortSignal.timeout(PROVIDER_MILLISECONDS) })
  const found = discoveryDocument.parse(await answer.json())
  // OpenID Connect Discovery 4.3: the issuer found must be the issuer asked for.
  if (found.issuer !== oidc.issuer) throw new Error(`calls itself ${found.issuer}`)
  return found
}

function discoveryUrl(oidc: OidcSettings): string {
  return `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

function libraryFor(settings: LibrarySettings, oidc: OidcSettings, secrets: Secrets, userInfoUrl?: string) {
  const subjectOf = (subject: unknown) => secrets.blindIndex(`oidc ${oidc.issuer} ${String(subject)}`)
  return createLibrary(settings, [genericOAuth({ config: [{
    providerId: PROVIDER,
    name: oidc.name,
    discoveryUrl: discoveryUrl(oidc),
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    scopes: oidc.trustPhone ? ['openid', 'phone'] : ['openid'],
    pkce: true,
    requireIdTokenVerification: true,
    getUserInfo: tokens => claims(tokens, userInfoUrl),
    accountSubject: ({ profile }) => subjectOf(profile.sub),
    // The library wants a name and an e-mail address; our accounts have a handle and no name.
    mapProfileToUser: profile => {
      const phone = oidc.trustPhone ? vouchedPhone(profile) : null
      const handle = phone ? secrets.blindIndex(phone) : `oidc:${subjectOf(profile.sub)}`
      return { name: '', image: undefined, email: handle, emailVerified: true }
    },
  }] })])
}

interface Tokens {
  idToken?: string | undefined
  accessToken?: string | undefined
}

// The library has verified the ID token by now, but would do without one: we would not.
async function claims({ idToken, accessToken }: Tokens, userInfoUrl?: string): Promise<GenericOAuthUserInfo | null> {
  const fromToken = idToken ? readClaims(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')) : null
  if (!fromToken) return null
  if (!userInfoUrl || !accessToken) return fromToken
  const answer = await fetch(userInfoUrl, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(PROVIDER_MILLISECONDS),
  })
  const asked = answer.ok ? readClaims(await answer.text()) : null
  // OpenID Connect Core 5.3.2: claims about another subject must not be used.
  return asked?.sub === fromToken.sub ? { ...asked, ...fromToken } : fromToken
}

const subjectClaims = z.object({
  sub: z.string().min(1),
  phone_number: z.string().optional(),
  phone_number_verified: z.boolean().optional(),
})

function readClaims(json: string): GenericOAuthUserInfo & { sub: string } | null {
  try {
    return { ...subjectClaims.parse(JSON.parse(json)), emailVerified: false }
  } catch {
    return null
  }
}

function vouchedPhone(profile: GenericOAuthUserInfo): string | null {
  return profile.phone_number_verified === true && typeof profile.phone_number === 'string' ? phoneNumber(profile.phone_number) : null
}
