// Whether a picture belongs to a vote, and to what of it.
import type { Reader } from '#kit/db.ts'

/** What a picture of a vote proves: a posting is for everybody, anything signed only for whoever keeps the vote. */
export type Pictured = 'posting' | 'paper'

/** To what of the vote the picture of this hash belongs; null for none. */
export async function photoInDecision(db: Reader, id: number, hash: string): Promise<Pictured | null> {
  const of = (table: 'decision_delivery' | 'ballot_mandate' | 'paper_reading' | 'ballot') => db.selectFrom(table).select(eb => eb.val('paper').as('what'))
    .where('community_id', '=', db.community).where('decision_id', '=', id).where('photo', '=', hash)
  const found = await db.selectFrom('decision_posting').select(eb => eb.val('posting').as('what'))
    .where('community_id', '=', db.community).where('decision_id', '=', id).where('photo', '=', hash)
    .unionAll(of('decision_delivery')).unionAll(of('ballot_mandate')).unionAll(of('paper_reading')).unionAll(of('ballot')).execute()
  if (found.length === 0) return null
  return found.some(({ what }) => what === 'posting') ? 'posting' : 'paper'
}
