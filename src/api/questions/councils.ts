// What programs may ask about councils: which there are, their sessions, what goes on there, and sealed minutes.
import { z } from 'zod'
import { NotFound } from '#kit/errors.ts'
import {
  agendaOf, councilById, councils, hallOf, isQuorate, minutesOf, NEIGHBOURS, PARTIES, proposedTopics, SESSION_KINDS, sessionById, sessions, standOf, type Council, type Hall, type Listed, type SessionShown, type Topic,
} from '#modules/councils/public.ts'
import { titleOf } from '#modules/matters/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { minutesText } from '#text/council-minutes.ts'
import { list, question, type Question } from './question.ts'
import { within } from './paging.ts'
import { count, day, id, idAsked, instant, maybeDay, maybeId, maybeInstant, maybeText, text, told } from './shapes.ts'

const party = z.enum(PARTIES)
const kind = z.enum(SESSION_KINDS)
const stand = z.enum(['called', 'open', 'ended', 'sealed', 'cancelled'])
const flag = z.boolean()

const COUNCIL = { id, name: text, about: text, room: text, place: maybeId, grid: maybeId, over: maybeText, begins_on: day, minute: count, minutes: count, rule: maybeText, quorum: count, homesNeeded: count, convener: text, missed: z.array(day) }
const SESSION = { id, council: text, councilId: id, number: count, kind, title: text, beginsAt: instant, minutes: count, room: text, standing: stand }

export const COUNCILS: readonly Question[] = [
  list({
    name: 'councils.list', input: {}, item: z.strictObject(COUNCIL),
    ask: async (db, _actor, _asked, window) => within((await councils(db)).map(councilAnswered), window),
  }),
  question({
    name: 'councils.show', input: { id: idAsked },
    output: z.strictObject({
      ...COUNCIL, mediations: count,
      seats: z.array(z.strictObject({ id, party, person: maybeText, organisation: maybeText })),
      topics: z.array(z.strictObject({ matter: id, title: text, households: count })),
    }),
    ask: async (db, actor, { id: asked }) => {
      const council = await councilById(db, asked)
      const topics = await proposedTopics(db, actor, council)
      return {
        ...councilAnswered(council), mediations: council.mediations ?? 0,
        seats: council.seats.map(({ id, party, person, organisation }) => ({ id, party, person: masked(party, person), organisation })),
        topics: topics.map(({ id, title, text: words, households }) => ({ matter: id, title: title ?? titleOf(words), households })),
      }
    },
  }),
  list({
    name: 'councils.sessions', input: { council: idAsked.optional() }, item: z.strictObject(SESSION),
    ask: async (db, actor, { council }, window, { now }) =>
      (await sessions(db, actor, { ...council !== undefined && { council }, after: window.after }, now, window.limit + 1)).map(sessionAnswered),
  }),
  question({
    name: 'councils.session', input: { id: idAsked },
    output: z.strictObject({
      id, council: text, councilId: id, number: count, kind, title: text, beginsAt: instant, minutes: count, room: text, standing: stand,
      convener: text, keeper: maybeText, openedAt: maybeInstant, endedAt: maybeInstant, quorate: flag,
      attendance: z.array(z.strictObject({ party, invited: count, coming: count, came: count, besides: count, needed: count, enough: flag })),
      seats: z.array(z.strictObject({ id, party, name: text, invited: flag, reply: z.enum(['comes', 'comes_not', 'sends']).nullable(), came: flag })),
      topics: z.array(z.strictObject({
        id, title: text, matters: z.array(id), version: count, text, decision: text,
        tasks: z.array(z.strictObject({ id, title: text, owner: maybeText, dueOn: maybeDay, done: flag })),
      })),
      speakers: z.array(z.strictObject({ id, list: z.enum(['floor', 'stage']), name: text, about: text, seconds: z.number().nonnegative().nullable() })),
      questions: z.array(z.strictObject({ id, text, answered: z.enum(['aloud', 'in_writing', 'declined']).nullable(), answer: maybeText })),
      points: z.array(z.strictObject({ id, text, matter: maybeId })),
    }),
    ask: async (db, actor, { id: asked }) => {
      const session = await sessionById(db, actor, asked)
      const topics = await agendaOf(db, session.id)
      return answered(session, topics, await hallOf(db, actor, session))
    },
  }),
  question({
    name: 'councils.minutes', input: { id: idAsked },
    output: z.strictObject({
      number: text, hash: text, sealedAt: instant, content: maybeText, intact: flag,
      present: z.array(z.strictObject({ seat: id, party, organisation: maybeText, name: maybeText, signedAt: maybeInstant, onPaper: flag })),
      addenda: z.array(z.strictObject({ id, text, hash: text, at: instant })),
    }),
    ask: async (db, actor, { id: asked }) => {
      const session = await sessionById(db, actor, asked)
      const { inside } = await hallOf(db, actor, session)
      const minutes = await minutesOf(db, session.id, inside)
      if (!minutes) throw new NotFound(lang => minutesText(lang).notYet)
      return {
        number: minutes.content.number, hash: minutes.hash, sealedAt: minutes.sealedAt.toString(), content: minutes.text, intact: minutes.intact,
        present: minutes.present.map(({ signed, ...one }) => ({ ...one, signedAt: told(signed?.at ?? null), onPaper: signed?.onPaper ?? false })),
        addenda: minutes.addenda.map(one => ({ id: one.id, text: one.text, hash: one.hash, at: one.at.toString() })),
      }
    },
  }),
]

