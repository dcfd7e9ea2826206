// Figures for whoever watches the installation, in the form that Prometheus reads. No label ever names a person, a place or a community.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What one request was: its route as declared (/:community/board), never its address. */
export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** Something that waits: how much, and for how many seconds the oldest has. */
export interface Backlog {
  readonly work: string
  readonly waiting: number
  readonly seconds: number
}

export interface Metrics {
  answered(request: Answered): void
  /** The page for Prometheus; `now` says what is looked up at the moment of asking. */
  page(now: { backlog: readonly Backlog[], connections: readonly { pool: string, state: string, count: number }[], listeners: number }): Promise<string>
  readonly contentType: string
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Counts for one process; `ofProcess` adds memory, event loop and garbage collection, which one process has once. */
export function openMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const requests = new Counter({ name: 'linju_requests_total', help: 'Answers by route and status.', labelNames: ['method', 'route', 'status'], registers })
  const seconds = new Histogram({
    name: 'linju_request_seconds', help: 'From the request to the answer, by route.', labelNames: ['method', 'route'], buckets: SECONDS, registers,
  })
  const waiting = new Gauge({ name: 'linju_backlog', help: 'What waits to be done after the journal, by work.', labelNames: ['work'], registers })
  const oldest = new Gauge({ name: 'linju_backlog_seconds', help: 'How long the oldest of it has waited.', labelNames: ['work'], registers })
  const connections = new Gauge({ name: 'linju_connections', help: 'Connections to the database, by pool and state.', labelNames: ['pool', 'state'], registers })
  const listeners = new Gauge({ name: 'linju_listeners', help: 'Live pages that are open.', registers })
  return {
    answered({ method, route, status, seconds: took }) {
      requests.inc({ method, route, status })
      seconds.observe({ method, route }, took)
    },
    page(now) {
      for (const { work, waiting: count, seconds: age } of now.backlog) {
        waiting.set({ work }, count)
        oldest.set({ work }, age)
      }
      for (const { pool, state, count } of now.connections) connections.set({ pool, state }, count)
      listeners.set(now.listeners)
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
