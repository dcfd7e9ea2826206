// Who is to hear of an errand: questions for person ids, for notices.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { holdersOf } from '#modules/people/public.ts'

/**
 * errandFits: whose errand of the other side fits this one (for an ask, an offer). errandBuilding, errandEstate: neighbours who may be asked, first
 * of the building, then of the rest of the estate. errandGrid: the grid worker there, or who leads where there is none. errandJudges: whoever
 * looks over what is written there. swapBoth: both whose wants meet.
 */
export const ERRAND_MEANT = ['errandFits', 'errandBuilding', 'errandEstate', 'errandGrid', 'errandJudges', 'swapBoth'] as const
export type ErrandMeant = (typeof ERRAND_MEANT)[number]

interface About {
  /** errands/12. */
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  /** The date there. */
  readonly today: string
}

/** The people meant, as a question for their ids. */
export function peopleOfErrand(db: Reader, to: ErrandMeant, { subject, facts, today }: About) {
  const id = Number(/^errands\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  switch (to) {
    case 'errandFits': return peopleWhoFit(db, id)
    case 'errandBuilding': return neighbours(db, id, today, true)
    case 'errandEstate': return neighbours(db, id, today, false)
    case 'errandGrid': return workers(db, id, today)
    case 'errandJudges': return holdersThere(db, id, today, holdersOf('moderate'))
    case 'swapBoth': return people(db).where('person.id', 'in', [numberIn(facts, 'first'), numberIn(facts, 'second')])
  }
}

function people(db: Reader) {
  return db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
}

/** The open errands of the other side that go the same way: same kind and estate, and times that overlap. */
export function fitting(db: Reader, id: number) {
  return db.selectFrom('errand as own')
    .innerJoin('errand as other', join => join.onRef('other.community_id', '=', 'own.community_id').onRef('other.estate_id', '=', 'own.estate_id')
      .onRef('other.kind', '=', 'own.kind').onRef('other.side', '<>', 'own.side').onRef('other.by_id', '<>', 'own.by_id')
      .onRef('other.from_at', '<', 'own.until_at').onRef('other.until_at', '>', 'own.from_at'))
    .where('own.community_id', '=', db.community).where('own.id', '=', id).where('own.standing', '=', 'shown').where('own.taken_by', 'is', null)
    .where('other.ended_at', 'is', null).where('other.taken_by', 'is', null).where('other.standing', '=', 'shown')
}

function peopleWhoFit(db: Reader, id: number) {
  return people(db).where('person.id', 'in', fitting(db, id).where('own.ended_at', 'is', null)
    // Whoever came later hears of it by his own errand, however late the journal is read.
    .whereRef('other.id', '<', 'own.id').select(eb => eb.ref('other.by_id').$notNull().as('id')))
}

// Only who agreed to be asked, is not away, and (as for calls) is sixteen or older, a minor with his guardian's agreement. An errand of a whole estate has no building: then all its people are the second step.
function neighbours(db: Reader, id: number, today: string, near: boolean) {
  return people(db).where('person.id', 'in', db.selectFrom('tie')
    .innerJoin('place as home', join => join.onRef('home.community_id', '=', 'tie.community_id').onRef('home.id', '=', 'tie.home_id'))
    .innerJoin('errand', join => join.onRef('errand.community_id', '=', 'home.community_id').onRef('errand.estate_id', '=', 'home.estate_id').on('errand.id', '=', id))
    .innerJoin('place as there', join => join.onRef('there.community_id', '=', 'errand.community_id').onRef('there.id', '=', 'errand.place_id'))
    .innerJoin('consent', join => join.onRef('consent.community_id', '=', 'tie.community_id').onRef('consent.person_id', '=', 'tie.person_id')
      .on('consent.purpose', '=', 'be_asked').on('consent.withdrawn_at', 'is', null))
    .leftJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'tie.community_id').onRef('volunteer.person_id', '=', 'tie.person_id')
      .on('volunteer.left_at', 'is', null))
    .where('tie.community_id', '=', db.community).where('tie.since', '<=', today)
    .where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)]))
    .where(away => away.or([away('volunteer.away_until', 'is', null), away('volunteer.away_until', '<', today)]))
    .where(young => young.or([young('volunteer.id', 'is', null), young('volunteer.age', '=', 'adult'),
      young.and([young('volunteer.age', '=', 'youth'), young('volunteer.guardian_agreed_at', 'is not', null)])]))
    .where('errand.taken_by', 'is', null).where('errand.ended_at', 'is', null).whereRef('tie.person_id', '<>', 'errand.by_id')
    .where(sql<boolean>`(home.building_id = case when there.kind = 'building' then there.id else there.building_id end) ${near ? sql`is true` : sql`is not true`}`)
    .select('tie.person_id'))
}

// Where no grid worker is, whoever leads is told: a call for help never ends silently.
function workers(db: Reader, id: number, today: string) {
  const there = holdersThere(db, id, today, ['grid_worker'])
  const leads = holdersThere(db, id, today, ['grid_leader', 'secretary'])
  return people(db).where(eb => eb.or([
    eb('person.id', 'in', there), eb.and([eb.not(eb.exists(there)), eb('person.id', 'in', leads)]),
  ]))
}

// Whose post covers the place of the errand: by place, by grid, by the estate of the organisation, or everywhere.
function holdersThere(db: Reader, id: number, today: string, kinds: readonly string[]) {
  const above = sql<number[]>`array[place.id, place.entrance_id, place.building_id, place.estate_id]`
  return people(db).where('person.id', 'in', db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .innerJoin('errand', join => join.onRef('errand.community_id', '=', 'post.community_id').on('errand.id', '=', id))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'errand.community_id').onRef('place.id', '=', 'errand.place_id'))
    .where('post.community_id', '=', db.community).where('post.kind', 'in', kinds).where('post.since', '<=', today)
    .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
    .where(sql<boolean>`case when post.place_id is not null then post.place_id = any(${above})
      when post.grid_id is not null then exists (select from grid_place where grid_place.community_id = post.community_id
        and grid_place.grid_id = post.grid_id and grid_place.place_id = any(${above}))
      when organisation.place_id is not null then organisation.place_id = any(${above}) else true end`)
    .select('post.person_id'))
}

function numberIn(facts: About['facts'], name: string): number {
  const value = facts[name]
  return typeof value === 'number' ? value : 0
}
