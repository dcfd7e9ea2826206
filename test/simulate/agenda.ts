// What is to happen, in the order of simulated time: a heap.

export interface Due {
  at: Temporal.Instant
  /** The same in milliseconds: compared often. */
  time: number
  /** Whose it is, and the how-manieth of his: equal times have one order on every machine. */
  life: number
  order: number
}

export interface Agenda<Event extends Due> {
  add(event: Event): void
  /** The earliest, removed; undefined when nothing is left. */
  next(): Event | undefined
  /** The earliest, left there. */
  first(): Event | undefined
}

/** An empty agenda. */
export function agenda<Event extends Due>(): Agenda<Event> {
  const heap: Event[] = []
  const swap = (one: number, other: number) => {
    const [first, second] = [heap[one], heap[other]]
    if (first && second) [heap[one], heap[other]] = [second, first]
  }
  const isBefore = (one: number, other: number) => {
    const [first, second] = [heap[one], heap[other]]
    return first !== undefined && (second === undefined || compared(first, second) < 0)
  }
  return {
    first: () => heap[0],
    add(event) {
      heap.push(event)
      for (let i = heap.length - 1, up = (i - 1) >> 1; i > 0 && isBefore(i, up); i = up, up = (i - 1) >> 1) swap(i, up)
    },
    next() {
      const first = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last) heap[0] = last
      for (let i = 0; ;) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        const least = isBefore(right, left) ? right : left
        if (least >= heap.length || !isBefore(least, i)) return first
        swap(i, least)
        i = least
      }
    },
  }
}

function compared(one: Due, other: Due): number {
  return one.time - other.time || one.life - other.life || one.order - other.order
}
