// What a review found around evidence, ratings and clocks, and how it is now.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Step, Track } from '#db/tables.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { clocksOf } from '#modules/clocks/public.ts'
import {
  acceptMatter, addPhoto, attachPhotos, closeMatter, evidenceOf, followMatter, handOnMatter, matterById, moveMatter, pauseMatter,
  raiseMatter, rateMatter, replyToMatter, resumeMatter, routeMatter, setUrgent,
} from '#modules/matters/public.ts'
import { methodInForce, publishMethod, shippedSource } from '#modules/methods/public.ts'
import { shown as shownIn } from '#test/shown.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
before(async () => { here = await village() })
after(() => here.close())

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(here.community.id, ask)
const later = (time: Parameters<Temporal.Instant['add']>[0]) => { here.time.now = here.time.now.add(time) }
const place = () => here.community.place('榕荫里 3号楼')
const shown = () => shownIn(here, { raiser: here.people.resident, worker: here.people.secretary, place: place() })
const raise = async () => (await here.act(raiseMatter, here.people.resident, { place: place(), kind: 'broken', text: '楼道灯不亮' })).id
const matter = async (id: number) => (await look(db => matterById(db, here.people.secretary, id))).rules
const evidence = async (id: number) => { const rules = await matter(id); return look(db => evidenceOf(db, rules, here.time.now)) }
const clocks = async (id: number, name: string) => (await look(db => clocksOf(db, `matters/${id}`))).filter(one => one.name === name)
const to = (id: number, step: Step) => here.act(moveMatter, here.people.secretary, { id, step, note: '往下走' })
const route = (id: number, track: Track) => here.act(routeMatter, here.people.secretary, { id, track, category: 'power' })
const reply = (id: number) => here.act(replyToMatter, here.people.secretary, { id, text: '又换了一盏' })
const wrongField = async (act: Promise<unknown>) => {
  const problem: unknown = await act.catch((error: unknown) => error)
  assert.ok(problem instanceof Invalid, String(problem))
  return problem.problems.map(({ field }) => field)
}
/** Does it once more, from being done until it is shown. */
async function doneAgain(id: number): Promise<void> {
  later({ hours: 1 })
  const picture = { bytes: Buffer.from(`again ${id} ${here.time.now}`), width: 4, height: 3 }
  const photo = { ...picture, type: 'image/jpeg', extension: 'jpg', thumbnail: picture }
  const { token } = await here.act(addPhoto, here.people.secretary, { photo })
  await here.act(attachPhotos, here.people.secretary, { id, moment: 'after', photos: [token] })
  await to(id, 'show')
}

async function publish(change: (source: string) => string): Promise<void> {
  await here.act(publishMethod, here.people.secretary, { source: change(shippedSource('163')), after: (await look(methodInForce)).version })
}

test('whoever sends it back is shown the new work: old photo, words and stars count no longer', async () => {
  const { id } = await shown()
  const round = ['reply', 'after_photo', 'rating'] as const
  later({ hours: 1 })
  await here.act(rateMatter, here.people.resident, { id, stars: 1, text: '还是不亮' })
  const first = await evidence(id)
  assert.ok(round.every(kind => first.has(kind)))
  later({ hours: 1 })
  await here.act(rateMatter, here.people.resident, { id, stars: 1, text: '还是不亮', again: true })
  const second = await evidence(id)
  assert.deepEqual(round.filter(kind => second.has(kind)), [])
  assert.deepEqual(await wrongField(to(id, 'show')), ['step'])
})

test('going back to sort it out while it is being done loses no photo', async () => {
  const { id } = await shownIn(here, {
    raiser: here.people.resident, worker: here.people.secretary, place: place(),
    during: async made => { await to(made, 'coordinate'); await to(made, 'do') },
  })
  assert.ok((await evidence(id)).has('after_photo'))
})