function masked(of: Hall['seats'][number]['party'], name: string | null, inside = false): string | null {
  return name === null || inside || !NEIGHBOURS.has(of) ? name : maskedName(name)
}

function councilAnswered({ id, name, about, room, place_id, grid_id, over, begins_on, minute, minutes, rule, quorum, topic_homes, convener, missed }: Council) {
  return { id, name, about, room, place: place_id, grid: grid_id, over, begins_on, minute, minutes, rule, quorum, homesNeeded: topic_homes, convener, missed: missed.map(one => one.missed_on) }
}

function sessionAnswered({ id, council, council_id, number, kind, title, begins_at, minutes, room, stand }: Listed) {
  return { id, council, councilId: council_id, number, kind, title, beginsAt: begins_at.toString(), minutes, room, standing: stand }
}

// As on the page: neighbours by half their name, and drafts of minutes, only for those at the table.
function answered(session: SessionShown, topics: readonly Topic[], hall: Hall) {
  const { id, council_name, council_id, number, kind, title, begins_at, minutes, room, convener, keeper, opened_at, ended_at } = session
  const name = (one: string) => hall.inside ? one : maskedName(one)
  return {
    id, council: council_name, councilId: council_id, number, kind, title, beginsAt: begins_at.toString(), minutes, room, standing: standOf(session), convener, keeper,
    openedAt: told(opened_at), endedAt: told(ended_at), quorate: isQuorate(hall.attendance), attendance: hall.attendance.map(one => ({ ...one })),
    seats: hall.seats.map(seat => ({ id: seat.id, party: seat.party, name: seat.organisation ?? masked(seat.party, seat.person, hall.inside) ?? '', invited: seat.invited, reply: seat.answer, came: seat.came })),
    topics: topics.map(topic => ({
      id: topic.id, title: topic.shielded && kind !== 'mediation' ? '' : topic.title, matters: topic.matters.map(one => one.id), version: topic.minute?.version ?? 0,
      text: hall.inside ? topic.minute?.text ?? '' : '', decision: hall.inside ? topic.minute?.decision ?? '' : '',
      tasks: topic.tasks.map(task => ({ id: task.id, title: task.title, owner: task.organisation ?? (task.owner === null ? null : name(task.owner)), dueOn: task.due_on, done: task.done })),
    })),
    speakers: hall.speakers.map(one => ({ id: one.id, list: one.list, name: name(one.name), about: one.about, seconds: one.seconds })),
    questions: hall.questions.map(one => ({ id: one.id, text: one.text, answered: one.answered, answer: one.answer })),
    points: hall.points.map(point => ({ id: point.id, text: point.shielded && !hall.keeper ? '' : point.text, matter: point.matter_id })),
  }
}
