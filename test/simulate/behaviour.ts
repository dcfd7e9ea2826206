// How people behave in a simulated quarter: plain numbers, to be argued about. Shares are from 0 to 1; working hours are those of the community.
import type { Step, Track } from '#db/tables.ts'

/** From so many to so many hours. */
export type Hours = readonly [from: number, to: number]

/** What whoever has a matter does when he looks at it, as likely as its weight; `go` takes it to the next step. */
export type Look = 'go' | 'ask' | 'pause' | 'handOn' | 'note' | 'helper' | 'task' | 'urgent' | 'back' | 'split'

/** How soon a worker looks at a matter that has just come to a step, in working hours. */
export const UNTIL_LOOK: Readonly<Record<Exclude<Step, 'close'>, Hours>> = {
  raise: [0.1, 2.5], discuss: [0.5, 7], decide: [3, 11], coordinate: [0.5, 6.5], do: [1, 24], show: [0.3, 4], rate: [1, 10],
}

/** Where a track takes its own time, in working hours. */
export const TRACK_HOURS: Readonly<Partial<Record<Track, Partial<Record<Step, Hours>>>>> = {
  hazard: { coordinate: [0.1, 3], do: [0.5, 9] },
  help: { coordinate: [0.2, 4], do: [0.5, 8] },
  mediation: { do: [8, 110] },
  council: { do: [4, 36] },
  owners: { discuss: [10, 70], decide: [20, 170], do: [20, 190] },
  activity: { discuss: [2, 24], do: [16, 120] },
}

/** Between two things that the same worker does on a matter, in working hours. */
export const BETWEEN: Hours = [0.05, 1]

/** Somebody must come today: whoever is on duty comes at any hour (share), after so many plain hours. */
export const URGENT = { share: 0.8, hours: [0.1, 0.8] as Hours }

/** How often a matter slips somebody's mind, and how many times longer it lies then. */
export const FORGOTTEN = { share: 0.06, times: [3, 9] as Hours }

export const LOOKS: Readonly<Record<Exclude<Step, 'close'>, Readonly<Partial<Record<Look, number>>>>> = {
  raise: { go: 80, ask: 7, handOn: 5, urgent: 2, note: 3, split: 1 },
  discuss: { go: 85, ask: 4, note: 6, back: 2 },
  decide: { go: 88, back: 4, note: 4, pause: 2 },
  coordinate: { go: 80, handOn: 8, helper: 5, task: 5, back: 2 },
  do: { go: 78, pause: 9, handOn: 3, task: 3, note: 3, back: 2, helper: 2 },
  show: { go: 95, back: 3, note: 2 },
  rate: { go: 99, note: 1 },
}

/** What a worker thinks when he first looks: how often he confirms the proposal, and how often it is not for this house. */
export const ROUTED = { confirmed: 0.88, turnedDown: 0.04 }

/** How often whoever was asked gives a matter back. */
export const GIVEN_BACK = 0.05

/** A question finds an answer after so many hours, mostly in the evening; or never, and the worker goes on after so many working hours. */
export const ASKED = { answers: 0.78, hours: [0.5, 40] as Hours, givesUp: [20, 40] as Hours }

/** Parts, permits and weather: how long a pause lasts, in working hours. */
export const PAUSED: Hours = [4, 40]

/** A warning, an alarm and a call from above make somebody look (share), after so many working hours; from above it may be taken over. */
export const REMINDED = {
  warn: { share: 0.35, hours: [0.2, 2] as Hours },
  alarm: { share: 0.5, hours: [0.2, 4] as Hours },
  climb: { share: 0.65, hours: [0.1, 3] as Hours },
  takenOver: 0.2, urged: 0.15,
}

/** Who rates, how soon (hours), and how many give each number of stars; who gave few may ask for it to be done again. */
export const RATED = {
  share: 0.58, hours: [1, 150] as Hours, stars: { 5: 52, 4: 27, 3: 12, 2: 6, 1: 3 }, again: 0.5, low: 2,
}

/** What else happens: taken back in the first minutes, others with the same trouble, broken again after so many days, the same raised twice within so many hours. */
export const ELSE = {
  withdrawn: 0.02, followed: 0.25, twice: 0.04, reopened: 0.03, brokenAgain: [2, 30] as Hours, soonAgain: [0.3, 40] as Hours,
  withoutAccount: 0.12, urgent: 0.06,
}
