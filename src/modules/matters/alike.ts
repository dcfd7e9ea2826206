// Open matters about the same thing: offered to whoever raises one, and to the worker, before it is worked on twice.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { likeness, likenessOf, piecesOf, type Pieces } from '#modules/matters/likeness.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import { buildingOf, type lineage, placeById, type Place } from '#modules/places/public.ts'

/** What is raised: its words and its place, by whom (the actor, unless it is said), and which matter it is itself, if it is one already. */
export interface Asked {
  text: string
  placeId: number
  personId?: number | null
  except?: number
}

/** Why a matter is offered. */
export type Why = 'samePerson' | 'samePlace' | 'near' | 'sameWords'

// How near a matter lies, and how alike its words must be to be offered: the farther, the more.
const NEARNESS = {
  place: { near: 1, least: 0.1 },
  entrance: { near: 0.9, least: 0.11 },
  building: { near: 0.8, least: 0.12 },
  estate: { near: 0.6, least: 0.14 },
  elsewhere: { near: 0.4, least: 0.15 },
} as const
/** The least likeness of words at which a matter from another estate is offered. */
export const LEAST_ELSEWHERE = NEARNESS.elsewhere.least
const SAME_PERSON = 0.1
const SAME_WORDS = 0.14

/** Open matters that the actor may see and that may be about the same thing, best first, each with why. Throws NotFound for the place. */
export async function alike(db: Reader, actor: Actor, asked: Asked, limit = 5) {
  const place = await placeById(db, asked.placeId)
  const person = asked.personId === undefined ? actor.personId : asked.personId
  const pieces = piecesOf(asked.text)
  const rows = await candidates(db, actor, place, { person, except: asked.except ?? 0, text: asked.text }).execute()
  return rows.flatMap(({ place_id, kind, estate_id, building_id, entrance_id, parent_id, raiser_id, ...matter }) => {
    const there = { id: place_id, kind, estate_id, building_id, entrance_id, parent_id }
    const own = person !== null && person === raiser_id && mayKnow(actor, person, [place, there])
    const judged = judge({ pieces, place }, { text: matter.text, place: there, own })
    return judged ? [{ ...matter, ...judged }] : []
  }).toSorted((a, b) => b.score - a.score || b.id - a.id).slice(0, limit)
}

// That two matters came from one person is nobody's business but his own and theirs who look after both places.
function mayKnow(actor: Actor, person: number, places: readonly Parameters<typeof lineage>[0][]): boolean {
  return person === actor.personId || actor.mayActFor.includes(person) || places.every(place => holds(actor, 'move matter', place))
}

// The newest of the place, of its building and of the person, and those with the same words; ranked by what they say afterwards.
function candidates(db: Reader, actor: Actor, place: Place, { person, except, text }: { person: number | null, except: number, text: string }) {
  const building = buildingOf(place) ?? 0
  const newest = (condition: ReturnType<typeof sql>, most: number) => sql`(select id from matter
    where community_id = ${db.community} and standing = 'shown' and ${condition} order by id desc limit ${sql.lit(most)})`
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.text', 'matter.step', 'matter.raised_at', 'matter.raiser_id', 'matter.place_id', 'place.label',
      'place.kind', 'place.estate_id', 'place.building_id', 'place.entrance_id', 'place.parent_id'])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .where('matter.standing', '=', 'shown').where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close').where('matter.merged_into', 'is', null)
    .where('matter.id', '<>', except)
    // As an array: of a list the planner expects more, and walks the whole community.
    .where('matter.id', '=', sql<number>`any(array(
      ${newest(sql`place_id = ${place.id}`, 100)}
      union all ${newest(sql`building_id = ${building} and withdrawn_at is null`, 300)}
      union all ${newest(sql`raiser_id = ${person ?? 0}`, 50)}
      union all select id from matters_sharing(${likenessOf(db.community, text)}::integer[])))`)
}

type Spot = Pick<Place, 'id' | 'kind' | 'estate_id' | 'building_id' | 'entrance_id' | 'parent_id'>

// Null when there is too little in common. What somebody raised at the same place himself is always offered to him,
// and so is what is open about the same thing, a lift or a door, in whatever words.
function judge(one: { pieces: Pieces, place: Spot }, other: { text: string, place: Spot, own: boolean }): { score: number, why: Why[] } | null {
  const how = nearness(one.place, other.place)
  const words = likeness(one.pieces, piecesOf(other.text))
  const { own } = other
  const { near, least } = NEARNESS[how]
  const certain = how === 'place' && (own || one.place.kind === 'thing')
  if (words < least && !certain) return null
  const why: Why[] = []
  if (own) why.push('samePerson')
  if (how === 'place') why.push('samePlace')
  if (how === 'entrance' || how === 'building') why.push('near')
  if (words >= SAME_WORDS) why.push('sameWords')
  return { score: words * near + (own ? SAME_PERSON : 0), why }
}

function nearness(here: Spot, there: Spot): keyof typeof NEARNESS {
  if (here.id === there.id) return 'place'
  const levels = ['entrance', 'building', 'estate'] as const
  return levels.find(level => levelOf(here, level) !== null && levelOf(here, level) === levelOf(there, level)) ?? 'elsewhere'
}

function levelOf(place: Spot, level: 'entrance' | 'building' | 'estate'): number | null {
  return place.kind === level ? place.id : place[`${level}_id`]
}
