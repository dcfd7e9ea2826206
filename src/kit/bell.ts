// What changed, told to every page that is open, on every process: a few NOTIFYs a second, never one inside a transaction
// (PostgreSQL queues all commits behind a lock when a committing transaction notifies).
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { openLine } from '#kit/bell-line.ts'

export interface Listener {
  /** Called with the subject that changed, such as matters/83. */
  hear(subject: string): void
  /** Called when nothing more will be heard, because we are stopping, or when something may not have been heard. */
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
  /** What this very process rang, by community. */
  rung(): ReadonlyMap<number, number>
  /** How many listen on this process. */
  listeners(): number
  /**
   * How often the line to the other processes broke; null while it is broken. What was known before the last break may be old: what others
   * rang meanwhile was not heard.
   */
  breaks(): number | null
  /** Tells all listeners that this is the end, and those who come later at once. */
  hush(): void
  close(): Promise<void>
}

const GATHER = 100
const AGAIN = 1000
// PostgreSQL's limit is 8000 bytes.
const MOST = 7500

/** Opens the bell on one connection of its own, which is opened anew when it breaks. */
export async function openBell(settings: pg.PoolConfig): Promise<Bell> {
  const audience = openAudience()
  const [changes, rung] = [tally(), tally()]
  // What this process rang counted when it rang; its own call, coming back, is nothing new.
  const me = randomUUID()
  let breaks = 0
  let whole = true
  const line = openLine(settings, {
    hear(payload) {
      for (const [community, subject] of JSON.parse(payload.slice(me.length)) as [number, string][]) {
        if (!payload.startsWith(me)) changes.add(community)
        audience.hear(community, subject)
      }
    },
    broken() {
      whole = false
      breaks++
    },
    whole() {
      whole = true
      // Whoever listens looks anew when he comes back: nobody can tell him what was not heard.
      audience.end()
    },
  })
  await line.ready
  const gathering = gather(async batch => void await Promise.all(payloads(batch).map(payload => line.notify(me + payload))))
  return {
    ring(community, subject) {
      changes.add(community)
      rung.add(community)
      gathering.add(community, subject)
    },
    changes: changes.of, counts: changes.all, rung: rung.all,
    listen: audience.listen, listeners: audience.size, hush: audience.hush,
    breaks: () => whole ? breaks : null,
    async close() {
      gathering.stop()
      await line.close()
    },
  }
}

// How often something happened, by community.
function tally() {
  const counted = new Map<number, number>()
  return {
    add: (community: number) => void counted.set(community, (counted.get(community) ?? 0) + 1),
    of: (community: number) => counted.get(community) ?? 0,
    all: (): ReadonlyMap<number, number> => new Map(counted),
  }
}

// Everybody who listens on this process, by community.
function openAudience() {
  const listeners = new Map<number, Set<Listener>>()
  let hushed = false
  const end = () => {
    for (const set of listeners.values()) for (const listener of set) listener.end?.()
  }
  return {
    end,
    listen(community: number, listener: Listener): () => void {
      if (hushed) listener.end?.()
      const set = listeners.get(community) ?? new Set()
      listeners.set(community, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && listeners.get(community) === set) listeners.delete(community)
      }
    },
    hear(community: number, subject: string) {
      for (const listener of listeners.get(community) ?? []) listener.hear(subject)
    },
    size: () => listeners.values().reduce((sum, set) => sum + set.size, 0),
    hush() {
      hushed = true
      end()
    },
  }
}

// What rang within a tenth of a second goes out together, each subject once; while the line is broken it waits.
function gather(send: (batch: [number, string][]) => Promise<void>) {
  let gathered = new Map<string, [number, string]>()
  let timer: NodeJS.Timeout | undefined
  const out = () => {
    timer = undefined
    const batch = gathered
    gathered = new Map()
    send([...batch.values()]).catch(() => {
      gathered = new Map([...batch, ...gathered])
      timer ??= setTimeout(out, AGAIN).unref()
    })
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
