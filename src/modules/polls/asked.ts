// Who is asked: by place or grid, by tie, per person or per home.
import { sql, type ExpressionBuilder } from 'kysely'
import type { DB, PollTies, PollUnit } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'

/** Whom a poll asks. Neither place nor grid: the whole community. */
export interface Electorate {
  readonly place_id: number | null
  readonly grid_id: number | null
  readonly ties: PollTies
  readonly unit: PollUnit
}

/** The numbers of the people or homes that are asked on this day, each once. */
export async function votersOf(db: Reader, electorate: Electorate, today: string): Promise<number[]> {
  const rows = electorate.unit === 'person'
    ? await tiesAsked(db, electorate, today).select('tie.person_id as voter').distinct().orderBy('voter').execute()
    : await homesAt(db, electorate).select('place.id as voter').orderBy('voter').execute()
  return rows.map(row => row.voter)
}

/** The person's own part in a poll: himself, or the homes for which he may cast; empty when he was not asked. */
export async function ownVotes(db: Reader, poll: Electorate & { id: number }, personId: number, today: string) {
  return db.selectFrom('poll_voter')
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'poll_voter.community_id').onRef('place.id', '=',
    'poll_voter.home_id'))
    .select(['poll_voter.voter', 'poll_voter.taken', 'place.label'])
    .where('poll_voter.community_id', '=', db.community).where('poll_voter.poll_id', '=', poll.id)
    .$if(poll.unit === 'person', own => own.where('poll_voter.voter', '=', personId))
    .$if(poll.unit === 'home', own => own.where('poll_voter.home_id', 'in',
      tiesAsked(db, poll, today).select('tie.home_id').where('tie.person_id', '=', personId)))
    .orderBy('poll_voter.voter').execute()
}

/** Everybody who may cast in this poll, with `person_id`: for telling them. */
export function peopleAsked(db: Reader, pollId: number, today: string) {
  return openTies(db, today)
    .innerJoin('poll', join => join.onRef('poll.community_id', '=', 'tie.community_id').on('poll.id', '=', pollId))
    .innerJoin('poll_voter', join => join.onRef('poll_voter.community_id', '=', 'poll.community_id').onRef('poll_voter.poll_id', '=',
    'poll.id')
      .on(eb => eb.or([eb('poll_voter.person_id', '=', eb.ref('tie.person_id')), eb('poll_voter.home_id', '=', eb.ref('tie.home_id'))])))
    .where(eb => eb.or([
      eb('poll.ties', '=', 'everybody'), eb.and([eb('poll.ties', '=', 'owners'), eb('tie.kind', '=', 'owner')]),
      eb.and([eb('poll.ties', '=', 'living'), livesThere(db, eb, today)]),
    ]))
    .where('poll.tell', '=', true).select('tie.person_id')
}

function tiesAsked(db: Reader, { ties, ...where }: Omit<Electorate, 'unit'>, today: string) {
  return openTies(db, today)
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .where('person.erased_at', 'is', null)
    .where('tie.home_id', 'in', homesAt(db, where).select('place.id'))
    .$if(ties === 'owners', owners => owners.where('tie.kind', '=', 'owner'))
    .$if(ties === 'living', living => living.where(eb => livesThere(db, eb, today)))
}

// Nobody notes whether an owner lives in his home; where it is let he does not.
function livesThere(db: Reader, eb: ExpressionBuilder<DB, 'tie'>, today: string) {
  return eb.or([eb('tie.kind', '<>', 'owner'), eb('tie.home_id', 'not in', openTies(db, today).where('tie.kind', '=', 'tenant')
    .select('tie.home_id'))])
}

function openTies(db: Reader, today: string) {
  return db.selectFrom('tie').where('tie.community_id', '=', db.community).where('tie.since', '<=', today)
    .where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)]))
}

function homesAt(db: Reader, { place_id, grid_id }: Pick<Electorate, 'place_id' | 'grid_id'>) {
  const above = ['place.id', 'place.entrance_id', 'place.building_id', 'place.estate_id'] as const
  return db.selectFrom('place')
    .innerJoin('home', join => join.onRef('home.community_id', '=', 'place.community_id').onRef('home.place_id', '=', 'place.id'))
    .where('place.community_id', '=', db.community)
    .$if(place_id !== null, there => there.where(eb => eb.or(above.map(column => eb(column, '=', place_id)))))
    .$if(grid_id !== null, there => there.where(eb => eb.exists(eb.selectFrom('grid_place').select(sql.lit(1).as('one'))
      .where('grid_place.community_id', '=', db.community).where('grid_place.grid_id', '=', grid_id)
      .where(covers => covers.or(above.map(column => covers('grid_place.place_id', '=', covers.ref(column))))))))
}
