// Evidence: what is there of what a method asks for before a step is left behind.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { silenceOver } from '#modules/matters/ratings.ts'
import type { Evidence } from '#modules/methods/public.ts'

/** The kinds of evidence that a matter has now. Where nobody rated, the method's days of waiting may be over instead. */
export async function evidenceOf(
  db: Reader, matter: Pick<MatterUnderMethod, 'id' | 'step' | 'accepted_at' | 'method'>, now: Temporal.Instant,
): Promise<Set<Evidence>> {
  const found = await db.selectFrom('matter').where('matter.community_id', '=', db.community).where('matter.id', '=', matter.id).select(eb => [
    'matter.step_since',
    eb.exists(noteOf(db, matter.id, 'plan')).as('plan'),
    eb.exists(noteOf(db, matter.id, 'decision')).as('decision'),
    eb.exists(noteOf(db, matter.id, 'reply')).as('reply'),
    eb.exists(db.selectFrom('matter_photo').select(sql`1`.as('one')).where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('moment', '=', 'after')).as('after_photo'),
    eb.not(eb.exists(db.selectFrom('matter_task').select(sql`1`.as('one')).where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('done_at', 'is', null))).as('tasks'),
    eb.exists(db.selectFrom('matter_rating').select(sql`1`.as('one')).where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id)).as('rating'),
  ]).executeTakeFirstOrThrow()
  const kinds = (['plan', 'decision', 'reply', 'after_photo', 'tasks', 'rating'] as const).filter(kind => found[kind])
  const isAsked = matter.method.steps[matter.step]?.evidence.includes('rating') ?? false
  const silent = isAsked && !found.rating && await silenceOver(db, matter.method, found.step_since, now)
  return new Set<Evidence>([...kinds, ...matter.accepted_at ? ['lead' as const] : [], ...silent ? ['rating' as const] : []])
}

function noteOf(db: Reader, matter: number, kind: 'plan' | 'decision' | 'reply') {
  return db.selectFrom('matter_note').select(sql`1`.as('one'))
    .where('community_id', '=', db.community).where('matter_id', '=', matter).where('kind', '=', kind)
}
