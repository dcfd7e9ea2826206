// Which part of the queue somebody looks at, as it stands in an address: the same words choose, are kept under a name, and are checked.
import { z } from 'zod'
import { STEPS, TRACKS } from '#modules/methods/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'

/** The parts of a queue; each is counted. */
export const TABS = ['all', 'offered', 'mine', 'places', 'late', 'today', 'paused', 'unrouted'] as const
export type Tab = (typeof TABS)[number]

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)

const shape = z.object({
  tab: z.enum(TABS).optional().catch(undefined),
  step: z.enum(STEPS).optional().catch(undefined),
  track: z.enum(TRACKS).optional().catch(undefined),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  estate: id,
  building: id,
  /** A place and everything in it. */
  place: id,
  words: z.string().trim().min(1).max(100).optional().catch(undefined),
})

export type QueueFilter = z.output<typeof shape>

/** What a query part asks for; what it says beyond that is left out. */
export function filterIn(query: URLSearchParams): QueueFilter {
  return shape.parse(Object.fromEntries(query))
}

/** The query part that asks for this, always in the same order; '' for everything. */
export function queryOf(filter: QueueFilter): string {
  const asked = Object.keys(shape.shape).flatMap(name => {
    const value = filter[name as keyof QueueFilter]
    return value === undefined || value === 'all' ? [] : [[name, String(value)]]
  })
  return new URLSearchParams(asked).toString()
}
