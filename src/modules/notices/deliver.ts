// What is to be sent, written down before anything is sent: one row for each message and way.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Urgency } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'

/** Whether the `person` of a question agrees to text messages now, and has a phone on record. */
export const agreesToSms = sql<boolean>`(person.phone_sealed is not null and exists (select from consent
  where consent.community_id = person.community_id and consent.person_id = person.id
    and consent.purpose = 'sms_notices' and consent.withdrawn_at is null))`

/** The ways in which these people can be reached besides the page. */
export async function waysOf(db: Reader, people: readonly number[]) {
  if (people.length === 0) return []
  return db.selectFrom('person')
    .leftJoin('notice_choice as choice', join => join.onRef('choice.community_id', '=', 'person.community_id')
      .onRef('choice.person_id', '=', 'person.id'))
    .select(eb => ['person.id', eb('choice.mail_confirmed_at', 'is not', null).as('mail'),
      agreesToSms.as('sms'),
      jsonArrayFrom(eb.selectFrom('notice_device').select('notice_device.id')
        .whereRef('notice_device.community_id', '=', 'person.community_id')
        .whereRef('notice_device.person_id', '=', 'person.id')).as('devices')])
    .where('person.community_id', '=', db.community).where('person.id', 'in', people).execute()
}

interface AtOnce {
  journalId: number
  urgency: Urgency
  notices: readonly { id: number, person_id: number }[]
  now: Temporal.Instant
}

/** What is urgent goes by every way that the person switched on. */
export async function deliverAtOnce(db: Writer, { journalId, urgency, notices, now }: AtOnce): Promise<void> {
  const noticeOf = new Map(notices.map(notice => [notice.person_id, notice.id]))
  const ways = await waysOf(db, [...noticeOf.keys()])
  const rows = ways.flatMap(({ id, mail, sms, devices }) => {
    const row = (via: string, device: number | null = null) => ({
      community_id: db.community, key: `notice/${journalId}/${id}/${via}${device === null ? '' : `/${device}`}`, kind: 'notice' as const,
        via,
      person_id: id, device_id: device, journal_id: journalId, notice_ids: [noticeOf.get(id) ?? 0], urgency,
      next_at: now.toString(), made_at: now.toString(),
    })
    return [...mail ? [row('mail')] : [], ...devices.map(device => row('push', device.id)), ...sms ? [row('sms')] : []]
  })
  if (rows.length > 0) await db.insertInto('delivery').values(rows).onConflict(twice => twice.columns(['community_id',
    'key']).doNothing()).execute()
}

/** What happens in the open goes to every group robot and program of the community. */
export async function deliverToChannels(db: Writer, journalId: number, now: Temporal.Instant): Promise<void> {
  const channels = await db.selectFrom('notice_channel').select(['id', 'kind']).where('community_id', '=', db.community)
    .where('ended_at', 'is', null).execute()
  if (channels.length === 0) return
  await db.insertInto('delivery').values(channels.map(channel => ({
    community_id: db.community, key: `channel/${journalId}/${channel.id}`, kind: 'channel' as const, via: channel.kind,
      channel_id: channel.id,
    journal_id: journalId, next_at: now.toString(), made_at: now.toString(),
  }))).onConflict(twice => twice.columns(['community_id', 'key']).doNothing()).execute()
}
