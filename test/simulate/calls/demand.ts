// Who calls for what and when, over a year: drawn before anybody is asked, so that every way of asking has the same calls.
import { NEED_KEYS, needOf, type NeedKey } from '#modules/calls/needs.ts'
import { BY_HOUR, NEEDED, PLACE, type World } from './assumptions.ts'
import { chosen, type Chance } from './chance.ts'
import type { Community, Home } from './neighbourhood.ts'

export const DAY = 86_400
export const DAYS = 365

export interface Call {
  readonly id: number
  /** Seconds since the year began, a Monday. */
  readonly at: number
  readonly day: number
  readonly hour: number
  readonly home: Home
  readonly need: NeedKey
  readonly skills: readonly string[]
  readonly urgent: boolean
  /** It is dark and the lifts stand. */
  readonly inCut: boolean
}

/** All of it, in the order of time. */
export function demandOf(chance: Chance, world: World, { homes }: Community): Call[] {
  const sums = runningSums(homes)
  const usual = Array.from({ length: DAYS * world.callsADay }, (_, i) => {
    const day = Math.floor(i / world.callsADay)
    const hour = chosen(BY_HOUR.map((weight, hour) => world.nights && !isNight(hour) ? 0 : weight), chance(20, i))
    const at = day * DAY + hour * 3600 + Math.floor(chance(21, i) * 3600)
    return { at, home: homeAt(homes, sums, chance(22, i)), inCut: false, mood: chance(23, i) }
  })
  return [...usual, ...cuts(chance, world, homes)].toSorted((one, other) => one.at - other.at).map(({ mood, ...call }, id) => {
    const hour = Math.floor(call.at % DAY / 3600)
    const when = call.inCut ? 'cut' : isNight(hour) ? 'night' : 'day'
    const need = NEED_KEYS[chosen(NEED_KEYS.map(key => NEEDED[key][when]), mood)] ?? 'other'
    const { skills, urgent = false } = needOf(need)
    return { ...call, id, hour, day: Math.floor(call.at / DAY), need, skills, urgent }
  })
}

/** Between 22 and 7 o'clock. */
export function isNight(hour: number): boolean {
  return hour >= 22 || hour < 7
}

// Once a month at seven in the evening an estate is without power for a while.
function cuts(chance: Chance, { cuts, callsInCut, nights }: World, homes: readonly Home[]) {
  return Array.from({ length: nights ? 0 : cuts * callsInCut }, (_, i) => {
    const nth = Math.floor(i / callsInCut)
    const dark = homes.filter(home => home.estate === Math.floor(chance(30, nth) * PLACE.estates.length))
    const at = Math.floor((nth + 0.5) * DAYS / cuts) * DAY + 19 * 3600 + Math.floor(chance(31, i) * 2400)
    return { at, home: homeAt(dark, runningSums(dark), chance(32, i)), inCut: true, mood: chance(33, i) }
  })
}

function runningSums(homes: readonly Home[]): number[] {
  let sum = 0
  return homes.map(({ weight }) => sum += weight)
}

function homeAt(homes: readonly Home[], sums: readonly number[], chance: number): Home {
  const at = chance * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  const home = homes[low]
  if (!home) throw new RangeError('no homes')
  return home
}
