// What the year so far left behind: who was asked how often, who came, who is on his way. As the product counts it, by whole days.
import { DAYS } from './demand.ts'

const LAST = 10
const WEEK = 7

export interface Memory {
  /** How often he was asked today and on the six days before. */
  asked(id: number, day: number): number
  /** Of the last ten times that he was asked: how often he came, and how many they were. */
  record(id: number): { came: number, tried: number }
  /** Whether he is helping somebody else at this second. */
  isBusy(id: number, at: number): boolean
  ask(id: number, day: number): void
  come(id: number, until: number): void
  /** How often each was asked and came in all. */
  readonly total: { readonly asked: Int32Array, readonly came: Int32Array }
}

/** A year in which nothing happened yet to so many people. */
export function emptyMemory(people: number): Memory {
  const byDay = new Int32Array(people * (DAYS + 1))
  const busyUntil = new Float64Array(people)
  // One bit for each of the last times, the newest lowest: whether he came.
  const lately = new Int32Array(people)
  const total = { asked: new Int32Array(people), came: new Int32Array(people) }
  return {
    total,
    asked(id, day) {
      let sum = 0
      for (let back = Math.max(0, day - WEEK + 1); back <= day; back++) sum += byDay[id * (DAYS + 1) + back] ?? 0
      return sum
    },
    record: id => ({ came: bitsOf(lately[id] ?? 0), tried: Math.min(LAST, total.asked[id] ?? 0) }),
    isBusy: (id, at) => (busyUntil[id] ?? 0) > at,
    ask(id, day) {
      byDay[id * (DAYS + 1) + day] = (byDay[id * (DAYS + 1) + day] ?? 0) + 1
      total.asked[id] = (total.asked[id] ?? 0) + 1
      lately[id] = (lately[id] ?? 0) << 1 & (1 << LAST) - 1
    },
    come(id, until) {
      busyUntil[id] = until
      total.came[id] = (total.came[id] ?? 0) + 1
      lately[id] = (lately[id] ?? 0) | 1
    },
  }
}

function bitsOf(mask: number): number {
  let bits = 0
  for (let left = mask; left > 0; left >>= 1) bits += left & 1
  return bits
}
