// 一天一封: what can wait goes out together, once a day, at the hour that the person chose.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { DEFAULTS } from '#modules/notices/choice.ts'
import { waysOf } from '#modules/notices/deliver.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** What has waited longer (nobody could be reached) is not brought up again. */
const PATIENCE = Temporal.Duration.from({ hours: 72 })

/** Done by the clock, never by a person. By mail where the person has one, else to his devices. */
export const gatherDigests = action({
  name: 'notices.gather',
  summary: lang => noticeText(lang).summaryGather,
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => digestsDue(db, now),
  refuse: () => null,
  run: async (db, { subject: due, now }) => {
    const ways = new Map((await waysOf(db, due.map(one => one.person_id))).map(way => [way.id, way]))
    const rows = due.flatMap(({ person_id, day, notices }) => {
      const way = ways.get(person_id)
      const row = (via: string, device: number | null = null) => ({
        community_id: db.community, key: `digest/${person_id}/${day}${device === null ? '' : `/${device}`}`, kind: 'digest' as const, via,
        person_id, device_id: device, notice_ids: notices, urgency: 'digest' as const, next_at: now.toString(), made_at: now.toString(),
      })
      return way?.mail ? [row('mail')] : way?.devices.map(device => row('push', device.id)) ?? []
    })
    const made = rows.length === 0 ? [] : await db.insertInto('delivery').values(rows)
      .onConflict(twice => twice.columns(['community_id', 'key']).doNothing()).returning(sql<number[]>`to_json(notice_ids)`.as('ids'))
      .execute()
    const told = made.flatMap(row => row.ids)
    if (told.length > 0) {
      await db.updateTable('notice').set({ told_at: now.toString() }).where('community_id', '=', db.community).where('id', 'in', told)
        .execute()
    }
    return { subject: 'notices', answer: { id: made.length }, facts: { digests: made.length } }
  },
})

/**
 * Whose digest is due, and what is in it: everything unread that happened before his hour, for those who can be reached and had none
 * today.
 */
export async function digestsDue(db: Reader, now: Temporal.Instant) {
  return db.selectFrom(waiting(db, now).as('waiting'))
    .select(['waiting.person_id', 'waiting.day', sql<number[]>`json_agg(waiting.id order by waiting.id)`.as('notices')])
    .whereRef('waiting.at', '<', 'waiting.cut')
    .where(eb => eb.not(eb.exists(eb.selectFrom('delivery').select('delivery.id').where('delivery.community_id', '=', db.community)
      .whereRef('delivery.person_id', '=', 'waiting.person_id').where('delivery.kind', '=', 'digest')
      .whereRef('delivery.made_at', '>=', 'waiting.cut'))))
    .groupBy(['waiting.person_id', 'waiting.day']).orderBy('waiting.person_id').limit(500).execute()
}

// `cut`: when the person's hour last struck; `day`: the date there.
function waiting(db: Reader, now: Temporal.Instant) {
  const there = sql`(${at(now)} at time zone community.time_zone)`
  const hour = sql`coalesce(choice.digest_hour, ${sql.lit(DEFAULTS.digest_hour)})`
  const cut = sql`(date_trunc('day', ${there} - make_interval(hours => ${hour})) + make_interval(hours => ${hour}))`
  return db.selectFrom('notice')
    .innerJoin('community', 'community.id', 'notice.community_id')
    .leftJoin('notice_choice as choice', join => join.onRef('choice.community_id', '=', 'notice.community_id')
      .onRef('choice.person_id', '=', 'notice.person_id'))
    .select(['notice.id', 'notice.person_id', 'notice.at', sql<string>`to_char(${cut}, 'YYYY-MM-DD')`.as('day'),
      sql<Temporal.Instant>`${cut} at time zone community.time_zone`.as('cut')])
    .where('notice.community_id', '=', db.community).where('notice.urgency', '=', 'digest')
    .where('notice.told_at', 'is', null).where('notice.read_at', 'is', null).where('notice.at', '>', at(now.subtract(PATIENCE)))
    .where(eb => eb.or([eb('choice.mail_confirmed_at', 'is not', null), eb.exists(eb.selectFrom('notice_device').select('notice_device.id')
      .where('notice_device.community_id', '=', db.community).whereRef('notice_device.person_id', '=', 'notice.person_id'))]))
}
