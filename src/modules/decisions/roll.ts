// 表决权人名册: the roster of one day and what was settled about it, made into heads and areas by the law's own function.
import type { Reader } from '#kit/db.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { electorate, flagIn, type Roll, type Rules } from '#modules/law/public.ts'

/** The roll of an estate as of a day (2026-11-22), with what must still be settled. */
export async function rollOf(db: Reader, decision: Pick<Decision, 'id' | 'estate' | 'building_id' | 'developer_id'>, asOf: string, rules: Rules): Promise<Roll> {
  const settled = await settlements(db, decision.id)
  const of = (kind: string) => settled.filter(one => one.kind === kind)
  const leftOut = new Set(of('left_out').map(({ home_id }) => home_id))
  const unsold = new Set(of('developer').map(({ home_id }) => home_id))
  const named = new Set(of('named').map(({ home_id, person_id }) => `${home_id}/${person_id}`))
  const interested = new Set(of('interested').map(({ home_id }) => home_id))
  const asked = (home: { id: number, building_id: number | null }) => decision.building_id === null || home.building_id === decision.building_id || interested.has(home.id)
  const homes = (await homesOf(db, decision.estate.id)).filter(home => asked(home) && !leftOut.has(home.id))
  const known = new Set(homes.map(({ id }) => id))
  return electorate({
    homes: homes.map(({ id, building_id, area, area_source }) => ({
      id, building: building_id ?? decision.estate.id, unsold: unsold.has(id), parking: false,
      areas: area !== null && area_source !== null ? [{ area, source: area_source }] : [],
    })),
    owners: (await ownersOf(db, decision.estate.id, asOf)).filter(({ home_id }) => known.has(home_id) && !unsold.has(home_id))
      .map(({ home_id, person_id }) => ({ home: home_id, owner: person_id, named: named.has(`${home_id}/${person_id}`) })),
    guardians: of('guardian').flatMap(({ person_id, owner_id }) => person_id !== null && owner_id !== null ? [{ owner: owner_id, guardian: person_id }] : []),
    developer: decision.developer_id,
    parking: flagIn(rules, 'parking_counts')?.value ?? false,
  })
}

function settlements(db: Reader, id: number) {
  return db.selectFrom('decision_settlement').select(['home_id', 'kind', 'person_id', 'owner_id'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).execute()
}

function homesOf(db: Reader, estate: number) {
  return db.selectFrom('home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'home.community_id').onRef('place.id', '=', 'home.place_id'))
    .select(['place.id', 'place.building_id', 'home.area', 'home.area_source'])
    .where('home.community_id', '=', db.community).where('place.estate_id', '=', estate)
    .orderBy('place.position').orderBy('place.id').execute()
}

function ownersOf(db: Reader, estate: number, asOf: string) {
  return db.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .select(['tie.home_id', 'tie.person_id']).distinct()
    .where('tie.community_id', '=', db.community).where('tie.kind', '=', 'owner').where('place.estate_id', '=', estate)
    .where('person.erased_at', 'is', null).where('tie.since', '<=', asOf)
    .where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', asOf)]))
    .orderBy('tie.home_id').orderBy('tie.person_id').execute()
}
