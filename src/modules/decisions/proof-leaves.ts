// The postings and deliveries of a vote with the leaf that stands for each, in the order in which they were entered.
import type { Reader } from '#kit/db.ts'
import { leafOf } from '#modules/decisions/ledger.ts'
import { deliveryRow, postingRow, type ProofRow } from '#modules/decisions/proof-rows.ts'

/** One proof: its id, what of it is hashed, and the hash. */
export interface Proof {
  readonly id: number
  readonly row: ProofRow
  readonly leaf: Buffer
}

/** Every delivery. */
export async function deliveriesOf(db: Reader, id: number): Promise<Proof[]> {
  const rows = await db.selectFrom('decision_delivery').select(['id', 'decision_id', 'number', 'how', 'received_by', 'photo', 'witness_id', 'delivered_by', 'delivered_at'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('id').execute()
  return rows.map(row => proofOf(row.id, deliveryRow(row)))
}

/** Every posting. */
export async function postingsOf(db: Reader, id: number): Promise<Proof[]> {
  const rows = await db.selectFrom('decision_posting').select(['id', 'decision_id', 'what', 'place_id', 'photo', 'posted_by', 'posted_at'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('id').execute()
  return rows.map(row => proofOf(row.id, postingRow(row)))
}

function proofOf(id: number, row: ProofRow): Proof {
  return { id, row, leaf: leafOf(row) }
}
