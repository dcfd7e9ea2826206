// The whole journal read against the method: every step change, every closing, every ring and every clock. Pure but for the reading.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Step, Track } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { calendarOf, clockCommands, counted, levelDue, startOf, wind, type Calendar, type Clock } from '#modules/clocks/public.ts'
import { evidenceFor, methodIn, nextSteps, pathOf, STEPS, TRACKS, turnsDown, type Evidence, type Method } from '#modules/methods/public.ts'

const step = z.enum(STEPS)
const facts = z.looseObject({
  // Splitting names a matter here instead of a step.
  from: z.union([step, z.number()]).optional(), to: step.optional(), track: z.enum(TRACKS).nullish(),
  as: z.string().optional(), again: z.boolean().optional(), moment: z.string().optional(),
  level: z.string().optional(), post: z.string().nullish(), name: z.string().optional(), clocks: clockCommands.optional(),
})

/** One entry about a matter. */
export interface Told {
  action: string
  at: Temporal.Instant
  facts: z.output<typeof facts>
}

/** The entries about matters, by subject, in order. */
export async function journalOf(db: Reader): Promise<Map<string, Told[]>> {
  const rows = await db.selectFrom('journal').select(['subject', 'action', 'at', 'facts'])
    .where('community_id', '=', db.community).where('subject', 'like', 'matters/%').orderBy('id').execute()
  const told = rows.map(row => ({ ...row, facts: facts.parse(row.facts) }))
  return Map.groupBy(told, row => row.subject)
}

/** Everything in the journal that a method forbids, in words. */
export async function unlawfulEntries(db: Reader): Promise<string[]> {
  const [journal, calendar, rows] = await Promise.all([journalOf(db), calendarOf(db), db.selectFrom('matter')
    .innerJoin('method', join => join.onRef('method.community_id', '=', 'matter.community_id').onRef('method.id', '=', 'matter.method_id'))
    .select([sql<string>`'matters/' || matter.id`.as('subject'), 'method.source']).where('matter.community_id', '=', db.community).execute()])
  const methods = new Map(rows.map(row => [row.subject, methodIn(row.source)]))
  return [...journal].flatMap(([subject, told]) => {
    const method = methods.get(subject)
    return method ? ofOne(subject, told, method, calendar) : [`${subject} is told of and not there`]
  })
}

/** A matter as the journal has told it so far. */
interface Course {
  step: Step
  track: Track | null
  since: Temporal.Instant
  lead: boolean
  isOver: boolean
  there: Set<Evidence>
  clocks: Clock[]
}

function ofOne(subject: string, told: readonly Told[], method: Method, calendar: Calendar): string[] {
  const wrong: string[] = []
  const start = told[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0)
  const course: Course = { step: 'raise', track: null, since: start, lead: false, isOver: false, there: new Set(), clocks: [] }
  for (const entry of told) {
    wrong.push(...changed(course, entry, method, calendar).map(what => `${subject} at ${entry.at}, ${entry.action}: ${what}`))
    wrong.push(...rung(course, entry).map(what => `${subject} at ${entry.at}: ${what}`))
    for (const command of entry.facts.clocks ?? []) course.clocks = wind(course.clocks, command, { subject, at: entry.at, calendar })
    remember(course, entry)
  }
  return wrong
}

function changed(course: Course, { action, at, facts }: Told, method: Method, calendar: Calendar): string[] {
  const from = course.step
  const next = nextSteps(method, course.track, from)
  switch (action) {
    case 'matters.move': return facts.to && facts.from === from && facts.to !== 'close' && next.includes(facts.to)
      ? lacking(course, facts.to, method, at, calendar) : [`from ${from} to ${facts.to}`]
    case 'matters.close': return [
      ...next.includes('close') && facts.from === from ? [] : [`closed at ${from}`],
      ...(facts.as === 'turned_down') === turnsDown(method, course.track, from, 'close') ? [] : [`closed as ${facts.as}`],
      ...lacking(course, 'close', method, at, calendar),
    ]
    case 'matters.route': {
      const path = pathOf(method, facts.track ?? null)
      return facts.to === from || (facts.to && !path.includes(from) && path.includes(facts.to)) ? [] : [`from ${from} to ${facts.to}`]
    }
    case 'matters.reopen': return facts.to === undefined || next.includes('do') ? [] : [`sent back from ${from}`]
    case 'matters.rate': return !facts.again || next.includes('do') ? [] : [`sent back from ${from}`]
    default: return []
  }
}

function lacking(course: Course, to: Step, method: Method, at: Temporal.Instant, calendar: Calendar): string[] {
  const asked = evidenceFor(method, course.track, course.step, to)
  return asked.filter(kind => kind !== 'tasks' && !isThere(course, kind, method, at, calendar)).map(kind => `left ${course.step} without ${kind}`)
}

function isThere({ there, lead, since }: Course, kind: Evidence, method: Method, at: Temporal.Instant, calendar: Calendar): boolean {
  if (kind === 'lead') return lead
  if (there.has(kind)) return true
  if (kind !== 'rating' || !method.silence) return false
  const { counting, allowed } = startOf(method.silence, since, calendar)
  return counted(calendar, counting, since, at) >= allowed
}

// Told once a rung, never of a clock that stands, and only when it was due.
function rung({ clocks, isOver }: Course, { action, at, facts }: Told): string[] {
  if (action !== 'clocks.ring') return []
  const clock = clocks.find(one => one.name === facts.name && !one.endedAt)
  if (isOver || !clock?.runningSince) return [`told of the clock ${facts.name}, which does not run`]
  const level = facts.clocks?.[0]?.do === 'ring' ? facts.clocks[0].level : 0
  return [
    ...level > clock.rung ? [] : [`rung ${level} of ${clock.name} twice`],
    ...levelDue(clock, at) === facts.level ? [] : [`${facts.level} of ${clock.name}, and nothing was due`],
  ]
}

const SHOWS: Readonly<Record<string, Evidence>> = {
  'matters.publishPlan': 'plan', 'matters.recordDecision': 'decision', 'matters.reply': 'reply', 'matters.rate': 'rating',
}

function remember(course: Course, { action, at, facts }: Told): void {
  const evidence = SHOWS[action] ?? (action === 'matters.attachPhotos' && facts.moment === 'after' ? 'after_photo' as const : null)
  if (evidence) course.there.add(evidence)
  if (action === 'matters.accept') course.lead = true
  if (action === 'matters.giveBack' || action === 'matters.handOn') course.lead = false
  if (facts.track !== undefined) course.track = facts.track
  if (action === 'matters.close' || action === 'matters.merge' || action === 'matters.withdraw') course.isOver = true
  const to = action === 'matters.close' || action === 'matters.merge' ? 'close' : facts.again ? 'do' : facts.to
  if (to === undefined || to === course.step) return
  course.step = to
  course.since = at
}
