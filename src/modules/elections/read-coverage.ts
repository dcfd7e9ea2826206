// 全覆盖: how many homes of each building were reached, for everybody; home by home only for who goes there.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { floorOf } from '#modules/places/public.ts'

export type Covered = Awaited<ReturnType<typeof coverageOf>>[number]
export type HomeVisited = Awaited<ReturnType<typeof homesVisited>>[number]

/** By building: homes, those reached, those where somebody was without meeting anybody; who canvasses, named for people of the community. One statement. */
export async function coverageOf(db: Reader, actor: Actor, election: number, estate: number) {
  const visited = (reached: boolean) => sql<number>`(select count(*)::int from place home where home.community_id = place.community_id and home.building_id = place.id and home.kind = 'home'
    and exists (select from election_visit visit where visit.community_id = home.community_id and visit.election_id = ${election} and visit.home_id = home.id)
    and ${reached} = exists (select from election_visit visit where visit.community_id = home.community_id and visit.election_id = ${election} and visit.home_id = home.id and visit.reached))`
  return db.selectFrom('place').select(['place.id', 'place.name', 'place.label', visited(true).as('reached'), visited(false).as('tried'),
    sql<number>`(select count(*)::int from place home where home.community_id = place.community_id and home.building_id = place.id and home.kind = 'home')`.as('homes')])
    .select(eb => jsonArrayFrom(eb.selectFrom('election_canvasser')
      .innerJoin('person', join => join.onRef('person.community_id', '=', 'election_canvasser.community_id').onRef('person.id', '=', 'election_canvasser.person_id'))
      .select(['person.id', sql<string>`case when ${actor.personId !== null} then person.name else '' end`.as('name'), sql<boolean>`coalesce(person.id = ${actor.personId}, false)`.as('own')])
      .whereRef('election_canvasser.community_id', '=', 'place.community_id').whereRef('election_canvasser.building_id', '=', 'place.id')
      .where('election_canvasser.election_id', '=', election).orderBy('election_canvasser.since')).as('canvassers'))
    .where('place.community_id', '=', db.community).where('place.estate_id', '=', estate).where('place.kind', '=', 'building')
    .orderBy('place.position').orderBy('place.name').execute()
}

/** The homes of a building with their last visit, top floor first. The caller sees to it that only who goes there asks. */
export async function homesVisited(db: Reader, election: number, building: number) {
  const last = (what: 'how' | 'visited_on') => sql<string | null>`(select ${sql.ref(`visit.${what}`)}::text from election_visit visit
    where visit.community_id = place.community_id and visit.election_id = ${election} and visit.home_id = place.id order by visit.reached desc, visit.visited_on desc, visit.id desc limit 1)`
  const rows = await db.selectFrom('place').leftJoin('place as entrance', join => join.onRef('entrance.community_id', '=', 'place.community_id').onRef('entrance.id', '=', 'place.entrance_id'))
    .select(['place.id', 'place.name', 'place.label', 'entrance.name as entrance', last('how').as('how'), last('visited_on').as('on'),
      sql<boolean>`exists (select from election_visit visit where visit.community_id = place.community_id and visit.election_id = ${election} and visit.home_id = place.id and visit.reached)`.as('reached')])
    .where('place.community_id', '=', db.community).where('place.building_id', '=', building).where('place.kind', '=', 'home')
    .orderBy('entrance.position').orderBy('place.position').orderBy('place.id').execute()
  return rows.map(home => ({ ...home, floor: floorOf(home.name), state: home.reached ? 'reached' as const : home.on === null ? 'open' as const : 'tried' as const }))
}
