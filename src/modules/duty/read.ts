// The questions about rosters and turns.
import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { at, type Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { TEAMS } from '#modules/duty/duty.ts'
import { looksInto } from '#modules/duty/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

const MOST = 300

/** The teams whose rosters the actor looks into or keeps, as a question for their numbers. */
export function teamsOf(db: Reader, actor: Actor) {
  const own = [0, ...actor.posts.map(post => post.organisation_id)]
  const led = [0, ...actor.posts.filter(post => post.kind === 'grid_leader' || post.kind === 'team_leader').map(post => post.organisation_id)]
  const everywhere = actor.posts.some(post => post.kind === 'secretary')
  return db.selectFrom('organisation').where('organisation.community_id', '=', db.community).where('organisation.kind', 'in', TEAMS)
    .$if(!everywhere, some => some.where(eb => eb.or([eb('organisation.id', 'in', own), eb('organisation.part_of', 'in', led)])))
}

/** The teams for a choice. */
export async function teamsKept(db: Reader, actor: Actor) {
  return teamsOf(db, { ...actor, posts: actor.posts.filter(post => ['secretary', 'grid_leader', 'team_leader'].includes(post.kind)) })
    .select(['organisation.id', 'organisation.name']).orderBy('organisation.kind').orderBy('organisation.name').limit(MOST).execute()
}

/** The rosters that the actor looks into. */
export async function rostersListed(db: Reader, actor: Actor) {
  return db.selectFrom('duty_roster')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .select(['duty_roster.id', 'duty_roster.name', 'duty_roster.on_call', 'organisation.id as organisation_id', 'organisation.name as organisation', 'organisation.part_of'])
    .where('duty_roster.community_id', '=', db.community).where('duty_roster.ended_at', 'is', null)
    .where('duty_roster.organisation_id', 'in', teamsOf(db, actor).select('organisation.id'))
    .orderBy('organisation.name').orderBy('duty_roster.id').limit(MOST).execute()
}

/** One roster, also one that has ended. Throws NotFound for whoever does not look into it. */
export async function rosterById(db: Reader, actor: Actor, id: number) {
  const found = await db.selectFrom('duty_roster')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .select(['duty_roster.id', 'duty_roster.name', 'duty_roster.on_call', 'duty_roster.ended_at', 'organisation.id as organisation_id', 'organisation.name as organisation', 'organisation.part_of'])
    .where('duty_roster.community_id', '=', db.community).where('duty_roster.id', '=', id).executeTakeFirst()
  if (!found || !looksInto(actor, found)) throw new NotFound(lang => dutyText(lang).noRoster)
  return found
}

/** Its turns that are not over, each with a request for leave that waits for an answer; and the times for which nobody is found. */
export async function turnsOfRoster(db: Reader, id: number, now: Temporal.Instant) {
  const turns = db.selectFrom('duty_turn')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'duty_turn.community_id')
      .onRef('person.id', '=', 'duty_turn.person_id'))
    .leftJoin('duty_leave', join => join.onRef('duty_leave.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_leave.turn_id', '=', 'duty_turn.id').on('duty_leave.answered_at', 'is', null))
    .select(['duty_turn.id', sql<number | null>`duty_turn.person_id`.as('person_id'), sql<string | null>`person.name`.as('person'), 'duty_turn.from_at', 'duty_turn.until_at', 'duty_leave.id as leave'])
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.roster_id', '=', id).where('duty_turn.called_off_at', 'is', null)
    .where('duty_turn.until_at', '>', at(now))
  const gaps = db.selectFrom('duty_gap')
    .select(['duty_gap.id', sql<number | null>`null::bigint`.as('person_id'), sql<string | null>`null::text`.as('person'), 'duty_gap.from_at', 'duty_gap.until_at', sql<number | null>`null::bigint`.as('leave')])
    .where('duty_gap.community_id', '=', db.community).where('duty_gap.roster_id', '=', id).where('duty_gap.called_off_at', 'is', null)
    .where('duty_gap.turn_id', 'is', null).where('duty_gap.until_at', '>', at(now))
  return turns.unionAll(gaps).orderBy('from_at').orderBy('id').limit(MOST).execute()
}

/** Who may be put on duty in a team today. */
export async function membersOf(db: Reader, organisation: number, today: string) {
  return db.selectFrom('post')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
    .select(['person.id', 'person.name']).distinct()
    .where('post.community_id', '=', db.community).where('post.organisation_id', '=', organisation).where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)])).orderBy('person.name').orderBy('person.id')
    .limit(MOST).execute()
}

