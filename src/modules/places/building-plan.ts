// Buildings typed in one line, «1-6号楼», and the homes in them. Pure.
import type { Spot } from '#modules/places/settle.ts'

/** The most that one act makes. */
export const PLAN_LIMITS = { buildings: 100, homes: 5000 } as const

const RANGE = /^(\D*?)(\d{1,4})\D*?[-~至到—–]\D*?(\d{1,4})(\D*)$/u
const LETTERS = /^([A-Z])\s*[-~至到—–]\s*([A-Z])(\P{L}*\p{Script=Han}*)$/u

/** «1-3号楼、A座» as 1号楼, 2号楼, 3号楼, A座; empty when a range runs backwards or there are more than 100. */
export function buildingsNamed(typed: string): string[] {
  const parts = typed.normalize('NFKC').split(/[,、;\n]/u).map(part => part.replace(/\s+/gu, ' ').trim()).filter(part => part !== '')
  const named = parts.map(ranged)
  if (named.some(names => names.length === 0)) return []
  const all = [...new Set(named.flat())]
  return all.length > PLAN_LIMITS.buildings || all.some(name => name.length > 40) ? [] : all
}

function ranged(part: string): string[] {
  const numbers = RANGE.exec(part)
  if (numbers) {
    const [, before = '', first, last, after = ''] = numbers
    return between(Number(first), Number(last)).map(number => `${before}${number}${after}`)
  }
  const letters = LETTERS.exec(part)
  if (!letters) return [part]
  const [, first = '', last = '', after = ''] = letters
  return between(first.charCodeAt(0), last.charCodeAt(0)).map(code => `${String.fromCharCode(code)}${after}`)
}

function between(first: number, last: number): number[] {
  const length = last - first + 1
  return length > 0 && length <= PLAN_LIMITS.buildings ? Array.from({ length }, (_, i) => first + i) : []
}

export interface BuildingPlan {
  estate: string
  buildings: readonly string[]
  /** 0: the homes stand directly in the building. */
  entrances: number
  floors: number
  homesPerFloor: number
}

/** How many homes the plan has. */
export function homesIn(plan: BuildingPlan): number {
  return plan.buildings.length * Math.max(plan.entrances, 1) * plan.floors * plan.homesPerFloor
}

/** Every home of the plan, numbered floor by floor: 101, 102 … */
export function spotsOf(plan: BuildingPlan): Spot[] {
  const entrances = plan.entrances === 0 ? [''] : counted(plan.entrances).map(number => `${number}单元`)
  return plan.buildings.flatMap(building => entrances.flatMap(entrance => counted(plan.floors).flatMap(floor =>
    counted(plan.homesPerFloor).map(number => ({ estate: plan.estate, building, entrance,
      home: `${floor}${String(number).padStart(2, '0')}` })))))
}

function counted(length: number): number[] {
  return Array.from({ length }, (_, i) => i + 1)
}
