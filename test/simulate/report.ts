// What a simulated quarter showed, in words and numbers that are the same for the same seed.
import { createHash } from 'node:crypto'
import { worked } from '#modules/clocks/public.ts'
import { TRACKS } from '#modules/methods/public.ts'
import { journalOf, type Told } from './journal.ts'
import type { Life, Quarter } from './life.ts'
import { isOver, type Standing } from './standing.ts'

const HOUR = 3_600_000

/** All of it, line by line; the last line is the checksum over the final states. */
export async function reportOf(quarter: Quarter): Promise<string[]> {
  const journal = await quarter.house.house.database.look(quarter.people.community, journalOf)
  return [
    ...ends(quarter), '', ...times(quarter, journal), '', ...punctual(quarter), '', ...calls(quarter, journal), '', ...acts(quarter), '',
    `checksum ${checksum(quarter)}`,
  ]
}

function ends({ lives }: Quarter): string[] {
  const there = lives.flatMap(({ standing }) => standing ?? [])
  const of = (what: string, is: (matter: Standing) => boolean) => {
    const n = there.filter(is).length
    return `  ${what.padEnd(34)}${String(n).padStart(7)}  ${percent(n, there.length)}`
  }
  return [
    `${there.length} matters`,
    of('closed, done', matter => matter.closedAs === 'done'),
    of('closed, turned down', matter => matter.closedAs === 'turned_down'),
    of('merged into another', matter => matter.mergedInto !== null),
    of('taken back', matter => matter.isWithdrawn),
    of('open at the end', matter => !isOver(matter)),
    ...['grid', 'estate', 'community', 'street'].map(level => of(`settled by the ${level}`, matter => matter.level === level)),
    of('raised anew after closing', matter => matter.reopenedFrom !== null),
  ]
}

interface Course {
  track: string
  raised: Temporal.Instant
  accepted?: Temporal.Instant
  done?: Temporal.Instant
  closed?: Temporal.Instant
}

function courseOf({ id, standing }: Life, journal: ReadonlyMap<string, Told[]>): Course[] {
  if (!standing || standing.isWithdrawn || standing.mergedInto !== null) return []
  const told = journal.get(`matters/${id}`) ?? []
  return [{
    track: standing.track ?? '', raised: standing.raisedAt, accepted: told.find(({ action }) => action === 'matters.accept')?.at,
    done: standing.closedAs === 'turned_down' ? undefined : told.findLast(({ facts }) => facts.from === 'do')?.at,
    closed: standing.closedAs === 'done' ? standing.closedAt ?? undefined : undefined,
  }]
}

function times({ lives, calendar }: Quarter, journal: ReadonlyMap<string, Told[]>): string[] {
  const courses = lives.flatMap(life => courseOf(life, journal))
  const line = (name: string, values: readonly { plain: number, working: number }[]) => {
    const [plain, working] = [quantiles(values.map(one => one.plain / 24)), quantiles(values.map(one => one.working))]
    return `  ${name.padEnd(24)}${String(values.length).padStart(6)}${working.map(cell).join('')}  ${plain.map(cell).join('')}`
  }
  const until = (courses: readonly Course[], what: 'accepted' | 'done' | 'closed') => courses.flatMap(course => {
    const end = course[what]
    return end ? [{ plain: end.since(course.raised).total('hours'), working: worked(calendar, course.raised, end) / HOUR }] : []
  })
  return [
    ['  from raised to …'.padEnd(26), 'count'.padStart(6), 'working hours: median, 90 %, most'.padStart(35), 'days: median, 90 %, most'.padStart(33)].join(''),
    ...TRACKS.flatMap(track => {
      const those = courses.filter(course => course.track === track)
      return those.length === 0 ? [] : (['accepted', 'done', 'closed'] as const).map(what => line(`${track} … ${what}`, until(those, what)))
    }),
  ]
}

function cell(value: number): string {
  return value.toFixed(1).padStart(10)
}

function quantiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.5, 0.9, 1].map(share => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
}

// Ended clocks that kept their limit.
function punctual({ lives }: Quarter): string[] {
  const ended = lives.flatMap(({ standing }) => standing?.clocks.filter(clock => clock.endedAt) ?? [])
  const byName = Object.entries(Object.groupBy(ended, clock => clock.name))
  const line = (name: string, all: typeof ended) => {
    const kept = all.filter(clock => clock.used <= clock.allowed).length
    return `  ${name.padEnd(24)}${String(all.length).padStart(6)}${percent(kept, all.length).padStart(10)}`
  }
  return ['  clocks that kept their limit', ...byName.map(([name, all]) => line(name, all ?? [])), line('all', ended)]
}

function calls({ causes }: Quarter, journal: ReadonlyMap<string, Told[]>): string[] {
  const rings = [...journal.values()].flat().filter(({ action }) => action === 'clocks.ring')
  const climbs = rings.filter(({ facts }) => facts.level === 'climb')
  const tally = (told: readonly Told[], what: (told: Told) => string) => Object.entries(Object.groupBy(told, what))
    .toSorted(([one], [other]) => one < other ? -1 : 1).map(([key, all]) => row(key, all?.length ?? 0))
  const whys = sorted(causes).filter(([key]) => key.startsWith('climb|')).slice(0, 12)
  return [
    '  calls', ...tally(rings, ({ facts }) => `${facts.level} of ${facts.name}`),
    '  climbed to', ...tally(climbs, ({ facts }) => facts.post ?? 'nobody left above'),
    '  why it climbed: the clock, and what the matter …', ...whys.map(([key, n]) => row(key.split('|').slice(1).join(': '), n)),
  ]
}

function sorted(counts: ReadonlyMap<string, number>): [what: string, n: number][] {
  return [...counts].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
}

function acts({ done, refused }: Quarter): string[] {
  const all = [...done.values()].reduce((sum, n) => sum + n, 0)
  const line = ([key, n]: readonly [string, number]) => row(key, n)
  return [`  ${all} acts`, ...sorted(done).map(line), ...refused.size > 0 ? ['  refused, as people are', ...sorted(refused).map(line)] : []]
}

function row(what: string, n: number): string {
  return `    ${what.padEnd(70)}${String(n).padStart(7)}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(100 * part / whole).toFixed(1)} %`
}

// Ids are given in the order in which acts happen to be carried out: the number of a life is what stays.
function checksum({ lives }: Quarter): string {
  const lines = lives.map(({ number, standing }) => JSON.stringify([number, standing && [
    standing.step, standing.track, standing.urgent, standing.raisedAt, standing.stepSince, standing.acceptedAt, standing.closedAt,
    standing.closedAs, standing.level,
    standing.isPaused, standing.isWithdrawn, standing.mergedInto !== null, standing.leadId,
    standing.clocks.map(({ name, startedAt, used, allowed, rung, endedAt, dueAt }) => [name, startedAt, used, allowed, rung, endedAt, dueAt]),
  ]]))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
