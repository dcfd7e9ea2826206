// For the tests of sign-in: a city's OpenID Connect provider on loopback, and a browser that goes there and back.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface City {
  issuer: string
  clientId: string
  clientSecret: string
  /** Turns it off and on; off it answers 503. */
  away: boolean
  close(): void
}

/** A real provider; whoever signs in as `13800138000` or `13800138000?` has that phone, with the question mark unverified. */
export async function buildCity(redirectUris: string[]): Promise<City> {
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => city.away ? void response.writeHead(503).end() : void answer(request, response))
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const city: City = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: 'linju',
    clientSecret: 'a secret of the city and us',
    away: false,
    close: () => { server.closeAllConnections(); server.close() },
  }
  answer = new Provider(city.issuer, {
    clients: [{
      client_id: city.clientId,
      client_secret: city.clientSecret,
      redirect_uris: redirectUris,
      token_endpoint_auth_method: 'client_secret_post',
    }],
    claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['for the test'] },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({
      sub: id, phone_number: `+86${id.replace('?', '')}`, phone_number_verified: !id.includes('?'),
    }) }),
  }).callback()
  return city
}

/** Signs in at the city as `who` and agrees; returns the address that the city sends the browser back to. */
export async function goThroughCity(start: string, who: string, home: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = start
  let form: URLSearchParams | undefined
  for (let step = 0; step < 15; step++) {
    if (next.startsWith(home)) return next
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of response.headers.getSetCookie()) jar.set(...nameAndValue(line))
    const location = response.headers.get('location')
    form = undefined
    if (location) {
      next = new URL(location, next).href
      continue
    }
    const page = await response.text()
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next).href
    form = new URLSearchParams(page.includes('value="login"') ? { prompt: 'login', login: who, password: 'any' } : { prompt: 'consent' })
  }
  throw new Error(`lost in the city at ${next}`)
}

function nameAndValue(line: string): [string, string] {
  const pair = line.split(';')[0] ?? ''
  return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
}
