// 隐患清单: what a patrol looks at in every estate, and at which warnings one goes out. Pure.
import type { StormLevel } from '#db/tables.ts'
import type { hazardText } from '#text/activities-patrol.ts'

export type Hazard = keyof typeof hazardText.pairs

/** In the order in which one walks: from the ground up, then down into the garage. */
export const HAZARDS = ['drains', 'trees', 'hoardings', 'basement_garage', 'distribution_boxes'] as const satisfies readonly Hazard[]

/** The levels of a storm warning, weakest first (Meteorological Disaster Warning Signals, CMA Order 16). */
export const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const satisfies readonly StormLevel[]

/** Whether volunteers may be sent out: at the highest level everybody stays in. */
export function maySendOut(level: StormLevel): boolean {
  return level !== 'red'
}

/** Whether a word is the key of a hazard. */
export function isHazard(word: string): word is Hazard {
  return HAZARDS.some(hazard => hazard === word)
}
