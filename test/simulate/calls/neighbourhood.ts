// The made-up community: estates, buildings, entrances and homes, and everybody there who could be asked.
import { BUILDINGS, DUTY, LONE, MICRO_WILL, MOST, PHONE, PLACE, SKILLED, WILLING, type World } from './assumptions.ts'
import { chosen, type Chance } from './chance.ts'

export interface Home {
  readonly estate: number
  readonly building: number
  readonly entrance: number
  readonly floor: number
  /** Metres. */
  readonly x: number
  readonly y: number
  /** How often it calls, against other homes. */
  readonly weight: number
}

/** How somebody spends the day. */
export type Life = 'retired' | 'working' | 'other'

/** Somebody who could be asked. `own`: minutes of the day in which he has time, by weekday and weekend; null: no hours of his own. */
export interface Helper {
  readonly id: number
  readonly home: Home
  readonly life: Life
  readonly post: 'micro_grid' | 'grid_worker' | 'leader' | null
  readonly will: number
  readonly sees: number
  readonly most: number
  readonly skills: ReadonlySet<string>
  readonly own: { readonly week: Span, readonly weekend: Span } | null
  /** Keeps the quiet hours from 22 to 7. */
  readonly quiet: boolean
}

type Span = readonly [from: number, until: number]

export interface Community {
  readonly homes: readonly Home[]
  /** Each stands at the place of his id. */
  readonly helpers: readonly Helper[]
  readonly volunteers: readonly Helper[]
  readonly buildings: number
  readonly entrances: number
  /** Who holds a post in the estate, or in the whole community. */
  readonly postsOf: readonly (readonly Helper[])[]
  readonly byEstate: readonly (readonly Helper[])[]
  readonly microGrid: readonly Helper[]
}

/** Lays it; the same chance lays the same one. */
export function layCommunity(chance: Chance, world: World): Community {
  const homes = layHomes(chance)
  const volunteers = Array.from({ length: world.volunteers }, (_, id) => volunteer(chance, id, homes, id < world.microGrid))
  const estates = PLACE.estates.map((_, estate) => estate)
  const gridWorkers = estates.flatMap(estate => Array.from({ length: DUTY.gridWorkers }, () => ({ estate, post: 'grid_worker' as const })))
  const leaders = estates.flatMap(estate => Array.from({ length: DUTY.leaders }, () => ({ estate, post: 'leader' as const })))
  const everywhere = Array.from({ length: DUTY.secretaries }, () => ({ estate: -1, post: 'leader' as const }))
  const posts = [...gridWorkers, ...leaders, ...everywhere]
    .map(({ estate, post }, i) => ({ estate, helper: worker(world.volunteers + i, post, estate < 0 ? 0 : estate) }))
  return {
    homes, volunteers, helpers: [...volunteers, ...posts.map(({ helper }) => helper)],
    buildings: new Set(homes.map(home => home.building)).size, entrances: new Set(homes.map(home => home.entrance)).size,
    postsOf: estates.map(own => posts.filter(({ estate }) => estate === own || estate < 0).map(({ helper }) => helper)),
    byEstate: estates.map(own => volunteers.filter(({ home }) => home.estate === own)),
    microGrid: volunteers.filter(({ post }) => post === 'micro_grid'),
  }
}

function layHomes(chance: Chance): Home[] {
  const homes: Home[] = []
  const wanted = Math.round(PLACE.residents / PLACE.toAHome)
  const centre = centres(chance)
  let [building, entrance] = [0, 0]
  for (const [estate, share] of PLACE.estates.entries()) {
    const from = homes.length
    for (let nth = 0; homes.length - from < wanted * share; nth++) {
      const kind = BUILDINGS[chosen(BUILDINGS.map(({ weight }) => weight), chance(1, building))] ?? BUILDINGS[0]
      const [x, y] = spot(centre[estate] ?? [0, 0], nth)
      for (let door = 0; door < kind.entrances; door++) {
        const floors = Array.from({ length: kind.floors * kind.onFloor }, (_, i) => Math.floor(i / kind.onFloor) + 1)
        homes.push(...floors.map((floor, i) => (
          { estate, building, entrance, floor, x: x + 18 * door, y, weight: chance(2, homes.length + i) < LONE.share ? LONE.times : 1 })))
        entrance++
      }
      building++
    }
  }
  return homes
}

// Seven of nine fields of the square, each moved a little.
function centres(chance: Chance): [x: number, y: number][] {
  const field = PLACE.side / 3
  const moved = (what: number, i: number) => 0.5 + (chance(what, i) - 0.5) / 4
  return PLACE.estates.map((_, i) => [field * (i % 3 + moved(3, i)), field * (Math.floor(i / 3) + moved(4, i))])
}

// Buildings stand in rows of four, 60 m apart.
function spot([x, y]: readonly [number, number], nth: number): [x: number, y: number] {
  return [x + 60 * (nth % 4 - 1.5), y + 45 * (Math.floor(nth / 4) - 1.5)]
}

const DAYTIME = { week: [480, 1200], weekend: [480, 1200] } as const
const AFTER_WORK = { week: [1110, 1320], weekend: [540, 1260] } as const

function volunteer(chance: Chance, id: number, homes: readonly Home[], isMicro: boolean): Helper {
  const home = homes[Math.floor(chance(10, id) * homes.length)]
  if (!home) throw new RangeError('no homes')
  const life = (['retired', 'working', 'other'] as const)[chosen(isMicro ? [55, 30, 15] : [40, 45, 15], chance(11, id))] ?? 'other'
  const kind = WILLING[chosen(WILLING.map(({ weight }) => weight), chance(12, id))] ?? WILLING[0]
  return {
    id, home, life, post: isMicro ? 'micro_grid' : null,
    will: isMicro ? Math.max(MICRO_WILL, kind.will) : kind.will,
    sees: chance(13, id) < PHONE.silent ? PHONE.silentSees : PHONE.sees,
    most: MOST[chosen(MOST.map(({ weight }) => weight), chance(14, id))]?.most ?? 5,
    skills: new Set(Object.keys(SKILLED).filter((skill, i) => chance(15, id, i) < (SKILLED[skill] ?? 0))),
    own: chance(16, id) < 0.4 ? life === 'working' ? AFTER_WORK : DAYTIME : null,
    quiet: chance(17, id) < 0.9,
  }
}

// By day they are at the station in the middle; whoever comes at night comes from about a kilometre away.
function worker(id: number, post: 'grid_worker' | 'leader', estate: number): Helper {
  const middle = { estate, building: -1, entrance: -1, floor: 1, x: PLACE.side / 2, y: PLACE.side / 2, weight: 0 }
  const { will, sees } = PHONE.post
  return { id, home: middle, life: 'working', post, will, sees, most: 5, skills: new Set(), own: null, quiet: true }
}
