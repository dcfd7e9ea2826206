// Makes the people that a list names; those that are there are recognised, and a new phone, name or document is taken over.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Writer } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { masked } from '#modules/people/public.ts'
import { circle, homeKey, postKey, type Circle, type Known, type Told } from '#modules/roster/identity.ts'
import { isHidden } from '#modules/roster/words.ts'
import type { RosterRow } from '#modules/roster/roster.ts'
import { chunks } from '#modules/places/public.ts'

/** What is needed to recognise a person and to write him down. */
export type Someone = Pick<RosterRow, 'name' | 'phone' | 'document'> & Pick<Told, 'at'>

interface Meant extends Known {
  clear: { phone: string, document: string }
  before: Pick<Known, 'name' | 'phone' | 'document'>
}

export interface SettledPeople {
  /** The person's id, in the order in which they were given. */
  ids: number[]
  added: number
  changed: number
}

/** The blind index under which a document is found. */
export function documentIndex(secrets: Secrets, document: string): string {
  return secrets.blindIndex(`document ${document}`)
}

/** Recognises or makes each of these people. */
export async function settlePeople(db: Writer, secrets: Secrets, people: readonly Someone[]): Promise<SettledPeople> {
  const round = circle()
  await addThere(db, secrets, round, people)
  const meant = new Map<Known, Meant>()
  const entries = new Map<Someone, Meant>()
  // Whoever has a document or a phone comes first, so that the order of the rows does not decide who is who.
  for (const someone of people.toSorted((one, other) => strength(other) - strength(one))) {
    const told = toldOf(secrets, someone)
    const known = round.find(told) ?? { id: null, name: told.name, document: told.document, phone: told.phone }
    round.add(known, told)
    const entry = meant.get(known) ?? { ...known, clear: { phone: '', document: '' }, before: { ...known } }
    meant.set(known, takeOver(entry, known, told, someone))
    entries.set(someone, entry)
  }
  const changed = [...meant.values()].filter(person => person.id !== null && differs(person))
  for (const person of changed) await updatePerson(db, secrets, person)
  const added = [...meant.values()].filter(person => person.id === null)
  await insertPeople(db, secrets, added)
  return { ids: people.map(someone => entries.get(someone)?.id ?? 0), added: added.length, changed: changed.length }
}

function toldOf(secrets: Secrets, { name, phone, document, at }: Someone): Told {
  return {
    name,
    document: document && !isHidden(document) ? documentIndex(secrets, document) : null,
    phone: phone && !isHidden(phone) ? secrets.blindIndex(phone) : null,
    masked: isHidden(phone) ? phone : null,
    at,
  }
}

function takeOver(entry: Meant, known: Known, told: Told, someone: Someone): Meant {
  if (told.phone) entry.clear.phone = someone.phone
  if (told.document) entry.clear.document = someone.document
  entry.name = told.name
  entry.phone = known.phone = told.phone ?? entry.phone
  entry.document = known.document = told.document ?? entry.document
  return entry
}

function strength(someone: Someone): number {
  const given = (text: string) => text !== '' && !isHidden(text)
  return given(someone.document) ? 2 : given(someone.phone) ? 1 : 0
}

function differs({ before, name, phone, document }: Meant): boolean {
  return before.name !== name || before.phone !== phone || before.document !== document
}

// Only names that the list has (or documents that it gives) can be meant.
async function addThere(db: Writer, secrets: Secrets, round: Circle, people: readonly Someone[]): Promise<void> {
  const names = new Set(people.map(person => person.name))
  const hidden = new Set(people.filter(person => isHidden(person.phone)).map(person => person.name))
  const documents = new Set(people.map(person => toldOf(secrets, person).document))
  const there = await peopleThere(db)
  const known = (row: (typeof there)[number]) => row.document_index ? 2 : row.phone_index ? 1 : 0
  for (const row of there.toSorted((one, other) => known(other) - known(one))) {
    const person: Known = { id: row.id, name: row.name, document: row.document_index, phone: row.phone_index }
    if (!names.has(row.name) && !documents.has(row.document_index)) continue
    const phone = hidden.has(row.name) && row.phone_sealed ? masked(secrets.decrypt(row.phone_sealed)) : null
    round.add(person, { name: row.name, document: row.document_index, phone: row.phone_index, masked: phone, at: row.at })
  }
}

async function peopleThere(db: Writer) {
  const rows = await db.selectFrom('person')
    .innerJoin('membership', join => join.onRef('membership.community_id', '=', 'person.community_id')
    .onRef('membership.person_id', '=', 'person.id'))
    .select(['person.id', 'person.name', 'person.phone_sealed', 'person.document_index', 'membership.phone_index',
      sql<number[]>`array(select home_id::integer from tie
        where tie.community_id = person.community_id and tie.person_id = person.id)`.as('homes')])
    .select(eb => jsonArrayFrom(eb.selectFrom('post')
      .innerJoin('organisation', join => join
        .onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
      .select(['post.kind', 'organisation.name'])
      .whereRef('post.community_id', '=', 'person.community_id').whereRef('post.person_id', '=', 'person.id')).as('posts'))
    .where('person.community_id', '=', db.community).where('person.erased_at', 'is', null).orderBy('person.id').execute()
  return rows.map(({ homes, posts, ...row }) => ({ ...row,
    at: [...homes.map(homeKey), ...posts.map(post => postKey(post.kind, post.name))] }))
}

async function insertPeople(db: Writer, secrets: Secrets, people: Meant[]): Promise<void> {
  for (const chunk of chunks(people)) {
    const rows = await db.insertInto('person')
      .values(chunk.map(person => ({ community_id: db.community, name: person.name, ...sealed(secrets, person),
        document_index: person.document })))
      .returning('id').execute()
    // Identities are given in the order of the values.
    const ids = rows.map(row => row.id).toSorted((one, other) => one - other)
    chunk.forEach((person, i) => { person.id = ids[i] ?? null })
    await db.insertInto('membership')
      .values(chunk.map((person, i) => ({ community_id: db.community, person_id: ids[i] ?? 0, phone_index: person.phone }))).execute()
  }
}

function sealed(secrets: Secrets, { clear }: Meant) {
  return {
    phone_sealed: clear.phone ? secrets.encrypt(clear.phone) : null,
    document_sealed: clear.document ? secrets.encrypt(clear.document) : null,
  }
}

async function updatePerson(db: Writer, secrets: Secrets, person: Meant): Promise<void> {
  const { phone_sealed, document_sealed } = sealed(secrets, person)
  await db.updateTable('person')
    .set({ name: person.name, document_index: person.document, ...(phone_sealed && { phone_sealed }),
      ...(document_sealed && { document_sealed }) })
    .where('community_id', '=', db.community).where('id', '=', person.id).execute()
  await db.updateTable('membership').set({ phone_index: person.phone })
    .where('community_id', '=', db.community).where('person_id', '=', person.id).execute()
}
