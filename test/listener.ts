// A program that listens to /api/live and comes back whenever its line breaks, as the standard says: with the last id that it read whole.
import { setTimeout as pause } from 'node:timers/promises'

export interface Heard {
  id: number
  action: string
  subject: string
  at: string
}

export interface Listener {
  readonly heard: Heard[]
  /** The place at which its first line began. */
  readonly began: number | null
  /** The last id that it was told, with or without an event; null before the first. */
  readonly place: number | null
  /** The status of the last answer. */
  readonly status: number
  /** How often it connected. */
  readonly lines: number
  /** Breaks the line; it comes back by itself. */
  cut(): void
  /** Resolves when it has stopped for good: it was told to, or its line ended and it does not come back. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Listens at one of `addresses` (in turn at every new line) until it is stopped. `again`: whether it comes back when its line ends. */
export function listen(addresses: readonly string[], path: string, headers: Record<string, string> = {}, again = true): Listener {
  const state = { heard: [] as Heard[], began: null as number | null, place: null as number | null, status: 0, lines: 0 }
  let over = false
  let line = new AbortController()
  const once = async () => {
    line = new AbortController()
    const address = addresses[state.lines++ % addresses.length] ?? ''
    const since = state.place === null ? {} : { 'last-event-id': String(state.place) }
    const answer = await fetch(address + path, { headers: { ...headers, ...since }, signal: line.signal })
    state.status = answer.status
    if (answer.status !== 200) return
    let rest = ''
    const text = new TextDecoder()
    for await (const piece of answer.body ?? []) {
      const events = (rest + text.decode(piece, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) take(state, event)
    }
  }
  const running = (async () => {
    do {
      await once().catch(() => undefined)
      if (!over && again) await pause(20)
    } while (!over && again)
  })()
  return Object.assign(state, {
    ended: running,
    cut: () => line.abort(),
    stop: () => {
      over = true
      line.abort()
      return running
    },
  })
}

function take(state: { heard: Heard[], began: number | null, place: number | null }, event: string): void {
  const fields = new Map(event.split('\n').map(field => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1).trimStart()] as const))
  const [id, data] = [fields.get('id'), fields.get('data')]
  if (id) state.place = Number(id)
  state.began ??= state.place
  if (data) state.heard.push(JSON.parse(data) as Heard)
}
