// What stands in the database afterwards, against what the clients were told.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { runningPostgres } from '#kit/postgres.ts'
import { compared, nothingCompared } from '#modules/record/public.ts'
import type { Act } from '#test/torture/clients.ts'
import { COMMUNITY } from '#test/torture/ground.ts'
import { createApp } from '../../src/app.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'

/** One line for each thing that is wrong, and figures for the report. */
export interface Reckoning {
  losses: string[]
  doubles: string[]
  journal: number
  rung: number
  notices: number
  sealed: number
}

/** What must have ended before it is counted. `claim` of somebody who was killed runs out after minutes; here those minutes are over. */
const LEASES = `update delivery set next_at = now() where state = 'waiting' and claim is not null and next_at > now() + interval '10 seconds'`
const OPEN = `select (select count(*) from delivery where state = 'waiting') + (select count(*) from clock where next_at <= now())
  + (select count(*) from call where next_at <= now() + interval '2 seconds')
  + (select count(*) from journal where action in ('matters.raise', 'matters.reply', 'matters.accept', 'calls.make', 'calls.widen', 'calls.claim')
    and id > (select coalesce(max(journal_id), 0) from notice_cursor))
  + (select count(*) from journal where action like 'matters.%' and id > (select coalesce(max(journal_id), 0) from record_leaf)) as open`

/** Waits until all that follows from the acts is done, at most `seconds`. Answers whether it was. */
async function settled(client: pg.Client, seconds: number): Promise<boolean> {
  await client.query(LEASES)
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(300)) {
    const { rows } = await client.query<{ open: string }>(OPEN)
    if (rows[0]?.open === '0') return true
  }
  return false
}

/** Counts, and compares. `received` are the ids of the messages that came to the receiver; the product still runs at `address`. */
export async function reckon(folder: string, address: string, acts: readonly Act[], received: () => readonly string[]): Promise<Reckoning> {
  const closing: Closing = []
  const { config: settings } = await runningPostgres(folder)
  if (!settings) throw new Error('the database does not run')
  const client = new pg.Client(settings)
  await client.connect()
  closing.push(() => client.end())
  try {
    const losses: string[] = []
    const doubles: string[] = []
    if (!await settled(client, 120)) losses.push('what follows from the acts was not done within two minutes')
    await countActs(client, acts, { losses, doubles })
    await countFollowing(client, received(), { losses, doubles })
    const sealed = await comparePages(folder, settings, address, { losses, closing })
    return { losses, doubles, ...await figuresOf(client), sealed }
  } finally {
    await closeAll(closing)
  }
}

async function figuresOf(client: pg.Client): Promise<Pick<Reckoning, 'journal' | 'rung' | 'notices'>> {
  const { rows: [figures] } = await client.query<Pick<Reckoning, 'journal' | 'rung' | 'notices'>>(`select
    (select count(*)::int from journal) as journal, (select count(*)::int from notice) as notices,
    (select count(*)::int from journal where action = 'clocks.ring') as rung`)
  return figures ?? { journal: 0, rung: 0, notices: 0 }
}

interface Found {
  losses: string[]
  doubles: string[]
}

async function countActs(client: pg.Client, acts: readonly Act[], { losses, doubles }: Found): Promise<void> {
  const entries = await countsOf(client, `select request_key::text as name, count(*)::int as n, min(answer ->> 'id') as id
    from journal where request_key is not null group by 1`)
  const texts = await countsOf(client, `select text as name, count(*)::int as n, min(matter_id)::text as id
    from (select text, id as matter_id from matter
    union all select text, matter_id from matter_note union all select text, id from call) written where text like '折腾 %' group by 1`)
  for (const { key, action, text, answer } of acts) {
    const there = entries.get(key)
    const written = texts.get(text)
    const writes = !['matters.follow', 'matters.accept', 'calls.claim'].includes(action)
    if (answer && !there) losses.push(`${action} ${key}: acknowledged and not in the journal`)
    if (answer && there && there.id !== String(answer.id)) losses.push(`${action} ${key}: acknowledged as ${answer.id}, stands there as ${there.id}`)
    const [inJournal, done] = [there?.n ?? 0, written?.n ?? 0]
    if (writes && inJournal !== done) losses.push(`${action} ${key}: ${inJournal} times in the journal, ${done} times done`)
    if (inJournal > 1 || done > 1) doubles.push(`${action} ${key}: done more than once`)
  }
}

async function countsOf(client: pg.Client, question: string): Promise<ReadonlyMap<string, { n: number, id: string }>> {
  const { rows } = await client.query<{ name: string, n: number, id: string }>(question)
  return new Map(rows.map(row => [row.name, row]))
}

