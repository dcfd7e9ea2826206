// The questions about matters; all start from what the actor may see.
import { sql } from 'kysely'
import type { Step } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { asMatter, ruled } from '#modules/matters/find.ts'
import { isInside, type MatterUnderMethod } from '#modules/matters/matter.ts'
import { notHere, visibleTo, within } from '#modules/matters/visible.ts'
import { searchQuery } from '#kit/search.ts'
import { methodIn, shippedSource } from '#modules/methods/public.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'

/** What is asked of the board: which estate, building or place, which step, which words; `own`: raised or followed by the actor. */
export interface BoardFilter {
  estate?: number
  building?: number
  place?: number
  step?: Step
  words?: string
  own?: boolean
}

const PER_LANE = 20

/** The matters in their lanes: the newest of each step, and in `total` how many there are; closed ones only when asked for. One statement. */
export async function board(db: Reader, actor: Actor, filter: BoardFilter, perLane = PER_LANE) {
  // Ranks are given to ids alone: the texts of the few that are shown are fetched afterwards.
  return db.selectFrom(filtered(db, actor, filter).where('matter.withdrawn_at', 'is', null)
    // What waits for a look is no part of a list; only its raiser finds it among his own.
    .$if(!filter.own, listed => listed.where('matter.standing', 'in', ['shown', 'screened']))
    .$if(filter.step === undefined && !filter.own, open => open.where('matter.step', '<>', 'close'))
    .select(['matter.id', sql<number>`count(*) over (partition by matter.step)`.as('total'),
      sql<number>`row_number() over (partition by matter.step order by matter.id desc)`.as('rank')]).as('listed'))
    .innerJoin('matter', join => join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'listed.id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .select(['matter.id', 'matter.text', 'matter.kind', 'matter.step', 'matter.urgent', 'matter.raised_at', 'place.label', 'place.kind as place_kind', 'listed.total',
      sql<boolean>`coalesce(matter.raiser_id = ${actor.personId}, false)`.as('mine'), 'matter.standing'])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .where('listed.rank', '<=', perLane)
    .orderBy('matter.id', 'desc')
    .execute()
}

function filtered(db: Reader, actor: Actor, filter: BoardFilter) {
  const words = filter.words ? searchQuery(filter.words) : null
  return visibleTo(db, actor)
    .$if(filter.estate !== undefined, asked => asked.where('matter.estate_id', '=', filter.estate ?? 0))
    .$if(filter.building !== undefined, asked => asked.where('matter.building_id', '=', filter.building ?? 0))
    .$if(filter.place !== undefined, asked => asked.where('matter.place_id', '=', filter.place ?? 0))
    .$if(filter.step !== undefined, asked => asked.where('matter.step', '=', filter.step ?? 'raise'))
    .$if(filter.own === true, asked => asked.where(eb => eb.or([
      eb('matter.raiser_id', '=', actor.personId),
      eb('matter.id', 'in', eb.selectFrom('matter_follower').select('matter_id')
        .where('matter_follower.community_id', '=', db.community).where('matter_follower.person_id', '=', actor.personId)),
    ])))
    .$if(words !== null, asked => asked.where('matter.id', 'in', sql<number>`(select matters_found(${words}))`))
}

/** One matter as its page shows it, with what the rules look at. Throws NotFound when there is none that the actor may see. */
export async function matterById(db: Reader, actor: Actor, id: number, hasReceipt = false) {
  const found = await ruled(visibleTo(db, actor, hasReceipt ? id : null))
    .leftJoin('person as raiser', join => join.onRef('raiser.community_id', '=', 'matter.community_id').onRef('raiser.id', '=', 'matter.raiser_id'))
    .leftJoin('person as lead', join => join.onRef('lead.community_id', '=', 'matter.community_id').onRef('lead.id', '=', 'matter.lead_id'))
    .leftJoin('organisation as lead_organisation', join => join.onRef('lead_organisation.community_id', '=', 'matter.community_id')
      .onRef('lead_organisation.id', '=', 'matter.lead_organisation_id'))
    .select(['matter.kind', 'matter.text', 'matter.title', 'matter.private_text', 'matter.category', 'matter.proposed_track', 'matter.proposed_category',
      'matter.routed_by', 'matter.channel', 'matter.name_shown', 'matter.step_since', 'matter.closed_at', 'matter.reopened_from',
      'raiser.name as raiser_name', 'lead.name as lead_name', 'lead_organisation.name as lead_organisation_name',
      sql<boolean>`matter.phone_sealed is not null`.as('has_phone')])
    .select(eb => [
      eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
        .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'),
      eb.exists(eb.selectFrom('matter_follower').select('person_id')
        .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id')
        .where('person_id', '=', actor.personId ?? 0)).as('followed'),
      // Matters older than methods go by the one in force.
      eb.selectFrom('method as newest').select('newest.source').where('newest.community_id', '=', db.community)
        .orderBy('newest.version', 'desc').limit(1).as('newest_source'),
      eb.selectFrom('community').select('community.method').where('community.id', '=', db.community).as('method_key'),
    ])
    .where('matter.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notHere()
  const { newest_source, method_key, ...matter } = found
  const method = methodIn(found.method_source ?? newest_source ?? shippedSource(method_key ?? ''))
  const rules: MatterUnderMethod = { ...asMatter(found), method }
  const own = hasReceipt || (actor.personId !== null && actor.personId === matter.raiser_id)
  return { ...matter, rules, private_text: own || isInside(actor, rules) ? matter.private_text : null }
}

/** The photo of a matter with this hash, or its thumbnail; undefined when the matter was taken back, the photo was taken down, or the actor may not see it. */
export async function photoOfMatter(db: Reader, actor: Actor, asked: { id: number, file: string, hasReceipt: boolean }) {
  const judged = placesOf(actor, 'moderate')
  return visibleTo(db, actor, asked.hasReceipt ? asked.id : null)
    .innerJoin('matter_photo', join => join.onRef('matter_photo.community_id', '=', 'matter.community_id').onRef('matter_photo.matter_id', '=', 'matter.id'))
    .select(['matter.private', 'place.kind as place_kind'])
    .where('matter.id', '=', asked.id).where('matter.withdrawn_at', 'is', null)
    .where(eb => eb.or([eb('matter_photo.file', '=', asked.file), eb('matter_photo.thumbnail', '=', asked.file)]))
    .where(eb => eb.or([eb('matter_photo.standing', '=', 'shown'), ...judged === null ? [eb.lit(true)] : within(judged).map(([column, ids]) => eb(column, 'in', ids))]))
    .limit(1).executeTakeFirst()
}

/** The matters with these titles that the actor may see. */
export async function mattersTitled(db: Reader, actor: Actor, titles: readonly string[]) {
  return visibleTo(db, actor).select(['matter.id', 'matter.title']).where('matter.title', 'in', [...titles]).orderBy('matter.id').execute()
}

/** Open matters at a place, newest first: to follow instead of raising the same again. */
export async function openHere(db: Reader, actor: Actor, placeId: number, limit = 5) {
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.text', 'matter.step', 'matter.raised_at'])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .where('matter.place_id', '=', placeId).where('matter.standing', '=', 'shown').where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close')
    .orderBy('matter.id', 'desc').limit(limit).execute()
}
