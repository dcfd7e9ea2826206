// Who holds which post, as a list says it, and the organisations in which they are held.
import type { OrganisationKind } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { type PostKind, POSTS } from '#modules/people/public.ts'
import type { RosterRow } from '#modules/roster/roster.ts'
import { kindFor, usualName } from '#modules/roster/serving.ts'
import { enter, type Span } from '#modules/roster/spans.ts'

export interface ToldPost {
  personId: number
  kind: PostKind
  placeId: number | null
  gridId: number | null
  row: RosterRow
}

type Held = Omit<ToldPost, 'row' | 'kind'> & { kind: string, organisationId: number }
type Posts = Held & { spans: Span[] }
type Community = { name: string, street: string }

/** Enters these posts and makes the organisations that are missing. */
export async function settlePosts(
  db: Writer, told: readonly ToldPost[], community: Community, today: string,
): Promise<{ added: number, changed: number }> {
  const organisations = await organisationsThere(db)
  const known = await postsThere(db)
  for (const { row, ...post } of told) {
    const held: Held = { ...post, organisationId: await organisationOf(db, organisations, post.kind, row, community) }
    const posts = known.get(keyOf(held)) ?? { ...held, spans: [] }
    known.set(keyOf(held), posts)
    enter(posts.spans, row, today)
  }
  const all = [...known.values()].flatMap(({ spans, ...post }) => spans.map(span => ({ ...post, ...span })))
  const changed = all.filter(post => post.id !== null && post.changed)
  for (const post of changed) {
    await db.updateTable('post').set({ since: post.since, until: post.until }).where('community_id', '=', db.community)
      .where('id', '=', post.id).execute()
  }
  const added = all.filter(post => post.id === null)
  for (const post of added) {
    await db.insertInto('post').values({
      community_id: db.community, person_id: post.personId, organisation_id: post.organisationId, kind: post.kind,
      place_id: post.placeId, grid_id: post.gridId, since: post.since, until: post.until,
    }).execute()
  }
  return { added: added.length, changed: changed.length }
}

async function organisationsThere(db: Writer): Promise<Map<string, number>> {
  const rows = await db.selectFrom('organisation').select(['id', 'kind', 'name']).where('community_id', '=', db.community).execute()
  return new Map(rows.map(row => [`${row.kind} ${row.name}`, row.id]))
}

async function organisationOf(
  db: Writer, there: Map<string, number>, post: PostKind, row: RosterRow, community: Community,
): Promise<number> {
  const kinds: readonly OrganisationKind[] = POSTS[post]
  const known = row.organisation && kinds.map(kind => there.get(`${kind} ${row.organisation}`)).find(id => id !== undefined)
  if (known) return known
  const kind = kindFor(post, row.organisation)
  const name = row.organisation || usualName(kind, row, community)
  const found = there.get(`${kind} ${name}`)
  if (found !== undefined) return found
  const { id } = await db.insertInto('organisation').values({ community_id: db.community, kind, name }).returning('id')
    .executeTakeFirstOrThrow()
  there.set(`${kind} ${name}`, id)
  return id
}

async function postsThere(db: Writer): Promise<Map<string, Posts>> {
  const rows = await db.selectFrom('post').select(['id', 'person_id', 'organisation_id', 'kind', 'place_id', 'grid_id', 'since', 'until'])
    .where('community_id', '=', db.community).orderBy('id').execute()
  const known = new Map<string, Posts>()
  for (const row of rows) {
    const held: Held = { personId: row.person_id, kind: row.kind, placeId: row.place_id, gridId: row.grid_id,
      organisationId: row.organisation_id }
    const posts = known.get(keyOf(held)) ?? { ...held, spans: [] }
    posts.spans.push({ id: row.id, since: row.since, until: row.until, changed: false })
    known.set(keyOf(held), posts)
  }
  return known
}

function keyOf(post: Held): string {
  return `${post.personId} ${post.organisationId} ${post.kind} ${post.placeId} ${post.gridId}`
}
