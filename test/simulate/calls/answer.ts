// What one person does who is asked: where he is, when he looks at his phone, whether he comes, how long he needs to the door.
import { NEEDED, PHONE, WAY, willingnessLeft, type World } from './assumptions.ts'
import { logNormal, type Chance } from './chance.ts'
import { DAY, isNight, type Call } from './demand.ts'
import type { Helper, Life } from './neighbourhood.ts'

/** Where somebody is in an hour. `near`: out, but in the neighbourhood. */
type State = 'home' | 'near' | 'far' | 'asleep'

/** How he stands: what the year so far made of him. */
export interface Standing {
  readonly onDuty: boolean
  readonly asked: number
  readonly world: World
}

/** Seconds after being asked at which he says that he comes, and seconds from then to the door; null: he does not. */
export interface Answer {
  readonly after: number
  readonly way: number
}

/** His answer to this call; the same whoever else is asked. */
export function answerOf(chance: Chance, call: Call, helper: Helper, standing: Standing): Answer | null {
  const draw = (what: number) => chance(40 + what, call.id, helper.id)
  const { slowness } = standing.world
  const state = stateOf(chance, call, helper, standing.onDuty)
  const phone = phoneOf(call, helper, state, standing.onDuty)
  if (state === 'far' || draw(0) >= phone.sees || draw(1) >= willOf(call, helper, standing)) return null
  const waking = state === 'asleep' && !standing.onDuty ? 120 : 0
  const ready = logNormal(WAY.ready, WAY.readySpread, draw(4), draw(5)) + waking
  return {
    after: slowness * logNormal(phone.median, phone.spread, draw(2), draw(3)),
    way: slowness * (ready + wayTo(call, helper, state, draw(6))),
  }
}

interface Phone {
  readonly sees: number
  readonly median: number
  readonly spread: number
}

function phoneOf({ urgent, hour }: Call, { sees, post }: Helper, state: State, onDuty: boolean): Phone {
  if (onDuty) return PHONE.duty
  const { spread } = PHONE
  if (post === 'grid_worker' || post === 'leader') {
    const { post } = PHONE
    const night = isNight(hour)
    return { sees: night ? post.nightSees : sees, median: night ? post.nightMedian : post.median, spread: post.spread }
  }
  if (state === 'asleep') return { sees: sees * (urgent ? PHONE.wakesUrgent : PHONE.wakes) / PHONE.sees, median: PHONE.wakeMedian, spread }
  return { sees, median: PHONE.median, spread }
}

function willOf(call: Call, helper: Helper, { onDuty, asked, world: { tiring, willing } }: Standing): number {
  if (onDuty) return PHONE.duty.will
  if (helper.post === 'grid_worker' || helper.post === 'leader') return helper.will
  const able = call.skills.length === 0 || call.skills.some(skill => helper.skills.has(skill)) ? 1 : NEEDED[call.need].unskilled
  const near = helper.home.building === call.home.building ? 1 : Math.exp(-metres(call, helper) / 800)
  return Math.min(0.95, willing * helper.will * (call.urgent ? 1.3 : 1)) * able * near * (tiring ? willingnessLeft(asked, helper.most) : 1)
}

// Asleep, and away of those awake, by hour of day.
const ASLEEP: Readonly<Record<Life, readonly number[]>> = {
  retired: [0.97, 0.97, 0.97, 0.97, 0.93, 0.7, 0.25, 0.05, 0.02, 0.02, 0.02, 0.02,
    0.1, 0.35, 0.1, 0.02, 0.02, 0.02, 0.02, 0.02, 0.05, 0.2, 0.6, 0.9],
  working: [0.8, 0.93, 0.97, 0.97, 0.97, 0.95, 0.6, 0.12, 0.02, 0, 0, 0,
    0, 0.05, 0, 0, 0, 0, 0, 0, 0, 0.05, 0.2, 0.55],
  other: [0.75, 0.9, 0.96, 0.97, 0.97, 0.92, 0.5, 0.15, 0.05, 0.03, 0.02, 0.02,
    0.05, 0.2, 0.05, 0, 0, 0, 0, 0, 0.02, 0.1, 0.3, 0.6],
}
const AT_WORK = [0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.1, 0.3, 0.7, 0.9, 0.9, 0.9,
  0.85, 0.88, 0.9, 0.9, 0.9, 0.88, 0.65, 0.35, 0.2, 0.12, 0.08, 0.05]
const OUT = [0, 0, 0, 0, 0.05, 0.2, 0.4, 0.45, 0.4, 0.4, 0.3, 0.15,
  0.1, 0.1, 0.2, 0.35, 0.35, 0.2, 0.2, 0.35, 0.25, 0.1, 0.05, 0]
const FAR_OF_OUT = 0.35

// Drawn once for each hour of his life: two calls within it find him in the same place.
function stateOf(chance: Chance, { at, hour, day }: Call, { id, life, post }: Helper, onDuty: boolean): State {
  if (post === 'grid_worker' || post === 'leader') return 'near'
  const draw = (what: number) => chance(50 + what, Math.floor(at / 3600), id)
  if (draw(0) < (ASLEEP[life][hour] ?? 0)) return 'asleep'
  if (onDuty) return 'home'
  if (life === 'working' && day % 7 < 5) return draw(1) < (AT_WORK[hour] ?? 0) ? 'far' : 'home'
  if (draw(1) >= (OUT[hour] ?? 0)) return 'home'
  return draw(2) < FAR_OF_OUT ? 'far' : 'near'
}

function metres({ home }: Call, helper: Helper): number {
  return WAY.detour * Math.hypot(home.x - helper.home.x, home.y - helper.home.y)
}

// Whoever is out walks up to 700 m; workers come from their station by day, from a kilometre away by night.
function wayTo(call: Call, helper: Helper, state: State, chance: number): number {
  const isWorker = helper.home.building < 0
  const far = isWorker ? isNight(call.hour) ? 1000 : metres(call, helper) : state === 'near' ? 100 + 600 * chance : metres(call, helper)
  const floor = call.inCut ? WAY.floorInCut : WAY.floor
  if (state === 'near') return far / WAY.pace + 2 * WAY.end + floor * call.home.floor
  if (helper.home.entrance === call.home.entrance) return floor * Math.abs(helper.home.floor - call.home.floor)
  return far / WAY.pace + 2 * WAY.end + floor * (call.home.floor + helper.home.floor)
}

/** Whether he has time by his own hours and does not keep quiet, as the product reads it. */
export function isFree({ at, hour, day }: Call, { own, quiet }: Helper): boolean {
  const [from, until] = own ? day % 7 < 5 ? own.week : own.weekend : [0, 1440]
  const minute = at % DAY / 60
  return minute >= from && minute < until && !(quiet && isNight(hour))
}
