// The committee of an estate as it stands: whether there is one, and who has a seat in it.
import type { Reader } from '#kit/db.ts'

/** The posts of the committee of an estate that are held on a day: none where it has no committee. */
export function committeePosts(db: Reader, estate: number, today: string) {
  return db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .select(['post.id', 'post.person_id as person', 'post.kind', 'post.since', 'post.until'])
    .where('post.community_id', '=', db.community).where('post.kind', 'in', ['committee_chair', 'committee_member'])
    .where(eb => eb.or([eb('post.place_id', '=', estate), eb.and([eb('post.place_id', 'is', null), eb('organisation.place_id', '=', estate)])]))
    .where('post.since', '<=', today).where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .orderBy('post.kind').orderBy('post.id')
}

/** Everybody who was elected to a seat in this estate and still has it, whichever election it was. */
export function seatsTaken(db: Reader, estate: number) {
  return db.selectFrom('election_member')
    .innerJoin('election', join => join.onRef('election.community_id', '=', 'election_member.community_id').onRef('election.id', '=', 'election_member.election_id'))
    .select(['election_member.id', 'election_member.person_id as person', 'election_member.election_id', 'election_member.office', 'election_member.since', 'election_member.post_id as post'])
    .where('election_member.community_id', '=', db.community).where('election.estate_id', '=', estate)
    .where('election_member.since', 'is not', null).where('election_member.until', 'is', null)
    .orderBy('election_member.office').orderBy('election_member.rank')
}
