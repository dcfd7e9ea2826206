// 工作法: a way of working as data: its steps, who does what, clocks, the chain that a late matter climbs, evidence and words. Pure.
import { z } from 'zod'
import type { Step, Track } from '#db/tables.ts'
import { limit } from '#modules/clocks/public.ts'
import { POSTS, type PostKind } from '#modules/people/public.ts'

/** The steps that a method may have, in their order; what each is called on screen, the method says. */
export const STEPS = ['raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate', 'close'] as const satisfies readonly Step[]

/** 办理途径: the six ways (law of the field, §4); each is lawful only for its own kind of matter. */
export const TRACKS = ['hazard', 'help', 'mediation', 'council', 'owners', 'activity'] as const satisfies readonly Track[]

/** What can be asked for before a step is left behind: a lead who took it on, a plan, a recorded decision, a photo of the finished work, tasks all done, a public reply, ratings (or silence). */
export const EVIDENCE = ['lead', 'plan', 'decision', 'after_photo', 'tasks', 'reply', 'rating'] as const
export type Evidence = (typeof EVIDENCE)[number]

const words = z.strictObject({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(160) })
const post = z.enum(Object.keys(POSTS) as [PostKind, ...PostKind[]])
const step = z.enum(STEPS)
const clock = z.strictObject({ within: limit, warn: limit.optional(), climb: limit.optional() })

const stepRule = z.strictObject({
  name: words,
  hint: words,
  may: z.array(post).default([]),
  next: z.array(step).default([]),
  clock: clock.optional(),
  evidence: z.array(z.enum(EVIDENCE)).default([]),
})

const trackRule = z.strictObject({ steps: z.array(step).min(2), clocks: z.partialRecord(step, clock).default({}) })

/** Who is asked when somebody calls for help, ring by ring: so many seconds after the call, so many people at once. */
export const RINGS = ['entrance', 'building', 'estate', 'on_duty', 'grid_worker', 'leader', 'community'] as const

/** The rings of a call, also as they are kept with it. */
export const ringRules = z.array(z.strictObject({
  who: z.enum(RINGS), after: z.number().int().min(0).max(3600), most: z.number().int().min(1).max(500),
})).min(1).max(20)

const shape = z.strictObject({
  key: z.string().regex(/^[a-z0-9+-]{1,30}$/iu),
  name: words,
  about: words,
  chain: z.array(post).min(1),
  steps: z.partialRecord(step, stepRule),
  tracks: z.partialRecord(z.enum(TRACKS), trackRule),
  urgent: z.partialRecord(step, clock).default({}),
  whole: z.strictObject({ until: step, clock, tracks: z.array(z.enum(TRACKS)).min(1) }).optional(),
  silence: limit.optional(),
  rings: ringRules.optional(),
  checklists: z.record(z.string().regex(/^[a-z][a-z-]{0,29}$/u), z.strictObject({ name: words, items: z.array(words).min(1).max(40) })).default({}),
})

/** A valid method: whatever the rules below ask holds. */
export type Method = z.output<typeof shape>
export type ClockRule = z.output<typeof clock>

/** The shape and the rules of a method; each problem carries the path to the line that is wrong. */
export const methodShape = shape.superRefine((method, context) => {
  for (const problem of problemsOf(method)) context.addIssue({ code: 'custom', path: [...problem.path], params: { problem } })
})

/** What is wrong with a method whose shape is right: where, and which rule. */
export type MethodProblem =
  | { path: readonly (string | number)[], rule: 'no raise' | 'no close' | 'close goes on' | 'nobody may' | 'no track' | 'not from raise to close' }
  | { path: readonly (string | number)[], rule: 'rings back in time' }
  | { path: readonly (string | number)[], rule: 'no such step' | 'leads nowhere' | 'never reached', step: Step }

function problemsOf(method: Method): MethodProblem[] {
  return [...ends(method), ...steps(method), ...tracks(method), ...strays(method), ...rings(method)]
}

function ends({ steps, tracks }: Method): MethodProblem[] {
  return [
    ...steps.raise ? [] : [{ path: ['steps'], rule: 'no raise' } as const],
    ...steps.close ? [] : [{ path: ['steps'], rule: 'no close' } as const],
    ...steps.close?.next.length ? [{ path: ['steps', 'close', 'next'], rule: 'close goes on' } as const] : [],
    ...Object.keys(tracks).length === 0 ? [{ path: ['tracks'], rule: 'no track' } as const] : [],
  ]
}

