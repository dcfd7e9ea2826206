// What changed, told to every page that is open, on every process: a few NOTIFYs a second, never one inside a transaction
// (PostgreSQL queues all commits behind a lock when a committing transaction notifies).
import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface Listener {
  /** Called with the subject that changed, such as matters/83. */
  hear(subject: string): void
  /** Called when nothing more will be heard, because we are stopping. */
  end?(): void
}

export interface Bell {
  /** After a commit: tells everybody who listens to this community, here and on other processes, within a tenth of a second. */
  ring(community: number, subject: string): void
  /** Listens until the returned function is called. */
  listen(community: number, listener: Listener): () => void
  /** Grows with everything that changed in the community, as far as this process knows: the same number, nothing new. */
  changes(community: number): number
  /** The same of all communities, as it stands now. */
  counts(): ReadonlyMap<number, number>
  /** How many listen on this process. */
  listeners(): number
  /** Tells all listeners that this is the end. */
  hush(): void
  close(): Promise<void>
}

const CHANNEL = 'linju_bell'
const GATHER = 100
const AGAIN = 1000
// PostgreSQL's limit is 8000 bytes.
const MOST = 7500

/** Opens the bell on one connection of its own, which is opened anew when it breaks. */
export async function openBell(settings: pg.PoolConfig): Promise<Bell> {
  const listeners = new Map<number, Set<Listener>>()
  const changes = new Map<number, number>()
  const changed = (community: number) => void changes.set(community, (changes.get(community) ?? 0) + 1)
  // What this process rang counted when it rang; its own call, coming back, is nothing new.
  const me = randomUUID()
  const line = openLine(settings, payload => {
    for (const [community, subject] of JSON.parse(payload.slice(me.length)) as [number, string][]) {
      if (!payload.startsWith(me)) changed(community)
      for (const listener of listeners.get(community) ?? []) listener.hear(subject)
    }
  })
  await line.ready
  const gathering = gather(batch => payloads(batch).forEach(payload => line.notify(me + payload)))

  return {
    ring(community, subject) {
      changed(community)
      gathering.add(community, subject)
    },
    listen(community, listener) {
      const set = listeners.get(community) ?? new Set()
      listeners.set(community, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && listeners.get(community) === set) listeners.delete(community)
      }
    },
    changes: community => changes.get(community) ?? 0,
    counts: () => new Map(changes),
    listeners: () => listeners.values().reduce((sum, set) => sum + set.size, 0),
    hush() {
      for (const set of listeners.values()) for (const listener of set) listener.end?.()
    },
    async close() {
      gathering.stop()
      await line.close()
    },
  }
}

// What rang within a tenth of a second goes out together, each subject once.
function gather(send: (batch: [number, string][]) => void) {
  let gathered = new Map<string, [number, string]>()
  let timer: NodeJS.Timeout | undefined
  const out = () => {
    timer = undefined
    const batch = [...gathered.values()]
    gathered = new Map()
    send(batch)
  }
  return {
    add(community: number, subject: string) {
      gathered.set(`${community} ${subject}`, [community, subject])
      timer ??= setTimeout(out, GATHER)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Splits a batch into texts that each fit into one NOTIFY. */
export function payloads(batch: [number, string][]): string[] {
  const texts: string[] = []
  let part: [number, string][] = []
  let size = 2
  for (const item of batch) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1
    if (size + bytes > MOST) {
      texts.push(JSON.stringify(part))
      part = []
      size = 2
    }
    part.push(item)
    size += bytes
  }
  return part.length === 0 ? texts : [...texts, JSON.stringify(part)]
}

function openLine(settings: pg.PoolConfig, hear: (payload: string) => void) {
  let client: pg.Client | null = null
  let closed = false
  const connect = async () => {
    const fresh = new pg.Client({ ...settings, application_name: 'linju bell' })
    fresh.on('notification', message => message.channel === CHANNEL && message.payload && hear(message.payload))
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      client = null
      if (!closed) setTimeout(retry, AGAIN).unref()
    })
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    client = fresh
  }
  const retry = () => void connect().catch(() => closed || setTimeout(retry, AGAIN).unref())
  return {
    ready: connect(),
    // While the line is down pages miss a call; they look anew when their own connection to us comes back.
    notify: (payload: string) => void client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined),
    async close() {
      closed = true
      await client?.end()
    },
  }
}
