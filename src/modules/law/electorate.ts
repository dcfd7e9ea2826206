// Who votes with how many heads and how much area: the roll of owners, made from homes and ties as they stand on one day. Pure.
import type { AreaSource } from '#db/tables.ts'
import { NOBODY, plus, type Weight } from '#modules/law/share.ts'

/** A home, a shop or a parking space as it is on the day. Areas in 0.01 m². `unsold`: not sold, or sold and not handed over. */
export interface ElectorateHome {
  readonly id: number
  readonly building: number
  readonly areas: readonly { readonly area: number, readonly source: AreaSource }[]
  readonly unsold: boolean
  readonly parking: boolean
}

/** That a person owns (a part of) a home. `named`: the co-owners said that this one votes. */
export interface Ownership {
  readonly home: number
  readonly owner: number
  readonly named: boolean
}

/** What the roll is made from. `developer`: who votes for the developer's homes; `parking`: whether parking counts (rule parking_counts). */
export interface ElectorateInput {
  readonly homes: readonly ElectorateHome[]
  readonly owners: readonly Ownership[]
  readonly guardians: readonly { readonly owner: number, readonly guardian: number }[]
  readonly developer: number | null
  readonly parking: boolean
}

/** A line of the roll: one head. `voter` is null where nobody may vote yet; `guardian` votes for him. */
export interface RollEntry {
  readonly voter: number | null
  readonly guardian: number | null
  readonly owners: readonly number[]
  readonly developer: boolean
  readonly homes: readonly { readonly id: number, readonly building: number, readonly area: number, readonly source: AreaSource | null }[]
  readonly heads: number
  readonly area: number
}

/** What must be settled. `stops`: with it the totals would be wrong, so the roll cannot be frozen. */
export interface RollProblem {
  readonly problem: 'no area' | 'no owner' | 'no voter named' | 'two voters named' | 'two guardians' | 'nobody for the developer'
  readonly homes: readonly number[]
  readonly owners: readonly number[]
  readonly stops: boolean
}

export interface Roll {
  readonly entries: readonly RollEntry[]
  readonly total: Weight
  /** Parking that the rule leaves out. */
  readonly leftOut: readonly number[]
  readonly problems: readonly RollProblem[]
}

/** The roll. Throws RangeError where the input contradicts itself: a home or an owner twice, an owner without a home, an area that is none. */
export function electorate(input: ElectorateInput): Roll {
  sound(input)
  const counted = input.homes.filter(home => input.parking || !home.parking)
  const ownersOf = Map.groupBy(input.owners, one => one.home)
  const held = counted.map(home => ({ ...exclusive(home), developer: home.unsold, owners: home.unsold ? [] : ownersOf.get(home.id) ?? [] }))
  const buyers = [...Map.groupBy(held, buyerOf).values()].map(homes => buyer(homes, input.developer))
  const entries = [...Map.groupBy(buyers, voterOf).values()].map(same => entry(same, input.guardians)).toSorted(byFirstHome)
  return {
    entries,
    total: entries.reduce<Weight>(plus, NOBODY),
    leftOut: input.homes.filter(home => home.parking && !input.parking).map(home => home.id),
    problems: [...homeProblems(held), ...buyers.flatMap(buyerProblems), ...guardianProblems(entries, input.guardians)],
  }
}

function sound({ homes, owners }: ElectorateInput): void {
  const ids = new Set(homes.map(home => home.id))
  if (ids.size !== homes.length) throw new RangeError('a home stands here twice')
  if (owners.some(one => !ids.has(one.home))) throw new RangeError('an owner of a home that is not there')
  if (new Set(owners.map(one => `${one.home}/${one.owner}`)).size !== owners.length) throw new RangeError('an owner stands twice at a home')
  const areas = homes.flatMap(home => home.areas)
  if (areas.some(({ area }) => !Number.isSafeInteger(area) || area <= 0)) throw new RangeError('an area is a whole number above 0')
}

type RollHome = RollEntry['homes'][number]
interface HeldHome extends RollHome { readonly developer: boolean, readonly owners: readonly Ownership[] }

