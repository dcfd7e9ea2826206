// The questions about errands; all start from what the actor may see. Whoever did not sign in reads what kind and until when, not the words.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import { errandsSeen, noErrand } from '#modules/errands/find.ts'
import { fitting } from '#modules/errands/people-meant.ts'
import { holds, type Actor } from '#modules/people/public.ts'

const SHOWN = 100

interface Wanted {
  /** Of one estate. */
  readonly estate?: number | null
  /** By number, the newest first, instead of the soonest; below `before`. */
  readonly newest?: { readonly before: number | null }
  readonly limit?: number
}

/** What is on the board: open, in its time, and shown. */
export async function errandsOnBoard(db: Reader, actor: Actor, now: Temporal.Instant, { estate = null, newest, limit = SHOWN }: Wanted = {}) {
  return described(db, actor)
    .where('errand.standing', '=', 'shown').where('errand.ended_at', 'is', null).where('errand.taken_by', 'is', null).where('errand.until_at', '>', at(now))
    .$if(estate !== null, there => there.where('errand.estate_id', '=', estate))
    .$if(typeof newest?.before === 'number', older => older.where('errand.id', '<', newest?.before ?? 0))
    .$if(newest !== undefined, byNumber => byNumber.orderBy('errand.id', 'desc'))
    .orderBy('errand.until_at').orderBy('errand.id').limit(limit).execute()
}

/** The actor's own (asked, offered, taken), what runs first; what ended stays until it is forgotten. With what waits for a look by him. */
export async function ownErrands(db: Reader, actor: Actor) {
  const me = actor.personId ?? 0
  const looks = holds(actor, 'moderate')
  const found = await described(db, actor).where(eb => eb.or([
    eb('errand.by_id', '=', me), eb('errand.taken_by', '=', me),
    ...looks ? [eb.and([eb('errand.standing', 'in', ['screened', 'held']), eb('errand.ended_at', 'is', null)])] : [],
  ])).orderBy(sql`errand.ended_at is not null`).orderBy('errand.id', 'desc').limit(SHOWN).execute()
  const isOwn = (one: (typeof found)[number]) => one.by_id === me || one.taken_by === me
  return { own: found.filter(isOwn), toLook: found.filter(one => !isOwn(one)) }
}

/** One. Throws NotFound. */
export async function errandById(db: Reader, actor: Actor, id: number) {
  const errand = await described(db, actor).where('errand.id', '=', id).executeTakeFirstOrThrow(noErrand)
  const { place_id, parent_id, building_id, entrance_id, estate_id } = errand
  return { ...errand, place: { id: place_id, parent_id, building_id, entrance_id, estate_id: place_id === estate_id ? null : estate_id } }
}

export type ErrandShown = Awaited<ReturnType<typeof errandById>>
export type ErrandListed = Awaited<ReturnType<typeof errandsOnBoard>>[number]

/** The open errands of the other side that go the same way, as the actor reads them. */
export async function errandsFitting(db: Reader, actor: Actor, id: number, now: Temporal.Instant) {
  return described(db, actor).where('errand.until_at', '>', at(now)).where('errand.id', 'in', fitting(db, id).select('other.id'))
    .orderBy('errand.until_at').limit(20).execute()
}

/** The swaps that stand, with what the other wants, for the two whom they concern; newest first. */
export async function swapsOf(db: Reader, actor: Actor, errandId: number) {
  const me = actor.personId ?? 0
  return db.selectFrom('errand_swap')
    .innerJoin('errand as mine', join => join.onRef('mine.community_id', '=', 'errand_swap.community_id')
      .on(eb => eb.or([eb('mine.id', '=', eb.ref('errand_swap.first_id')), eb('mine.id', '=', eb.ref('errand_swap.second_id'))])).on('mine.by_id', '=', me))
    .innerJoin('errand as other', join => join.onRef('other.community_id', '=', 'errand_swap.community_id')
      .on(eb => eb.or([eb('other.id', '=', eb.ref('errand_swap.first_id')), eb('other.id', '=', eb.ref('errand_swap.second_id'))]))
      .onRef('other.id', '<>', 'mine.id'))
    .select(['errand_swap.id', 'mine.id as mine_id', 'mine.kind as mine_kind', 'other.id as other_id', 'other.kind as other_kind', 'other.text as other_text'])
    .select(sql<boolean>`case when mine.id = errand_swap.first_id then errand_swap.first_agreed_at else errand_swap.second_agreed_at end is not null`.as('i_agreed'))
    .select(sql<boolean>`case when mine.id = errand_swap.first_id then errand_swap.second_agreed_at else errand_swap.first_agreed_at end is not null`.as('other_agreed'))
    .where('errand_swap.community_id', '=', db.community).where('errand_swap.ended_at', 'is', null)
    .where(eb => eb.or([eb('errand_swap.first_id', '=', errandId), eb('errand_swap.second_id', '=', errandId)]))
    .orderBy('errand_swap.id', 'desc').execute()
}

