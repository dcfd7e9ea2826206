// The questions about matters; all start from what the actor may see.
import { sql } from 'kysely'
import type { Step } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { searchQuery } from '#kit/search.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** Matters that the actor may see: everything common; what happens inside a home only its raiser (by account or receipt) and whoever looks after the place. */
export function visibleTo(db: Reader, actor: Actor, receiptOf: number | null = null) {
  const all = db.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .where('matter.community_id', '=', db.community)
  const places = placesOf(actor, 'move matter')
  if (places === null) return all
  return all.where(eb => eb.or([
    eb('place.kind', '<>', 'home'),
    ...receiptOf === null ? [] : [eb('matter.id', '=', receiptOf)],
    ...actor.personId === null ? [] : [eb('matter.raiser_id', '=', actor.personId), eb('matter.entered_by', '=', actor.personId)],
    ...within(places).map(([column, ids]) => eb(column, 'in', ids)),
  ]))
}

function within(places: readonly number[]): [column: 'place.id' | 'place.estate_id' | 'place.building_id' | 'place.entrance_id', ids: readonly number[]][] {
  return places.length === 0 ? [] : [['place.id', places], ['place.estate_id', places], ['place.building_id', places], ['place.entrance_id', places]]
}

/** What is asked of the board: which estate, building or place, which step, which words; raised or followed by the actor. */
export interface BoardFilter {
  estate?: number
  building?: number
  place?: number
  step?: Step
  words?: string
  mine?: boolean
  followed?: boolean
}

const PER_LANE = 20

/** The matters in their lanes: the newest of each step, and in `total` how many there are; closed ones only when asked for. One statement. */
export async function board(db: Reader, actor: Actor, filter: BoardFilter, perLane = PER_LANE) {
  // Ranks are given to ids alone: the texts of the few that are shown are fetched afterwards.
  return db.selectFrom(filtered(db, actor, filter).where('matter.withdrawn_at', 'is', null)
    .$if(filter.step === undefined && !filter.mine && !filter.followed, open => open.where('matter.step', '<>', 'close'))
    .select(['matter.id', sql<number>`count(*) over (partition by matter.step)`.as('total'),
      sql<number>`row_number() over (partition by matter.step order by matter.id desc)`.as('rank')]).as('listed'))
    .innerJoin('matter', join => join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'listed.id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .select(['matter.id', 'matter.text', 'matter.kind', 'matter.step', 'matter.urgent', 'matter.raised_at', 'place.label', 'place.kind as place_kind', 'listed.total'])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .where('listed.rank', '<=', perLane)
    .orderBy('matter.id', 'desc')
    .execute()
}

/** What waits for whoever looks after these places (null: all): raised, to be coordinated or being done; urgent first, then the oldest. */
export async function queue(db: Reader, actor: Actor, places: readonly number[] | null, limit: number) {
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.text', 'matter.step', 'matter.urgent', 'matter.raised_at', 'place.label',
      sql<number>`count(*) over ()`.as('total')])
    .where('matter.withdrawn_at', 'is', null).where('matter.step', 'in', ['raise', 'coordinate', 'do'])
    .$if(places !== null, mine => mine.where(eb => eb.or(within(places ?? []).map(([column, ids]) => eb(column, 'in', ids)))))
    .orderBy('matter.urgent', 'desc').orderBy('matter.id').limit(limit)
    .execute()
}

function filtered(db: Reader, actor: Actor, filter: BoardFilter) {
  const words = filter.words ? searchQuery(filter.words) : null
  return visibleTo(db, actor)
    .$if(filter.estate !== undefined, asked => asked.where('matter.estate_id', '=', filter.estate ?? 0))
    .$if(filter.building !== undefined, asked => asked.where('matter.building_id', '=', filter.building ?? 0))
    .$if(filter.place !== undefined, asked => asked.where('matter.place_id', '=', filter.place ?? 0))
    .$if(filter.step !== undefined, asked => asked.where('matter.step', '=', filter.step ?? 'raise'))
    .$if(filter.followed === true, asked => asked.where(eb => eb.exists(eb.selectFrom('matter_follower').select('matter_id')
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id')
      .where('matter_follower.person_id', '=', actor.personId ?? 0))))
    .$if(filter.mine === true, asked => asked.where('matter.raiser_id', '=', actor.personId ?? 0))
    .$if(words !== null, asked => asked.where('matter.id', 'in', sql<number>`(select matters_found(${words}))`))
}

