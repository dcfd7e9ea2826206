// Things with a code of their own: lifts, doors, a pool, notice boards, parcel lockers, playgrounds.
import { counted, homesOf, type CommunityPlan, type EstatePlan } from './plan.ts'

/** What people call it, by key. */
export type ThingKind = 'lift' | 'door' | 'gate' | 'pool' | 'board' | 'locker' | 'playground' | 'garage' | 'charger' | 'garden' | 'bins'

export interface Thing {
  kind: ThingKind
  name: string
  /** What it stands in, from the estate down: 榕荫里, 3号楼, 1单元. */
  within: readonly string[]
}

/** Every thing of a community. */
export function things(plan: CommunityPlan): Thing[] {
  return plan.estates.flatMap(estate => [...common(estate), ...inEntrances(estate)])
}

function common(estate: EstatePlan): Thing[] {
  const here = (kind: ThingKind, name: string): Thing => ({ kind, name, within: [estate.name] })
  return [
    here('gate', '东门'), here('gate', '北门'),
    here('board', '公告栏'), here('locker', '快递柜'), here('playground', '儿童乐园'),
    here('garden', '中心花园'), here('bins', '垃圾房'), here('charger', '电动车棚'),
    ...estate.lifts ? [here('garage', '地下车库')] : [],
    ...estate.since >= 2008 && estate.since < 2015 ? [here('pool', '景观水池')] : [],
  ]
}

function inEntrances(estate: EstatePlan): Thing[] {
  const entrances = homesOf(estate).filter(ground => ground.floor === 1)
    .map(ground => ({ estate: estate.name, building: ground.building, entrance: ground.entrance }))
  const seen = new Map(entrances.map(place => [`${place.building} ${place.entrance}`, [place.estate, place.building, place.entrance]]))
  return [...seen.values()].flatMap(within => [
    { kind: 'door' as const, name: '单元门', within },
    ...estate.lifts ? counted(2).map(number => ({ kind: 'lift' as const, name: `${number}号梯`, within })) : [],
  ])
}
