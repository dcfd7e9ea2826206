// What whoever has a matter does when he looks at it: the way of working of the model's workers, for every method.
import type { Step, Track } from '#db/tables.ts'
import { after, startOf } from '#modules/clocks/public.ts'
import {
  acceptHandling, acceptMatter, addHandler, addTask, askResident, closeMatter, giveBackMatter, handOnMatter, mergeMatter, moveMatter,
  noteInside, pauseMatter, resumeMatter, routeMatter, setUrgent, splitMatter,
} from '#modules/matters/public.ts'
import { evidenceFor, nextSteps, pathOf, tracksOf } from '#modules/methods/public.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import {
  ASKED, BETWEEN, FORGOTTEN, GIVEN_BACK, LOOKS, PAUSED, ROUTED, TRACK_HOURS, UNTIL_LOOK, URGENT, type Hours, type Look,
} from './behaviour.ts'
import { SHOW } from './evidence.ts'
import { act, lifeOf, lookAt, plainly, plan, see, working, type Doing, type Life, type Quarter } from './life.ts'
import { holdersOver } from './neighbourhood.ts'
import { arrived } from './resident.ts'
import { isOver, type Standing } from './standing.ts'

/** Somebody looks at a matter, does something, and knows when he will look again. */
export async function look(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<void> {
  const { standing } = life
  life.look = null
  if (!standing || isOver(standing)) return
  const actor = handOf(quarter, life, standing)
  if (standing.isPaused) {
    await act(quarter, life, at, resumeMatter, actor)
    return again(quarter, life, at, 'was paused')
  }
  if (standing.acceptedAt === null) return take(quarter, life, at, actor)
  if (standing.routedBy === null && await routed(quarter, life, at, actor, standing)) return
  const step = life.standing?.step ?? standing.step
  if (step === 'close') return
  await DOES[life.random.weighted<Look>({ ...NOTHING, ...LOOKS[step] })](quarter, life, at, actor)
}

const NOTHING: Readonly<Record<Look, number>> = { go: 0, ask: 0, pause: 0, handOn: 0, note: 0, helper: 0, task: 0, urgent: 0, back: 0, split: 0 }

// The lead; or somebody whom the method names for this step, who must see what is not public.
function handOf({ people }: Quarter, { random, place }: Life, { leadId, method, step, isPrivate }: Standing): Actor {
  const lead = people.worker(leadId)
  if (lead) return lead
  const named = holdersOver(people, method.steps[step]?.may ?? [], place)
  const seeing = isPrivate || place.kind === 'home' ? named.filter(one => holds(one, 'move matter', place)) : named
  return seeing.length > 0 ? random.pick(seeing.slice(0, 4)) : people.secretary
}

async function take(quarter: Quarter, life: Life, at: Temporal.Instant, actor: Actor): Promise<void> {
  const { random, original, standing } = life
  const mayClose = standing !== null && nextSteps(standing.method, standing.track, standing.step).includes('close')
  if (original?.standing && !isOver(original.standing) && await merged(quarter, life, original, at, actor)) return
  if (standing?.leadId !== null && random.chance(GIVEN_BACK)) {
    await act(quarter, life, at, giveBackMatter, actor, { note: '这件不归我这边管，请换一位' })
    return soon(quarter, life, at, 'was given back')
  }
  await act(quarter, life, at, acceptMatter, actor)
  if (standing?.step === 'raise' && mayClose && random.chance(ROUTED.turnedDown)) {
    await act(quarter, life, at, closeMatter, actor, { note: '这件不在社区能办的范围里，已经说明该找谁' })
    return
  }
  again(quarter, life, at, 'was just taken on')
}

async function merged(quarter: Quarter, life: Life, into: Life, at: Temporal.Instant, actor: Actor): Promise<boolean> {
  const answer = await act(quarter, life, at, mergeMatter, actor, { into: into.id, note: '和前面那件是同一件事，一起办' })
  if (answer) await see(quarter, into, 'matters.merge into')
  return answer !== null
}

// Sets the track; true when there is nothing more to do today.
async function routed(quarter: Quarter, life: Life, at: Temporal.Instant, actor: Actor, standing: Standing): Promise<boolean> {
  const { random, subject } = life
  const tracks = tracksOf(standing.method)
  const known = tracks.find(track => track === subject.track)
  const track: Track | null = known ?? (random.chance(ROUTED.confirmed) ? standing.track : random.pick(tracks))
  await act(quarter, life, at, routeMatter, actor, { track, category: standing.category ?? 'other' })
  if (life.standing?.step === standing.step) return false
  soon(quarter, life, at, 'was routed')
  return true
}

const DOES: Readonly<Record<Look, Doing>> = {
  go: goOn,
  async ask(quarter, life, at, actor) {
    await act(quarter, life, at, askResident, actor, { text: '请问是哪一层、什么时候最明显？' })
    if (life.random.chance(ASKED.answers)) plan(quarter, life, plainly(life, at, ASKED.hours), 'answer')
    lookAt(quarter, life, working(quarter, life, at, ASKED.givesUp), 'waited for the resident')
  },
  async pause(quarter, life, at, actor) {
    await act(quarter, life, at, pauseMatter, actor, { note: '配件要等几天，到了就装' })
    lookAt(quarter, life, working(quarter, life, at, PAUSED), 'waited for parts')
  },
  async handOn(quarter, life, at, actor) {
    const other = another(quarter, life, actor)
    if (!other) return goOn(quarter, life, at, actor)
    await act(quarter, life, at, handOnMatter, actor, { person: other.personId, note: '这件您那边更熟，请接一下' })
    soon(quarter, life, at, 'was handed on')
  },
  async note(quarter, life, at, actor) {
    await act(quarter, life, at, noteInside, actor, { text: '上门看过了，情况和说的一样' })
    again(quarter, life, at, 'was looked into')
  },
  async helper(quarter, life, at, actor) {
    const other = another(quarter, life, actor)
    if (other && await act(quarter, life, at, addHandler, actor, { person: other.personId })) await act(quarter, life, at, acceptHandling, other)
    again(quarter, life, at, 'was shared')
  },
  async task(quarter, life, at, actor) {
    const added = await act(quarter, life, at, addTask, actor, { title: '先到现场量一量' })
    if (added) life.tasks.push(added.task)
    again(quarter, life, at, 'was divided')
  },
  async urgent(quarter, life, at, actor) {
    await act(quarter, life, at, setUrgent, actor, { urgent: !life.standing?.urgent })
    again(quarter, life, at, 'became urgent, or not')
  },
  async back(quarter, life, at, actor) {
    const back = life.standing && behind(life.standing)
    if (!back) return goOn(quarter, life, at, actor)
    await act(quarter, life, at, moveMatter, actor, { step: back, note: '还有一处没说清，再看一遍' })
    soon(quarter, life, at, 'went a step back')
  },
  async split(quarter, life, at, actor) {
    const text = '另外门口的灯也不亮，一并请看看'
    const made = await act(quarter, life, at, splitMatter, actor, { text })
    if (made) await begun(quarter, life, at, made.id, 1)
    again(quarter, life, at, 'was split')
  },
}

/** A matter that came of another one: split off (1) or raised anew (2); somebody will look at it. */
export async function begun(quarter: Quarter, from: Life, at: Temporal.Instant, id: number, kind: 1 | 2): Promise<void> {
  const { subject, place, raiser } = from
  const life = lifeOf(quarter, quarter.matters + from.number * 4 + kind, { subject, place, raiser, id })
  quarter.lives.push(life)
  await see(quarter, life, 'begin')
  soon(quarter, life, at, 'nobody had looked yet')
}

async function goOn(quarter: Quarter, life: Life, at: Temporal.Instant, actor: Actor): Promise<void> {
  const { standing } = life
  if (!standing) return
  const to = ahead(standing)
  for (const kind of evidenceFor(standing.method, standing.track, standing.step, to)) {
    if (kind === 'rating' && !life.there.has(kind) && isWaiting(quarter, life, standing, at)) return
    if (kind === 'tasks' || !life.there.has(kind)) await SHOW[kind]?.(quarter, life, at, actor)
  }
  if (to === 'close') await act(quarter, life, at, closeMatter, actor, { note: '办好了，谢谢您提出来' })
  else if (await act(quarter, life, at, moveMatter, actor, { step: to, note: '这一步办好了，接着往下走' })) arrived(quarter, life, at)
  soon(quarter, life, at, `was at ${to}`)
}

function behind({ method, track, step }: Standing): Step | undefined {
  const path = pathOf(method, track)
  return nextSteps(method, track, step).find(name => name !== 'raise' && path.indexOf(name) < path.indexOf(step))
}

// The next step of the track where the method goes there, or the nearest one after it.
function ahead({ method, track, step }: Standing): Step {
  const path = pathOf(method, track)
  const next = nextSteps(method, track, step).filter(name => path.indexOf(name) > path.indexOf(step))
  return path.find(name => next.includes(name)) ?? 'close'
}

// Nobody has rated yet: he looks again when the neighbours' time for it is over.
function isWaiting(quarter: Quarter, life: Life, { method, stepSince }: Standing, at: Temporal.Instant): boolean {
  if (!method.silence) return false
  const { counting, allowed } = startOf(method.silence, stepSince, quarter.calendar)
  const over = counting === 'working' ? after(quarter.calendar, stepSince, allowed) : stepSince.add({ milliseconds: allowed })
  if (Temporal.Instant.compare(at, over) >= 0) return false
  lookAt(quarter, life, working(quarter, life, over, UNTIL_LOOK.rate), 'nobody rated it')
  return true
}

function another({ people }: Quarter, { random, place, standing }: Life, actor: Actor): Actor | null {
  const named = holdersOver(people, standing?.method.steps[standing.step]?.may ?? [], place)
    .filter(one => one.personId !== actor.personId && holds(one, 'move matter', place))
  return named.length > 0 ? random.pick(named.slice(0, 6)) : null
}

/** The same worker goes on soon. */
export function again(quarter: Quarter, life: Life, at: Temporal.Instant, why: string): void {
  const isUrgent = life.standing?.urgent && life.random.chance(URGENT.share)
  lookAt(quarter, life, isUrgent ? plainly(life, at, BETWEEN) : working(quarter, life, at, BETWEEN), why)
}

/** Somebody looks when he gets to it, as long as the step takes; or it slips his mind. */
export function soon(quarter: Quarter, life: Life, at: Temporal.Instant, why: string): void {
  const { standing, random } = life
  if (!standing || isOver(standing) || standing.step === 'close') return
  if (standing.urgent && random.chance(URGENT.share)) return lookAt(quarter, life, plainly(life, at, URGENT.hours), why)
  const hours: Hours = (standing.track && TRACK_HOURS[standing.track]?.[standing.step]) ?? UNTIL_LOOK[standing.step]
  const isForgotten = random.chance(FORGOTTEN.share)
  const times = isForgotten ? random.between(...FORGOTTEN.times) : 1
  lookAt(quarter, life, working(quarter, life, at, hours, times), isForgotten ? 'slipped somebody\'s mind' : why)
}
