// What somebody has claimed for sending, with the addresses, still sealed.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { agreesToSms } from '#modules/notices/deliver.ts'
import { matterOf, occasionOf, stillTold, type Facts, type Occasion } from '#modules/notices/occasions.ts'
import { noticesById, stillToSend, type Told } from '#modules/notices/told.ts'

export type Claimed = Awaited<ReturnType<typeof claimed>>[number]

/** The entry that a channel is told of. */
export interface EntryTold {
  action: string
  occasion: Occasion
  facts: Facts
  matter: number
  at: Temporal.Instant
}

/** The deliveries under this claim; `notices` and `entry` only as far as they may still be told. Two statements. */
export async function claimed(db: Reader, claim: string) {
  const rows = await withAddresses(db).where('delivery.claim', '=', claim).where('delivery.state', '=', 'waiting').orderBy('delivery.id')
    .execute()
  const notices = (await noticesById(db, rows.flatMap(row => row.notice_ids))).filter(stillToSend)
  return rows.map(row => ({ ...row, entry: entryTold(row), notices: notices
    .filter(notice => row.notice_ids.includes(notice.id)) satisfies Told[] }))
}

type Row = Awaited<ReturnType<ReturnType<typeof withAddresses>['execute']>>[number]

function entryTold({ action, facts, subject, at, step, withdrawn }: Row): EntryTold | null {
  if (action === null || subject === null || at === null || step === null) return null
  const read = facts as Facts
  const [occasion, matter] = [occasionOf(action, read), matterOf(subject, read)]
  if (!occasion || matter === null || !stillTold(occasion, { step, withdrawn: withdrawn === true })) return null
  return { action, occasion, facts: read, matter, at }
}

function withAddresses(db: Reader) {
  return db.selectFrom('delivery')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'delivery.community_id')
      .onRef('person.id', '=', 'delivery.person_id').on('person.erased_at', 'is', null))
    .leftJoin('notice_choice as choice', join => join.onRef('choice.community_id', '=', 'delivery.community_id')
      .onRef('choice.person_id', '=', 'delivery.person_id'))
    .leftJoin('notice_device as device', join => join.onRef('device.community_id', '=', 'delivery.community_id')
      .onRef('device.id', '=', 'delivery.device_id'))
    .leftJoin('notice_channel as channel', join => join.onRef('channel.community_id', '=', 'delivery.community_id')
      .onRef('channel.id', '=', 'delivery.channel_id').on('channel.ended_at', 'is', null))
    .leftJoin('journal', join => join.onRef('journal.community_id', '=', 'delivery.community_id')
      .onRef('journal.id', '=', 'delivery.journal_id'))
    .leftJoin('matter', join => join.onRef('matter.community_id', '=', 'journal.community_id')
      .on('matter.id', '=', sql<number>`coalesce((journal.facts->>'matter')::bigint, substring(journal.subject from '^matters/([0-9]+)$')::bigint)`))
    .select([
      'delivery.id', 'delivery.kind', 'delivery.via', 'delivery.person_id', 'delivery.message_id', 'person.name', 'person.phone_sealed',
      sql<number[]>`to_json(delivery.notice_ids)`.as('notice_ids'), 'choice.lang', 'choice.mail_sealed', 'choice.mail_confirmed_at',
      'device.endpoint_sealed', 'device.keys_sealed', 'device.person_id as device_of',
      agreesToSms.as('sms'), 'channel.id as channel', 'channel.url_sealed', 'channel.secret_sealed',
      'journal.action', 'journal.facts', 'journal.subject', 'journal.at', 'matter.step',
      sql<boolean | null>`matter.withdrawn_at is not null`.as('withdrawn'),
    ])
    .where('delivery.community_id', '=', db.community)
}
