// The clocks of a matter: one for its step, one for the whole way, as its method says.
import type { Step, Track } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { calendarOf, clocksOf, startOf, type Calendar, type Clock, type ClockCommand } from '#modules/clocks/public.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { clockOf, pathOf, STEPS, type ClockRule, type Method } from '#modules/methods/public.ts'

type Timed = Pick<MatterUnderMethod, 'method' | 'track' | 'urgent' | 'step' | 'paused_at' | 'lead_id'> & { place: { id: number } }
type Start = Extract<ClockCommand, { do: 'start' }>
type Going = Timed & Pick<MatterUnderMethod, 'id' | 'step_since' | 'raised_at'>

/** The name of the clock that runs from raising until the method's step of showing. */
export const WHOLE = 'whole'

/** What the clocks are told when a matter has just been raised. */
export function clocksToBegin(calendar: Calendar, matter: Timed, now: Temporal.Instant): ClockCommand[] {
  const { chain } = matter.method
  return [...stepClock(matter, 'raise', now, calendar, chain), ...wholeClock(matter, now, calendar, chain)]
}

/** What the clocks are told when a matter goes to another step: a pause ends, the old step's clock stops, the new one's starts. */
export async function clocksToMove(db: Reader, matter: Timed, to: Step, now: Temporal.Instant): Promise<ClockCommand[]> {
  return [
    ...matter.paused_at ? [{ do: 'resume' } as const] : [],
    { do: 'stop', name: matter.step },
    ...isOnTheWay(matter.method, matter.track, to) ? [] : [{ do: 'stop', name: WHOLE } as const],
    ...to === 'close' ? [] : stepClock(matter, to, now, await calendarOf(db), await chainAbove(db, matter)),
  ]
}

/** What the clocks are told when it takes another track, and with it another step where that track lacks the present one. */
export async function clocksToRoute(
  db: Reader, matter: Going, to: { track: Track, step: Step }, now: Temporal.Instant,
): Promise<ClockCommand[]> {
  const rerouted = { ...matter, track: to.track }
  const steps = to.step !== matter.step ? await clocksToMove(db, rerouted, to.step, now)
    : to.track !== matter.track ? await clocksToAllow(db, rerouted, now) : []
  const [was, is] = [isOnTheWay(matter.method, matter.track, matter.step), isOnTheWay(matter.method, to.track, to.step)]
  if (was === is) return steps
  if (was) return [...steps, { do: 'stop', name: WHOLE }]
  const before = await clocksOf(db, `matters/${matter.id}`)
  const starts = wholeClock(rerouted, matter.raised_at, await calendarOf(db), await chainAbove(db, matter))
    .map(start => lessUsed(start, before, matter.raised_at))
  return [...steps, ...starts, ...matter.paused_at && to.step === matter.step ? [{ do: 'pause' } as const] : []]
}

/**
 * What the clocks are told when it becomes urgent or stops being so: another allowance, what was used stays used.
 * A step that had no clock gets it now.
 */
export async function clocksToAllow(db: Reader, matter: Going, now: Temporal.Instant): Promise<ClockCommand[]> {
  const rule = clockOf(matter.method, matter.track, matter.step, matter.urgent)
  if (!rule) return [{ do: 'stop', name: matter.step }]
  const clocks = await clocksOf(db, `matters/${matter.id}`)
  if (!clocks.some(({ name, endedAt }) => name === matter.step && !endedAt)) {
    const start = started(matter.step, rule, matter, now, await calendarOf(db), await chainAbove(db, matter))
    return [lessUsed(start, clocks, matter.step_since), ...matter.paused_at ? [{ do: 'pause' } as const] : []]
  }
  // From where the clock started: "the end of the next working day" means the day after that one.
  return [{ do: 'allow', name: matter.step, ...measured(rule, matter.step_since, await calendarOf(db)) }]
}

/** Who is above the lead: the chain as it continues beyond the lead's own posts. */
export async function chainAbove(db: Reader, { method, lead_id }: Pick<Timed, 'method' | 'lead_id'>): Promise<string[]> {
  if (lead_id === null) return [...method.chain]
  const posts = await db.selectFrom('post').select('kind')
    .where('community_id', '=', db.community).where('person_id', '=', lead_id).where('until', 'is', null).execute()
  const highest = Math.max(-1, ...posts.map(post => method.chain.findIndex(kind => kind === post.kind)))
  return method.chain.slice(highest + 1)
}

function stepClock(matter: Timed, step: Step, now: Temporal.Instant, calendar: Calendar, chain: readonly string[]): Start[] {
  const rule = clockOf(matter.method, matter.track, step, matter.urgent)
  return rule ? [started(step, rule, matter, now, calendar, chain)] : []
}

function wholeClock(matter: Timed, now: Temporal.Instant, calendar: Calendar, chain: readonly string[]): Start[] {
  const { whole } = matter.method
  return whole && isOnTheWay(matter.method, matter.track, 'raise') ? [started(WHOLE, whole.clock, matter, now, calendar, chain)] : []
}

// Whether the clock of the whole way counts at a step of a track. A track that lacks its last step has it end at the next one.
function isOnTheWay({ whole, ...method }: Method, track: Track | null, step: Step): boolean {
  if (!whole || !track || !whole.tracks.includes(track)) return false
  const path = pathOf(method, track)
  const end = path.includes(whole.until) ? whole.until : path.find(name => STEPS.indexOf(name) > STEPS.indexOf(whole.until))
  return end !== undefined && path.indexOf(step) < path.indexOf(end)
}

function started(name: string, rule: ClockRule, matter: Timed, now: Temporal.Instant, calendar: Calendar, chain: readonly string[]): Start {
  return { do: 'start', name, ...measured(rule, now, calendar), chain: [...chain], place: matter.place.id }
}

// A clock that was stopped on the way starts again with what it had left: going there and back wins no time.
function lessUsed(start: Start, clocks: readonly Clock[], since: Temporal.Instant): Start {
  // Clocks are kept to the millisecond.
  const ended = clocks.filter(({ name, counting, startedAt }) =>
    name === start.name && counting === start.counting && startedAt.epochMilliseconds >= since.epochMilliseconds)
  return { ...start, allowed: Math.max(0, start.allowed - ended.reduce((sum, { used }) => sum + used, 0)) }
}

function measured(rule: ClockRule, now: Temporal.Instant, calendar: Calendar) {
  return {
    ...startOf(rule.within, now, calendar),
    warn: rule.warn ? startOf(rule.warn, now, calendar).allowed : null,
    climb: rule.climb ? startOf(rule.climb, now, calendar).allowed : null,
  }
}
