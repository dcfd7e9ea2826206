// A simulated quarter: matters are raised, worked on, rung for and closed, act by act, in the order of simulated time.
import { rebuildClocks, calendarOf, ringClock } from '#modules/clocks/public.ts'
import { handOnMatter } from '#modules/matters/public.ts'
import { holds, passerBy } from '#modules/people/public.ts'
import { recodePhoto } from '#kit/photos.ts'
import type { TestHouse } from '#test/database.ts'
import { raisedAt } from '../../src/demo/hours.ts'
import { drawn } from '../../src/demo/pictures.ts'
import { randomFrom } from '../../src/demo/random.ts'
import { ringClocks } from '../../src/jobs/clocks.ts'
import { agenda } from './agenda.ts'
import { ELSE, REMINDED, UNTIL_LOOK } from './behaviour.ts'
import { unlawfulEntries } from './journal.ts'
import { act, attempt, count, lifeOf, lookAt, plainly, plan, see, working, type Event, type Life, type Quarter } from './life.ts'
import { holdersOver, settle, type People } from './neighbourhood.ts'
import { answer, follow, raise, rate, reopen, urge, withdraw } from './resident.ts'
import { isOver, standings } from './standing.ts'
import { subjectFor } from './texts.ts'
import { begun, look, soon } from './worker.ts'

/** The first day and the last: the Mid-Autumn Festival, National Day and their make-up days (20 September, 10 October) lie within. */
const BEGINS = Temporal.Instant.from('2026-09-01T00:00:00+08:00')
const ENDS = Temporal.Instant.from('2026-12-01T00:00:00+08:00')

/** Matters are raised on so many days; the three weeks after them are for finishing. */
const RAISED_DAYS = 70
/** Acts at once: events of different matters that lie within so many simulated milliseconds. */
const [AT_ONCE, WITHIN] = [24, 3_600_000]

export interface Wanted {
  seed: number
  matters: number
  method: string
  progress?: (share: number) => void
}

/** Lives through the quarter in a house whose clock stands at its beginning. */
export async function quarterOf(house: TestHouse, { seed, matters, method, progress }: Wanted): Promise<Quarter> {
  house.time.now = BEGINS
  const people = await settle(house, { seed, method, scale: matters > 600 ? 'street' : 'village' })
  const calendar = await house.house.database.look(people.community, calendarOf)
  const photo = await recodePhoto(await drawn('lift'), 'after.png')
  return house.house.database.look(people.community, async reader => {
    const quarter: Quarter = {
      seed, matters, house, reader, people, calendar, photo, agenda: agenda(), lives: [], wrong: [],
      done: new Map(), refused: new Map(), causes: new Map(),
    }
    await planned(quarter, people)
    const length = ENDS.since(BEGINS).total('seconds')
    for (let events = batch(quarter); events.length > 0; events = batch(quarter)) {
      progress?.((events[0]?.at ?? ENDS).since(BEGINS).total('seconds') / length)
      await Promise.all(events.map(event => happen(quarter, event)))
    }
    house.time.now = ENDS
    await closed(quarter)
    return quarter
  })
}

async function planned(quarter: Quarter, people: People): Promise<void> {
  const random = randomFrom(quarter.seed)
  const last = BEGINS.add({ hours: RAISED_DAYS * 24 })
  let at = BEGINS
  for (let number = 0; number < quarter.matters; number++) {
    const original = random.chance(ELSE.twice) ? quarter.lives.at(-1) ?? null : null
    const subject = original?.subject ?? subjectFor(people.scene, random, ELSE.urgent)
    const neighbours = people.scene.neighbours(subject.spot)
    const others = random.chance(ELSE.followed) ? random.some(neighbours, random.between(1, 4)) : []
    const phone = random.chance(ELSE.withoutAccount) || neighbours.length === 0 ? null : random.pick(neighbours)
    const raiser = await people.resident(phone)
    const followers = await Promise.all(others.filter(other => other !== phone).map(other => people.resident(other)))
    const life = lifeOf(quarter, number, { subject, raiser, followers, original, place: await people.place(subject.spot.label) })
    quarter.lives.push(life)
    at = original ? plainly(life, at, ELSE.soonAgain) : raisedAt(random, last, random.between(1, RAISED_DAYS))
    plan(quarter, life, at, 'raise')
  }
}

// Different matters do not meet, but for one that is merged into its original: in one simulated hour their order makes no difference.
function batch({ agenda }: Quarter): Event[] {
  const events: Event[] = []
  const taken = new Set<Life>()
  for (let event = agenda.first(); event && events.length < AT_ONCE; event = agenda.first()) {
    const from = events[0]?.time ?? event.time
    const those = [event.of, ...event.of.original ? [event.of.original] : []]
    const isLate = event.time >= ENDS.epochMilliseconds || event.time - from > WITHIN
    if (isLate || those.some(life => taken.has(life))) break
    for (const life of those) taken.add(life)
    events.push(event)
    agenda.next()
  }
  return events
}