test('a worker with the same trouble does not rate his own work, and the raiser rates it even when it became his', async () => {
  const { id } = await shown()
  await here.act(followMatter, here.people.propertyManager, { id })
  await here.act(followMatter, here.people.tenant, { id })
  await here.act(handOnMatter, here.people.secretary, { id, person: here.people.propertyManager.personId, note: '请物业收尾' })
  await assert.rejects(here.act(rateMatter, here.people.propertyManager, { id, stars: 5 }), Refused)
  await here.act(rateMatter, here.people.tenant, { id, stars: 4 })
  const own = await shownIn(here, { raiser: here.people.secretary, worker: here.people.secretary, place: place() })
  await here.act(rateMatter, here.people.secretary, { id: own.id, stars: 4 })
})

test('a neighbour has it done again once; after that his few stars are read, and it stays', async () => {
  const { id, receipt } = await shown()
  const low = { id, stars: 1, text: '还是不亮', again: true }
  await here.act(rateMatter, here.people.resident, low)
  assert.equal((await matter(id)).step, 'do')
  await doneAgain(id)
  await reply(id)
  await to(id, 'rate')
  assert.deepEqual(await wrongField(here.act(rateMatter, here.people.resident, low)), ['again'])
  assert.deepEqual(await wrongField(here.act(rateMatter, here.people.resident, { ...low, receipt })), ['again'])
  await here.act(rateMatter, here.people.resident, { ...low, again: false })
  assert.equal((await matter(id)).step, 'rate')
  await here.act(followMatter, here.people.tenant, { id })
  await here.act(rateMatter, here.people.tenant, low)
  assert.equal((await matter(id)).step, 'do')
})

test('neighbours who were away while it stood still have their whole time to rate it', async () => {
  const { id } = await shown()
  await here.act(pauseMatter, here.people.secretary, { id, note: '等备件' })
  later({ hours: 8 * 24 })
  assert.ok(!(await evidence(id)).has('rating'))
  await here.act(resumeMatter, here.people.secretary, { id })
  assert.deepEqual(await wrongField(here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })), ['note'])
  later({ hours: 7 * 24 })
  assert.ok((await evidence(id)).has('rating'))
})

test('whoever takes another way does not get past what the step asks for', async () => {
  for (const { answered, step } of [{ answered: false, step: 'do' }, { answered: true, step: 'rate' }]) {
    const { id } = await shown()
    await to(id, 'do')
    await doneAgain(id)
    if (answered) await reply(id)
    await route(id, 'help')
    assert.equal((await matter(id)).step, step)
  }
})

test('the week of a matter goes on where it stopped when it is sent another way and back', async () => {
  const id = await raise()
  await route(id, 'hazard')
  const full = (await clocks(id, 'whole')).at(-1)?.allowed ?? 0
  for (const away of ['mediation', 'activity'] as const) {
    later({ hours: 48 })
    await route(id, away)
    later({ hours: 5 })
    await route(id, 'hazard')
  }
  const last = (await clocks(id, 'whole')).at(-1)
  assert.equal(last?.endedAt, null)
  assert.equal(last?.allowed, full - 2 * 48 * 3_600_000)
})

test('what becomes urgent at a step without a limit gets its limit at once, and one only', async () => {
  await publish(source => source.replace('    clock: { within: 7 days, warn: 1 day, climb: 1 day }\n', '')
    .replace(/^ {2}activity: .*$/mu, '  activity: { steps: [ raise, coordinate, do, show, rate, close ] }'))
  const id = await raise()
  await route(id, 'activity')
  await here.act(acceptMatter, here.people.secretary, { id })
  await to(id, 'coordinate')
  await to(id, 'do')
  assert.deepEqual(await clocks(id, 'do'), [])
  const left = async () => {
    const last = (await clocks(id, 'do')).at(-1)
    assert.equal(last?.endedAt, null)
    return (last?.allowed ?? 0) / 3_600_000
  }
  await here.act(setUrgent, here.people.secretary, { id, urgent: true })
  assert.equal(await left(), 24)
  later({ hours: 3 })
  await here.act(setUrgent, here.people.secretary, { id, urgent: false })
  await here.act(pauseMatter, here.people.secretary, { id, note: '等备件' })
  await here.act(setUrgent, here.people.secretary, { id, urgent: true })
  assert.equal(await left(), 21)
  assert.equal((await clocks(id, 'do')).at(-1)?.runningSince, null)
})
