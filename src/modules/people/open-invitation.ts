// What an invitation code opens, and who may come in with it.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { actorOf } from '#modules/people/actor.ts'
import { codeIndex, maskedName } from '#modules/people/invitation.ts'
import { holds } from '#modules/people/post.ts'

export interface OpenInvitation {
  id: number
  home_id: number | null
  person_id: number | null
  made_by: number | null
}

/** The invitation of this code while it is good: not used, not over; undefined otherwise. */
export async function openInvitation(
  db: Reader, secrets: Secrets, code: string, now: Temporal.Instant,
): Promise<OpenInvitation | undefined> {
  return db.selectFrom('invitation').select(['id', 'home_id', 'person_id', 'made_by'])
    .where('community_id', '=', db.community).where('code_index', '=', codeIndex(secrets, code))
    .where('used_at', 'is', null).where('ends_at', '>', at(now)).executeTakeFirst()
}

/**
 * Whom the holder of the code may be, by masked name: of a home its people, of a person's code that person. Whoever came in already or
 * holds a post is among them only where the code was made by somebody who may invite in the whole community: else a stairwell head
 * could make himself the secretary.
 */
export async function whoMayBe(db: Reader, invitation: OpenInvitation, now: Temporal.Instant): Promise<{ id: number, masked: string }[]> {
  const today = now.toString().slice(0, 10)
  const free = invitation.person_id !== null && invitation.made_by !== null
    && holds(await actorOf(db, invitation.made_by, today), 'invite', null)
  const found = await db.selectFrom('person')
    .innerJoin('membership', join => join.onRef('membership.community_id', '=', 'person.community_id')
      .onRef('membership.person_id', '=', 'person.id'))
    .select(['person.id', 'person.name']).distinct()
    .where('person.community_id', '=', db.community).where('person.erased_at', 'is', null)
    .where(eb => invitation.person_id !== null
      ? eb('person.id', '=', invitation.person_id)
      : eb('person.id', 'in', eb.selectFrom('tie').select('tie.person_id')
        .where('tie.community_id', '=', db.community).where('tie.home_id', '=', invitation.home_id).where('tie.until', 'is', null)))
    .where(eb => free ? eb.lit(true) : eb.and([eb('membership.account_id', 'is', null),
      eb('person.id', 'not in', holdersOfPosts(eb, db.community, today))]))
    .orderBy('person.id').execute()
  return found.map(person => ({ id: person.id, masked: maskedName(person.name) }))
}

/** Whether a person came in already or holds a post: then only who may invite in the whole community makes a code for him. */
export async function isKnownOrServes(db: Reader, personId: number, now: Temporal.Instant): Promise<boolean> {
  const found = await db.selectFrom('membership').select('person_id')
    .where('community_id', '=', db.community).where('person_id', '=', personId)
    .where(eb => eb.or([eb('account_id', 'is not', null),
      eb('person_id', 'in', holdersOfPosts(eb, db.community, now.toString().slice(0, 10)))]))
    .executeTakeFirst()
  return found !== undefined
}

// Posts that begin later count too: the code may be used then.
function holdersOfPosts(eb: ExpressionBuilder<DB, 'membership'>, community: number, today: string) {
  return eb.selectFrom('post').select('post.person_id').where('post.community_id', '=', community)
    .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
}

/** An invitation by its number, for its slip; undefined when there is none. */
export async function invitationById(db: Reader, id: number) {
  return db.selectFrom('invitation')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'invitation.community_id')
      .onRef('person.id', '=', 'invitation.person_id'))
    .select(['invitation.id', 'invitation.home_id', 'invitation.person_id', 'invitation.ends_at', 'invitation.used_at', 'person.name'])
    .where('invitation.community_id', '=', db.community).where('invitation.id', '=', id).executeTakeFirst()
}
