// What an act on sharing is about: the matter locked, what is weighed in it, its homes with their numbers, its agreements.
import { sql, type RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { maybeTold } from '#kit/json-time.ts'
import { matterToChange } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Home } from '#modules/sharing/keys.ts'
import type { Agreed, Weighed } from '#modules/sharing/sharing.ts'

/** The matter, locked, with what is weighed in it now. Throws NotFound. */
export async function sharingToChange(db: Reader, actor: Actor, id: number): Promise<Weighed> {
  const matter = await matterToChange(db, actor, id)
  const open = await db.selectFrom('sharing').select(['id', 'place_id', 'what', 'cents', 'monthly', 'floors', 'table_open'])
    .where('community_id', '=', db.community).where('matter_id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
  return { matter, open: open ?? null }
}

/** The homes of a sharing with what each used in a month; null: in the last month that has readings. */
export async function homesOf(db: Reader, asked: { matter: number, sharing: number, month: string | null }): Promise<Home[]> {
  return homesAsked(db, asked).execute()
}

/** The same as a question, to be asked by itself or as a column. */
export function homesAsked(db: Reader, { matter, sharing, month }: { matter: number, sharing: number | RawBuilder<number>, month: string | null }) {
  const wanted = month === null ? sql<string>`(select max(last.month) from sharing_reading last where last.community_id = ${db.community} and last.matter_id = ${matter})` : sql<string>`${month}`
  return db.selectFrom('sharing_home')
    .innerJoin('home', join => join.onRef('home.community_id', '=', 'sharing_home.community_id').onRef('home.place_id', '=', 'sharing_home.home_id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'sharing_home.community_id').onRef('place.id', '=', 'sharing_home.home_id'))
    .leftJoin('sharing_reading', join => join.onRef('sharing_reading.community_id', '=', 'sharing_home.community_id').on('sharing_reading.matter_id', '=', matter)
      .onRef('sharing_reading.home_id', '=', 'sharing_home.home_id').on('sharing_reading.month', '=', wanted))
    .select(['place.id', 'place.label', 'home.floor', 'home.area', 'sharing_reading.amount as usage', 'sharing_home.benefits'])
    .where('sharing_home.community_id', '=', db.community).where('sharing_home.sharing_id', '=', sharing)
    .orderBy('place.building_id').orderBy('place.entrance_id').orderBy('home.floor').orderBy('place.position').orderBy('place.id')
}

/** The agreements of a matter, which is locked, oldest first. */
export async function agreementsIn(db: Reader, matter: number): Promise<Agreed[]> {
  return db.selectFrom('sharing_agreement').select(['id', 'sharing_id', 'number', 'key', 'cents', 'monthly', maybeTold('effective_on').$castTo<string>().as('effective_on')])
    .select(eb => jsonArrayFrom(eb.selectFrom('sharing_signatory').select(['sharing_signatory.person_id', sql<boolean>`signed_at is not null`.as('signed')])
      .whereRef('sharing_signatory.community_id', '=', 'sharing_agreement.community_id').whereRef('sharing_signatory.agreement_id', '=', 'sharing_agreement.id')
      .orderBy('sharing_signatory.person_id')).as('signatories'))
    .where('sharing_agreement.community_id', '=', db.community).where('sharing_agreement.matter_id', '=', matter).orderBy('number').execute()
}
