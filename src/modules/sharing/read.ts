// What is weighed, as whoever looks may see it: what each key comes to, one's own homes first, and what homes said. One statement.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { told } from '#kit/json-time.ts'
import type { Actor } from '#modules/people/public.ts'
import { homesAsked } from '#modules/sharing/find.ts'
import { floorsIn, KEYS, optionOf, type Home, type Key, type Option } from '#modules/sharing/keys.ts'

/** What a home would pay under a key, in cents; `weight` only to its own people and to those inside. */
export interface Row {
  home: number
  label: string
  cents: number
  weight: number | null
}

/** A key as it is shown: the sum is the amount; `table` null where this one may not see it; `missing`: homes without the number, named to those inside. */
export interface Shown {
  key: Key
  lacks: Extract<Option, { shares: null }>['lacks'] | null
  missingCount: number
  missing: { home: number, label: string }[]
  mine: Row[]
  table: Row[] | null
  said: { good: number, bearable: number, against: number }
}

export type Weighing = NonNullable<Awaited<ReturnType<typeof weighed>>>

/**
 * What is weighed in a matter that the actor sees, or null. Signed out and not concerned: totals. Those concerned: their homes, and where it is open what
 * every home would pay, but never under the key usage, where the money tells what a home uses. Inside: everything.
 */
export async function weighed(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const open = db.selectFrom('sharing').where('sharing.community_id', '=', db.community).where('sharing.matter_id', '=', matterId).where('sharing.closed_at', 'is', null)
  const found = await open.innerJoin('place', join => join.onRef('place.community_id', '=', 'sharing.community_id').onRef('place.id', '=', 'sharing.place_id'))
    .select(['sharing.id', 'sharing.place_id', 'place.label as place', 'sharing.what', 'sharing.cents', 'sharing.monthly', 'sharing.floors', 'sharing.table_open'])
    .select(eb => [
      jsonArrayFrom(ofSharing(db, matterId)).as('homes'), jsonArrayFrom(eb.selectFrom('sharing_opinion').select(['home_id', 'key', 'stance'])
        .whereRef('sharing_opinion.community_id', '=', 'sharing.community_id').whereRef('sharing_opinion.sharing_id', '=', 'sharing.id')).as('opinions'),
      jsonArrayFrom(objections(db, actor, inside)).as('objections'),
      eb.selectFrom('sharing_reading').select(last => last.fn.max('month').as('month')).where('sharing_reading.community_id', '=', db.community)
        .where('sharing_reading.matter_id', '=', matterId).as('month'),
    ]).executeTakeFirst()
  if (!found) return null
  const { homes, opinions, objections: objected, ...sharing } = found
  const own = new Set(actor.homes.map(home => home.id))
  const concerned = homes.some(home => own.has(home.id))
  const shown = KEYS.map(key => seen(optionOf(key, sharing.cents, homes, floorsIn(sharing.floors)), homes, {
    own, inside, open: concerned && sharing.table_open && key !== 'usage', said: opinions.filter(one => one.key === key).map(one => one.stance),
  }))
  return {
    ...sharing, concerned, homes: homes.length,
    mine: homes.filter(home => own.has(home.id)).map(({ id, label, usage, area }) => ({ id, label, usage, area, said: opinions.filter(one => one.home_id === id) })),
    benefit: inside ? homes.map(({ id, label, benefits, usage }) => ({ id, label, benefits, usage })) : [],
    options: shown,
    objections: objected.map(one => ({ ...one, at: Temporal.Instant.from(one.at) })),
  }
}

// `homesAsked` with the sharing of the row round it, so that all is one statement.
function ofSharing(db: Reader, matterId: number) {
  return homesAsked(db, { matter: matterId, sharing: sql<number>`sharing.id`, month: null })
}

type Listed = Home & { label: string }

function seen(option: Option, homes: readonly Listed[], to: { own: ReadonlySet<number>, inside: boolean, open: boolean, said: readonly string[] }): Shown {
  const said = { good: 0, bearable: 0, against: 0 }
  for (const stance of to.said) if (stance === 'good' || stance === 'bearable' || stance === 'against') said[stance]++
  if (option.shares === null) {
    const without = new Set(option.homes)
    const missing = homes.filter(home => without.has(home.id) && (to.inside || to.own.has(home.id))).map(({ id, label }) => ({ home: id, label }))
    return { key: option.key, lacks: option.lacks, missingCount: option.homes.length, missing, mine: [], table: null, said }
  }
  const { shares, weights } = option
  const rows = homes.map(({ id, label }): Row => ({ home: id, label, cents: shares.get(id) ?? 0, weight: to.inside || to.own.has(id) ? weights.get(id) ?? 0 : null }))
  return { key: option.key, lacks: null, missingCount: 0, missing: [], mine: rows.filter(row => to.own.has(row.home)), table: to.inside || to.open ? rows : null, said }
}

function objections(db: Reader, { personId }: Actor, inside: boolean) {
  const own = sql<boolean>`coalesce(note.person_id = ${personId}, false)`
  const read = sql<boolean>`(note.standing = 'shown' or ${own} or (${inside} and note.standing = 'screened'))`
  return db.selectFrom('sharing_objection')
    .innerJoin('matter_note as note', join => join.onRef('note.community_id', '=', 'sharing_objection.community_id').onRef('note.id', '=', 'sharing_objection.note_id'))
    .select(['sharing_objection.note_id as id', 'sharing_objection.key', 'note.text', 'note.standing', own.as('own'), 'sharing_objection.answer', told('note.at').as('at')])
    .where('sharing_objection.community_id', '=', db.community).where('sharing_objection.sharing_id', '=', sql<number>`sharing.id`).where(read)
    .orderBy('sharing_objection.note_id')
}

/** The homes that ever shared in a matter, with what each used in a month: for those inside. One statement. */
export async function readingsOf(db: Reader, matterId: number, month: string) {
  return db.selectFrom('place')
    .leftJoin('sharing_reading', join => join.onRef('sharing_reading.community_id', '=', 'place.community_id').onRef('sharing_reading.home_id', '=', 'place.id')
      .on('sharing_reading.matter_id', '=', matterId).on('sharing_reading.month', '=', month))
    .select(['place.id', 'place.label', 'sharing_reading.amount'])
    .where('place.community_id', '=', db.community)
    .where('place.id', 'in', eb => eb.selectFrom('sharing_home').innerJoin('sharing', join => join.onRef('sharing.community_id', '=', 'sharing_home.community_id').onRef('sharing.id', '=', 'sharing_home.sharing_id'))
      .select('sharing_home.home_id').where('sharing_home.community_id', '=', db.community).where('sharing.matter_id', '=', matterId))
    .orderBy('place.building_id').orderBy('place.entrance_id').orderBy('place.position').orderBy('place.id').execute()
}
