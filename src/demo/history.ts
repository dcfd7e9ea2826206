// A season of matters: what was raised in the last 90 days, who joined in, and how it went on.
import { CAST } from './cast.ts'
import { courseOf, type Stride } from './course.ts'
import { raisedAt, workedAt } from './hours.ts'
import type { PictureName } from './pictures.ts'
import type { Random } from './random.ts'
import { sceneOf, type Neighbourhood, type Scene, type Spot } from './scene.ts'
import { AT_HOME } from './troubles/at-home.ts'
import { INDOORS } from './troubles/indoors.ts'
import { OUTDOORS } from './troubles/outdoors.ts'
import { spoken, type Trouble } from './troubles/trouble.ts'

/** One matter of the season. People are named by their phones, places by their labels. */
export interface DemoMatter {
  at: Temporal.Instant
  place: string
  kind: Trouble['kind']
  text: string
  urgent: boolean
  nameShown: boolean
  channel: 'page' | 'phone' | 'paper'
  /** Who sends it: the raiser, the worker who takes it down, or null for somebody without an account. */
  by: string | null
  picture: PictureName | null
  /** Whether the neighbours talk it over first. */
  talked: boolean
  followers: { at: Temporal.Instant, by: string }[]
  moves: { at: Temporal.Instant, by: string, step: Stride['step'], note: string }[]
  /** When its raiser took it back; null mostly. */
  withdrawnAt: Temporal.Instant | null
}

const DAYS = 89
// Word gets round: there is more in the last weeks than in the first.
const MORE_LATELY = 1.4

/** The matters of one community, oldest first; all lie before `now`. */
export function history(neighbourhood: Neighbourhood, random: Random, now: Temporal.Instant): DemoMatter[] {
  const scene = sceneOf(neighbourhood)
  const count = neighbourhood.plan.matters
  const troubles = mixed(scene, random, count)
  const made = troubles.map((trouble, index) => {
    const daysAgo = Math.round(DAYS * (1 - (index + 0.5) / count) ** MORE_LATELY)
    return matter(scene, trouble, random.pick(scene.spots(trouble.at)), raisedAt(random, now, daysAgo), { random, now })
  })
  return [...made, ...staged(scene, random, now)].sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

// Every trouble comes once before any comes again; troubles inside homes are one in eleven.
function mixed(scene: Scene, random: Random, count: number): Trouble[] {
  const possible = [...INDOORS, ...OUTDOORS, ...AT_HOME].filter(trouble => scene.spots(trouble.at).length > 0)
  return Array.from({ length: Math.ceil(count / possible.length) }, () => random.some(possible, possible.length)).flat().slice(0, count)
}

interface Chance {
  random: Random
  now: Temporal.Instant
}

const WITHDRAWN = 0.03
const WITHOUT_ACCOUNT = 0.14
const FOR_A_CALLER = 0.1

function matter(scene: Scene, trouble: Trouble, spot: Spot, at: Temporal.Instant, { random, now }: Chance, raiser?: string): DemoMatter {
  const neighbours = scene.neighbours(spot)
  const inside = trouble.at === 'home'
  const taken = !raiser && !inside && random.chance(FOR_A_CALLER)
  const nameless = !raiser && !taken && !inside && random.chance(WITHOUT_ACCOUNT)
  const by = raiser ?? (taken ? scene.hand(spot, 'grid') : nameless || neighbours.length === 0 ? null : random.pick(neighbours))
  const withdrawn = !raiser && !taken && by !== null && random.chance(WITHDRAWN)
  const withdrawnAt = withdrawn ? at.add({ minutes: random.between(1, 8) }) : null
  return {
    at, place: spot.label, kind: trouble.kind, text: spoken(trouble.say, random), urgent: trouble.urgent ?? false,
    nameShown: by !== null && !taken && random.chance(0.35),
    channel: taken ? random.pick(['phone', 'phone', 'paper'] as const) : 'page',
    by, withdrawnAt, talked: trouble.talked ?? false,
    picture: random.chance(0.5) ? trouble.picture ?? null : null,
    followers: withdrawn || inside ? [] : followers(neighbours.filter(phone => phone !== by), trouble, at, { random, now }),
    moves: withdrawn ? [] : moves(scene, trouble, spot, at, { random, now }),
  }
}

function followers(neighbours: string[], trouble: Trouble, at: Temporal.Instant, { random, now }: Chance): DemoMatter['followers'] {
  const most = trouble.talked ? 16 : 7
  return random.some(neighbours, Math.floor(random.between(0, most) * random.between(2, 10) / 10))
    .map(by => ({ by, at: at.add({ minutes: random.between(11, random.pick([90, 700, 3000])) }) }))
    .filter(follower => Temporal.Instant.compare(follower.at, now) < 0)
}

function moves(scene: Scene, trouble: Trouble, spot: Spot, raised: Temporal.Instant, { random, now }: Chance): DemoMatter['moves'] {
  const made: DemoMatter['moves'] = []
  let last = raised
  for (const { step, by, hours, note } of courseOf(trouble, random)) {
    const at = trouble.urgent && made.length === 0 ? last.add({ minutes: Math.round(hours * 60) }) : workedAt(random, last, hours)
    if (Temporal.Instant.compare(at, now) >= 0) return made
    made.push({ at, by: scene.hand(spot, by), step, note })
    last = at
  }
  return made
}

/** What the cast has raised: each takes the first trouble of its kind, so that pages and pictures always show the same. */
const STAGED = [
  { raiser: CAST.resident, at: 'entrance', place: '榕荫里 3号楼 1单元', daysAgo: 40 },
  { raiser: CAST.resident, at: 'gate', place: '榕荫里 北门', daysAgo: 11 },
  { raiser: CAST.resident, at: 'locker', place: '榕荫里 快递柜', daysAgo: 4 },
  { raiser: CAST.severalHomes, at: 'lift', place: '榕荫里 2号楼 1单元 2号梯', daysAgo: 2 },
  { raiser: CAST.neighbour, at: 'board', place: '榕荫里 公告栏', daysAgo: 0 },
  { raiser: CAST.tenant, at: 'home', place: '榕荫里 1号楼 1单元 902', daysAgo: 1 },
  { raiser: CAST.elsewhere, at: 'door', place: '茶亭里 1号楼 1单元 单元门', daysAgo: 5 },
] as const

function staged(scene: Scene, random: Random, now: Temporal.Instant): DemoMatter[] {
  return STAGED.flatMap(({ raiser, at, place, daysAgo }) => {
    const spot = scene.spots(at).find(one => one.label === place)
    const trouble = [...INDOORS, ...OUTDOORS, ...AT_HOME].find(one => one.at === at)
    return spot && trouble ? [matter(scene, trouble, spot, raisedAt(random, now, daysAgo), { random, now }, raiser.phone)] : []
  })
}
