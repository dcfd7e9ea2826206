// 通知: new entries of the journal become notices, each person told of each act once, whatever crashes.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { audienceOf, mattersTold } from '#modules/notices/audience.ts'
import { audienceBeyond } from '#modules/notices/beyond.ts'
import { deliverAtOnce, deliverToChannels } from '#modules/notices/deliver.ts'
import { forgetErased } from '#modules/notices/forget.ts'
import { ACTIONS_TOLD, isBeyond, matterOf, occasionOf, OCCASIONS, stillTold, type Facts, type Occasion } from '#modules/notices/occasions.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** How many entries one run takes. */
const MOST = 200

/** What is older when it is read (an import, a long stop) is shown in the page and sent to nobody. */
const STALE = Temporal.Duration.from({ hours: 48 })

/** The acts that are read here: those that are told, and erasing oneself, which ends all notices. */
export const ACTIONS_READ: readonly string[] = [...ACTIONS_TOLD, 'people.eraseMyself']

/**
 * Done by the clock, never by a person; `upTo` is what `settledUpTo` said. The cursor moves in this very transaction and is locked
 * meanwhile, so no entry is turned into notices twice; the unique key (entry, person) of the notices is the second lock.
 */
export const spreadNotices = action({
  name: 'notices.spread',
  summary: lang => noticeText(lang).summarySpread,
  input: z.strictObject({ upTo: z.number().int().min(0) }),
  subject: async (db, input, _actor: Actor) => {
    const from = await cursor(db, input.upTo)
    return { from, entries: await entriesBetween(db, from, input.upTo, MOST) }
  },
  // Another process was faster; without this each of them would write down that it found nothing.
  refuse: (_actor, { entries }) => entries.length > 0 ? null : lang => noticeText(lang).nothingNew,
  run: async (db, { input, subject: { from, entries }, now }) => {
    const told = { entries, today: await localDay(db, now), now }
    const made = await tellAll(db, told)
    // A full batch may have left some over; else everything up to there was looked at.
    const last = entries.length === MOST ? entries.at(-1)?.id ?? from : input.upTo
    const further = sql<number>`greatest(notice_cursor.journal_id, ${last}::bigint)`
    await db.insertInto('notice_cursor').values({ community_id: db.community, journal_id: last })
      .onConflict(there => there.column('community_id').doUpdateSet({ journal_id: further })).execute()
    const facts = { entries: entries.length, notices: made }
    return { subject: 'notices', answer: { id: last, from, made, more: entries.length === MOST }, facts }
  },
})

async function noticeCursor(db: Reader): Promise<number> {
  const row = await db.selectFrom('notice_cursor').select('journal_id').where('community_id', '=', db.community).executeTakeFirst()
  return row?.journal_id ?? 0
}

/** Whether there is anything to tell up to this entry: without, nothing is done and nothing written down. */
export async function somethingToTell(db: Reader, upTo: number): Promise<boolean> {
  return (await entriesBetween(db, await noticeCursor(db), upTo, 1)).length > 0
}

async function cursor(db: Reader, upTo: number): Promise<number> {
  const row = await db.selectFrom('notice_cursor').select('journal_id').where('community_id', '=', db.community).forUpdate()
    .executeTakeFirst()
  return Math.min(row?.journal_id ?? 0, upTo)
}

async function entriesBetween(db: Reader, from: number, upTo: number, limit: number) {
  const rows = await db.selectFrom('journal').select(['id', 'at', 'action', 'person_id', 'on_behalf_of', 'subject', 'facts'])
    .where('community_id', '=', db.community).where('id', '>', from).where('id', '<=', upTo).where('action', 'in', ACTIONS_READ)
    .orderBy('id').limit(limit).execute()
  // What actions wrote there: an object.
  return rows.map(row => ({ ...row, facts: row.facts as Facts }))
}

type Entry = Awaited<ReturnType<typeof entriesBetween>>[number]
type Matter = Awaited<ReturnType<typeof mattersTold>>[number]
interface Telling {
  entries: readonly Entry[]
  today: string
  now: Temporal.Instant
}

async function tellAll(db: Writer, { entries, today, now }: Telling): Promise<number> {
  const ids = entries.map(entry => matterOf(entry.subject, entry.facts)).filter(id => id !== null)
  const matters = new Map((await mattersTold(db, ids)).map(matter => [matter.id, matter]))
  let made = 0
  for (const entry of entries) {
    if (entry.action === 'people.eraseMyself') await forgetErased(db, entry.person_id ?? 0)
    const occasion = occasionOf(entry.action, entry.facts)
    if (!occasion) continue
    const matter = isBeyond(occasion) ? null : matters.get(matterOf(entry.subject, entry.facts) ?? 0)
    if (matter === undefined || (matter && !stillTold(occasion, { step: matter.step, withdrawn: matter.withdrawn_at !== null }))) continue
    made += await tell(db, { entry, occasion, matter, today, now })
  }
  return made
}

async function tell(db: Writer, told: { entry: Entry, occasion: Occasion, matter: Matter | null, today: string,
  now: Temporal.Instant }): Promise<number> {
  const { entry, occasion, matter, today, now } = told
  const [urgency, ...to] = OCCASIONS[occasion]
  const stale = Temporal.Instant.compare(entry.at.add(STALE), now) < 0
  const doers = [entry.person_id, entry.on_behalf_of]
  const people = matter ? await audienceOf(db, to, { matter, facts: entry.facts, doers, today }) : await audienceBeyond(db, to, { subject: entry.subject, facts: entry.facts, doers, today })
  const made = people.length === 0 ? [] : await db.insertInto('notice').values(people.map(personId => ({
    community_id: db.community, person_id: personId, journal_id: entry.id, matter_id: matter?.id ?? null, urgency, at: entry.at.toString(),
    told_at: stale ? now.toString() : null,
  }))).onConflict(twice => twice.columns(['community_id', 'journal_id', 'person_id']).doNothing()).returning(['id', 'person_id']).execute()
  if (!stale && urgency !== 'digest') await deliverAtOnce(db, { journalId: entry.id, urgency, notices: made, now })
  const open = matter !== null && !matter.private && matter.place_kind !== 'home'
  if (!stale && open && (to as readonly string[]).includes('channels')) await deliverToChannels(db, entry.id, now)
  return made.length
}
