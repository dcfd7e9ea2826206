// Whom and what a form of an election offers to choose from.
import type { Reader } from '#kit/db.ts'

/**
 * The people who own a home of an estate, or hold a post of street office, branch or residents' committee there, whose name begins so. Who does not work
 * on the election (`whole`) has to know the whole name: nobody reads through his neighbours.
 */
export function peopleToChoose(db: Reader, estate: number, { today, name, whole }: { today: string, name: string, whole: boolean }) {
  return db.selectFrom('person').select(['person.id', 'person.name'])
    .where('person.community_id', '=', db.community).where('person.erased_at', 'is', null)
    .where(eb => whole ? eb('person.name', '=', name) : eb(eb.fn('starts_with', ['person.name', eb.val(name)]), '=', eb.lit(true)))
    .where(eb => eb.or([
      eb.exists(eb.selectFrom('tie').innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id')).select('tie.id')
        .whereRef('tie.community_id', '=', 'person.community_id').whereRef('tie.person_id', '=', 'person.id').where('tie.kind', '=', 'owner').where('place.estate_id', '=', estate)
        .where('tie.since', '<=', today).where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)]))),
      eb.exists(eb.selectFrom('post').select('post.id').whereRef('post.community_id', '=', 'person.community_id').whereRef('post.person_id', '=', 'person.id')
        .where('post.kind', 'in', ['street_officer', 'secretary', 'branch_member', 'grid_leader', 'grid_worker', 'stairwell_head'])
        .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))),
    ]))
    .orderBy('person.name').orderBy('person.id').limit(MOST).execute()
}

/** The longest list that somebody has to look through; beyond it he writes how the name begins. */
export const MOST = 200

/** Public sessions that were not called off, newest first. */
export function sessionsToChoose(db: Reader) {
  return db.selectFrom('council_session').select(['id', 'title', 'begins_at']).where('community_id', '=', db.community)
    .where('kind', '<>', 'mediation').where('cancelled_at', 'is', null).orderBy('begins_at', 'desc').limit(20).execute()
}
