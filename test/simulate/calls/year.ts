// Lives through a year of calls under one way of asking, call after call in the order of time.
import { ALARM, BUSY, DUTY, FALLS_THROUGH, type World } from './assumptions.ts'
import { answerOf, type Answer } from './answer.ts'
import { logNormal, type Chance } from './chance.ts'
import { DAYS, demandOf, isNight, type Call } from './demand.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { layCommunity, type Community, type Helper } from './neighbourhood.ts'
import type { Scene, Way } from './ways.ts'

/** How one call went. Seconds since it was made. */
export interface Outcome {
  readonly call: Call
  readonly answered: number
  readonly atDoor: number
  /** Whose phones rang for it. */
  readonly disturbed: number
  /** Whether whoever came has the skill; null where none is needed. */
  readonly skilled: boolean | null
}

export interface Year {
  readonly outcomes: readonly Outcome[]
  readonly total: Memory['total']
}

/** A community with a year of calls before it. */
export interface Stage {
  readonly world: World
  readonly community: Community
  readonly calls: readonly Call[]
  readonly chance: Chance
}

/** Sets it up; the same seed and world give the same calls to every way of asking. */
export function stageOf(chance: Chance, world: World): Stage {
  const community = layCommunity(chance, world)
  return { world, community, calls: demandOf(chance, world, community), chance }
}

/** Lives through it. */
export function liveThrough({ world, community, calls, chance }: Stage, way: Way): Year {
  const memory = emptyMemory(community.helpers.length)
  const outcomes = calls.map(call => {
    const onDuty = world.duty ? dutyAt(call, community) : NOBODY
    return outcomeOf({ world, chance, way, scene: { call, community, memory, onDuty } })
  })
  return { outcomes, total: memory.total }
}

const NOBODY: ReadonlySet<number> = new Set()

// Turns go round through the micro-grid: two halves of the day, and the night.
function dutyAt({ day, hour }: Call, { microGrid }: Community): ReadonlySet<number> {
  const night = isNight(hour)
  const turn = 3 * (hour < 7 ? day + DAYS - 1 : day + DAYS) + (night ? 2 : hour < 15 ? 0 : 1)
  const size = night ? DUTY.night : DUTY.day
  return new Set(Array.from({ length: size }, (_, i) => microGrid[(turn * DUTY.day + i) % microGrid.length]?.id ?? -1))
}

interface Happening {
  readonly world: World
  readonly chance: Chance
  readonly way: Way
  readonly scene: Scene
}

interface Comer extends Answer {
  readonly helper: Helper
  /** When he says that he comes. */
  readonly at: number
}

function outcomeOf(happening: Happening): Outcome {
  const { scene: { call, memory }, chance } = happening
  const { comers, disturbed } = asked(happening)
  const [first, second] = comers.toSorted((one, other) => one.at - other.at)
  const relay = relayOf(happening)
  const isBack = chance(60, call.id) < FALLS_THROUGH.share
  if (!first || first.at >= relay.answered) {
    return { call, ...relay, disturbed, skilled: call.skills.length > 0 ? false : null }
  }
  // Told again, the next best of those asked needs as long as he did before; without one, the relay.
  const atDoor = !isBack ? first.at + first.way
    : first.at + FALLS_THROUGH.after + (second ? second.after + second.way : relay.atDoor - ALARM.at)
  const gone = isBack ? second : first
  if (gone) memory.come(gone.helper.id, call.at + first.at + BUSY)
  const skilled = call.skills.length === 0 ? null : call.skills.some(skill => first.helper.skills.has(skill))
  return { call, answered: first.at, atDoor, disturbed, skilled }
}

// Rings wave after wave; those who were asked before the first says that he comes were disturbed.
function asked({ world, chance, way, scene }: Happening): { comers: Comer[], disturbed: number } {
  const { call, memory, onDuty } = scene
  const comers: Comer[] = []
  let [soonest, disturbed] = [Infinity, 0]
  for (const { at, people } of way(scene)) {
    if (at >= soonest || at >= BUSY) break
    disturbed += people.length
    for (const helper of people) {
      const standing = { onDuty: onDuty.has(helper.id), asked: memory.asked(helper.id, call.day), world }
      memory.ask(helper.id, call.day)
      const answer = answerOf(chance, call, helper, standing)
      if (!answer || memory.isBusy(helper.id, call.at + at + answer.after)) continue
      comers.push({ ...answer, helper, at: at + answer.after })
      soonest = Math.min(soonest, at + answer.after)
    }
  }
  return { comers, disturbed }
}

// Nobody said a word within five minutes: a worker phones around until somebody goes. The same for every way of asking.
function relayOf({ world: { slowness }, chance, scene: { call } }: Happening): { answered: number, atDoor: number } {
  const median = ALARM.found * (isNight(call.hour) ? 2 : 1) * slowness
  const answered = ALARM.at + logNormal(median, ALARM.spread, chance(61, call.id), chance(62, call.id))
  return { answered, atDoor: answered + ALARM.there * slowness }
}
