// Takes what is due for sending: others step over it, and a claim whose holder died runs out.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { DEFAULTS, quietUntil } from '#modules/notices/choice.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** How many are taken at once. */
const MOST = 20

/** After how long somebody else may take what was taken: longer than sending all of them can last. */
const LEASE = Temporal.Duration.from({ minutes: 5 })

/**
 * Done by the clock, never by a person; `claim` names whoever takes them. What is not urgent for life waits for the end of the person's
 * quiet hours.
 */
export const claimDeliveries = action({
  name: 'notices.claimDeliveries',
  summary: lang => noticeText(lang).summaryClaim,
  input: z.strictObject({ claim: z.uuid() }),
  subject: (db, _input, _actor: Actor, { now }) => deliveriesDue(db, now, MOST),
  refuse: (_actor, due) => due.length > 0 ? null : lang => noticeText(lang).nothingNew,
  run: async (db, { input, subject: due, now }) => {
    const change = (id: number) => db.updateTable('delivery').where('community_id', '=', db.community).where('id', '=', id)
    let taken = 0
    for (const one of due) {
      const quiet = waitsForQuiet(one, now) ? quietUntil(one, now, one.time_zone) : null
      if (quiet) {
        await change(one.id).set({ next_at: quiet.toString(), claim: null }).execute()
        continue
      }
      taken++
      await change(one.id).set({ claim: input.claim, tries: one.tries + 1, next_at: now.add(LEASE).toString() }).execute()
    }
    return { subject: 'deliveries', answer: { id: taken, more: due.length === MOST }, facts: { taken } }
  },
})

// A digest comes at the hour that he chose himself, whatever is quiet; late, it waits like everything else.
function waitsForQuiet({ kind, urgency, digest_hour, time_zone }: Due, now: Temporal.Instant): boolean {
  if (kind === 'digest') return now.toZonedDateTimeISO(time_zone).hour !== digest_hour
  return kind === 'notice' && urgency !== 'life'
}

type Due = Awaited<ReturnType<typeof deliveriesDue>>[number]

/** Whether there is anything to send now. */
export async function somethingDue(db: Reader, now: Temporal.Instant): Promise<boolean> {
  const row = await db.selectFrom('delivery').select('id').where('community_id', '=', db.community)
    .where('state', '=', 'waiting').where('next_at', '<=', at(now)).limit(1).executeTakeFirst()
  return row !== undefined
}

async function deliveriesDue(db: Reader, now: Temporal.Instant, limit: number) {
  const rows = await db.selectFrom('delivery')
    .innerJoin('community', 'community.id', 'delivery.community_id')
    .leftJoin('notice_choice as choice', join => join.onRef('choice.community_id', '=', 'delivery.community_id')
      .onRef('choice.person_id', '=', 'delivery.person_id'))
    .select(['delivery.id', 'delivery.kind', 'delivery.urgency', 'delivery.tries', 'community.time_zone',
      'choice.digest_hour', 'choice.quiet_from', 'choice.quiet_until'])
    .where('delivery.community_id', '=', db.community).where('delivery.state', '=', 'waiting').where('delivery.next_at', '<=', at(now))
    .orderBy('delivery.next_at').orderBy('delivery.id').limit(limit).forUpdate('delivery').skipLocked().execute()
  return rows.map(row => ({
    ...row, digest_hour: row.digest_hour ?? DEFAULTS.digest_hour, quiet_from: row.quiet_from ?? DEFAULTS.quiet_from,
    quiet_until: row.quiet_until ?? DEFAULTS.quiet_until,
  }))
}
