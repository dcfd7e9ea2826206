// What the roster holds now, in numbers; and the last import.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '#kit/db.ts'

/** Per estate, in order: its homes, how many of them have an area, the areas together in 0.01 m², and who lives in or owns one today. */
export async function rosterOverview(db: Reader, today: string) {
  return db.selectFrom('place as estate')
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'estate.community_id').onRef('place.estate_id', '=', 'estate.id')
      .on('place.kind', '=', 'home'))
    .leftJoin('home', join => join.onRef('home.community_id', '=', 'place.community_id').onRef('home.place_id', '=', 'place.id'))
    .select(['estate.id', 'estate.name',
      sql<number>`count(home.place_id)::integer`.as('homes'),
      sql<number>`count(home.area)::integer`.as('measured'),
      sql<number>`coalesce(sum(home.area), 0)::double precision`.as('area'),
      peopleToday(today).as('people')])
    .where('estate.community_id', '=', db.community).where('estate.kind', '=', 'estate')
    .groupBy(['estate.community_id', 'estate.id', 'estate.name', 'estate.position'])
    .orderBy('estate.position').orderBy('estate.name').execute()
}

function peopleToday(today: string) {
  return sql<number>`(select count(distinct tie.person_id)::integer from tie
    join place lived on lived.community_id = tie.community_id and lived.id = tie.home_id
    where tie.community_id = estate.community_id and lived.estate_id = estate.id
    and tie.since <= ${today} and (tie.until is null or tie.until >= ${today}))`
}

const facts = z.object({
  homes: z.number(), homesChanged: z.number(), people: z.number(), peopleChanged: z.number(), ties: z.number(), tiesChanged: z.number(),
  posts: z.number(), postsChanged: z.number(), leftOut: z.number(),
})

/** When the roster was last imported, by whom, and what that changed; null when it never was. */
export async function lastImport(db: Reader) {
  const entry = await db.selectFrom('journal')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'journal.community_id').onRef('person.id', '=', 'journal.person_id'))
    .select(['journal.at', 'journal.facts', 'person.name'])
    .where('journal.community_id', '=', db.community).where('journal.action', '=', 'roster.import')
    .orderBy('journal.id', 'desc').limit(1).executeTakeFirst()
  return entry ? { at: entry.at, by: entry.name, ...facts.parse(entry.facts) } : null
}
