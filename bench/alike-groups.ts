// The known groups of real messages about the same thing, found again by the likeness and the thresholds of the product. Without places: nobody knows them.
import { LEAST_ELSEWHERE } from '#modules/matters/alike.ts'
import { likeness, likenessOf, piecesOf } from '#modules/matters/likeness.ts'
import { amount, type Figure } from './table.ts'

export interface Message {
  id: string
  user: string
  text: string
}

const OFFERED = 5
// As in matters_sharing (db/0008_likeness.sql).
const PER_PIECE = 100
const CANDIDATES = 150
const AIM = 0.8
// Of two texts' pieces together, so much must be in both, to call them nearly the same.
const NEARLY_THE_SAME = 0.7

/** For each group: how many are offered another of it, how many hang together by offers, and what is joined where no person confirms. */
export function groupsFound(messages: readonly Message[], groups: ReadonlyMap<string, readonly { id: string }[]>): Figure[] {
  const began = performance.now()
  const offersOf = offering(messages)
  const offers = messages.map((_, i) => offersOf(i))
  const perMessage = (performance.now() - began) / messages.length
  const numbers = new Map(messages.map((message, i) => [message.id, i]))
  const blind = joined(messages.length, offers.map((list, i) => list.map(other => [i, other.message] as const)).flat())
  const figures = [...groups].flatMap(([topic, rows]) => {
    const members = rows.flatMap(row => numbers.get(row.id) ?? [])
    return figuresOf(`group ${topic} (${members.length})`, new Set(members), offers, blind)
  })
  return [...figures, ...repeated(messages, offers), amount('5 similar among 4,326 real messages, in memory, for each', perMessage, null, 'ms')]
}

interface Offer {
  message: number
  words: number
}

function offering(messages: readonly Message[]): (i: number) => Offer[] {
  const pieces = messages.map(message => piecesOf(message.text))
  const numbers = messages.map(message => likenessOf(1, message.text))
  const holding = Map.groupBy(numbers.flatMap((list, i) => list.map(number => ({ number, i }))), ({ number }) => number)
  const byUser = Map.groupBy(messages.keys(), i => messages[i]?.user ?? '')
  return i => {
    const shared = new Map<number, number>()
    for (const number of numbers[i] ?? []) {
      for (const { i: other } of (holding.get(number) ?? []).slice(0, PER_PIECE)) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const candidates = new Set([...shared].toSorted((a, b) => b[1] - a[1]).slice(0, CANDIDATES).map(([other]) => other))
    for (const other of (byUser.get(messages[i]?.user ?? '') ?? []).slice(-50)) candidates.add(other)
    candidates.delete(i)
    return [...candidates].map(other => ({ message: other, words: likeness(pieces[i] ?? new Map(), pieces[other] ?? new Map()) }))
      .filter(offer => offer.words >= LEAST_ELSEWHERE).toSorted((a, b) => b.words - a.words).slice(0, OFFERED)
  }
}

function figuresOf(name: string, members: ReadonlySet<number>, offers: readonly Offer[][], blind: readonly number[]): Figure[] {
  const mine = [...members]
  const right = mine.map(i => (offers[i] ?? []).filter(offer => members.has(offer.message)))
  const offered = right.filter(list => list.length > 0).length
  const all = mine.reduce((sum, i) => sum + (offers[i] ?? []).length, 0)
  const together = joined(offers.length, mine.flatMap((i, at) => (right[at] ?? []).map(offer => [i, offer.message] as const)))
  const largest = [...Map.groupBy(mine, i => together[i])].toSorted((a, b) => b[1].length - a[1].length)[0]?.[1] ?? []
  const joinedTo = blind[largest[0] ?? 0]
  const size = blind.filter(root => root === joinedTo).length
  const share = (part: number, whole: number): string => `${(100 * part / Math.max(whole, 1)).toFixed(0)} %`
  const line = (what: string, ours: string, met: boolean | null = null): Figure => ({ what, ours, limit: '', ratio: '', aim: met === null ? '' : `≥ ${AIM * 100} %`, met })
  return [
    line(`${name}: offered another of it`, share(offered, mine.length), offered / mine.length >= AIM),
    line('  hang together by offers that a person confirms', share(largest.length, mine.length), largest.length / mine.length >= AIM),
    line('  of what is offered, of the group', share(right.flat().length, all)),
    line('  joined if nobody looked', `${size} messages`),
  ]
}

// Messages of one user that are nearly the same: is each offered to the other?
function repeated(messages: readonly Message[], offers: readonly Offer[][]): Figure[] {
  let pairs = 0
  let found = 0
  for (const mine of Map.groupBy(messages.keys(), i => messages[i]?.user ?? '').values()) {
    for (const i of mine) {
      const alike = mine.filter(other => other !== i && overlap(messages[i]?.text ?? '', messages[other]?.text ?? '') >= NEARLY_THE_SAME)
      const shown = new Set((offers[i] ?? []).map(offer => offer.message))
      pairs += Math.min(alike.length, OFFERED)
      found += Math.min(alike.filter(other => shown.has(other)).length, OFFERED)
    }
  }
  const ours = `${found} of ${pairs}`
  return [{ what: 'nearly the same, by the same user: offered', ours, limit: '', ratio: '', aim: 'all', met: found === pairs }]
}

// Shared among all pieces of two characters, without weights: another measure than the one that is judged.
function overlap(one: string, other: string): number {
  const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)))
  const [a, b] = [pairsOf(one), pairsOf(other)]
  return a.intersection(b).size / Math.max(a.union(b).size, 1)
}

// Union by links: for each number the root of its part.
function joined(count: number, links: readonly (readonly [number, number])[]): number[] {
  const above = Array.from({ length: count }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (above[at] !== at) at = above[at] = above[above[at] ?? at] ?? at
    return at
  }
  for (const [a, b] of links) above[root(a)] = root(b)
  return above.map((_, i) => root(i))
}
