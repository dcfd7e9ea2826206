// How much can flow from a source to a sink: Edmonds and Karp, Journal of the ACM 19 (1972).

/** A pipe from one place to another that holds so much. */
export interface Pipe { readonly from: number, readonly to: number, readonly holds: number }

interface Way { readonly to: number, left: number }

/** The largest flow of whole units from place `source` to place `sink`. */
export function largestFlow(pipes: readonly Pipe[], source: number, sink: number): number {
  const ways = new Map<number, { way: Way, back: Way }[]>()
  const add = (at: number, way: Way, back: Way) => ways.set(at, [...ways.get(at) ?? [], { way, back }])
  for (const { from, to, holds } of pipes) {
    const way: Way = { to, left: holds }
    const back: Way = { to: from, left: 0 }
    add(from, way, back)
    add(to, back, way)
  }
  let flow = 0
  for (let path = shortest(ways, source, sink); path; path = shortest(ways, source, sink)) {
    const some = Math.min(...path.map(({ way }) => way.left))
    for (const { way, back } of path) {
      way.left -= some
      back.left += some
    }
    flow += some
  }
  return flow
}

type Step = { way: Way, back: Way }

function shortest(ways: ReadonlyMap<number, readonly Step[]>, source: number, sink: number): Step[] | null {
  const reached = new Map<number, { from: number, step: Step } | null>([[source, null]])
  for (const at of reached.keys()) {
    for (const step of ways.get(at) ?? []) {
      if (step.way.left > 0 && !reached.has(step.way.to)) reached.set(step.way.to, { from: at, step })
    }
  }
  if (!reached.has(sink)) return null
  const path: Step[] = []
  for (let before = reached.get(sink); before; before = reached.get(before.from)) path.push(before.step)
  return path
}