// Registered before surveyed before contract (SPC interpretation 8).
const SOURCES = ['registered', 'surveyed', 'contract'] as const satisfies readonly AreaSource[]

function exclusive({ id, building, areas }: ElectorateHome): RollHome {
  const best = SOURCES.map(source => areas.find(one => one.source === source)).find(one => one !== undefined)
  return { id, building, area: best?.area ?? 0, source: best?.source ?? null }
}

// One buyer of several homes is one head (SPC interpretation 9), and the same co-owners are the same buyer.
// A home of nobody known is a head of its own.
function buyerOf({ id, developer, owners }: HeldHome): string {
  if (developer) return 'developer'
  return owners.length > 0 ? owners.map(one => one.owner).toSorted((a, b) => a - b).join('+') : `home ${id}`
}

interface Buyer {
  readonly homes: readonly HeldHome[]
  readonly owners: readonly number[]
  readonly named: readonly number[]
  readonly voter: number | null
  readonly developer: boolean
}

function buyer(homes: readonly HeldHome[], developer: number | null): Buyer {
  const ties = homes.flatMap(home => home.owners)
  const owners = [...new Set(ties.map(one => one.owner))].toSorted((a, b) => a - b)
  const named = [...new Set(ties.filter(one => one.named).map(one => one.owner))].toSorted((a, b) => a - b)
  if (homes[0]?.developer) return { homes, owners, named, voter: developer, developer: true }
  const [voter = null, second] = owners.length === 1 ? owners : named
  return { homes, owners, named, voter: second === undefined ? voter : null, developer: false }
}

// Whoever votes for several buyers (alone for his own home, and named for one that he shares) is still one head.
function voterOf({ voter, developer, homes }: Buyer): string {
  return voter !== null ? `person ${voter}` : developer ? 'developer' : `home ${homes[0]?.id}`
}

function entry(buyers: readonly Buyer[], guardians: ElectorateInput['guardians']): RollEntry {
  const voter = buyers[0]?.voter ?? null
  const homes = buyers.flatMap(one => one.homes).toSorted((a, b) => a.id - b.id)
    .map(({ id, building, area, source }) => ({ id, building, area, source }))
  const guarded = guardians.filter(one => one.owner === voter)
  return {
    voter, homes,
    guardian: guarded.length === 1 ? guarded[0]?.guardian ?? null : null,
    owners: [...new Set(buyers.flatMap(one => one.owners))].toSorted((a, b) => a - b),
    developer: buyers.some(one => one.developer),
    heads: 1,
    area: homes.reduce((sum, home) => sum + home.area, 0),
  }
}

// So that the same roll comes out however the rows came in.
function byFirstHome(a: RollEntry, b: RollEntry): number {
  return (a.homes[0]?.id ?? 0) - (b.homes[0]?.id ?? 0)
}

function homeProblems(homes: readonly HeldHome[]): RollProblem[] {
  const noArea = homes.filter(home => home.source === null)
  const noOwner = homes.filter(home => !home.developer && home.owners.length === 0)
  return [
    ...noArea.map(home => ({ problem: 'no area', homes: [home.id], owners: home.owners.map(one => one.owner), stops: true }) as const),
    // A home whose owner is not known still counts in the whole: leaving it out would make the quorum easier than it is.
    ...noOwner.map(home => ({ problem: 'no owner', homes: [home.id], owners: [], stops: false }) as const),
  ]
}

function buyerProblems({ homes, owners, named, voter, developer }: Buyer): RollProblem[] {
  if (voter !== null || (owners.length === 0 && !developer)) return []
  const problem = developer ? 'nobody for the developer' : named.length === 0 ? 'no voter named' : 'two voters named'
  return [{ problem, homes: homes.map(home => home.id), owners: developer ? [] : named.length > 0 ? named : owners, stops: false }]
}

function guardianProblems(entries: readonly RollEntry[], guardians: ElectorateInput['guardians']): RollProblem[] {
  return entries.flatMap(({ voter, homes }) => {
    if (voter === null || guardians.filter(one => one.owner === voter).length < 2) return []
    return [{ problem: 'two guardians', homes: homes.map(home => home.id), owners: [voter], stops: false }]
  })
}
