// The made-up street: communities, people, things and a season's history, from a seed.
import type { z } from 'zod'
import type { foundInput } from '#modules/communities/public.ts'
import { CAST, SECRETARIES } from './cast.ts'
import { history, type DemoMatter } from './history.ts'
import { dateOf } from './hours.ts'
import { households } from './household.ts'
import { phoneBook } from './phones.ts'
import { planOf, STREET, type Scale } from './plan.ts'
import { appointments } from './posts.ts'
import { randomFrom } from './random.ts'
import type { Neighbourhood } from './scene.ts'
import { things } from './things.ts'

export interface DemoCommunity extends Neighbourhood {
  found: z.input<typeof foundInput>
  history: DemoMatter[]
  /** Where each estate lies, in degrees of WGS-84. */
  points: { estate: string, latitude: number, longitude: number }[]
}

export interface DemoStreet {
  communities: DemoCommunity[]
  cast: typeof CAST
}

/** The same street for the same seed, scale and moment. */
export function demoStreet(seed: number, { scale = 'street', now }: { scale?: Scale, now: Temporal.Instant }): DemoStreet {
  const source = { random: randomFrom(seed), phone: phoneBook(), today: dateOf(now) }
  const communities = planOf(scale).map(plan => {
    const secretary = SECRETARIES[plan.slug]
    if (!secretary) throw new Error(`${plan.slug} has no secretary`)
    const homes = households(plan, source)
    const neighbourhood = { plan, homes, posts: appointments(plan, homes, source), things: things(plan) }
    return { ...neighbourhood, found: founding(plan, secretary), history: history(neighbourhood, source.random, now), points: points(plan) }
  })
  return { communities, cast: CAST }
}

function founding(plan: Neighbourhood['plan'], secretary: { name: string, phone: string }): DemoCommunity['found'] {
  return {
    name: plan.name, street: STREET, slug: plan.slug, method: plan.method, phone: plan.phone,
    secretaryName: secretary.name, secretaryPhone: secretary.phone, demo: true,
  }
}

// Out in the bay, where nobody lives: anywhere else it would be somebody's street.
const SHORE: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  shicheng: [26.02, 119.78], chating: [26.04, 119.8], nanpu: [26, 119.8],
}
/** About 400 m. */
const APART = 0.004

function points({ slug, estates }: Neighbourhood['plan']): DemoCommunity['points'] {
  const [latitude, longitude] = SHORE[slug] ?? []
  if (latitude === undefined || longitude === undefined) return []
  return estates.map(({ name }, i) => ({ estate: name, latitude, longitude: longitude + i * APART }))
}

/** Everybody who has a tie to a home today: those who live there and those who own from afar, each once. */
export function residentsOf(community: Pick<DemoCommunity, 'homes'>): number {
  const ties = community.homes.filter(home => !home.unsold).flatMap(home => home.ties)
  return new Set(ties.filter(tie => tie.until === '').map(tie => tie.soul)).size
}

