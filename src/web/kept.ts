// Pages that look the same to everybody who did not sign in are kept until something changes: a whole street looks within the same hour.
import type { MiddlewareHandler } from 'hono'
import type { Bell } from '#kit/bell.ts'

const MOST = 500
// The words for times (今天, 昨天) grow old even when nothing changes, and so does a page when another process ends before it rings.
const SECONDS = 20
/** Only these cookies change how a page looks to somebody who did not sign in. */
const LOOKS = /^(?:look|lang)=[\w.]*$/u
const MARK = 'x-linju-keep'

interface Kept {
  community: number
  changes: number
  breaks: number
  until: number
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** Marks the answer as one that may be kept until something changes in its community: no form in it is anybody's own. */
export function mayBeKept(answer: Response, community: number): void {
  answer.headers.set(MARK, String(community))
}

/** Stands before all other doors and answers with what they answered last, head and body, as long as nothing changed. */
export function keptPages(bell: Bell): MiddlewareHandler {
  const pages = new Map<string, Kept>()
  return async (c, next) => {
    const key = keyOf(c.req.raw)
    const there = key === null ? undefined : pages.get(key)
    // Null while other processes cannot be heard: then nothing that was kept is shown, and nothing is kept.
    const breaks = bell.breaks()
    if (there && there.breaks === breaks && there.changes === bell.changes(there.community) && there.until > performance.now()) {
      return new Response(there.body, { headers: there.headers })
    }
    // Counted before the page is made: what changes meanwhile makes it old at once.
    const before = bell.counts()
    await next()
    const community = Number(c.res.headers.get(MARK))
    c.res.headers.delete(MARK)
    if (key === null || breaks === null || !community || c.res.status !== 200 || c.res.headers.has('set-cookie')) return undefined
    const body = new Uint8Array(await c.res.arrayBuffer())
    const headers = Object.fromEntries(c.res.headers)
    c.res = new Response(body, { headers })
    if (pages.size >= MOST) pages.clear()
    pages.set(key, { community, changes: before.get(community) ?? 0, breaks, until: performance.now() + SECONDS * 1000, body, headers })
    return undefined
  }
}

/** Whether the request brings anything by which somebody might be known: a key, or a cookie that is not about looks. */
export function mayBeSignedIn(request: Request): boolean {
  const cookie = request.headers.get('cookie') ?? ''
  return request.headers.has('authorization') || !cookie.split('; ').every(pair => pair === '' || LOOKS.test(pair))
}

// Null for whoever might be signed in, and for everything but looking.
function keyOf(request: Request): string | null {
  if (request.method !== 'GET' || mayBeSignedIn(request)) return null
  return [request.url, request.headers.get('cookie'), request.headers.get('accept-language'), request.headers.get('accept-encoding')].join('\n')
}