function steps(method: Method): MethodProblem[] {
  return STEPS.flatMap((name): MethodProblem[] => {
    const rule = method.steps[name]
    if (!rule) return []
    return [
      ...rule.next.flatMap((next, index) => method.steps[next] ? [] : [{ path: ['steps', name, 'next', index], rule: 'no such step', step: next } as const]),
      ...name !== 'close' && rule.may.length === 0 ? [{ path: ['steps', name], rule: 'nobody may' } as const] : [],
    ]
  })
}

// On every track a matter must be able to come from raise to each step, and from each step to close: nothing gets stuck.
function tracks(method: Method): MethodProblem[] {
  return TRACKS.flatMap((track): MethodProblem[] => {
    const path = method.tracks[track]?.steps
    if (!path) return []
    const at = (name: Step) => ['tracks', track, 'steps', path.indexOf(name)]
    const missing = path.filter(name => !method.steps[name])
    if (missing.length > 0) return missing.map(name => ({ path: at(name), rule: 'no such step', step: name }))
    if (path[0] !== 'raise' || path.at(-1) !== 'close') return [{ path: ['tracks', track, 'steps'], rule: 'not from raise to close' }]
    return path.flatMap((name): MethodProblem[] => [
      ...reached(method, track, 'raise').has(name) ? [] : [{ path: at(name), rule: 'never reached', step: name } as const],
      ...reached(method, track, name).has('close') ? [] : [{ path: at(name), rule: 'leads nowhere', step: name } as const],
    ])
  })
}

function strays({ steps, whole, urgent }: Method): MethodProblem[] {
  return [
    ...whole && !steps[whole.until] ? [{ path: ['whole', 'until'], rule: 'no such step', step: whole.until } as const] : [],
    ...STEPS.filter(name => urgent[name] && !steps[name]).map(name => ({ path: ['urgent', name], rule: 'no such step', step: name } as const)),
  ]
}

// Each ring opens with the one before it or later.
function rings({ rings = [] }: Method): MethodProblem[] {
  return rings.flatMap((ring, at) => ring.after < (rings[at - 1]?.after ?? 0) ? [{ path: ['rings', at, 'after'], rule: 'rings back in time' } as const] : [])
}

function reached(method: Method, track: Track, from: Step): Set<Step> {
  const found = new Set<Step>([from])
  for (const name of found) for (const next of nextSteps(method, track, name)) found.add(next)
  return found
}

/** The steps to which a matter of this track may go from here; a step that the track lacks is passed over. */
export function nextSteps(method: Method, track: Track | null, from: Step): Step[] {
  const path = pathOf(method, track)
  // A track may go through its steps in an order of its own, so what it has is taken as it is.
  const passedOver = (next: Step) => path.includes(next) ? next : path.find(name => STEPS.indexOf(name) > STEPS.indexOf(next))
  return [...new Set((method.steps[from]?.next ?? []).flatMap(next => passedOver(next) ?? []).filter(next => next !== from))]
}

/** The steps of a track, in order; a track that the method lacks goes the way of its first one. */
export function pathOf(method: Method, track: Track | null): readonly Step[] {
  const rule = (track && method.tracks[track]) ?? method.tracks[tracksOf(method)[0] ?? 'hazard']
  return rule?.steps ?? []
}

/** The tracks that a method has, in the order of the router. */
export function tracksOf(method: Method): Track[] {
  return TRACKS.filter(track => method.tracks[track])
}

/** Whether this is closing before the work was done (not ours, twice the same, nothing to do): needs a reason instead of evidence. */
export function turnsDown(method: Method, track: Track | null, from: Step, to: Step): boolean {
  const path = pathOf(method, track)
  return to === 'close' && path.at(-2) !== from
}

/** What must be there before a matter goes from this step to that one: nothing for going back or turning down. */
export function evidenceFor(method: Method, track: Track | null, from: Step, to: Step): readonly Evidence[] {
  const path = pathOf(method, track)
  const goesOn = path.indexOf(to) > path.indexOf(from)
  return goesOn && !turnsDown(method, track, from, to) ? method.steps[from]?.evidence ?? [] : []
}

/** The clock of a step: the track's own if it has one, the urgent one if somebody must come today and it has one, or the step's. */
export function clockOf(method: Method, track: Track | null, name: Step, urgent: boolean): ClockRule | undefined {
  return (urgent ? method.urgent[name] : undefined) ?? (track ? method.tracks[track]?.clocks[name] : undefined) ?? method.steps[name]?.clock
}
