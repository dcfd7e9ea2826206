// Who lives in a home: families, couples, elders, tenants, and owners who live elsewhere.
import { castOf, type CastMember } from './cast.ts'
import { personName, surname, type Generation } from './names.ts'
import { homesOf, type CommunityPlan, type EstatePlan, type Ground } from './plan.ts'
import type { Random } from './random.ts'

/** A made-up person; the same object wherever he turns up. */
export interface Soul {
  name: string
  /** Eleven digits, or '' for a child or an elder without one. */
  phone: string
  generation: Generation
}

export interface Tie {
  soul: Soul
  kind: 'owner' | 'tenant' | 'family'
  /** Dates such as 2019-06-01; `until` is '' while it lasts. */
  since: string
  until: string
}

export interface Household {
  ground: Ground
  ties: Tie[]
  unsold: boolean
}

/** What filling a community needs: chance, fresh phones, and the date of today. */
export interface Source {
  random: Random
  phone: () => string
  today: Temporal.PlainDate
}

/** Fills every home of the plan; the homes of the cast are lived in by the cast. */
export function households(plan: CommunityPlan, source: Source): Household[] {
  const cast = castHouseholds(plan.slug, source)
  const developer: Soul = { name: plan.developer, phone: plan.phone, generation: 'parent' }
  return plan.estates.flatMap(estate => {
    const owners: Soul[] = []
    return homesOf(estate).map(ground => {
      const given = cast.get(keyOf([estate.name, ground.building, ground.entrance, ground.home]))
      if (given) return { ground, ties: given, unsold: false }
      if (source.random.chance(estate.unsold)) {
        return { ground, ties: [{ soul: developer, kind: 'owner', since: handedOver(estate), until: '' }], unsold: true }
      }
      return { ground, ties: filled(estate, owners, source), unsold: false }
    })
  })
}

/** One text for an address, to find it by. */
export function keyOf(address: readonly string[]): string {
  return address.filter(part => part !== '').join(' ')
}

function castHouseholds(community: string, source: Source): Map<string, Tie[]> {
  const found = new Map<string, Tie[]>()
  for (const member of castOf(community)) {
    const soul = castSoul(member)
    for (const { at, tie } of member.homes) {
      const since = tie === 'tenant' ? source.today.subtract({ months: 14 }).toString() : '2009-03-01'
      found.set(keyOf(at), [...found.get(keyOf(at)) ?? [], { soul, kind: tie, since, until: '' }])
    }
  }
  return found
}

/** A member of the cast as one of the street's people. */
export function castSoul(member: Pick<CastMember, 'name' | 'phone'>): Soul {
  return { name: member.name, phone: member.phone, generation: member.phone === '' ? 'elder' : 'parent' }
}

const LIFE = {
  elder: 6, elders: 8, single: 5, couple: 11, coupleAndChild: 25, coupleAndTwo: 15, threeGenerations: 21, let: 12,
}
type Life = keyof typeof LIFE

// Who lives with the first owner: generation, and whether he owns the home too.
type Together = readonly [first: Generation, ...others: (readonly [Generation, 'coOwner' | 'family'])[]]
const WITH: Readonly<Record<Exclude<Life, 'let'>, Together>> = {
  elder: ['elder'],
  elders: ['elder', ['elder', 'coOwner']],
  single: ['parent'],
  couple: ['parent', ['parent', 'coOwner']],
  coupleAndChild: ['parent', ['parent', 'coOwner'], ['child', 'family']],
  coupleAndTwo: ['parent', ['parent', 'coOwner'], ['child', 'family'], ['child', 'family']],
  threeGenerations: ['parent', ['parent', 'coOwner'], ['child', 'family'], ['elder', 'family'], ['elder', 'family']],
}
const NOT_CO_OWNER = 0.45

function filled(estate: EstatePlan, owners: Soul[], source: Source): Tie[] {
  const { random } = source
  const since = dateBetween(random, handedOver(estate), source.today.subtract({ years: 1 }).toString())
  const life = random.weighted(LIFE)
  if (life === 'let') return letOut({ soul: owner(owners, source), kind: 'owner', since, until: '' }, source)
  const [first, ...others] = WITH[life]
  const family = surname(random)
  const head = soul(source, first, family)
  owners.push(head)
  const ties: Tie[] = [{ soul: head, kind: 'owner', since, until: '' }]
  for (const [generation, role] of others) {
    // A wife keeps her own surname; children have their father's.
    const one = soul(source, generation, role === 'coOwner' ? surname(random) : family, ties)
    const kind = role === 'coOwner' && !random.chance(NOT_CO_OWNER) ? 'owner' : 'family'
    ties.push({ soul: one, kind, since, until: '' })
  }
  return ties
}

// Half of the homes that are let belong to somebody who owns another home in the estate.
function owner(owners: Soul[], source: Source): Soul {
  if (owners.length > 0 && source.random.chance(0.5)) return source.random.pick(owners)
  const one = soul(source, 'parent', surname(source.random))
  owners.push(one)
  return one
}

function letOut(owner: Tie, source: Source): Tie[] {
  const { random, today } = source
  const { since } = owner
  const start = dateBetween(random, latest(since, today.subtract({ years: 2 }).toString()), today.subtract({ days: 100 }).toString())
  const ties = [owner]
  // One home in four had somebody else before.
  if (since < start && random.chance(0.25)) {
    const left = Temporal.PlainDate.from(start).subtract({ days: 1 }).toString()
    ties.push({ soul: soul(source, 'parent', surname(random), ties), kind: 'tenant', since, until: left })
  }
  const tenant = soul(source, 'parent', surname(random), ties)
  ties.push({ soul: tenant, kind: 'tenant', since: start, until: '' })
  const others: Generation[] = random.chance(0.6) ? ['parent', ...random.chance(0.6) ? ['child' as const] : []] : []
  for (const generation of others) {
    const family = generation === 'child' ? tenant.name.slice(0, 1) : surname(random)
    ties.push({ soul: soul(source, generation, family, ties), kind: 'family', since: start, until: '' })
  }
  return ties
}

const HAS_PHONE: Readonly<Record<Generation, number>> = { elder: 0.55, parent: 0.96, child: 0 }

// Within one home no two people share a name, so that the roster can tell them apart.
function soul(source: Source, generation: Generation, family: string, others: readonly Tie[] = []): Soul {
  const name = personName(source.random, generation, family)
  if (others.some(other => other.soul.name === name)) return soul(source, generation, family, others)
  return { name, generation, phone: source.random.chance(HAS_PHONE[generation]) ? source.phone() : '' }
}

function handedOver(estate: EstatePlan): string {
  return `${estate.since}-06-01`
}

function latest(one: string, other: string): string {
  return one > other ? one : other
}

function dateBetween(random: Random, from: string, until: string): string {
  const start = Temporal.PlainDate.from(from)
  const days = Math.max(0, start.until(until, { largestUnit: 'days' }).days)
  return start.add({ days: random.between(0, days) }).toString()
}
