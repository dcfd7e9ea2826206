// Everything that goes into the file of a matter, read in one statement while the matter is locked.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { ratingRows } from '#modules/matters/ratings.ts'

/** What there is about a matter when it is closed. Inner notes stay inside. */
export async function dossierFacts(db: Reader, id: number) {
  return db.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id')
      .onRef('place.id', '=', 'matter.place_id'))
    .innerJoin('community', 'community.id', 'matter.community_id')
    .leftJoin('person as raiser', join => join.onRef('raiser.community_id', '=', 'matter.community_id')
      .onRef('raiser.id', '=', 'matter.raiser_id'))
    .leftJoin('person as lead', join => join.onRef('lead.community_id', '=', 'matter.community_id')
      .onRef('lead.id', '=', 'matter.lead_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter.community_id')
      .onRef('organisation.id', '=', 'matter.lead_organisation_id'))
    .leftJoin('method', join => join.onRef('method.community_id', '=', 'matter.community_id')
      .onRef('method.id', '=', 'matter.method_id'))
    .select(['community.slug', 'community.name as community', 'community.time_zone', 'place.label', 'place.kind as place_kind', 'matter.kind',
      'matter.category', 'matter.track', 'matter.urgent', 'matter.channel', 'matter.raised_at', 'matter.text', 'matter.private_text', 'matter.raiser_id', 'matter.name_shown',
      'matter.reopened_from', 'matter.lead_id', 'raiser.name as raiser_name', 'lead.name as lead_name', 'organisation.name as organisation',
      'organisation.kind as organisation_kind', 'matter.method_id', 'method.version as method_version'])
    .select([
      jsonArrayFrom(trail(db, id)).as('trail'), jsonArrayFrom(tasks(db, id)).as('tasks'), jsonArrayFrom(costs(db, id)).as('costs'),
      jsonArrayFrom(polls(db, id)).as('polls'), jsonArrayFrom(photos(db, id)).as('photos'), jsonArrayFrom(clocks(db, id)).as('clocks'),
      jsonArrayFrom(ratingRows(db, id)).as('ratings'), jsonArrayFrom(handlers(db, id)).as('handlers'),
      sql<number>`(select count(*) from matter_follower f where f.community_id = ${db.community} and f.matter_id = ${id})`.as('followers'),
      sql<number>`(select count(*) from matter_home h where h.community_id = ${db.community} and h.matter_id = ${id})`.as('homes'),
    ])
    .where('matter.community_id', '=', db.community).where('matter.id', '=', id).executeTakeFirstOrThrow()
}

function trail(db: Reader, id: number) {
  return db.selectFrom('matter_note')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'matter_note.community_id')
      .onRef('person.id', '=', 'matter_note.person_id'))
    .select(['matter_note.at', 'matter_note.step', 'matter_note.kind', 'matter_note.text', 'matter_note.person_id', 'person.name'])
    .select(eb => eb.selectFrom('post')
      .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
        .onRef('organisation.id', '=', 'post.organisation_id'))
      .select('organisation.name').where('post.community_id', '=', db.community).whereRef('post.person_id', '=', 'matter_note.person_id')
      .orderBy('post.until', order => order.desc().nullsFirst()).orderBy('post.id', 'desc').limit(1).as('organisation'))
    .where('matter_note.community_id', '=', db.community).where('matter_note.matter_id', '=', id)
    .where('matter_note.kind', '<>', 'inside').where('matter_note.standing', '=', 'shown').orderBy('matter_note.id')
}

function tasks(db: Reader, id: number) {
  return db.selectFrom('matter_task')
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter_task.community_id')
      .onRef('organisation.id', '=', 'matter_task.organisation_id'))
    .select(['matter_task.title', 'matter_task.made_by', 'matter_task.due_on', 'matter_task.done_at', 'organisation.name as organisation'])
    .where('matter_task.community_id', '=', db.community).where('matter_task.matter_id', '=', id)
    .orderBy('matter_task.position').orderBy('matter_task.id')
}

function costs(db: Reader, id: number) {
  return db.selectFrom('matter_cost').select(['at', 'cents', 'what', 'paid_from', 'person_id'])
    .where('community_id', '=', db.community).where('matter_id', '=', id).where('struck_at', 'is', null).orderBy('id')
}

function polls(db: Reader, id: number) {
  return db.selectFrom('matter_poll').select(['question', 'opened_by', 'opened_at', 'closes_at'])
    .select([answers(db, 'yes').as('yes'), answers(db, 'no').as('no')])
    .where('matter_poll.community_id', '=', db.community).where('matter_poll.matter_id', '=', id).orderBy('matter_poll.id')
}

function answers(db: Reader, answer: 'yes' | 'no') {
  return sql<number>`(select count(*) from matter_poll_answer a where a.community_id = ${db.community} and a.poll_id = matter_poll.id and a.answer = ${answer})`
}

function photos(db: Reader, id: number) {
  return db.selectFrom('matter_photo').select(['file', 'moment', 'added_at'])
    .where('community_id', '=', db.community).where('matter_id', '=', id).where('standing', '=', 'shown').orderBy('id')
}

function clocks(db: Reader, id: number) {
  return db.selectFrom('clock').select(['name', 'counting', 'allowed', 'used'])
    .where('community_id', '=', db.community).where('subject', '=', `matters/${id}`).orderBy('id')
}

function handlers(db: Reader, id: number) {
  return db.selectFrom('matter_handler')
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter_handler.community_id')
      .onRef('organisation.id', '=', 'matter_handler.organisation_id'))
    .select('organisation.name').where('matter_handler.community_id', '=', db.community).where('matter_handler.matter_id', '=', id)
    .where('organisation.name', 'is not', null).orderBy('matter_handler.id')
}