async function happen(quarter: Quarter, event: Event): Promise<void> {
  const { of: life, at, who } = event
  switch (event.what) {
    case 'raise': if (await raise(quarter, life, at)) soon(quarter, life, at, life.why); break
    case 'withdraw': await withdraw(quarter, life, at); break
    case 'follow': if (who) await follow(quarter, life, at, who); break
    case 'look': if (life.look?.order === event.order) await look(quarter, life, at); break
    case 'answer': if (await answer(quarter, life, at)) lookAt(quarter, life, working(quarter, life, at, UNTIL_LOOK.rate), 'was answered'); break
    case 'rate': if (who && await rate(quarter, life, at, who)) soon(quarter, life, at, 'was rated'); break
    case 'ring': await ring(quarter, life, at, event.clock ?? 0); break
    case 'reopen': await brokenAgain(quarter, life, at); break
  }
  after(quarter, life, at)
}

// What follows by itself: the clocks ring when they are due, and some things break again.
function after(quarter: Quarter, life: Life, at: Temporal.Instant): void {
  const { standing, random } = life
  if (!standing) return
  for (const { id, nextAt, endedAt } of standing.clocks) {
    if (!nextAt || endedAt || life.rings.get(id) === nextAt.epochMilliseconds) continue
    life.rings.set(id, nextAt.epochMilliseconds)
    plan(quarter, life, Temporal.Instant.compare(nextAt, at) > 0 ? nextAt : at, 'ring', { clock: id })
  }
  if (standing.closedAs !== 'done' || life.isDone) return
  life.isDone = true
  const [from, to] = ELSE.brokenAgain
  if (random.chance(ELSE.reopened)) plan(quarter, life, plainly(life, at, [from * 24, to * 24]), 'reopen')
}

async function ring(quarter: Quarter, life: Life, at: Temporal.Instant, id: number): Promise<void> {
  const clock = life.standing?.clocks.find(one => one.id === id)
  // It may have been paused, stopped or given more time since.
  life.rings.delete(id)
  if (!life.standing || !clock?.nextAt || clock.endedAt || Temporal.Instant.compare(clock.nextAt, at) > 0) return
  if (!await attempt(quarter, at, ringClock, passerBy(quarter.people.community), { id })) return
  await see(quarter, life, ringClock.name)
  await reminded(quarter, life, at, id)
}

async function reminded(quarter: Quarter, life: Life, at: Temporal.Instant, id: number): Promise<void> {
  const { random } = life
  const clock = life.standing?.clocks.find(one => one.id === id)
  if (!clock || !life.standing || isOver(life.standing)) return
  const level = clock.rung === 1 ? 'warn' : clock.rung === 2 ? 'alarm' : 'climb'
  count(quarter.causes, `${level}|${clock.name}|${life.why}`)
  if (level === 'alarm' && random.chance(REMINDED.urged)) await urge(quarter, life, at)
  if (level === 'climb' && random.chance(REMINDED.takenOver)) await takenOver(quarter, life, at, clock.chain[clock.rung - 3])
  const { share, hours } = REMINDED[level]
  const sooner = working(quarter, life, at, hours)
  if (random.chance(share) && life.look && Temporal.Instant.compare(sooner, life.look.at) < 0) lookAt(quarter, life, sooner, life.why)
}

async function takenOver(quarter: Quarter, life: Life, at: Temporal.Instant, kind: string | undefined): Promise<void> {
  const [above] = kind === undefined ? [] : holdersOver(quarter.people, [kind], life.place)
  if (!above || !holds(above, 'move matter', life.place)) return
  await act(quarter, life, at, handOnMatter, above, { person: above.personId, note: '这件我来接，今天给答复' })
}

async function brokenAgain(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<void> {
  const id = await reopen(quarter, life, at)
  if (id !== null) await begun(quarter, life, at, id, 2)
}

// At the end everything is read once more: all matters as they stand, the whole journal, and the clocks made anew.
async function closed(quarter: Quarter): Promise<void> {
  const { house, people, reader, wrong } = quarter
  const late = await ringClocks(house.house)
  if (late > 0) wrong.push(`${late} calls had not been made when they were due`)
  const clocks = async () => {
    const { rows } = await house.owner.query('select * from clock order by subject, name, started_at')
    return rows.map(({ id: _id, ...clock }) => JSON.stringify(clock))
  }
  const before = await clocks()
  wrong.push(...await unlawfulEntries(reader))
  await house.act(rebuildClocks, people.secretary, {})
  const made = await clocks()
  wrong.push(...before.filter((clock, i) => clock !== made[i]).slice(0, 5).map(clock => `made anew it is another one: ${clock}`))
  const last = await standings(reader, quarter.lives.map(life => life.id))
  if (last.size !== quarter.lives.filter(life => life.id > 0).length) wrong.push(`${last.size} matters, and another number was raised`)
  for (const life of quarter.lives) life.standing = last.get(life.id) ?? null
  quarter.lives.sort((one, other) => one.number - other.number)
}
