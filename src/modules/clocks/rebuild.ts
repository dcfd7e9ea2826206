// 重算时限: throws the clocks of the community away and makes them again from the journal alone.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { Clock } from '#modules/clocks/clock.ts'
import { holdCalendar, store } from '#modules/clocks/keep-time.ts'
import { calendarOf } from '#modules/clocks/read.ts'
import { clockCommands, wind } from '#modules/clocks/wind.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { clockText } from '#text/clocks.ts'

/** For the secretary; changes nothing where the clocks are what the journal says. Answers how many there are as `id`. */
export const rebuildClocks = action({
  name: 'clocks.rebuild',
  summary: lang => clockText(lang).summaryRebuild,
  input: z.strictObject({}),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => lacks(actor, 'change method', null),
  run: async db => {
    // Whoever moves a clock holds the calendar: alone with it, everything that is done is in the journal.
    await holdCalendar(db, 'alone')
    const clocks = await fromJournal(db)
    await writeAnew(db, clocks)
    return { subject: 'clocks', answer: { id: clocks.length }, facts: { clocksMade: clocks.length } }
  },
})

async function fromJournal(db: Reader): Promise<Clock[]> {
  const calendar = await calendarOf(db)
  const entries = await db.selectFrom('journal').select(['subject', 'at', sql<unknown>`facts -> 'clocks'`.as('clocks')])
    .where('community_id', '=', db.community).where(sql`facts -> 'clocks'`, 'is not', null).orderBy('id').execute()
  const bySubject = new Map<string, Clock[]>()
  for (const { subject, at, clocks } of entries) {
    let wound = bySubject.get(subject) ?? []
    for (const command of clockCommands.parse(clocks)) wound = wind(wound, command, { subject, at, calendar })
    bySubject.set(subject, wound)
  }
  return [...bySubject.values()].flat()
}

async function writeAnew(db: Writer, clocks: Clock[]): Promise<void> {
  await db.deleteFrom('clock').where('community_id', '=', db.community).execute()
  for (const some of chunks(clocks)) await store(db, some.map(clock => ({ id: null, clock })))
}
