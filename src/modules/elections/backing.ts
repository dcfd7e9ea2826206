// How much of an estate those who ask for something own: by heads and by area, as the law counts owners.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { electorate, NOBODY, plus, type RollEntry, type Weight } from '#modules/law/public.ts'

/** Those who ask, and all owners. */
export interface Backing {
  readonly asking: Weight
  readonly total: Weight
}

/** What these people weigh among all owners on a day. Co-owners are one head, whoever of them asks; a home without an area counts in no whole. One statement. */
export async function backing(db: Reader, estate: number, people: readonly number[], today: string): Promise<Backing> {
  const homes = await homesWithOwners(db, estate, today)
  const { entries, total } = electorate({
    homes: homes.map(({ id, building_id, area, area_source }) => ({
      id, building: building_id ?? estate, unsold: false, parking: false, areas: area !== null && area_source !== null ? [{ area, source: area_source }] : [],
    })),
    owners: homes.flatMap(({ id, owners }) => owners.map(owner => ({ home: id, owner, named: false }))),
    guardians: [], developer: null, parking: false,
  })
  const asks = ({ owners }: RollEntry) => owners.some(owner => people.includes(owner))
  return { total, asking: entries.filter(asks).reduce<Weight>(plus, NOBODY) }
}

function homesWithOwners(db: Reader, estate: number, today: string) {
  return db.selectFrom('home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'home.community_id').onRef('place.id', '=', 'home.place_id'))
    .select(['place.id', 'place.building_id', 'home.area', 'home.area_source',
      sql<number[]>`to_json(array(select distinct tie.person_id from tie join person on person.community_id = tie.community_id and person.id = tie.person_id
        where tie.community_id = home.community_id and tie.home_id = home.place_id and tie.kind = 'owner' and person.erased_at is null
          and tie.since <= ${today} and (tie.until is null or tie.until >= ${today}) order by tie.person_id))`.as('owners')])
    .where('home.community_id', '=', db.community).where('place.estate_id', '=', estate).where('home.area', 'is not', null)
    .orderBy('place.id').execute()
}
