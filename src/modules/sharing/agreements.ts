// The agreements of a matter with their signatures and bills, as whoever looks may see them. One statement.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import type { Actor } from '#modules/people/public.ts'

export type Agreement = Awaited<ReturnType<typeof agreementsOf>>[number]

/**
 * Newest first. The lines of its shares and bills: those inside see all, those concerned all where it is open and the key is not usage, everybody else
 * only his own homes; `weight` is null for a home that is not one's own.
 */
export async function agreementsOf(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const own = [0, ...actor.homes.map(home => home.id)]
  const rows = await db.selectFrom('sharing_agreement')
    .innerJoin('sharing', join => join.onRef('sharing.community_id', '=', 'sharing_agreement.community_id').onRef('sharing.id', '=', 'sharing_agreement.sharing_id'))
    .select(['sharing_agreement.id', 'sharing_agreement.number', 'sharing_agreement.key', 'sharing_agreement.cents', 'sharing_agreement.monthly', 'sharing_agreement.content',
      'sharing_agreement.hash', 'sharing.what', maybeTold('sharing_agreement.effective_on').$castTo<string>().as('effective_on'), told('sharing_agreement.made_at').as('made_at'),
      sql<boolean>`(${inside} or (sharing.table_open and sharing_agreement.key <> 'usage' and exists (select from sharing_home concerned
        where concerned.community_id = sharing.community_id and concerned.sharing_id = sharing.id and concerned.home_id in (${sql.join(own)}))))`.as('all_seen')])
    .select(eb => [
      jsonArrayFrom(signatories(eb)).as('signatories'),
      jsonArrayFrom(eb.selectFrom('sharing_share').innerJoin('place', join => join.onRef('place.community_id', '=', 'sharing_share.community_id').onRef('place.id', '=', 'sharing_share.home_id'))
        .select(['place.id as home', 'place.label', 'sharing_share.weight', 'sharing_share.cents'])
        .whereRef('sharing_share.community_id', '=', 'sharing_agreement.community_id').whereRef('sharing_share.agreement_id', '=', 'sharing_agreement.id').orderBy('sharing_share.home_id')).as('shares'),
      jsonArrayFrom(eb.selectFrom('sharing_bill').select(['sharing_bill.id', 'sharing_bill.month', 'sharing_bill.cents'])
        .whereRef('sharing_bill.community_id', '=', 'sharing_agreement.community_id').whereRef('sharing_bill.agreement_id', '=', 'sharing_agreement.id')
        .orderBy('sharing_bill.month', 'desc')).as('bills'),
    ])
    .where('sharing_agreement.community_id', '=', db.community).where('sharing_agreement.matter_id', '=', matterId).orderBy('sharing_agreement.number', 'desc').execute()
  const mine = new Set(own)
  return rows.map(({ shares, made_at, ...agreement }) => ({
    ...agreement, made_at: Temporal.Instant.from(made_at), homes: shares.length,
    signatories: agreement.signatories.map(one => ({ ...one, signed: one.signed_at !== null, signed_at: one.signed_at === null ? null : Temporal.Instant.from(one.signed_at) })),
    shares: shares.filter(line => agreement.all_seen || mine.has(line.home)).map(line => ({ ...line, mine: mine.has(line.home), weight: inside || mine.has(line.home) ? line.weight : null })),
  }))
}

function signatories(eb: ExpressionBuilder<DB, 'sharing_agreement'>) {
  return eb.selectFrom('sharing_signatory')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'sharing_signatory.community_id').onRef('person.id', '=', 'sharing_signatory.person_id'))
    .select(['sharing_signatory.person_id', 'person.name', 'sharing_signatory.way', maybeTold('sharing_signatory.signed_at').as('signed_at')])
    .whereRef('sharing_signatory.community_id', '=', 'sharing_agreement.community_id').whereRef('sharing_signatory.agreement_id', '=', 'sharing_agreement.id')
    .orderBy('sharing_signatory.person_id')
}

/** A bill of this matter with the lines that this one may see, as `agreementsOf` has it; undefined where there is none. One statement. */
export async function billOf(db: Reader, actor: Actor, asked: { matter: number, bill: number }, inside: boolean) {
  const own = [0, ...actor.homes.map(home => home.id)]
  const found = await db.selectFrom('sharing_bill')
    .innerJoin('sharing_agreement', join => join.onRef('sharing_agreement.community_id', '=', 'sharing_bill.community_id').onRef('sharing_agreement.id', '=', 'sharing_bill.agreement_id'))
    .innerJoin('sharing', join => join.onRef('sharing.community_id', '=', 'sharing_agreement.community_id').onRef('sharing.id', '=', 'sharing_agreement.sharing_id'))
    .select(['sharing_bill.id', 'sharing_bill.month', 'sharing_bill.cents', 'sharing_agreement.key', 'sharing_agreement.number', 'sharing.what', 'sharing.table_open'])
    .select(eb => jsonArrayFrom(eb.selectFrom('sharing_bill_line')
      .innerJoin('place', join => join.onRef('place.community_id', '=', 'sharing_bill_line.community_id').onRef('place.id', '=', 'sharing_bill_line.home_id'))
      .select(['place.id as home', 'place.label', 'sharing_bill_line.weight', 'sharing_bill_line.cents'])
      .whereRef('sharing_bill_line.community_id', '=', 'sharing_bill.community_id').whereRef('sharing_bill_line.bill_id', '=', 'sharing_bill.id')
      .orderBy('sharing_bill_line.home_id')).as('lines'))
    .where('sharing_bill.community_id', '=', db.community).where('sharing_agreement.matter_id', '=', asked.matter).where('sharing_bill.id', '=', asked.bill).executeTakeFirst()
  if (!found) return undefined
  const mine = new Set(own)
  const all = inside || (found.table_open && found.key !== 'usage' && found.lines.some(line => mine.has(line.home)))
  const lines = found.lines.filter(line => all || mine.has(line.home)).map(line => ({ ...line, mine: mine.has(line.home), weight: inside || mine.has(line.home) ? line.weight : null }))
  return { ...found, homes: found.lines.length, all, lines: lines.toSorted((a, b) => Number(b.mine) - Number(a.mine)) }
}
