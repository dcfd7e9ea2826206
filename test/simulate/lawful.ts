// What a method forbids: laws that hold for every matter after every act, written from the method and not from the acts. Pure.
import type { Step } from '#db/tables.ts'
import { startOf, type Calendar, type Clock } from '#modules/clocks/public.ts'
import { clockOf, nextSteps, pathOf, STEPS } from '#modules/methods/public.ts'
import { isOver, type Standing } from './standing.ts'

/** What is wrong with a matter as it stands, in words; none when all is well. */
export function unlawful(matter: Standing, calendar: Calendar): string[] {
  const open = matter.clocks.filter(clock => !clock.endedAt)
  return [
    ...ofTheStep(matter),
    ...isOver(matter) ? ofTheOver(matter, open) : [...ofTheClocks(matter, open), ...ofTheStepClock(matter, open, calendar)],
    ...matter.clocks.flatMap(clock => ofEach(matter, clock)),
  ].map(what => `matter ${matter.id} at ${matter.step} (${matter.track}): ${what}`)
}

function ofTheStep({ method, track, step, closedAt, closedAs, mergedInto, leadId, acceptedAt }: Standing): string[] {
  return [
    ...pathOf(method, track).includes(step) ? [] : ['its track has no such step'],
    ...(step === 'close') === (closedAt !== null) ? [] : ['closed and open at once'],
    ...step === 'close' && mergedInto === null && closedAs === null ? ['closed without a sealed file'] : [],
    ...step !== 'close' && (closedAs !== null || mergedInto !== null) ? ['sealed or merged, and open'] : [],
    ...acceptedAt !== null && leadId === null ? ['taken on by nobody'] : [],
  ]
}

function ofTheOver({ isPaused, waitsForResident }: Standing, open: readonly Clock[]): string[] {
  return [
    ...open.map(clock => `it is over, and its clock ${clock.name} is open`),
    ...isPaused || waitsForResident ? ['it is over, and waits'] : [],
  ]
}

function ofTheClocks({ method, track, step, isPaused, waitsForResident, clocks }: Standing, open: readonly Clock[]): string[] {
  const path = pathOf(method, track)
  const { whole } = method
  // Steps that a track lacks are passed over, also the last one of the whole way.
  const isEnd = (name: Step, until: Step) => path.includes(until) ? name === until : STEPS.indexOf(name) > STEPS.indexOf(until)
  const arrived = path.findIndex(name => whole && isEnd(name, whole.until))
  const wholeRuns = whole !== undefined && track !== null && whole.tracks.includes(track) && path.indexOf(step) < arrived
  return [
    ...new Set(open.map(clock => clock.name)).size === open.length ? [] : ['two open clocks of a name'],
    ...open.filter(clock => clock.name !== step && clock.name !== 'whole').map(clock => `the clock ${clock.name} of another step is open`),
    ...open.some(clock => clock.name === 'whole') && !wholeRuns ? ['the clock of the whole way is open where there is none'] : [],
    ...wholeRuns && !clocks.some(clock => clock.name === 'whole') ? ['it has no clock of the whole way'] : [],
    ...isPaused ? open.filter(clock => clock.runningSince).map(clock => `paused, and its clock ${clock.name} runs`) : [],
    ...isPaused ? [] : open.filter(clock => !clock.runningSince).map(clock => `not paused, and its clock ${clock.name} stands`),
    ...waitsForResident && !isPaused ? ['waits for the resident, and is not paused'] : [],
  ]
}

// The clock of the step is the one that the method gives it, whatever happened on the way.
function ofTheStepClock({ method, track, step, urgent }: Standing, open: readonly Clock[], calendar: Calendar): string[] {
  const rule = clockOf(method, track, step, urgent)
  const clock = open.find(one => one.name === step)
  if (!rule || !clock) return rule || clock ? [rule ? 'its step has no clock' : 'its step has a clock that the method lacks'] : []
  const { counting, allowed } = startOf(rule.within, clock.startedAt, calendar)
  return clock.counting === counting && clock.allowed === allowed ? []
    : [`its clock allows ${clock.allowed} ${clock.counting} instead of ${allowed} ${counting}`]
}

function ofEach({ isPaused }: Standing, { name, runningSince, endedAt, dueAt, nextAt, chain, rung }: Clock): string[] {
  return [
    ...endedAt && runningSince ? [`its ended clock ${name} runs`] : [],
    ...(endedAt || isPaused) && nextAt ? [`somebody will be told of its clock ${name}, which stands`] : [],
    ...runningSince && !dueAt ? [`its clock ${name} runs to no end`] : [],
    ...rung > 2 + chain.length ? [`its clock ${name} climbed beyond its chain`] : [],
  ]
}

/** What is wrong with how an act changed a matter. */
export function unlawfulChange(before: Standing, after: Standing, action: string): string[] {
  const { step: from, method, track } = before
  const { step: to } = after
  return [
    ...before.methodId === after.methodId ? [] : ['its method changed under way'],
    ...track === after.track || action === 'matters.route' ? [] : ['its track changed by another act than routing'],
    ...from === 'close' && to !== 'close' ? ['went on after it was closed'] : [],
    ...from === to || mayGo(action, nextSteps(method, track, from), before, after) ? [] : [`went from ${from} to ${to}`],
  ].map(what => `matter ${after.id}, ${action}: ${what}`)
}

function mayGo(action: string, next: readonly string[], { step: from, isWithdrawn }: Standing, { step: to, method, track }: Standing): boolean {
  if (isWithdrawn) return false
  if (action === 'matters.route') return !pathOf(method, track).includes(from) && to !== 'close'
  if (action === 'matters.merge') return to === 'close'
  if (action === 'matters.close') return to === 'close' && next.includes('close')
  if (action === 'matters.rate' || action === 'matters.reopen') return to === 'do' && next.includes('do')
  return action === 'matters.move' && to !== 'close' && next.includes(to)
}