/** One matter as its page shows it. Throws NotFound when there is none that the actor may see. */
export async function matterById(db: Reader, actor: Actor, id: number, hasReceipt = false) {
  const matter = await visibleTo(db, actor, hasReceipt ? id : null)
    .leftJoin('person as raiser', join => join.onRef('raiser.community_id', '=', 'matter.community_id').onRef('raiser.id', '=', 'matter.raiser_id'))
    .select(['matter.id', 'matter.kind', 'matter.text', 'matter.step', 'matter.urgent', 'matter.channel', 'matter.name_shown', 'matter.raised_at',
      'matter.withdrawn_at', 'matter.raiser_id', 'matter.entered_by', 'matter.place_id', 'place.label', 'raiser.name as raiser_name',
      sql<boolean>`matter.phone_sealed is not null`.as('has_phone')])
    .select(eb => [
      eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
        .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'),
      eb.exists(eb.selectFrom('matter_follower').select('person_id')
        .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id')
        .where('person_id', '=', actor.personId ?? 0)).as('followed'),
    ])
    .where('matter.id', '=', id)
    .executeTakeFirst()
  if (!matter) throw notHere()
  return matter
}

/** The photos of a matter, in the order in which they were chosen. */
export async function photosOf(db: Reader, matterId: number) {
  return db.selectFrom('matter_photo').select(['id', 'file', 'thumbnail', 'width', 'height'])
    .where('community_id', '=', db.community).where('matter_id', '=', matterId).orderBy('id').execute()
}

/** The photo of a matter with this hash, or its thumbnail; undefined when the matter was taken back or is not to be seen by the actor. */
export async function photoOfMatter(db: Reader, actor: Actor, asked: { id: number, file: string, hasReceipt: boolean }) {
  return visibleTo(db, actor, asked.hasReceipt ? asked.id : null)
    .innerJoin('matter_photo', join => join.onRef('matter_photo.community_id', '=', 'matter.community_id').onRef('matter_photo.matter_id', '=', 'matter.id'))
    .select('matter_photo.id')
    .where('matter.id', '=', asked.id).where('matter.withdrawn_at', 'is', null)
    .where(eb => eb.or([eb('matter_photo.file', '=', asked.file), eb('matter_photo.thumbnail', '=', asked.file)]))
    .limit(1).executeTakeFirst()
}

/** What those who handle a matter told everybody, oldest first, with the post that they hold. */
export async function notesOf(db: Reader, matterId: number) {
  return db.selectFrom('matter_note')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'matter_note.community_id').onRef('person.id', '=', 'matter_note.person_id'))
    .select(['matter_note.id', 'matter_note.step', 'matter_note.text', 'matter_note.at', 'person.name'])
    .select(eb => eb.selectFrom('post')
      .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
      .select('organisation.name')
      .where('post.community_id', '=', db.community).whereRef('post.person_id', '=', 'person.id')
      .orderBy('post.until', sql`desc nulls first`).orderBy('post.id', 'desc').limit(1).as('organisation'))
    .where('matter_note.community_id', '=', db.community).where('matter_note.matter_id', '=', matterId)
    .orderBy('matter_note.id').execute()
}

/** Open matters at a place, newest first: to follow instead of raising the same again. */
export async function openHere(db: Reader, actor: Actor, placeId: number, limit = 5) {
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.text', 'matter.step', 'matter.raised_at'])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .where('matter.place_id', '=', placeId).where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close')
    .orderBy('matter.id', 'desc').limit(limit).execute()
}

/** The matter that an act is about, locked until the act is done. Throws NotFound. */
export async function matterToChange(db: Reader, actor: Actor, id: number, hasReceipt = false): Promise<Matter> {
  const found = await visibleTo(db, actor, hasReceipt ? id : null)
    .select(['matter.id', 'matter.step', 'matter.raiser_id', 'matter.raised_at', 'matter.withdrawn_at',
      'place.id as place_id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .where('matter.id', '=', id).forUpdate('matter')
    .executeTakeFirst()
  if (!found) throw notHere()
  const { id: matterId, step, raiser_id, raised_at, withdrawn_at, place_id, ...place } = found
  return { id: matterId, step, raiser_id, raised_at, withdrawn_at, place: { id: place_id, ...place } }
}

function notHere(): NotFound {
  return new NotFound(lang => matterText(lang).notHere)
}
