// The one connection on which a process hears the others, opened anew whenever it breaks.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export interface Line {
  /** Settles when the line is open for the first time; rejects when it cannot be. */
  readonly ready: Promise<void>
  /** Sends to all processes, this one among them. Rejects while the line is broken. */
  notify(payload: string): Promise<void>
  close(): Promise<void>
}

/** What the line tells: a call, that it broke (calls are missed from now on), and that it is whole again. */
export interface OnLine {
  hear(payload: string): void
  broken(): void
  whole(): void
}

const CHANNEL = 'linju_bell'
const AGAIN = 1000
// A line to another machine may die without a word: it is asked whether it lives.
const PULSE = 10_000
const LONGEST = 5000

interface Opened {
  client: pg.Client
  ended: Promise<void>
}

/** Opens the line. */
export function openLine(settings: pg.PoolConfig, on: OnLine): Line {
  let current: pg.Client | null = null
  let closed = false
  const again = async (): Promise<Opened | null> => {
    while (!closed) {
      await pause(AGAIN, undefined, { ref: false })
      const opened = closed ? null : await open(settings, on).catch(() => null)
      if (opened && !closed) return opened
      await opened?.client.end()
    }
    return null
  }
  const keep = async (first: Opened) => {
    for (let now: Opened | null = first; now; now = await again()) {
      if (now !== first) on.whole()
      current = now.client
      await now.ended
      current = null
      if (!closed) on.broken()
    }
  }
  const pulse = setInterval(() => void current?.query('select 1').catch(() => current?.end().catch(() => undefined)), PULSE).unref()
  return {
    ready: open(settings, on).then(opened => void keep(opened)),
    async notify(payload) {
      if (!current) throw new Error('the line is broken')
      await current.query('select pg_notify($1, $2)', [CHANNEL, payload])
    },
    async close() {
      closed = true
      clearInterval(pulse)
      await current?.end()
    },
  }
}

async function open(settings: pg.PoolConfig, on: OnLine): Promise<Opened> {
  const client = new pg.Client({
    ...settings, application_name: 'linju bell', keepAlive: true, connectionTimeoutMillis: LONGEST, query_timeout: LONGEST,
  })
  const ended = new Promise<void>(resolve => client.once('end', () => resolve()))
  client.on('notification', message => message.channel === CHANNEL && message.payload && on.hear(message.payload))
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`listen ${CHANNEL}`)
  return { client, ended }
}
