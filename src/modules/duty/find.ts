// What an act of duty is about, locked: always the roster first, then its turn or gap, so that nobody waits for each other.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { belongsTo, keeps, type Team } from '#modules/duty/duty.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** A roster that goes on, with its team. `alone`: nobody else changes it meanwhile; otherwise only its end has to wait. */
export async function rosterFound(db: Reader, id: number, alone = false) {
  return db.selectFrom('duty_roster')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .select(['duty_roster.id', 'duty_roster.organisation_id', 'duty_roster.on_call', 'organisation.part_of'])
    .where('duty_roster.community_id', '=', db.community).where('duty_roster.id', '=', id).where('duty_roster.ended_at', 'is', null)
    .$if(alone, locked => locked.forNoKeyUpdate('duty_roster')).$if(!alone, locked => locked.forShare('duty_roster'))
    .executeTakeFirstOrThrow(() => new NotFound(lang => dutyText(lang).noRoster))
}

/** A turn that was not called off, locked, with its team. Throws NotFound, also for whoever neither belongs to the team nor keeps its rosters. */
export async function turnFound(db: Reader, actor: Actor, id: number) {
  const of = await db.selectFrom('duty_turn').select('roster_id').where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  const roster = await seen(db, actor, of?.roster_id)
  const turn = await db.selectFrom('duty_turn').select(['id', 'roster_id', 'person_id', 'from_at', 'until_at', 'called_off_at'])
    .where('community_id', '=', db.community).where('id', '=', id).where('called_off_at', 'is', null).forNoKeyUpdate().executeTakeFirst()
  if (!turn) throw noTurn()
  return { ...turn, organisation_id: roster.organisation_id, part_of: roster.part_of }
}

/** A gap that was not called off, locked, with its team. Throws NotFound as `turnFound`. */
export async function gapFound(db: Reader, actor: Actor, id: number) {
  const of = await db.selectFrom('duty_gap').select('roster_id').where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  const roster = await seen(db, actor, of?.roster_id)
  const gap = await db.selectFrom('duty_gap').select(['id', 'roster_id', 'from_at', 'until_at', 'turn_id'])
    .where('community_id', '=', db.community).where('id', '=', id).where('called_off_at', 'is', null).forNoKeyUpdate().executeTakeFirst()
  if (!gap) throw noTurn()
  return { ...gap, organisation_id: roster.organisation_id, part_of: roster.part_of }
}

/** Whether the actor may look into the rosters of a team: he belongs to it or keeps them. */
export function looksInto(actor: Actor, team: Team): boolean {
  return belongsTo(actor, team) || keeps(actor, team)
}

/** There is no such turn for this actor. */
export function noTurn(): NotFound {
  return new NotFound(lang => dutyText(lang).noTurn)
}

async function seen(db: Reader, actor: Actor, rosterId: number | undefined) {
  const roster = await rosterFound(db, rosterId ?? 0)
  if (!looksInto(actor, roster)) throw noTurn()
  return roster
}
