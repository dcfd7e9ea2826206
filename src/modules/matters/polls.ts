// The polls of a matter as everybody may see them: counts, and suggestions without whose they are.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { told } from '#kit/json-time.ts'
import type { Actor } from '#modules/people/public.ts'

/** For `jsonArrayFrom`: the newest first, with how many homes were asked and what the actor's own homes answered. */
export function pollsOf(db: Reader, actor: Actor, matterId: number) {
  const own = [0, ...actor.homes.map(home => home.id)]
  return db.selectFrom('matter_poll')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter_poll.community_id').onRef('place.id', '=', 'matter_poll.place_id'))
    .select(['matter_poll.id', 'matter_poll.question', 'matter_poll.place_id', 'place.label', told('matter_poll.opened_at').as('opened_at'), told('matter_poll.closes_at').as('closes_at')])
    .select(eb => [
      eb.selectFrom('place as asked').innerJoin('home', join => join.onRef('home.community_id', '=', 'asked.community_id').onRef('home.place_id', '=', 'asked.id'))
        .select(count => count.fn.countAll<number>().as('n')).where('asked.community_id', '=', db.community)
        .where('asked.estate_id', '=', sql<number>`coalesce(place.estate_id, place.id)`)
        .where(one => one.or((['id', 'estate_id', 'building_id', 'entrance_id'] as const).map(column => one(`asked.${column}`, '=', one.ref('matter_poll.place_id')))))
        .as('asked'),
      counted(db, 'yes').as('yes'), counted(db, 'no').as('no'),
      // By the words: the order in which they came would tell whose they are.
      jsonArrayFrom(answers(db).select('matter_poll_answer.suggestion').where('matter_poll_answer.suggestion', 'is not', null)
        .orderBy('matter_poll_answer.suggestion').limit(500)).as('suggestions'),
      jsonArrayFrom(answers(db).select(['matter_poll_answer.home_id', 'matter_poll_answer.answer', 'matter_poll_answer.suggestion'])
        .where('matter_poll_answer.home_id', 'in', own)).as('own'),
    ])
    .where('matter_poll.community_id', '=', db.community).where('matter_poll.matter_id', '=', matterId).orderBy('matter_poll.id', 'desc')
}

function answers(db: Reader) {
  return db.selectFrom('matter_poll_answer').where('matter_poll_answer.community_id', '=', db.community)
    .whereRef('matter_poll_answer.poll_id', '=', sql.ref('matter_poll.id'))
}

function counted(db: Reader, answer: 'yes' | 'no') {
  return answers(db).select(count => count.fn.countAll<number>().as('n')).where('matter_poll_answer.answer', '=', answer)
}
