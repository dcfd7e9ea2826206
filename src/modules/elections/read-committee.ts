// The committee later in its term: its meetings, recalls that were moved, and what was heard at homes.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'

/** Meetings, newest first, with motions and who signed: for all owners to read. */
export function meetingsOf(db: Reader, actor: Actor, election: number) {
  return db.selectFrom('committee_meeting').select(['id', 'held_on', 'special', 'agenda', 'agenda_posted_on', 'members', 'present', 'minutes', 'posted_on'])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('committee_motion').select(['committee_motion.position', 'committee_motion.text', 'committee_motion.yes', 'committee_motion.carried'])
        .whereRef('committee_motion.community_id', '=', 'committee_meeting.community_id').whereRef('committee_motion.meeting_id', '=', 'committee_meeting.id')
        .orderBy('committee_motion.position')).as('motions'),
      eb.selectFrom('committee_signature').select(count => sql<number>`${count.fn.countAll()}::int`.as('n')).whereRef('committee_signature.community_id', '=', 'committee_meeting.community_id')
        .whereRef('committee_signature.meeting_id', '=', 'committee_meeting.id').$asScalar().$notNull().as('signed'),
      eb.exists(eb.selectFrom('committee_signature').select('committee_signature.meeting_id').whereRef('committee_signature.community_id', '=', 'committee_meeting.community_id')
        .whereRef('committee_signature.meeting_id', '=', 'committee_meeting.id').where('committee_signature.person_id', '=', actor.personId ?? 0)).$castTo<boolean>().as('own'),
    ])
    .where('community_id', '=', db.community).where('election_id', '=', election).orderBy('held_on', 'desc').orderBy('id', 'desc').execute()
}

/** Recalls of members of this election, with how many back each. Who backs is told to nobody. */
export function recallsOf(db: Reader, actor: Actor, election: number) {
  return db.selectFrom('recall')
    .innerJoin('election_member', join => join.onRef('election_member.community_id', '=', 'recall.community_id').onRef('election_member.id', '=', 'recall.member_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'election_member.community_id').onRef('person.id', '=', 'election_member.person_id'))
    .select(['recall.id', 'recall.reason', 'recall.decision_id', sql<string>`case when ${actor.personId !== null} then person.name else '' end`.as('name')])
    .select(eb => [
      eb.selectFrom('recall_backer').select(count => sql<number>`${count.fn.countAll()}::int`.as('n')).whereRef('recall_backer.community_id', '=', 'recall.community_id')
        .whereRef('recall_backer.recall_id', '=', 'recall.id').$asScalar().$notNull().as('backers'),
      eb.exists(eb.selectFrom('recall_backer').select('recall_backer.recall_id').whereRef('recall_backer.community_id', '=', 'recall.community_id')
        .whereRef('recall_backer.recall_id', '=', 'recall.id').where('recall_backer.person_id', '=', actor.personId ?? 0)).$castTo<boolean>().as('own'),
    ])
    .where('recall.community_id', '=', db.community).where('election_member.election_id', '=', election).orderBy('recall.id', 'desc').execute()
}

/** What members heard at homes of the estate, newest first; for the committee only. */
export function visitsHeard(db: Reader, estate: number) {
  return db.selectFrom('committee_visit')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'committee_visit.community_id').onRef('place.id', '=', 'committee_visit.home_id'))
    .select(['committee_visit.id', 'place.label', 'committee_visit.note', 'committee_visit.visited_on', 'committee_visit.matter_id'])
    .where('committee_visit.community_id', '=', db.community).where('place.estate_id', '=', estate).orderBy('committee_visit.id', 'desc').limit(50).execute()
}
