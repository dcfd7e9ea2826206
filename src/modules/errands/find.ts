// Finds errands among those that the actor may see: on the board once shown, one's own, and what waits for a look by whoever looks.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Those that the actor may see. What a passer-by may read of them is for `read.ts` to say. */
export function errandsSeen(db: Reader, actor: Actor) {
  const me = actor.personId ?? 0
  const looksAfter = placesOf(actor, 'moderate')
  return db.selectFrom('errand')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'errand.community_id').onRef('place.id', '=', 'errand.place_id'))
    .where('errand.community_id', '=', db.community).where('errand.forgotten_at', 'is', null)
    .where(eb => eb.or([
      eb('errand.standing', '=', 'shown'), eb('errand.by_id', '=', me), eb('errand.taken_by', '=', me),
      ...looksAfter === null ? [eb.lit(true)] : looksAfter.length === 0 ? [] : (['id', 'entrance_id', 'building_id', 'estate_id'] as const)
        .map(column => eb(`place.${column}`, 'in', looksAfter)),
    ]))
}

/** One to act on, locked together with the wants that it may be swapped for. Throws NotFound. */
export async function errandToChange(db: Reader, actor: Actor, id: number) {
  await lockWithSwaps(db, id)
  const found = await errandsSeen(db, actor).selectAll('errand').select(['place.parent_id', 'place.building_id', 'place.entrance_id'])
    .where('errand.id', '=', id).forUpdate('errand').executeTakeFirstOrThrow(noErrand)
  const { parent_id, building_id, entrance_id, ...errand } = found
  const estate = errand.place_id === errand.estate_id ? null : errand.estate_id
  return { ...errand, place: { id: errand.place_id, parent_id, building_id, entrance_id, estate_id: estate } }
}

// The lower number first, here as everywhere: two who let go of the same swap wait for each other instead of blocking.
async function lockWithSwaps(db: Reader, id: number): Promise<void> {
  const other = sql<number>`case when errand_swap.first_id = ${id} then errand_swap.second_id else errand_swap.first_id end`
  await db.selectFrom('errand').select('errand.id').where('errand.community_id', '=', db.community)
    .where(eb => eb.or([eb('errand.id', '=', id), eb('errand.id', 'in', eb.selectFrom('errand_swap').select(other.as('id'))
      .where('errand_swap.community_id', '=', db.community).where('errand_swap.ended_at', 'is', null)
      .where(pair => pair.or([pair('errand_swap.first_id', '=', id), pair('errand_swap.second_id', '=', id)])))]))
    .orderBy('errand.id').forUpdate().execute()
}

export type ErrandFound = Awaited<ReturnType<typeof errandToChange>>

/** One as the clock finds it, locked. Throws NotFound. */
export async function errandByClock(db: Reader, id: number) {
  return db.selectFrom('errand').selectAll().where('community_id', '=', db.community).where('id', '=', id)
    .forUpdate().executeTakeFirstOrThrow(noErrand)
}

/** There is no such errand for this actor. */
export function noErrand(): NotFound {
  return new NotFound(lang => errandText(lang).notHere)
}
