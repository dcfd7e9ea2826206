// Whatever people try, in whatever order and at whatever hour: no matter comes into a state that its method forbids.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import type { Action, Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { recodePhoto, type Photo } from '#kit/photos.ts'
import { calendarOf, rebuildClocks, type Calendar } from '#modules/clocks/public.ts'
import {
  acceptMatter, addPhoto, addTask, answerQuestion, askResident, attachPhotos, closeMatter, giveBackMatter, handOnMatter, mergeMatter, moveMatter,
  pauseMatter, publishPlan, raiseMatter, rateMatter, recordDecision, reopenMatter, replyToMatter, resumeMatter, routeMatter, setPrivate,
  setUrgent, splitMatter, urgeMatter, withdrawMatter,
} from '#modules/matters/public.ts'
import { methodInForce, nextSteps, publishMethod, shippedSource, STEPS, TRACKS } from '#modules/methods/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { CAST, type CastKey } from '#test/cast.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { unlawfulEntries } from '#test/simulate/journal.ts'
import { unlawful, unlawfulChange } from '#test/simulate/lawful.ts'
import { settle, type People } from '#test/simulate/neighbourhood.ts'
import { standings, type Standing } from '#test/simulate/standing.ts'
import { drawn } from '../../src/demo/pictures.ts'
import { ringClocks } from '../../src/jobs/clocks.ts'

const ENTRANCE = '榕荫里 3号楼 1单元'
const WORKERS: readonly CastKey[] = ['gridWorker', 'gridLeader', 'propertyManager', 'propertyStaff', 'committeeChair', 'stairwellHead']
const RESIDENTS: readonly CastKey[] = ['resident', 'neighbour', 'tenant']
let here: TestHouse
let people: People
let everybody: Actor[]
let calendar: Calendar
let photo: Photo
before(async () => {
  here = await testHouse({ now: '2026-09-21T01:00:00Z' })
  people = await settle(here, { seed: 1, scale: 'village', method: '163' })
  const of = (key: CastKey) => people.resident(CAST[key].phone)
  const workers = await Promise.all(WORKERS.map(of))
  // A colleague who looks after another place, and somebody without an account.
  const elsewhere = workers.slice(0, 3).map(worker => ({ ...worker, posts: worker.posts.map(post => ({ ...post, places: [] })) }))
  const residents = await Promise.all(RESIDENTS.map(of))
  everybody = [people.secretary, people.secretary, ...workers, ...workers, ...residents, ...elsewhere, passerBy(1)]
  calendar = await here.house.database.look(1, calendarOf)
  photo = await recodePhoto(await drawn('lift'), 'after.png')
})
after(() => here.close())

/** Something that somebody tries with one of the matters, so many minutes after the last. */
interface Try { play: number, matter: number, by: number, pick: number, minutes: number }
const tries: fc.Arbitrary<Try[]> = fc.array(fc.noBias(fc.record({
  play: fc.nat(10_000), matter: fc.nat(2), by: fc.nat(10_000), pick: fc.nat(10_000),
  minutes: fc.oneof(fc.nat(30), fc.nat(30), fc.nat(600), fc.nat(9000)),
})), { minLength: 35, maxLength: 45 })

interface Scene {
  matters: { id: number, receipt: string }[]
  before: Map<number, Standing>
  done: number
}
interface Given { id: number, receipt: string, other: number, pick: number, standing: Standing | undefined, colleague: number | null }
type Input = Record<string, unknown>
type Play = (scene: Scene, actor: Actor, given: Given) => Promise<unknown>

const chosen = <T>(list: readonly T[], i: number): T => list[i % list.length] ?? assert.fail('nothing to choose from')

async function act<Schema extends z.ZodType, Subject, A extends Answer>(
  scene: Scene, action: Action<Actor, Schema, Subject, A>, actor: Actor, input: Input,
): Promise<A | null> {
  try {
    const answer = await here.act(action, actor, input)
    scene.done++
    await look(scene, action.name)
    return answer
  } catch (problem) {
    // Whatever is refused says why; anything else is our mistake.
    if (problem instanceof Problem) return null
    throw problem
  }
}

async function look(scene: Scene, action: string): Promise<void> {
  const now = await here.house.database.look(1, db => standings(db, scene.matters.map(matter => matter.id)))
  const wrong = [...now.values()].flatMap(standing => {
    const was = scene.before.get(standing.id)
    return [...unlawful(standing, calendar), ...was ? unlawfulChange(was, standing, action) : []]
  })
  assert.deepEqual(wrong, [], action)
  scene.before = now
}

const note = '看过了，这样办'
const simply = <Schema extends z.ZodType, Subject, A extends Answer>(
  action: Action<Actor, Schema, Subject, A>, input: (given: Given) => Input = () => ({}),
): Play => (scene, actor, given) => act(scene, action, actor, { id: given.id, ...input(given) })