/** Each line is something that should not be: a follower's act without its row, an entry nobody was told of, a clock that rang twice … */
const LOST = {
  'followed, and does not follow': `select journal.id from journal where action = 'matters.follow' and not exists (select from matter_follower
    where 'matters/' || matter_id = journal.subject and matter_follower.person_id = journal.person_id)`,
  'raised, and the workers were not told': `select journal.id from journal join matter on 'matters/' || matter.id = subject
    where action = 'matters.raise' and not facts ? 'held'
    and not exists (select from notice where journal_id = journal.id)`,
  'raised in the open, and not sent to the channel': `select journal.id from journal where action = 'matters.raise' and not facts ? 'held'
    and not exists (select from delivery where journal_id = journal.id and kind = 'channel' and state = 'sent')`,
  'due, and did not ring': `select id from clock where climb is null and due_at < now() - interval '5 seconds' and ended_at is null and rung < 2`,
  'asked, and was not told': `select call_id from call_asked where not exists (select from notice join journal on journal.id = journal_id
    where notice.person_id = call_asked.person_id and journal.subject = 'calls/' || call_id and action in ('calls.make', 'calls.widen'))`,
  'goes, and does not stand there': `select id from journal where action = 'calls.claim' and not exists (select from call_helper
    where 'calls/' || call_id = journal.subject and call_helper.person_id = journal.person_id)`,
  'nobody goes, and no ring opened when it should': `select id from call where ended_at is null and next_at < now() - interval '5 seconds'`,
  'in the journal without a matter': `select id from journal where action = 'matters.raise'
    and not exists (select from matter where 'matters/' || id = subject)`,
}
const TWICE = {
  'told twice': 'select journal_id from notice group by journal_id, person_id having count(*) > 1',
  'rang twice': `select max(id) from journal where action = 'clocks.ring' and facts ->> 'level' = 'alarm'
    group by subject, facts ->> 'name' having count(*) > 1`,
  'one ring opened twice': `select max(id) from journal where action in ('calls.make', 'calls.widen') and facts ->> 'ring' <> '0'
    group by subject, facts ->> 'ring' having count(*) > 1`,
  'more go than are wanted': `select call.id from call join call_helper on call_id = call.id and released_at is null group by call.id, wanted having count(*) > wanted`,
  'two rows for one delivery': 'select max(journal_id) from delivery group by key having count(*) > 1',
  'sealed twice': 'select journal_id from record_leaf group by journal_id having count(*) > 1',
}

async function countFollowing(client: pg.Client, received: readonly string[], { losses, doubles }: Found): Promise<void> {
  const note = async (into: string[], wrong: Readonly<Record<string, string>>) => {
    for (const [what, question] of Object.entries(wrong)) {
      for (const row of (await client.query({ text: question, rowMode: 'array' })).rows as unknown[][]) into.push(`${what}: ${row[0]}`)
    }
  }
  await note(losses, LOST)
  await note(doubles, TWICE)
  const { rows } = await client.query<{ message_id: string }>(`select message_id from delivery where kind = 'channel' and state = 'sent'`)
  const came = new Set(received)
  for (const { message_id: id } of rows) if (!came.has(id)) losses.push(`called sent, and never came: ${id}`)
}

interface Into {
  losses: string[]
  closing: Closing
}

// A house of our own on the same database keeps nothing yet: it shows what is. Answers how many entries are sealed and agree.
async function comparePages(folder: string, settings: pg.PoolConfig, address: string, into: Into): Promise<number> {
  const { losses, closing } = into
  const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0 }
  const house = await openHouse({ config, settings, publicUrl: address }, closing)
  const app = createApp(house)
  for (const path of [`/${COMMUNITY.slug}`, `/${COMMUNITY.slug}/board`]) {
    const fresh = withoutHead(await (await app.request(address + path)).text())
    for (let i = 0; i < 6; i++) {
      const kept = withoutHead(await (await fetch(address + path, { headers: { connection: 'close' } })).text())
      if (kept !== fresh) losses.push(`${path} is shown as it was, not as it is`)
    }
  }
  let found = nothingCompared
  while (!found.done) found = await house.database.look(COMMUNITY.id, db => compared(db, house.means.secrets, found))
  losses.push(...found.wrong.map(({ what, at }) => `the record at ${at}: ${what}`))
  return found.size
}

// What the jobs wrote down a moment ago may be sealed between two looks.
function withoutHead(page: string): string {
  return page.replaceAll(/<p class="center xs dim gap">.*?<\/p>/gu, '')
}
