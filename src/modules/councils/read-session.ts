// The questions about one session: itself, its agenda with what was written, and what goes on in the hall. Three statements make its page.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { asSession, ruled, isOwnSeat } from '#modules/councils/find.ts'
import { attendanceOf } from '#modules/councils/quorum.ts'
import { keeps, type Session } from '#modules/councils/session.ts'
import { noSession, visibleSessions } from '#modules/councils/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** A session as its page shows it. */
export type SessionShown = Awaited<ReturnType<typeof sessionById>>

/** The session with the names of who runs it. Throws NotFound. One statement. */
export async function sessionById(db: Reader, actor: Actor, id: number) {
  const found = await ruled(visibleSessions(db, actor))
    .innerJoin('person as convener', join => join.onRef('convener.community_id', '=', 'council_session.community_id').onRef('convener.id', '=', 'council_session.convener_id'))
    .leftJoin('person as keeper', join => join.onRef('keeper.community_id', '=', 'council_session.community_id').onRef('keeper.id', '=', 'council_session.keeper_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'council_session.community_id').onRef('place.id', '=', 'council_session.place_id'))
    .select(['council_session.minutes', 'council_session.room', 'council_session.place_id', 'council_session.cancel_reason', 'place.label as place',
      'convener.name as convener', 'keeper.name as keeper', 'council.quorum', 'council.place_id as council_place_id', 'council.topic_homes'])
    .where('council_session.id', '=', id).executeTakeFirst()
  if (!found) throw noSession()
  return asSession(found)
}

/** A point of the agenda as it is shown. */
export type Topic = Awaited<ReturnType<typeof agendaOf>>[number]

/** The agenda in its order: matters (nothing but the number of what is not public), what was written last, and tasks. One statement. */
export async function agendaOf(db: Reader, sessionId: number) {
  const rows = await db.selectFrom('session_topic').select(eb => ['session_topic.id', 'session_topic.title',
    jsonArrayFrom(mattersOf(eb, db)).as('matters'), jsonArrayFrom(newest(eb, db)).as('minutes'), jsonArrayFrom(tasks(eb, db)).as('tasks')])
    .where('session_topic.community_id', '=', db.community).where('session_topic.session_id', '=', sessionId)
    .orderBy('session_topic.position').orderBy('session_topic.id').execute()
  return rows.map(({ minutes: [minute], ...row }) => ({
    ...row, minute: minute ? { ...minute, written_at: Temporal.Instant.from(minute.written_at) } : null, shielded: row.matters.some(one => one.shielded),
  }))
}

type OfTopic = ExpressionBuilder<DB, 'session_topic'>

function mattersOf(eb: OfTopic, db: Reader) {
  return eb.selectFrom('session_topic_matter')
    .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'session_topic_matter.community_id').onRef('matter.id', '=', 'session_topic_matter.matter_id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .select(['matter.id', 'matter.step', sql<boolean>`matter.private or matter.standing <> 'shown' or matter.withdrawn_at is not null or place.kind = 'home'`.as('shielded')])
    .where('session_topic_matter.community_id', '=', db.community).whereRef('session_topic_matter.topic_id', '=', 'session_topic.id').orderBy('matter.id')
}

function newest(eb: OfTopic, db: Reader) {
  return eb.selectFrom('session_minute')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'session_minute.community_id').onRef('person.id', '=', 'session_minute.written_by'))
    .select(['session_minute.version', 'session_minute.text', 'session_minute.decision', 'person.name as writer', told('session_minute.written_at').as('written_at')])
    .where('session_minute.community_id', '=', db.community).whereRef('session_minute.topic_id', '=', 'session_topic.id')
    .orderBy('session_minute.version', 'desc').limit(1)
}

// A task of a matter is done when it is done there.
function tasks(eb: OfTopic, db: Reader) {
  return eb.selectFrom('session_task')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'session_task.community_id').onRef('person.id', '=', 'session_task.owner_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'session_task.community_id').onRef('organisation.id', '=', 'session_task.organisation_id'))
    .leftJoin('matter_task', join => join.onRef('matter_task.community_id', '=', 'session_task.community_id').onRef('matter_task.id', '=', 'session_task.matter_task_id'))
    .select(['session_task.id', 'session_task.title', 'session_task.due_on', 'session_task.owner_id as person_id', 'session_task.organisation_id',
      'person.name as owner', 'organisation.name as organisation', 'matter_task.matter_id',
      sql<boolean>`coalesce(matter_task.done_at, session_task.done_at) is not null`.as('done')])
    .where('session_task.community_id', '=', db.community).whereRef('session_task.topic_id', '=', 'session_topic.id').orderBy('session_task.id')
}

