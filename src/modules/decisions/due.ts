// What the clock has to do in a community's votes now.
import type { Reader } from '#kit/db.ts'
import { at } from '#kit/db.ts'
import type { Reminder } from '#modules/decisions/remind.ts'

/** A thing to do; whether it is really due, the act itself finds out. */
export interface Due {
  readonly id: number
  readonly does: 'open' | 'close' | Reminder
}

/** Every vote that is to be opened, closed or reminded of, oldest first. */
export async function decisionsDue(db: Reader, now: Temporal.Instant): Promise<Due[]> {
  const rows = await db.selectFrom('decision').select(['id', 'stage'])
    .select(eb => [eb('opens_at', '<=', at(now)).as('begun'), eb('closes_at', '<=', at(now)).as('over')])
    .where('community_id', '=', db.community).where('stage', 'in', ['announced', 'open', 'closed']).orderBy('id').execute()
  return rows.flatMap(({ id, stage, begun, over }): Due[] => {
    if (stage === 'announced') return [...begun ? [{ id, does: 'open' } as const] : [], { id, does: 'stuck' }]
    if (stage === 'open') return [over ? { id, does: 'close' } : { id, does: 'voters' }]
    return [{ id, does: 'result' }]
  })
}
