// The few endpoints of the library that the outside may reach; all others are 404.
import { z } from 'zod'
import { TooOften } from '#kit/errors.ts'
import { checkedAnswer } from './ceremony-answer.ts'
import { MOUNT } from './library.ts'
import { OIDC_CALLBACK } from './oidc.ts'

/** What is behind each open address. */
export interface Behind {
  /** The origin of our own pages, the only ones that may post here. */
  origin: string
  /** Passkey ceremonies, by the library. */
  passkey(request: Request): Promise<Response>
  /** The way back from the provider; absent when there is none. */
  callback?: (request: Request) => Promise<Response>
  /** Throws TooOften when this network address has begun too many ceremonies. */
  countCeremony(address: string): Promise<void>
}

const REGISTERING = 'GET /passkey/generate-register-options'
const CEREMONIES = new Set([REGISTERING, 'GET /passkey/generate-authenticate-options'])
const ANSWERS = new Set(['POST /passkey/verify-registration', 'POST /passkey/verify-authentication'])

/** Answers a request below MOUNT; `address` is the network address it comes from. */
export async function answer(behind: Behind, request: Request, address: string): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === OIDC_CALLBACK && request.method === 'GET' && behind.callback) return behind.callback(request)
  const what = pathname.startsWith(`${MOUNT}/`) ? `${request.method} ${pathname.slice(MOUNT.length)}` : ''
  if (CEREMONIES.has(what)) return await refusal(() => behind.countCeremony(address)) ?? begin(behind, request, what)
  if (!ANSWERS.has(what)) return Response.json({ error: 'not here' }, { status: 404 })
  if (request.headers.get('origin') !== behind.origin) return Response.json({ error: 'another site' }, { status: 403 })
  return finish(behind, request)
}

async function refusal(count: () => Promise<void>): Promise<Response | undefined> {
  try {
    await count()
    return undefined
  } catch (error) {
    if (!(error instanceof TooOften)) throw error
    return Response.json({ error: 'too often' }, { status: 429, headers: { 'retry-after': String(error.seconds) } })
  }
}

// Authenticators show the name beside the key; the library would give them the account's handle.
async function begin(behind: Behind, request: Request, what: string): Promise<Response> {
  const response = await behind.passkey(request)
  if (what !== REGISTERING || !response.ok) return response
  const options = registrationOptions.parse(await response.json())
  const name = new URL(request.url).searchParams.get('name') || '邻聚'
  return Response.json({ ...options, user: { ...options.user, name, displayName: name } }, { headers: keptHeaders(response) })
}

const registrationOptions = z.looseObject({ user: z.object({ id: z.string() }) })

async function finish(behind: Behind, request: Request): Promise<Response> {
  const checked = await checkedAnswer(request)
  const response = checked && await behind.passkey(checked)
  // The library repeats the session's token in the body, where scripts could read it.
  if (response?.ok) return Response.json({ done: true }, { headers: keptHeaders(response) })
  // A registration that does not verify is 500 to the library; it is the browser's doing, not ours.
  return Response.json({ error: 'not accepted' }, { status: !response || response.status >= 500 ? 400 : response.status })
}

function keptHeaders(response: Response): Headers {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return headers
}
