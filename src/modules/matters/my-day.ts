// A day's way: the tasks that are somebody's own, and the buildings that his posts look after, in walking order.
import type { Reader } from '#kit/db.ts'
import { visibleTo, within } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** Open tasks of the actor or of an organisation in which he holds a post, on open matters that he sees; by day, those without one last. One statement. */
export async function tasksOf(db: Reader, actor: Actor, limit: number) {
  return openTasks(db, actor).orderBy('matter_task.due_on').orderBy('matter_task.position').orderBy('matter_task.id').limit(limit).execute()
}

/** The same one after another, above the number `after` (null: from the first on). One statement. */
export async function tasksListed(db: Reader, actor: Actor, { after, limit }: { after: number | null, limit: number }) {
  return openTasks(db, actor).$if(after !== null, asked => asked.where('matter_task.id', '>', after ?? 0))
    .orderBy('matter_task.id').limit(limit).execute()
}

function openTasks(db: Reader, actor: Actor) {
  return visibleTo(db, actor)
    .innerJoin('matter_task', join => join.onRef('matter_task.community_id', '=', 'matter.community_id').onRef('matter_task.matter_id', '=', 'matter.id'))
    .select(['matter_task.id', 'matter_task.matter_id', 'matter_task.title', 'matter_task.due_on', 'place.label'])
    .where('matter_task.done_at', 'is', null).where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close')
    .where(eb => eb.or([
      eb('matter_task.owner_id', '=', actor.personId),
      eb.and([eb('matter_task.owner_id', 'is', null), eb('matter_task.organisation_id', 'in', [0, ...actor.posts.map(post => post.organisation_id)])]),
    ]))
}

/** The buildings that the actor's posts cover, estate by estate, in the order in which somebody walks past them. One statement. */
export async function wayOf(db: Reader, actor: Actor) {
  const all = actor.posts.some(post => post.places === null)
  const places = actor.posts.flatMap(post => post.places ?? [])
  return db.selectFrom('place').innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'place.community_id').onRef('estate.id', '=', 'place.estate_id'))
    .select(['place.id', 'place.label'])
    .where('place.community_id', '=', db.community).where('place.kind', '=', 'building')
    // An entrance or a home that somebody looks after lies in a building on his way.
    .$if(!all, some => some.where(eb => eb.or([
      ...within(places).filter(([column]) => column === 'place.id' || column === 'place.estate_id').map(([column, ids]) => eb(column, 'in', ids)),
      ...places.length === 0 ? [] : [eb('place.id', 'in', eb.selectFrom('place as inner').select('inner.building_id')
        .where('inner.community_id', '=', db.community).where('inner.id', 'in', places).where('inner.building_id', 'is not', null))],
    ])))
    .orderBy('estate.position').orderBy('estate.name').orderBy('place.position').orderBy('place.name').execute()
}
