// The ground plan of the made-up street: communities, estates, buildings, floors.
import type { Method } from '#modules/communities/public.ts'

/** How large the street is: `street` for the demo, `village` (about 60 homes) for tests. */
export type Scale = 'street' | 'village'

export interface EstatePlan {
  name: string
  /** The year in which its first homes were handed over. */
  since: number
  buildings: number
  entrances: number
  floors: number
  /** Homes on one floor of one entrance. */
  perFloor: number
  /** Sizes of a home, in 0.01 m², by its position on the floor. */
  areas: readonly number[]
  source: 'registered' | 'surveyed' | 'contract'
  /** Share of homes that the developer has not sold. */
  unsold: number
  lifts: boolean
  /** False where the owners have not elected a committee yet. */
  committee: boolean
  property: string
  /** A grid of its own, by number. */
  grid: string
}

export interface CommunityPlan {
  slug: string
  name: string
  method: Method
  phone: string
  developer: string
  estates: readonly EstatePlan[]
  /** Matters of the last 90 days. */
  matters: number
}

/** The sub-district office of all three communities. */
export const STREET = '榕海街道'

const SHICHENG_ESTATES: readonly EstatePlan[] = [
  {
    name: '石埕新村', since: 2003, buildings: 24, entrances: 3, floors: 6, perFloor: 2, areas: [6834, 7612, 8120], source: 'registered',
    unsold: 0, lifts: false, committee: false, property: '石埕便民物业', grid: '第一网格',
  }, {
    name: '南埕公寓', since: 2006, buildings: 12, entrances: 2, floors: 7, perFloor: 3, areas: [5218, 6477, 5218], source: 'registered',
    unsold: 0, lifts: false, committee: false, property: '石埕便民物业', grid: '第二网格',
  }, {
    name: '榕荫里', since: 2008, buildings: 6, entrances: 3, floors: 17, perFloor: 2, areas: [8953, 11826, 9740], source: 'registered',
    unsold: 0, lifts: true, committee: true, property: '榕安物业', grid: '第三网格',
  }, {
    name: '茶山小筑', since: 2010, buildings: 10, entrances: 2, floors: 11, perFloor: 2, areas: [9631, 12745], source: 'registered',
    unsold: 0, lifts: true, committee: true, property: '榕安物业', grid: '第四网格',
  }, {
    name: '望潮园', since: 2012, buildings: 8, entrances: 2, floors: 26, perFloor: 2, areas: [10468, 13902], source: 'registered',
    unsold: 0.01, lifts: true, committee: true, property: '潮声物业', grid: '第五网格',
  }, {
    name: '凤栖花园', since: 2015, buildings: 12, entrances: 2, floors: 28, perFloor: 2, areas: [8876, 11953], source: 'surveyed',
    unsold: 0.03, lifts: true, committee: true, property: '凤栖物业', grid: '第六网格',
  }, {
    name: '金沙澜庭', since: 2021, buildings: 10, entrances: 1, floors: 33, perFloor: 4, areas: [7995, 9512, 9512, 12308], source: 'contract',
    unsold: 0.08, lifts: true, committee: true, property: '澜庭物业', grid: '第七网格',
  },
]

const CHATING_ESTATES: readonly EstatePlan[] = [
  {
    name: '茶亭里', since: 2005, buildings: 14, entrances: 3, floors: 6, perFloor: 2, areas: [7120, 8344], source: 'registered',
    unsold: 0, lifts: false, committee: true, property: '茶亭物业', grid: '第一网格',
  }, {
    name: '书香名邸', since: 2013, buildings: 5, entrances: 2, floors: 18, perFloor: 2, areas: [9880, 12560], source: 'registered',
    unsold: 0.01, lifts: true, committee: true, property: '书香物业', grid: '第二网格',
  },
]

const NANPU_ESTATES: readonly EstatePlan[] = [
  {
    name: '南浦雅居', since: 2019, buildings: 8, entrances: 2, floors: 15, perFloor: 2, areas: [8660, 10890], source: 'surveyed',
    unsold: 0.02, lifts: true, committee: true, property: '南浦物业', grid: '第一网格',
  },
]

const SHICHENG = { slug: 'shicheng', name: '石埕社区', method: '163', phone: '0590-5550117', developer: '榕海置业（开发商）' } as const
const CHATING = { slug: 'chating', name: '茶亭社区', method: '520', phone: '0590-5550126', developer: '茶亭置业（开发商）' } as const
const NANPU = { slug: 'nanpu', name: '南浦社区', method: '1720', phone: '0590-5550139', developer: '南浦置业（开发商）' } as const

const STREET_PLAN: readonly CommunityPlan[] = [
  { ...SHICHENG, estates: SHICHENG_ESTATES, matters: 220 },
  { ...CHATING, estates: CHATING_ESTATES, matters: 60 },
  { ...NANPU, estates: NANPU_ESTATES, matters: 36 },
]

const VILLAGE_PLAN: readonly CommunityPlan[] = [
  {
    ...SHICHENG, matters: 14,
    estates: SHICHENG_ESTATES.slice(2, 3).map(estate => ({ ...estate, buildings: 3, entrances: 1, floors: 10 })),
  },
  { ...CHATING, estates: CHATING_ESTATES.slice(0, 1).map(estate => ({ ...estate, buildings: 1, entrances: 1 })), matters: 3 },
]

/** The communities of the street, the largest first. */
export function planOf(scale: Scale): readonly CommunityPlan[] {
  return scale === 'street' ? STREET_PLAN : VILLAGE_PLAN
}

/** One home of the plan, not yet lived in. */
export interface Ground {
  estate: EstatePlan
  building: string
  entrance: string
  home: string
  floor: number
  /** Exclusive area in 0.01 m². */
  area: number
}

/** Every home of an estate, building by building from the ground up. */
export function homesOf(estate: EstatePlan): Ground[] {
  return counted(estate.buildings).flatMap(building => counted(estate.entrances).flatMap(entrance =>
    counted(estate.floors).flatMap(floor => counted(estate.perFloor).map(position => ({
      estate, building: `${building}号楼`, entrance: `${entrance}单元`, floor,
      home: `${floor}${String(position).padStart(2, '0')}`,
      // The two ends of a building are a little larger than its middle.
      area: (estate.areas[(position - 1) % estate.areas.length] ?? 0) + (entrance === 1 ? 42 : 0) + (building % 3) * 17,
    })))))
}

/** 1 to `count`. */
export function counted(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
