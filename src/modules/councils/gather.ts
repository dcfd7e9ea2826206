// What the minutes of a session are made of: who was there under which name, what was written last of each topic, and who does what.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { attendanceOf, isQuorate } from '#modules/councils/quorum.ts'
import { markOf, type MinutesContent } from '#modules/councils/minutes.ts'

/** A name with the salt under which it was marked. */
export interface Named {
  readonly id: number
  readonly name: string | null
  readonly salt: string
}

/** The content, and the names that are kept beside it: of seats and of owners of tasks. Throws nothing; a topic without words stands there, too. */
export async function gatherMinutes(db: Reader, sessionId: number): Promise<{ content: MinutesContent, seats: Named[], owners: Named[] }> {
  const found = await factsOf(db, sessionId)
  const seats = found.seats.filter(seat => seat.came).map(seat => ({ ...seat, named: named(seat.id, nameOfSeat(seat)) }))
  const tasks = found.tasks.map(task => ({ ...task, named: named(task.id, task.owner) }))
  const attendance = attendanceOf(found.seats, found.quorum)
  const content: MinutesContent = {
    format: 'linju-minutes/1', number: `${found.slug}-${found.council_id}-${found.number}`, community: found.community, council: found.council,
    session: found.number, kind: found.kind, title: found.title, begins: found.begins_at.toString(),
    opened: found.opened_at?.toString() ?? '', ended: found.ended_at?.toString() ?? '', where: [found.place, found.room].filter(Boolean).join(' '),
    quorate: isQuorate(attendance), percent: found.quorum, attendance,
    present: seats.map(({ id, party, organisation, named: { salt, name } }) => ({ seat: id, party, organisation, mark: markOf(salt, name) })),
    topics: found.topics.map(({ id, title, matters, minute }) => ({
      title, matters: matters.map(one => one.matter_id), text: minute[0]?.text ?? '', decision: minute[0]?.decision ?? '',
      tasks: tasks.filter(task => task.topic_id === id)
        .map(({ id: task, title: what, organisation, due_on, named: { salt, name } }) => ({ task, title: what, organisation, mark: markOf(salt, name), due: due_on })),
    })),
    ...counted(found), points: found.points.length,
  }
  return { content, seats: seats.map(seat => seat.named), owners: tasks.map(task => task.named) }
}

type Facts = Awaited<ReturnType<typeof factsOf>>

function named(id: number, name: string | null): Named {
  return { id, name, salt: randomBytes(16).toString('hex') }
}

// Who sat there: for an organisation whoever came for it; for a person himself, or whom he sent.
function nameOfSeat({ person, stand_in }: Facts['seats'][number]): string | null {
  return stand_in ?? person
}

function counted({ speakers, questions }: Facts): Pick<MinutesContent, 'speakers' | 'questions'> {
  const spoke = speakers.filter(one => one.seconds !== null)
  return {
    speakers: {
      floor: spoke.filter(one => one.list === 'floor').length, stage: spoke.filter(one => one.list === 'stage').length,
      minutes: Math.round(spoke.reduce((sum, one) => sum + (one.seconds ?? 0), 0) / 60),
    },
    questions: { asked: questions.length, aloud: questions.filter(one => one.answered === 'aloud').length, inWriting: questions.filter(one => one.answered === 'in_writing').length },
  }
}

/** Seconds that somebody spoke; null for who did not begin or is still speaking. */
export function spoken() {
  return sql<number | null>`extract(epoch from session_speaker.ended_at - session_speaker.began_at)::float`
}

async function factsOf(db: Reader, id: number) {
  return db.selectFrom('council_session')
    .innerJoin('council', join => join.onRef('council.community_id', '=', 'council_session.community_id').onRef('council.id', '=', 'council_session.council_id'))
    .innerJoin('community', 'community.id', 'council_session.community_id')
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'council_session.community_id').onRef('place.id', '=', 'council_session.place_id'))
    .select(['council_session.number', 'council_session.council_id', 'council_session.kind', 'council_session.title', 'council_session.begins_at',
      'council_session.opened_at', 'council_session.ended_at', 'council_session.room', 'place.label as place', 'council.name as council', 'council.quorum',
      'community.name as community', 'community.slug'])
    .select([
      jsonArrayFrom(db.selectFrom('session_seat')
        .leftJoin('person', join => join.onRef('person.community_id', '=', 'session_seat.community_id').onRef('person.id', '=', 'session_seat.person_id'))
        .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'session_seat.community_id').onRef('organisation.id', '=', 'session_seat.organisation_id'))
        .select(['session_seat.id', 'session_seat.party', 'session_seat.answer', 'session_seat.stand_in', 'person.name as person', 'organisation.name as organisation',
          sql<boolean>`session_seat.invited_at is not null`.as('invited'), sql<boolean>`session_seat.came_at is not null`.as('came')])
        .where('session_seat.community_id', '=', db.community).where('session_seat.session_id', '=', id)
        .orderBy('session_seat.party').orderBy('session_seat.id')).as('seats'),
      jsonArrayFrom(db.selectFrom('session_topic').select(eb => ['session_topic.id', 'session_topic.title',
        jsonArrayFrom(eb.selectFrom('session_topic_matter').select('session_topic_matter.matter_id').where('session_topic_matter.community_id', '=', db.community)
          .whereRef('session_topic_matter.topic_id', '=', 'session_topic.id').orderBy('session_topic_matter.matter_id')).as('matters'),
        jsonArrayFrom(eb.selectFrom('session_minute').select(['session_minute.text', 'session_minute.decision']).where('session_minute.community_id', '=', db.community)
          .whereRef('session_minute.topic_id', '=', 'session_topic.id').orderBy('session_minute.version', 'desc').limit(1)).as('minute')])
        .where('session_topic.community_id', '=', db.community).where('session_topic.session_id', '=', id).orderBy('session_topic.position')).as('topics'),
      jsonArrayFrom(db.selectFrom('session_task')
        .leftJoin('person', join => join.onRef('person.community_id', '=', 'session_task.community_id').onRef('person.id', '=', 'session_task.owner_id'))
        .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'session_task.community_id').onRef('organisation.id', '=', 'session_task.organisation_id'))
        .select(['session_task.id', 'session_task.topic_id', 'session_task.title', 'session_task.due_on', 'person.name as owner', 'organisation.name as organisation'])
        .where('session_task.community_id', '=', db.community).where('session_task.session_id', '=', id).orderBy('session_task.id')).as('tasks'),
      jsonArrayFrom(db.selectFrom('session_speaker').select(['list', spoken().as('seconds')]).where('community_id', '=', db.community).where('session_id', '=', id)).as('speakers'),
      jsonArrayFrom(db.selectFrom('session_question').select('answered').where('community_id', '=', db.community).where('session_id', '=', id)).as('questions'),
      jsonArrayFrom(db.selectFrom('session_point').select('id').where('community_id', '=', db.community).where('session_id', '=', id)).as('points'),
    ])
    .where('council_session.community_id', '=', db.community).where('council_session.id', '=', id).executeTakeFirstOrThrow()
}