/** What goes on in the hall, as the actor may see it. */
export type Hall = Awaited<ReturnType<typeof hallOf>>

/**
 * Seats, attendance by party, speakers, questions and points. What waits for a look is for its author and whoever keeps the minutes;
 * `inside`: the actor sits at the table or keeps the minutes, and reads everybody's name. One statement.
 */
export async function hallOf(db: Reader, actor: Actor, session: Session & { readonly quorum: number }) {
  const id = session.id
  const found = await db.selectFrom('community').select(eb => [
    jsonArrayFrom(seatRows(eb, db, id)).as('seats'), jsonArrayFrom(speakerRows(eb, db, id)).as('speakers'),
    jsonArrayFrom(questionRows(eb, db, id)).as('questions'), jsonArrayFrom(pointRows(eb, db, id)).as('points'),
  ]).where('community.id', '=', db.community).executeTakeFirstOrThrow()
  const keeper = keeps(actor, session)
  const mine = (one: { person_id: number | null, standing: string }) => keeper || one.standing === 'shown' || (actor.personId !== null && one.person_id === actor.personId)
  const own = found.seats.filter(seat => isOwnSeat(actor, seat))
  return {
    keeper, own, inside: keeper || own.length > 0, seats: found.seats, attendance: attendanceOf(found.seats, session.quorum), points: found.points,
    speakers: found.speakers.map(({ began_at, ...row }) => ({ ...row, began_at: began_at === null ? null : Temporal.Instant.from(began_at), mine: actor.personId !== null && row.person_id === actor.personId }))
      // An idea that waits for a look still has its place in the row.
      .map(row => mine(row) ? row : { ...row, about: '' }),
    questions: found.questions.filter(mine),
  }
}

type OfCommunity = ExpressionBuilder<DB, 'community'>

function seatRows(eb: OfCommunity, db: Reader, id: number) {
  return eb.selectFrom('session_seat')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'session_seat.community_id').onRef('person.id', '=', 'session_seat.person_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'session_seat.community_id').onRef('organisation.id', '=', 'session_seat.organisation_id'))
    .select(['session_seat.id', 'session_seat.party', 'session_seat.person_id', 'session_seat.organisation_id', 'person.name as person', 'organisation.name as organisation',
      'session_seat.answer', 'session_seat.stand_in', 'session_seat.came_by_code', maybeTold('session_seat.signed_at').as('signed_at'), 'session_seat.signed_on_paper',
      sql<boolean>`session_seat.invited_at is not null`.as('invited'), sql<boolean>`session_seat.came_at is not null`.as('came')])
    .where('session_seat.community_id', '=', db.community).where('session_seat.session_id', '=', id).orderBy('session_seat.party').orderBy('session_seat.id')
}

function speakerRows(eb: OfCommunity, db: Reader, id: number) {
  return eb.selectFrom('session_speaker')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'session_speaker.community_id').onRef('person.id', '=', 'session_speaker.person_id'))
    .select(['session_speaker.id', 'session_speaker.list', 'session_speaker.person_id', 'person.name', 'session_speaker.about', 'session_speaker.standing',
      maybeTold('session_speaker.began_at').as('began_at'), sql<boolean>`session_speaker.ended_at is not null`.as('ended'),
      sql<number | null>`extract(epoch from session_speaker.ended_at - session_speaker.began_at)::float`.as('seconds')])
    .where('session_speaker.community_id', '=', db.community).where('session_speaker.session_id', '=', id).orderBy('session_speaker.id')
}

function questionRows(eb: OfCommunity, db: Reader, id: number) {
  return eb.selectFrom('session_question')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'session_question.community_id').onRef('person.id', '=', 'session_question.person_id'))
    .select(['session_question.id', 'session_question.person_id', 'person.name', 'session_question.text', 'session_question.standing',
      'session_question.answered', 'session_question.answer'])
    .where('session_question.community_id', '=', db.community).where('session_question.session_id', '=', id).orderBy('session_question.id')
}

function pointRows(eb: OfCommunity, db: Reader, id: number) {
  return eb.selectFrom('session_point')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'session_point.community_id').onRef('place.id', '=', 'session_point.place_id'))
    .leftJoin('matter', join => join.onRef('matter.community_id', '=', 'session_point.community_id').onRef('matter.id', '=', 'session_point.matter_id'))
    .select(['session_point.id', 'session_point.text', 'place.label', 'session_point.matter_id', 'matter.step',
      sql<boolean>`place.kind = 'home' or coalesce(matter.private or matter.standing <> 'shown', false)`.as('shielded')])
    .where('session_point.community_id', '=', db.community).where('session_point.session_id', '=', id).orderBy('session_point.id')
}
