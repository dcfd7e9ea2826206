// Where matters play: the places by kind, who lives round each, and who looks after it.
import type { Hand } from './course.ts'
import type { Household } from './household.ts'
import type { CommunityPlan } from './plan.ts'
import type { Appointment } from './posts.ts'
import type { Thing } from './things.ts'
import type { Trouble } from './troubles/trouble.ts'

/** A community with its people, before it is loaded. */
export interface Neighbourhood {
  plan: CommunityPlan
  homes: Household[]
  posts: Appointment[]
  things: Thing[]
}

export interface Spot {
  /** The whole place in words, as the database labels it. */
  label: string
  estate: string
  /** The part of the roster that is closest round it: its entrance, building or estate. */
  round: string
}

export interface Scene {
  spots(kind: Trouble['at']): readonly Spot[]
  /** Phones of residents who live round the spot. */
  neighbours(spot: Spot): string[]
  /** The phone of whoever looks after the spot; the secretary where an estate lacks the post. */
  hand(spot: Spot, who: Hand): string
}

/** The scene of a community. */
export function sceneOf({ plan, homes, posts, things }: Neighbourhood): Scene {
  const spots = new Map<string, Spot[]>(Object.entries(Object.groupBy([...placeSpots(homes), ...things.map(thingSpot)], spot => spot.kind))
    .map(([kind, list]) => [kind, list ?? []]))
  const living = livingRound(homes)
  const hands = handsOf(plan, posts)
  return {
    spots: kind => spots.get(kind) ?? [],
    neighbours: spot => living.get(spot.round) ?? [],
    hand: (spot, who) => hands.get(`${spot.estate} ${who}`) ?? hands.get('secretary') ?? '',
  }
}

type KindOfSpot = Spot & { kind: Trouble['at'] }

function thingSpot({ kind, name, within }: Thing): KindOfSpot {
  return { kind, label: [...within, name].join(' '), estate: within[0] ?? '', round: within.join(' ') }
}

function placeSpots(homes: readonly Household[]): KindOfSpot[] {
  const found = new Map<string, KindOfSpot>()
  for (const { ground: { estate: { name: estate }, building, entrance, home }, unsold } of homes) {
    const paths = {
      estate: [estate], building: [estate, building], entrance: [estate, building, entrance], home: [estate, building, entrance, home],
    } as const
    for (const [kind, path] of Object.entries(paths) as [keyof typeof paths, readonly string[]][]) {
      const label = path.join(' ')
      if (!(kind === 'home' && unsold)) found.set(label, { kind, label, estate, round: label })
    }
  }
  return [...found.values()]
}

function livingRound(homes: readonly Household[]): Map<string, string[]> {
  const living = new Map<string, string[]>()
  for (const { ground, ties, unsold } of homes) {
    if (unsold) continue
    const phones = ties.filter(tie => tie.until === '' && tie.soul.phone !== '').map(tie => tie.soul.phone)
    const path = [ground.estate.name, ground.building, ground.entrance, ground.home]
    for (const depth of [1, 2, 3, 4]) {
      const round = path.slice(0, depth).join(' ')
      const there = living.get(round) ?? []
      there.push(...phones.filter(phone => depth > 1 || !there.includes(phone)))
      living.set(round, there)
    }
  }
  return living
}

const HANDS: Readonly<Partial<Record<Appointment['post'], Hand>>> = {
  grid_worker: 'grid', property_staff: 'property', committee_chair: 'chair',
}

// The first of each post in an estate, so that the cast does most of the work in its own.
function handsOf(plan: CommunityPlan, posts: readonly Appointment[]): Map<string, string> {
  const hands = new Map<string, string>()
  for (const { post, estate, soul } of posts) {
    const hand = HANDS[post]
    const key = hand ? `${estate} ${hand}` : post
    if (!hands.has(key)) hands.set(key, soul.phone)
  }
  if (!hands.has('secretary')) throw new Error(`${plan.name} has no secretary`)
  return hands
}
