// 核对: the whole record was compared with the journal; what was found is written down, so that everybody sees when it was done last.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { MOST_WRONG, WRONG } from '#modules/record/compare.ts'
import { recordText } from '#text/record.ts'

const count = z.number().int().min(0)

/** Done by the clock, never by a person. */
export const auditRecord = action({
  name: 'record.audit',
  summary: lang => recordText(lang).summaryAudit,
  input: z.strictObject({ size: count, wrong: z.array(z.strictObject({ what: z.enum(WRONG), at: count })).max(MOST_WRONG) }),
  subject: async (_db, input, _actor: Actor) => input,
  refuse: () => null,
  run: async (_db, { input: { size, wrong } }) => ({ subject: 'record', answer: { id: size }, facts: { size, wrong } }),
})

/** When the record was last compared, how many entries it had, and whether all was right; null while it never was. */
export async function lastAudit(db: Reader): Promise<{ at: Temporal.Instant, size: number, right: boolean } | null> {
  const found = await db.selectFrom('journal').select(['at', 'facts']).where('community_id', '=', db.community)
    .where('subject', '=', 'record').where('action', '=', 'record.audit').orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!found) return null
  // What the action above wrote there.
  const { size, wrong } = found.facts as { size: number, wrong: unknown[] }
  return { at: found.at, size, right: wrong.length === 0 }
}
