// Somebody with a browser of his own: keeps the cookies that he is given and goes where he is sent.
import type { Hono } from 'hono'

const ORIGIN = 'http://localhost'

/** What came back last, after every redirect. */
export interface Arrival {
  status: number
  /** Path and query of the page. */
  path: string
  text: string
  headers: Headers
}

export interface Guest {
  readonly cookies: Map<string, string>
  open(path: string): Promise<Arrival>
  send(path: string, fields: Record<string, string>): Promise<Arrival>
  /** One request without following, for what is no page. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** A new browser; `address` is the network address that a proxy in front would name. */
export function guest(app: Pick<Hono, 'request'>, address = ''): Guest {
  const cookies = new Map<string, string>()
  const fetch = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('origin', ORIGIN)
    if (address) headers.set('x-forwarded-for', address)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(ORIGIN + path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const follow = async (path: string, init?: RequestInit, left = 5): Promise<Arrival> => {
    const response = await fetch(path, init)
    const location = response.headers.get('location')
    const own = location?.replace(/^http:\/\/localhost(?=\/)/, '')
    if (own?.startsWith('/') && left > 0) return follow(own, undefined, left - 1)
    return { status: response.status, path, text: await response.text(), headers: response.headers }
  }
  return {
    cookies, fetch, open: path => follow(path),
    send: (path, fields) => follow(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