const stepsFrom = ({ standing }: Given) => standing ? nextSteps(standing.method, standing.track, standing.step) : []
const wander = simply(moveMatter, given => ({ step: chosen(STEPS, given.pick), note }))
// A worker who knows the way: without him the random ones would seldom come to the end.
const further = simply(moveMatter, given => ({ step: chosen([...stepsFrom(given), 'rate'], given.pick), note }))
const show: Play = async (scene, actor, given) => {
  const kept = await act(scene, addPhoto, actor, { photo })
  return kept && act(scene, attachPhotos, actor, { id: given.id, moment: chosen(['before', 'after', 'after'], given.pick), photos: [kept.token] })
}
const begun = (answer: { id: number, receipt?: unknown } | null, scene: Scene) => {
  if (!answer || scene.matters.some(matter => matter.id === answer.id)) return
  scene.matters.unshift({ id: answer.id, receipt: String(answer.receipt ?? '') })
}

const PLAYS: readonly Play[] = [
  further, further, further, further, further, further, wander, show, show,
  simply(acceptMatter), simply(acceptMatter), simply(giveBackMatter, () => ({ note })),
  simply(closeMatter, () => ({ note })), simply(closeMatter, () => ({ note })),
  simply(routeMatter, ({ pick }) => ({ track: chosen(TRACKS, pick), category: chosen(CATEGORIES, pick) })),
  simply(routeMatter, ({ pick }) => ({ track: chosen(TRACKS, pick), category: chosen(CATEGORIES, pick) })),
  simply(handOnMatter, ({ colleague }) => ({ person: colleague, note })),
  simply(publishPlan, () => ({ text: note, who: '物业', due: '2026-12-31', yuan: '' })), simply(recordDecision, () => ({ text: note })),
  simply(replyToMatter, () => ({ text: note })), simply(replyToMatter, () => ({ text: note })), simply(addTask, () => ({ title: '量一量' })),
  simply(pauseMatter, () => ({ note })), simply(resumeMatter), simply(askResident, () => ({ text: '哪一层？' })),
  simply(answerQuestion, ({ receipt }) => ({ receipt, text: '五楼' })), simply(urgeMatter, ({ receipt }) => ({ receipt })),
  simply(setUrgent, ({ pick }) => ({ urgent: pick % 2 === 0 })), simply(setPrivate, ({ pick }) => ({ private: pick % 2 === 0, text: '灯不亮了' })),
  simply(rateMatter, ({ receipt, pick }) => ({ receipt, stars: 1 + pick % 5, text: '又坏了', again: pick % 3 === 0 })),
  simply(rateMatter, ({ receipt, pick }) => ({ receipt, stars: 1 + pick % 5, text: '又坏了', again: pick % 3 === 0 })),
  simply(withdrawMatter, ({ receipt }) => ({ receipt })), simply(mergeMatter, ({ other }) => ({ into: other, note })),
  async (scene, actor, { id }) => begun(await act(scene, splitMatter, actor, { id, text: '门口的灯也不亮' }), scene),
  async (scene, actor, { id, receipt }) => begun(await act(scene, reopenMatter, actor, { id, receipt, note: '又坏了' }), scene),
]

async function raised(): Promise<Scene> {
  const resident = await people.resident(CAST.resident.phone)
  const passer = passerBy(1)
  const place = (await people.place(ENTRANCE)).id
  const raise = async (actor: Actor, text: string, urgent: boolean) => {
    const { id, receipt } = await here.act(raiseMatter, actor, { place, kind: 'broken', text, urgent })
    return { id, receipt: String(receipt) }
  }
  const matters = [
    await raise(resident, '楼道灯不亮了，晚上看不清台阶', false),
    await raise(passer, '能不能在一楼放个书架，大家议一议', false),
    await raise(resident, '门玻璃裂了一道长缝', true),
  ]
  return { matters, before: new Map(), done: 0 }
}

async function play(all: readonly Try[]): Promise<void> {
  const scene = await raised()
  for (const one of all) {
    here.time.now = here.time.now.add({ minutes: one.minutes })
    if (await ringClocks(here.house) > 0) await look(scene, 'clocks.ring')
    const matter = chosen(scene.matters, one.matter)
    const given: Given = {
      ...matter, pick: one.pick, other: chosen(scene.matters, one.matter + 1).id, standing: scene.before.get(matter.id),
      colleague: chosen(everybody, one.pick).personId,
    }
    await chosen(PLAYS, one.play)(scene, chosen(everybody, one.by), given)
  }
}

async function clocks(): Promise<string[]> {
  const { rows } = await here.owner.query('select * from clock order by subject, name, started_at, id')
  return rows.map(({ id: _id, ...clock }) => JSON.stringify(clock))
}

describe('under each method', () => {
  for (const key of ['163', 'hazard', 'yihe-liuyuan', '520']) {
    test(`whatever people try with a matter of ${key}, it stands where the method allows, and whatever is refused is refused in words`, async () => {
      const { version, source } = await here.house.database.look(1, methodInForce)
      if (source !== shippedSource(key)) await here.act(publishMethod, people.secretary, { source: shippedSource(key), after: version })
      await fc.assert(fc.asyncProperty(tries, play), { numRuns: 4, endOnFailure: true })
    })
  }

  test('the journal tells nothing that the methods forbid, and the clocks made from it are the same', async () => {
    assert.deepEqual(await here.house.database.look(1, unlawfulEntries), [])
    const before = await clocks()
    await here.act(rebuildClocks, people.secretary, {})
    assert.deepEqual(await clocks(), before)
  })
})
