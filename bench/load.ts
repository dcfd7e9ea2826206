// Sends requests over a few kept connections and counts the answers, with little work: it shares the machine with what it measures.
import { connect, type Socket } from 'node:net'

/** What one run showed; times in milliseconds. */
export interface Load {
  perSecond: number
  p50: number
  p99: number
}

export interface Ask {
  port: number
  /** Whole requests as they go over the wire, sent in turn. */
  requests: readonly string[]
  /** The status that every answer must have. */
  status: number
  connections?: number
  seconds?: number
}

/** One request as text. */
export function request(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const about = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  const all = { host: '127.0.0.1', ...headers, ...(body && about) }
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** Asks as fast as the answers come. Throws when one is not what it should be. */
export async function load({ port, requests, status, connections = 32, seconds = 3 }: Ask): Promise<Load> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  let next = 0
  await Promise.all(Array.from({ length: connections }, async () => {
    const line = await openLine(port)
    while (performance.now() < until) {
      const from = performance.now()
      const answered = await line.ask(requests[next++ % requests.length] ?? '')
      if (answered !== status) throw new Error(`answered ${answered} instead of ${status}`)
      times.push(performance.now() - from)
    }
    line.close()
  }))
  const perSecond = times.length / ((performance.now() - began) / 1000)
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/** The value below which this share of the values lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function openLine(port: number) {
  const socket = await open(port)
  let rest: Buffer = Buffer.alloc(0)
  let done: ((status: number) => void) | null = null
  let fail: ((error: Error) => void) | null = null
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = endOfAnswer(rest)
    if (end === null) return
    const status = Number(rest.toString('latin1', 9, 12))
    rest = rest.subarray(end)
    done?.(status)
  })
  socket.on('error', error => fail?.(error))
  socket.on('close', () => fail?.(new Error('the server hung up')))
  return {
    ask: (text: string) => new Promise<number>((resolve, reject) => {
      done = resolve
      fail = reject
      socket.write(text)
    }),
    close: () => socket.destroy(),
  }
}

/** A connection to this machine. */
export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
    socket.setNoDelay(true)
  })
}

function endOfAnswer(bytes: Buffer): number | null {
  const head = bytes.indexOf('\r\n\r\n')
  if (head === -1) return null
  // An answer that has no body (RFC 9110 §6.4.1).
  if (/^HTTP\/1\.1 (?:204|304) /.test(bytes.toString('latin1', 0, 13))) return head + 4
  const length = /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1]
  if (length !== undefined) return bytes.length >= head + 4 + Number(length) ? head + 4 + Number(length) : null
  const last = bytes.indexOf('\r\n0\r\n\r\n', head)
  return last === -1 ? null : last + 7
}