export type SwapShown = Awaited<ReturnType<typeof swapsOf>>[number]

/** Of the asks of the last thirty days: how many somebody took, and after how many minutes (the median); null while nobody took any. */
export async function howFast(db: Reader, now: Temporal.Instant): Promise<{ taken: number, minutes: number | null }> {
  return db.selectFrom('errand')
    .select(count => count.fn.countAll<number>().as('taken'))
    .select(sql<number | null>`round(percentile_cont(0.5) within group (order by extract(epoch from taken_at - made_at)) / 60)::int`.as('minutes'))
    .where('community_id', '=', db.community).where('taken_at', '>', at(now.subtract({ hours: 24 * 30 }))).executeTakeFirstOrThrow()
}

// Where it is: the estate for passers-by, the building for whoever signed in, the whole for the two whom it concerns. The words only for who signed in.
function described(db: Reader, actor: Actor) {
  const me = actor.personId ?? 0
  const inside = sql<boolean>`(errand.by_id = ${me} or errand.taken_by = ${me})`
  return errandsSeen(db, actor)
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'errand.community_id').onRef('estate.id', '=', 'errand.estate_id'))
    .leftJoin('place as building', join => join.onRef('building.community_id', '=', 'place.community_id').onRef('building.id', '=', 'place.building_id'))
    .leftJoin('person as asker', join => join.onRef('asker.community_id', '=', 'errand.community_id').onRef('asker.id', '=', 'errand.by_id'))
    .leftJoin('person as taker', join => join.onRef('taker.community_id', '=', 'errand.community_id').onRef('taker.id', '=', 'errand.taken_by'))
    .select(['errand.id', 'errand.side', 'errand.kind', 'errand.in_return', 'errand.estate_id', 'errand.place_id', 'errand.by_id', 'errand.standing',
      'errand.made_at', 'errand.from_at', 'errand.until_at', 'errand.room', 'errand.offer_id', 'errand.taken_by', 'errand.taken_at', 'errand.swapped',
      'errand.finished_at', 'errand.finished_minutes', 'errand.minutes', 'errand.reach', 'errand.ended_at', 'errand.ended_how', 'errand.channel',
      'place.parent_id', 'place.building_id', 'place.entrance_id', 'estate.label as estate'])
    .select([
      sql<string | null>`case when ${me}::bigint <> 0 then errand.text end`.as('text'),
      sql<string>`case when ${inside} then place.label when ${me}::bigint = 0 then estate.label when place.kind = 'building' then place.label else coalesce(building.label, estate.label) end`.as('where'),
      sql<string | null>`case when ${inside} then asker.name end`.as('asker'),
      sql<string | null>`case when ${inside} then errand.asked_for end`.as('asked_for'),
      sql<string | null>`case when ${inside} then taker.name end`.as('taker'),
      sql<string | null>`case when ${inside} then errand.words end`.as('words'),
      sql<string | null>`case when ${inside} then errand.thanks end`.as('thanks'),
      sql<number>`(select count(*) from errand along where along.community_id = errand.community_id and along.offer_id = errand.id and along.taken_by is not null)`.as('along'),
    ])
}

/** Where the actor may say that it is, besides his homes: the estates and buildings in which he lives; all for whoever lives in none. */
export async function areasFor(db: Reader, actor: Actor) {
  const own = actor.homes.flatMap(home => [home.estate_id, home.building_id]).filter(id => id !== null)
  return db.selectFrom('place').select(['id', 'label']).where('community_id', '=', db.community).where('kind', 'in', ['estate', 'building'])
    .$if(own.length > 0, some => some.where('id', 'in', own))
    .orderBy(sql`coalesce(estate_id, id)`).orderBy('kind').orderBy('position').limit(1000).execute()
}
