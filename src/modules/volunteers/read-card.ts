// Contact cards: what stands on a printed one, and what its code leads to.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** The open card of this code with the name its owner lets be shown (else null); undefined for a code that is no more, or never was. One statement. */
export async function cardByCode(db: Reader, code: string) {
  return cards(db).where('contact_card.code', '=', code.toUpperCase()).executeTakeFirst()
}

/** The open cards of the people who serve in a team and its squads. One statement. */
export async function cardsOfTeam(db: Reader, team: number, today: string) {
  return cards(db).where('volunteer.person_id', 'in', db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .select('post.person_id').where('post.community_id', '=', db.community).where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .where(eb => eb.or([eb('organisation.id', '=', team), eb('organisation.part_of', '=', team)])))
    .orderBy('contact_card.id').limit(100).execute()
}

/** A card as it is printed. */
export type Card = Awaited<ReturnType<typeof cardsOfTeam>>[number]

function cards(db: Reader) {
  return db.selectFrom('contact_card')
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'contact_card.community_id').onRef('volunteer.id', '=', 'contact_card.volunteer_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['contact_card.id', 'contact_card.code', 'contact_card.offers', 'contact_card.hours', 'volunteer.person_id', agreed('show_name', sql<string>`person.name`).as('name')])
    .where('contact_card.community_id', '=', db.community).where('contact_card.ended_at', 'is', null).where('volunteer.left_at', 'is', null).where('person.erased_at', 'is', null)
}

function agreed<Value>(purpose: string, value: ReturnType<typeof sql<Value>>) {
  return sql<Value | null>`case when exists (select from consent where consent.community_id = person.community_id and consent.person_id = person.id
    and consent.purpose = ${purpose} and consent.withdrawn_at is null) then ${value} end`
}
