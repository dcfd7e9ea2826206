// Writing people and posts: what registering, importing and founding share.
import type { Writer } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { OrganisationKind } from '#db/tables.ts'
import type { PostKind } from '#modules/people/post.ts'

/** Adds a person; the phone (digits, '' for none) is sealed, and indexed so that its owner is found at sign-in. Returns the id. */
export async function addPerson(db: Writer, secrets: Secrets, person: { name: string, phone: string }): Promise<number> {
  const { id } = await db.insertInto('person').values({
    community_id: db.community, name: person.name, phone_sealed: person.phone ? secrets.encrypt(person.phone) : null,
  }).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('membership').values({
    community_id: db.community, person_id: id, phone_index: person.phone ? secrets.blindIndex(person.phone) : null,
  }).execute()
  return id
}

/** The organisation of this kind and name, made if it is not there. */
export async function organisationNamed(db: Writer, kind: OrganisationKind, name: string, placeId: number | null = null): Promise<number> {
  await db.insertInto('organisation').values({ community_id: db.community, kind, name, place_id: placeId })
    .onConflict(there => there.doNothing()).execute()
  const { id } = await db.selectFrom('organisation').select('id')
    .where('community_id', '=', db.community).where('kind', '=', kind).where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

export interface NewPost {
  personId: number
  organisationId: number
  kind: PostKind
  placeId?: number | null
  gridId?: number | null
  /** A date such as 2026-11-22. */
  since: string
}

/** Gives a person a post; one that he holds already stays as it is. */
export async function addPost(db: Writer, post: NewPost): Promise<void> {
  await db.insertInto('post').values({
    community_id: db.community, person_id: post.personId, organisation_id: post.organisationId, kind: post.kind,
    place_id: post.placeId ?? null, grid_id: post.gridId ?? null, since: post.since,
  }).onConflict(there => there.doNothing()).execute()
}