/** One turn with what is asked about it and what was handed over. Throws NotFound for whoever does not look into its roster. */
export async function turnById(db: Reader, actor: Actor, id: number) {
  const found = await db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'duty_turn.community_id')
      .onRef('person.id', '=', 'duty_turn.person_id'))
    .leftJoin('duty_leave', join => join.onRef('duty_leave.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_leave.turn_id', '=', 'duty_turn.id'))
    .leftJoin('duty_note', join => join.onRef('duty_note.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_note.turn_id', '=', 'duty_turn.id'))
    .select(['duty_turn.id', 'duty_turn.roster_id', 'duty_turn.person_id', 'duty_turn.from_at', 'duty_turn.until_at', 'duty_turn.called_off_at', 'duty_roster.name as roster', 'duty_roster.on_call',
      'organisation.id as organisation_id', 'organisation.name as organisation', 'organisation.part_of', 'person.name as person',
      'duty_leave.id as leave', 'duty_leave.granted', 'duty_note.text as note', 'duty_note.read_at'])
    .select(eb => jsonObjectFrom(eb.selectFrom('duty_swap')
      .innerJoin('person as asked', join => join.onRef('asked.community_id', '=', 'duty_swap.community_id')
        .onRef('asked.id', '=', 'duty_swap.with_id'))
      .select(['duty_swap.id', 'asked.name']).where('duty_swap.community_id', '=', db.community).whereRef('duty_swap.turn_id', '=', 'duty_turn.id').where('duty_swap.answered_at', 'is', null)).as('swap'))
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.id', '=', id).executeTakeFirst()
  if (!found || !looksInto(actor, found)) throw new NotFound(lang => dutyText(lang).noTurn)
  return found
}

export type TurnShown = Awaited<ReturnType<typeof turnById>>

/** The turns of this team's others that lie ahead: for which of them one could swap. */
export async function othersTurns(db: Reader, { organisation_id, person_id }: { organisation_id: number, person_id: number }, now: Temporal.Instant) {
  return db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .select(['duty_turn.id', 'duty_turn.person_id', 'duty_turn.from_at', 'duty_turn.until_at'])
    .where('duty_turn.community_id', '=', db.community).where('duty_roster.organisation_id', '=', organisation_id)
    .where('duty_turn.person_id', '<>', person_id)
    .where('duty_turn.called_off_at', 'is', null).where('duty_turn.from_at', '>', at(now)).orderBy('duty_turn.from_at').limit(60).execute()
}

/** A person's turns that are not over, the swaps that others ask of him, and the open turns that he could take, as lists. One statement. */
export async function ownDuty(db: Reader, actor: Actor, now: Temporal.Instant) {
  const mine = db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .select(['duty_turn.id', 'duty_roster.name as roster', 'duty_roster.on_call', told('duty_turn.from_at').as('from_at'), told('duty_turn.until_at').as('until_at')])
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.person_id', '=', actor.personId ?? 0)
    .where('duty_turn.called_off_at', 'is', null)
    // Until half a day after it one may still write what one hands over.
    .where('duty_turn.until_at', '>', at(now.subtract({ hours: 12 }))).orderBy('duty_turn.from_at').limit(40)
  const swaps = db.selectFrom('duty_swap')
    .innerJoin('duty_turn', join => join.onRef('duty_turn.community_id', '=', 'duty_swap.community_id')
      .onRef('duty_turn.id', '=', 'duty_swap.turn_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'duty_turn.community_id')
      .onRef('person.id', '=', 'duty_turn.person_id'))
    .leftJoin('duty_turn as own', join => join.onRef('own.community_id', '=', 'duty_swap.community_id')
      .onRef('own.id', '=', 'duty_swap.for_turn_id'))
    .select(['duty_swap.id', 'person.name', told('duty_turn.from_at').as('from_at'), told('duty_turn.until_at').as('until_at'), maybeTold('own.from_at').as('for_from'), maybeTold('own.until_at').as('for_until')])
    .where('duty_swap.community_id', '=', db.community).where('duty_swap.with_id', '=', actor.personId ?? 0)
    .where('duty_swap.answered_at', 'is', null)
    .where('duty_turn.called_off_at', 'is', null).where('duty_turn.from_at', '>', at(now)).orderBy('duty_swap.id').limit(40)
  const gaps = db.selectFrom('duty_gap')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_gap.community_id')
      .onRef('duty_roster.id', '=', 'duty_gap.roster_id'))
    .select(['duty_gap.id', 'duty_roster.name as roster', told('duty_gap.from_at').as('from_at'), told('duty_gap.until_at').as('until_at')])
    .where('duty_gap.community_id', '=', db.community).where('duty_gap.turn_id', 'is', null).where('duty_gap.called_off_at', 'is', null)
    .where('duty_gap.until_at', '>', at(now))
    .where('duty_roster.organisation_id', 'in', [0, ...actor.posts.map(post => post.organisation_id)]).orderBy('duty_gap.from_at').limit(40)
  return db.selectFrom(sql<{ one: number }>`(select 1 as one)`.as('one'))
    .select([jsonArrayFrom(mine).as('turns'), jsonArrayFrom(swaps).as('swaps'), jsonArrayFrom(gaps).as('gaps')]).executeTakeFirstOrThrow()
}

/** A person's turns from now on, for his calendar. */
export async function dutyPlanned(db: Reader, personId: number, now: Temporal.Instant) {
  return db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .select(['duty_turn.id', 'duty_turn.roster_id', 'duty_roster.name as roster', 'duty_roster.on_call', 'duty_turn.from_at', 'duty_turn.until_at'])
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.person_id', '=', personId)
    .where('duty_turn.called_off_at', 'is', null)
    .where('duty_turn.until_at', '>', at(now)).orderBy('duty_turn.from_at').limit(MOST).execute()
}
