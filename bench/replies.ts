// Real delays through the clocks: how many of the citizens' messages would have been answered late, and what a due time costs.
// Figures only. Every year of the messages (2011 to 2020) has its announced holidays in the data, so none had to be guessed.
import { existsSync, readFileSync } from 'node:fs'
import { after, announced, startOf, worked, type Calendar } from '#modules/clocks/public.ts'
import { amount, table, type Figure } from './table.ts'

const FILE = new URL('../../shared/data/citizens-messages/messages-replies.jsonl', import.meta.url)
const CHINA: Calendar = { zone: 'Asia/Shanghai', versions: [] }
const LIMITS = [7, 15, 30]
const PARTS = [0.25, 0.5, 0.75, 0.9, 0.99]
const WORKING_DAY = 6.5 * 3_600_000
const CALLS = 200_000

interface Reply {
  asked: Temporal.Instant
  replied: Temporal.Instant
}

/** Late replies at 7, 15 and 30 working days, how long replies took, and microseconds per due time. */
export async function replies(): Promise<Figure[]> {
  if (!existsSync(FILE)) {
    console.log('  left out: the citizens’ messages are not here')
    return []
  }
  const all = readFileSync(FILE, 'utf8').trim().split('\n').map(read)
  const unknown = all.filter(({ asked, replied }) => !announced(yearOf(asked)) || !announced(yearOf(replied))).length
  const days = all.map(({ asked, replied }) => worked(CHINA, asked, replied) / WORKING_DAY).toSorted((a, b) => a - b)
  return [
    plain('replies measured', `${all.length}`), plain('… in a year without announced holidays', `${unknown}`),
    ...LIMITS.map(limit => share(`replies later than ${limit} working days`, all.filter(one => isLate(one, limit)).length, all.length)),
    ...PARTS.map(part => plain(`${part * 100} % were answered within`, inDays(days[Math.floor(part * (days.length - 1))]))),
    plain('the last one took', inDays(days.at(-1))),
    amount('one due time of 1 to 60 working days', perCall(all, (at, i) => after(CHINA, at, (1 + i % 60) * WORKING_DAY)), null, 'µs', 10),
    amount('30 working days off the calendar', perCall(all, at => startOf({ unit: 'workingDays', amount: 30 }, at, CHINA)), null, 'µs'),
  ]
}

function read(line: string): Reply {
  const { time, reply_time } = JSON.parse(line) as { time: string, reply_time: string }
  return { asked: instant(time), replied: instant(reply_time) }
}

// 2019/4/24 16:03:40, on the clocks of China; one row of the file has an instant in UTC instead.
function instant(text: string): Temporal.Instant {
  if (text.endsWith('Z')) return Temporal.Instant.from(text)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[/ :]/u).map(Number)
  return Temporal.ZonedDateTime.from({ timeZone: CHINA.zone, year, month, day, hour, minute, second }).toInstant()
}

function yearOf(at: Temporal.Instant): number {
  return at.toZonedDateTimeISO(CHINA.zone).year
}

// As a clock that is stopped judges: more has counted than was allowed.
function isLate({ asked, replied }: Reply, days: number): boolean {
  return worked(CHINA, asked, replied) > startOf({ unit: 'workingDays', amount: days }, asked, CHINA).allowed
}

function inDays(days = 0): string {
  return `${days.toFixed(1)} working days`
}

function plain(what: string, ours: string): Figure {
  return { what, ours, limit: '', ratio: '', aim: '', met: null }
}

function share(what: string, some: number, all: number): Figure {
  return { ...plain(what, `${some} of ${all}`), ratio: `${(some / all * 100).toFixed(1)} %` }
}

// Microseconds, after a round that warms up.
function perCall(all: readonly Reply[], call: (at: Temporal.Instant, i: number) => unknown): number {
  const round = (calls: number) => {
    for (let i = 0; i < calls; i++) {
      const reply = all[i % all.length]
      if (reply) call(reply.asked, i)
    }
  }
  round(all.length)
  const began = performance.now()
  round(CALLS)
  return (performance.now() - began) / CALLS * 1000
}

if (import.meta.main) console.log(table(await replies()))
