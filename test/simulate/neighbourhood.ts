// The people of a simulated quarter: the demo's first community with its residents and workers, but without its history.
import { importRosterWith, addThing } from '#modules/roster/public.ts'
import { foundCommunity, METHODS } from '#modules/communities/public.ts'
import { methodInForce, publishMethod, shippedSource } from '#modules/methods/public.ts'
import { actorOf, holdsPost, passerBy, type Actor } from '#modules/people/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import type { TestHouse } from '#test/database.ts'
import { SECRETARIES } from '../../src/demo/cast.ts'
import { dateOf } from '../../src/demo/hours.ts'
import { loadedCommunity } from '../../src/demo/loaded.ts'
import type { Scale } from '../../src/demo/plan.ts'
import { rosterOf } from '../../src/demo/rows.ts'
import { sceneOf, type Scene } from '../../src/demo/scene.ts'
import { demoStreet } from '../../src/demo/street.ts'

export interface People {
  community: number
  scene: Scene
  secretary: Actor
  /** The resident of this phone; somebody without an account for null. */
  resident(phone: string | null): Promise<Actor>
  /** Everybody who holds a post, in the order of the posts. */
  workers: readonly Actor[]
  worker(id: number | null): Actor | undefined
  place(label: string): Promise<Place>
}

/** Founds the community at the house's time, under one of the shipped methods. The same people for the same seed. */
export async function settle(house: TestHouse, { seed, scale, method }: { seed: number, scale: Scale, method: string }): Promise<People> {
  const [plan] = demoStreet(seed, { scale, now: house.time.now }).communities
  if (!plan) throw new Error('the street has no community')
  const today = dateOf(house.time.now).toString()
  const key = METHODS.find(known => known === method)
  await house.act(foundCommunity, passerBy(1), { ...plan.found, method: key ?? '163' })
  const before = await loadedCommunity(house.house, 1, plan.plan.slug, today)
  const secretary = await before.actor(SECRETARIES[plan.plan.slug]?.phone ?? null)
  await house.act(importRosterWith(() => undefined), secretary, { rows: rosterOf(plan).map((row, i) => ({ ...row, line: i + 2 })) })
  const inside = await loadedCommunity(house.house, 1, plan.plan.slug, today)
  for (const { name, within } of plan.things) await house.act(addThing, secretary, { place: inside.place(within.join(' ')), name })
  if (!key) await publish(house, secretary, method)

  const { resident, place } = await knownBy(house, plan.plan.slug, today)
  const workers = await workersOf(house, today)
  const byId = new Map(workers.map(worker => [worker.personId, worker]))
  return { community: 1, scene: sceneOf(plan), secretary, resident, place, workers, worker: id => byId.get(id) }
}

/** Those who hold one of these posts over a place, in the order of the kinds: the first is asked first. */
export function holdersOver(people: People, kinds: readonly string[], place: Place): Actor[] {
  return kinds.flatMap(kind => people.workers.filter(worker => holdsPost(worker, [kind], place)))
}

async function publish(house: TestHouse, secretary: Actor, method: string): Promise<void> {
  const { version } = await house.house.database.look(1, methodInForce)
  await house.act(publishMethod, secretary, { source: shippedSource(method), after: version })
}

async function knownBy(house: TestHouse, slug: string, today: string): Promise<Pick<People, 'resident' | 'place'>> {
  const there = await loadedCommunity(house.house, 1, slug, today)
  const places = new Map<string, Promise<Place>>()
  const lookUp = (label: string) => house.house.database.look(1, db => placeById(db, there.place(label)))
  return {
    resident: phone => there.actor(phone),
    place(label) {
      const place = places.get(label) ?? lookUp(label)
      places.set(label, place)
      return place
    },
  }
}

async function workersOf(house: TestHouse, today: string): Promise<Actor[]> {
  return house.house.database.look(1, async db => {
    const posts = await db.selectFrom('post').select(['id', 'person_id']).where('community_id', '=', 1).orderBy('id').execute()
    const found: Actor[] = []
    for (const id of new Set(posts.map(post => post.person_id))) found.push(await actorOf(db, id, today))
    return found
  })
}
