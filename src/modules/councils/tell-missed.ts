// 漏开提醒: a date of the rhythm passed without a session; whoever is in charge and the secretary hear of it, once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { missedDates } from '#modules/councils/cadence.ts'
import { councilToChange } from '#modules/councils/find.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'

/** Done by the clock. Several dates that were missed together are told together. */
export const tellMissed = action({
  name: 'councils.tellMissed',
  summary: lang => councilText(lang).summaryTellMissed,
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const council = await councilToChange(db, input.id)
    return { council, missed: (await missedIn(db, now, input.id)).get(council.id) ?? [] }
  },
  refuse: (_actor, { missed }) => missed.length > 0 ? null : lang => councilText(lang).noneMissed,
  run: async (db, { subject: { council, missed }, now }) => {
    await db.insertInto('council_missed')
      .values(missed.map(missed_on => ({ community_id: db.community, council_id: council.id, missed_on, told_at: now.toString() }))).execute()
    return { subject: `councils/${council.id}`, answer: { id: council.id }, facts: { missed } }
  },
})

/** The dates that were missed and told to nobody yet, by council: those of one, or of all. Two statements. */
export async function missedIn(db: Reader, now: Temporal.Instant, only?: number): Promise<Map<number, string[]>> {
  const councils = await db.selectFrom('council').innerJoin('community', 'community.id', 'council.community_id')
    .select(['council.id', 'council.begins_on', 'council.minute', 'council.rule', 'council.cadence_since', 'community.time_zone'])
    .select(eb => eb.fn.coalesce(eb.selectFrom('council_missed').select(told => told.fn.agg<string[]>('array_agg', ['council_missed.missed_on']).as('days'))
      .whereRef('council_missed.community_id', '=', 'council.community_id').whereRef('council_missed.council_id', '=', 'council.id'), eb.val<string[]>([])).as('told'))
    .where('council.community_id', '=', db.community).where('council.rule', 'is not', null)
    .$if(only !== undefined, one => one.where('council.id', '=', only ?? 0)).execute()
  const sessions = await db.selectFrom('council_session')
    .select(eb => ['council_id', 'begins_at', eb('opened_at', 'is not', null).as('opened'), eb('cancelled_at', 'is not', null).as('cancelled')])
    .where('community_id', '=', db.community).execute()
  return new Map(councils.map(({ id, told, time_zone, cadence_since, ...cadence }) => {
    const held = sessions.filter(one => one.council_id === id).map(one => ({ ...one, opened: Boolean(one.opened), cancelled: Boolean(one.cancelled) }))
    return [id, missedDates(cadence, time_zone, held, { since: cadence_since, now }).filter(day => !told.includes(day))] as const
  }).filter(([, missed]) => missed.length > 0))
}
