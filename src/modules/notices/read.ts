// The questions of the pages: how a person is told, which channels there are, what was not delivered.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { at, type Reader } from '#kit/db.ts'
import { DEFAULTS } from '#modules/notices/choice.ts'
import { agreesToSms } from '#modules/notices/deliver.ts'

/** How a person is told, with the defaults where he chose nothing. Addresses stay sealed. */
export async function choiceOf(db: Reader, personId: number) {
  const row = await db.selectFrom('person')
    .leftJoin('notice_choice as choice', join => join.onRef('choice.community_id', '=', 'person.community_id')
      .onRef('choice.person_id', '=', 'person.id'))
    .select(eb => ['choice.digest_hour', 'choice.quiet_from', 'choice.quiet_until', 'choice.mail_sealed', 'choice.mail_confirmed_at',
      'person.phone_sealed',
      jsonArrayFrom(eb.selectFrom('notice_device').select(['notice_device.id',
        sql<string>`to_json(notice_device.made_at)#>>'{}'`.as('made_at')])
        .whereRef('notice_device.community_id', '=', 'person.community_id').whereRef('notice_device.person_id', '=', 'person.id')
        .orderBy('notice_device.id')).as('devices'),
      agreesToSms.as('sms')])
    .where('person.community_id', '=', db.community).where('person.id', '=', personId).executeTakeFirstOrThrow()
  return {
    ...row, digest_hour: row.digest_hour ?? DEFAULTS.digest_hour, quiet_from: row.quiet_from ?? DEFAULTS.quiet_from,
    quiet_until: row.quiet_until ?? DEFAULTS.quiet_until,
  }
}

/** The open channels, each with what became of its last message. */
export async function channels(db: Reader) {
  return db.selectFrom('notice_channel')
    .leftJoinLateral(eb => eb.selectFrom('delivery').select(['delivery.state', 'delivery.error', 'delivery.done_at'])
      .where('delivery.community_id', '=', db.community).whereRef('delivery.channel_id', '=', 'notice_channel.id')
      .orderBy('delivery.id', 'desc').limit(1).as('last'), join => join.onTrue())
    .select(['notice_channel.id', 'notice_channel.kind', 'notice_channel.name', 'last.state', 'last.error', 'last.done_at'])
    .where('notice_channel.community_id', '=', db.community).where('notice_channel.ended_at', 'is', null).orderBy('notice_channel.id')
    .execute()
}

/** After how many tries a delivery that still waits is shown to the secretary. */
const WORRYING = 3
const MONTH = Temporal.Duration.from({ hours: 30 * 24 })

/** What could not be delivered within the last thirty days, and what fails again and again: the newest first. */
export async function undelivered(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('delivery')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'delivery.community_id')
      .onRef('person.id', '=', 'delivery.person_id'))
    .leftJoin('notice_channel as channel', join => join.onRef('channel.community_id', '=', 'delivery.community_id')
      .onRef('channel.id', '=', 'delivery.channel_id'))
    .select(['delivery.id', 'delivery.kind', 'delivery.via', 'delivery.state', 'delivery.tries', 'delivery.error', 'delivery.made_at',
      'person.name as person', 'channel.name as channel'])
    .where('delivery.community_id', '=', db.community).where('delivery.made_at', '>', at(now.subtract(MONTH)))
    .where(eb => eb.or([eb('delivery.state', '=', 'failed'), eb.and([eb('delivery.state', '=', 'waiting'), eb('delivery.tries', '>=',
      WORRYING)])]))
    .orderBy('delivery.id', 'desc').limit(100).execute()
}

/** Who got notices from the entries between two positions of the cursor: their open pages are told. */
export async function toldBetween(db: Reader, from: number, upTo: number): Promise<number[]> {
  const rows = await db.selectFrom('notice').select('person_id').distinct().where('community_id', '=', db.community)
    .where('journal_id', '>', from).where('journal_id', '<=', upTo).execute()
  return rows.map(row => row.person_id)
}
