// Taking up a seat and leaving it: the post in the committee follows.
import type { Scene } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import type { CommitteeOffice } from '#db/tables.ts'
import type { Election } from '#modules/elections/election.ts'
import { addPost, endPost, organisationNamed, postToEnd, type Actor } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

/** The organisation of the committee of an estate, made where there is none. */
export async function committeeOf(db: Writer, { estate }: Pick<Election, 'estate'>): Promise<number> {
  const found = await db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .select('organisation.id').where('post.community_id', '=', db.community).where('organisation.kind', '=', 'owners_committee')
    .where(eb => eb.or([eb('organisation.place_id', '=', estate.id), eb('post.place_id', '=', estate.id)])).orderBy('organisation.id').limit(1).executeTakeFirst()
  return found?.id ?? organisationNamed(db, 'owners_committee', electionText('zh').committeeName(estate.name), estate.id)
}

/** Gives a member his seat, his office and his post from a day on. */
export async function seat(db: Writer, { estate }: Pick<Election, 'estate'>, member: { id: number, person: number }, office: CommitteeOffice, since: string): Promise<void> {
  const organisation = await committeeOf(db, { estate })
  const kind = office === 'chair' ? 'committee_chair' : 'committee_member'
  await addPost(db, { personId: member.person, organisationId: organisation, kind, placeId: estate.id, since })
  const post = await db.selectFrom('post').select('id').where('community_id', '=', db.community).where('person_id', '=', member.person)
    .where('organisation_id', '=', organisation).where('kind', '=', kind).where('until', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()
  await db.updateTable('election_member').set({ office, since, post_id: post?.id ?? null }).where('community_id', '=', db.community).where('id', '=', member.id).execute()
}

/** Ends a post of the committee after a day, or on its first day where that is later; one that has its last day keeps it. */
export async function leavePost(db: Writer, scene: Scene<Actor, unknown, unknown>, post: number, until: string): Promise<void> {
  const subject = await postToEnd(db, post)
  if (subject.until !== null) return
  await endPost.run(db, { ...scene, subject, input: { post, until: until < subject.since ? subject.since : until } })
}
