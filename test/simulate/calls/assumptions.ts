// What the simulated calls assume of people, each with where it comes from. Guesses say so; docs/calls-simulated.md argues about them.
import type { NeedKey } from '#modules/calls/needs.ts'

/** A community and a year, as wished. */
export interface World {
  /** Registered volunteers who agreed to be asked (S4-34: over 900), of whom so many are micro-grid members (S0-07: about a hundred). */
  readonly volunteers: number
  readonly microGrid: number
  readonly callsADay: number
  /** Evening power cuts in a year, each in one estate with so many calls. */
  readonly cuts: number
  readonly callsInCut: number
  /** How much slower than assumed everybody looks at a phone, gets ready and walks. */
  readonly slowness: number
  /** How willing volunteers are, against what is assumed. */
  readonly willing: number
  /** People who are asked too often answer less. */
  readonly tiring: boolean
  /** Somebody is on duty. */
  readonly duty: boolean
  /** All calls come between 22 and 7 o'clock. */
  readonly nights: boolean
}

/** As we think that it is. */
export const USUAL: World = {
  volunteers: 900, microGrid: 100, callsADay: 10, cuts: 12, callsInCut: 40,
  slowness: 1, willing: 1, tiring: true, duty: true, nights: false,
}

/** S2-06: 17,000 residents in seven estates on 0.59 km². 2.6 people to a home (2020 census: 2.62). Sizes of the estates: our guess. */
export const PLACE = { residents: 17_000, toAHome: 2.6, estates: [0.24, 0.2, 0.16, 0.13, 0.11, 0.09, 0.07], side: 770 } as const

/** Entrances of a building, floors and homes on a floor: walk-ups and towers as they stand in such estates. Weights: our guess. */
export const BUILDINGS = [
  { weight: 25, entrances: 4, floors: 6, onFloor: 2 },
  { weight: 35, entrances: 2, floors: 11, onFloor: 3 },
  { weight: 40, entrances: 2, floors: 18, onFloor: 4 },
] as const

/** Duty: so many at once from the micro-grid, by day and by night (guess); grid workers and leaders for each estate (S2-09, S2-10). */
export const DUTY = { day: 3, night: 2, gridWorkers: 2, leaders: 1, secretaries: 1 } as const

/**
 * How willingly a volunteer who sees a call takes it, in three kinds (guess): fewer come than of trained first responders, of whom
 * 17 to 47 % answer (Khalemsky and others, JMIR mHealth 2023, 11:e41551).
 */
export const WILLING = [{ weight: 20, will: 0.5 }, { weight: 45, will: 0.2 }, { weight: 35, will: 0.03 }] as const
/** Micro-grid members took the post on themselves. */
export const MICRO_WILL = 0.5

/**
 * Share that sees a call at all, median seconds until then, and the spread. One phone in five stays silent for us (guess). People miss
 * 15 to 24 % of the alerts that their phone gives (after Mehrotra and others, CHI 2016). Seconds: guesses.
 */
export const PHONE = {
  silent: 0.2, silentSees: 0.04, sees: 0.8, median: 80, spread: 1.2,
  wakesUrgent: 0.06, wakes: 0.02, wakeMedian: 100,
  duty: { sees: 0.96, median: 25, spread: 0.8, will: 0.97 },
  post: { sees: 0.93, nightSees: 0.7, median: 50, nightMedian: 100, spread: 0.9, will: 0.93 },
} as const

/** Calls by hour of day (weights; guess after the hours at which old people are up and about). */
export const BY_HOUR = [1, 0.6, 0.4, 0.4, 0.5, 1.2, 3, 5, 7, 8.5, 8, 6.5, 5, 4.5, 5, 6, 6.5, 7, 8, 7, 5, 3.5, 2.2, 1.5]
/** 15 in 100 homes (old people alone) call eight times as often as others (guess). */
export const LONE = { share: 0.15, times: 8 } as const

/** What is needed by day, by night and in a cut (weights; guess); `unskilled`: how willing those without the skill are, against others. */
export const NEEDED: Readonly<Record<NeedKey, { day: number, night: number, cut: number, unskilled: number }>> = {
  hurt: { day: 4, night: 12, cut: 3, unskilled: 0.6 },
  ill: { day: 5, night: 26, cut: 3, unskilled: 0.4 },
  missing: { day: 1, night: 3, cut: 0, unskilled: 0.9 },
  locked_out: { day: 4, night: 14, cut: 2, unskilled: 0.4 },
  water: { day: 8, night: 14, cut: 17, unskilled: 0.6 },
  power: { day: 9, night: 8, cut: 50, unskilled: 0.35 },
  carry: { day: 24, night: 3, cut: 5, unskilled: 0.9 },
  company: { day: 12, night: 4, cut: 10, unskilled: 0.9 },
  phone: { day: 15, night: 2, cut: 0, unskilled: 0.6 },
  other: { day: 18, night: 14, cut: 10, unskilled: 1 },
}

/** Share of the volunteers who have a skill (guess, after the trades named in S0-07). */
export const SKILLED: Readonly<Record<string, number>> = {
  first_aid: 0.06, emergency: 0.003, general: 0.008, paediatrics: 0.003, nursing: 0.015, orthopaedics: 0.003, chinese_medicine: 0.005,
  patrol: 0.1, locksmith: 0.005, plumbing: 0.04, carrying: 0.25, electrics: 0.04, company: 0.3, phone_teaching: 0.12,
}

/** How often a week people want to be asked at most: most leave the five that stand there (guess). */
export const MOST = [{ weight: 70, most: 5 }, { weight: 15, most: 2 }, { weight: 10, most: 10 }, { weight: 5, most: 0 }] as const

/** The way (guess): seconds to get ready (median, spread), metres a second, detour, seconds at each end, for a floor by lift, in a cut. */
export const WAY = { ready: 150, readySpread: 0.6, pace: 1.1, detour: 1.35, end: 40, floor: 4, floorInCut: 15 } as const

/** One in 25 who said that he comes gives it back after five minutes; whoever comes is away for half an hour (guess). */
export const FALLS_THROUGH = { share: 0.04, after: 300 } as const
export const BUSY = 1800

/** The alarm at 300 s, then the phone relay (guess): seconds until somebody is found (median; by night twice), and until he is there. */
export const ALARM = { at: 300, found: 240, spread: 0.5, there: 600 } as const

/** Whoever was asked twice as often this week as he wants at most is half as willing; six times as often, a tenth (guess). */
export function willingnessLeft(asked: number, most: number): number {
  return 1 / (1 + (asked / (2 * Math.max(1, most))) ** 2)
}
