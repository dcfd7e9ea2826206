// Reads the library's session cookie without the library: every request passes here, and its own way takes two queries.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token in the cookie `name`, or null when there is none or its signature is not ours. */
export function sessionToken(headers: Headers, name: string, secret: string): string | null {
  const value = cookieValue(headers.get('cookie') ?? '', name)
  const cut = value.lastIndexOf('.')
  if (cut < 1) return null
  const token = value.slice(0, cut)
  const given = Buffer.from(value.slice(cut + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

function cookieValue(header: string, name: string): string {
  const pair = header.split(';').map(part => part.trim()).find(part => part.startsWith(`${name}=`))
  if (!pair) return ''
  try {
    return decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return ''
  }
}
