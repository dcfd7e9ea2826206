// The questions about the people round a call: who goes or went, whom somebody may call for, and how often he came lately.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { at, type Reader } from '#kit/db.ts'
import { isPictured, sharesPhone } from '#modules/calls/read-helper.ts'

/** Everybody who ever said that he goes, the first first, with what he says of himself, his post today, whether photo and number may be seen, and how earlier calls of his went. One statement. */
export async function helpersOfCall(db: Reader, callId: number, today: string, now: Temporal.Instant) {
  return db.selectFrom('call_helper as helper')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'helper.community_id').onRef('person.id', '=', 'helper.person_id'))
    .leftJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'helper.community_id').onRef('volunteer.person_id', '=', 'helper.person_id')
      .on('volunteer.left_at', 'is', null))
    .leftJoin('call_asked as asked', join => join.onRef('asked.community_id', '=', 'helper.community_id').onRef('asked.call_id', '=', 'helper.call_id')
      .onRef('asked.person_id', '=', 'helper.person_id'))
    .select(['helper.id', 'helper.person_id', 'person.name', 'helper.near', 'helper.claimed_at', 'helper.released_at', 'helper.arrived_at', 'helper.confirmed_at',
      'volunteer.about', 'asked.asked_at', sql<boolean>`helper.claimed_by <> helper.person_id`.as('phoned'),
      isPictured(now).as('pictured'), sharesPhone().as('shares_phone')])
    .select(eb => [
      eb.exists(eb.selectFrom('consent').select('consent.id').whereRef('consent.community_id', '=', 'helper.community_id')
        .whereRef('consent.person_id', '=', 'helper.person_id').where('consent.purpose', '=', 'show_name').where('consent.withdrawn_at', 'is', null)).as('named'),
      jsonArrayFrom(eb.selectFrom('post').innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
        .onRef('organisation.id', '=', 'post.organisation_id')).select(['post.kind', 'organisation.name as organisation'])
        .whereRef('post.community_id', '=', 'helper.community_id').whereRef('post.person_id', '=', 'helper.person_id').where('post.since', '<=', today)
        .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)])).orderBy('post.id').limit(1)).as('posts'),
      cameBefore<number>('count(distinct past.call_id)').as('came'), cameBefore<number>('count(done.stars)').as('rated'),
      cameBefore<number>('count(*) filter (where done.stars >= 4)').as('praised'),
    ])
    .where('helper.community_id', '=', db.community).where('helper.call_id', '=', callId).orderBy('helper.claimed_at').orderBy('helper.id').execute()
}

export type HelperShown = Awaited<ReturnType<typeof helpersOfCall>>[number]

// Of other calls that ended with help; this one is not over, and nobody is praised in advance.
function cameBefore<Answer>(figure: string) {
  return sql<Answer>`(select ${sql.raw(figure)} from call_helper past join call done on done.community_id = past.community_id and done.id = past.call_id
    where past.community_id = helper.community_id and past.person_id = helper.person_id and past.call_id <> helper.call_id
      and past.released_at is null and done.ended_how = 'helped')`
}

/** How many calls somebody went to since a moment. */
export async function cameLately(db: Reader, personId: number, since: Temporal.Instant): Promise<number> {
  const { came } = await db.selectFrom('call_helper').select(eb => eb.fn.countAll<number>().as('came'))
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('claimed_at', '>=', at(since)).where('released_at', 'is', null)
    .executeTakeFirstOrThrow()
  return came
}

/** Those for whom the person may call by an open mandate, with the homes where help would be wanted. One statement. */
export async function peopleCalledFor(db: Reader, agentId: number, today: string) {
  return db.selectFrom('mandate')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'mandate.community_id').onRef('person.id', '=', 'mandate.principal_id'))
    .select(['person.id', 'person.name'])
    .select(eb => jsonArrayFrom(eb.selectFrom('tie').innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
      .select(['place.id', 'place.label']).whereRef('tie.community_id', '=', 'person.community_id').whereRef('tie.person_id', '=', 'person.id')
      .where('tie.since', '<=', today).where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)])).orderBy('tie.id')).as('homes'))
    .where('mandate.community_id', '=', db.community).where('mandate.agent_id', '=', agentId).where('person.erased_at', 'is', null)
    .where('mandate.ended_at', 'is', null).where('mandate.since', '<=', today)
    .where(eb => eb.or([eb('mandate.until', 'is', null), eb('mandate.until', '>=', today)]))
    .orderBy('mandate.id').execute()
}
