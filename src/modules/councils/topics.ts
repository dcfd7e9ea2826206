// 建议议题: open matters that so many households are waiting for that they become topics by themselves (S1-08).
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Reach } from '#modules/councils/council.ts'
import { visibleTo } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'

const MOST = 8

/**
 * Public matters in the council's reach that at least `topic_homes` households raised or follow, and that no session of this council has on
 * its agenda, those with most households first. Several people of one home are one household; whoever has no home here counts for himself.
 * One statement.
 */
export async function proposedTopics(db: Reader, actor: Actor, council: Pick<Reach, 'places'> & { readonly id: number, readonly topic_homes: number }) {
  const { places } = council
  const households = sql<number>`(select count(distinct coalesce(
      (select min(tie.home_id) from tie where tie.community_id = ${db.community} and tie.person_id = who.person_id and tie.until is null), -who.person_id))
    from (select person_id from matter_follower where community_id = ${db.community} and matter_id = matter.id union select matter.raiser_id) who
    where who.person_id is not null)::int`
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.title', 'matter.text', 'place.label', households.as('households')])
    .where('matter.step', '<>', 'close').where('matter.withdrawn_at', 'is', null).where('matter.merged_into', 'is', null)
    .where('matter.standing', '=', 'shown').where('matter.private', '=', false).where('place.kind', '<>', 'home')
    // Followers are counted first: households are looked for only where there can be enough of them.
    .where('matter.id', 'in', db.selectFrom('matter_follower').select('matter_follower.matter_id').where('matter_follower.community_id', '=', db.community)
      .groupBy('matter_follower.matter_id').having(eb => eb.fn.countAll(), '>=', Math.max(1, council.topic_homes - 1)))
    .where(households, '>=', council.topic_homes)
    .$if(places !== null, some => some.where(eb => eb.or((['place.id', 'place.estate_id', 'place.building_id', 'place.entrance_id'] as const)
      .map(column => eb(column, 'in', [0, ...places ?? []])))))
    .where(eb => eb.not(eb.exists(eb.selectFrom('session_topic_matter')
      .innerJoin('session_topic', join => join.onRef('session_topic.community_id', '=', 'session_topic_matter.community_id').onRef('session_topic.id', '=', 'session_topic_matter.topic_id'))
      .innerJoin('council_session', join => join.onRef('council_session.community_id', '=', 'session_topic.community_id').onRef('council_session.id', '=', 'session_topic.session_id'))
      .select('session_topic_matter.matter_id').where('session_topic_matter.community_id', '=', db.community)
      .whereRef('session_topic_matter.matter_id', '=', 'matter.id').where('council_session.council_id', '=', council.id).where('council_session.cancelled_at', 'is', null))))
    .orderBy(households, 'desc').orderBy('matter.id').limit(MOST).execute()
}
