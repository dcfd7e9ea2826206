// Postings and deliveries as they are hashed when they are recorded, and again when somebody checks that nobody changed them. Pure.

/** What of a posting or a delivery must never change; `where` is the place, or the number on the roll. */
export interface ProofRow {
  readonly kind: 'posting' | 'delivery'
  readonly at: string
  readonly by: number
  readonly decision: number
  readonly how: string
  readonly photo: string | null
  readonly where: number
  /** Of a delivery only. */
  readonly witness?: number | null
}

/** A posting as it is hashed. */
export function postingRow(row: {
  decision_id: number, what: string, place_id: number, photo: string, posted_by: number, posted_at: Temporal.Instant
}): ProofRow {
  return { kind: 'posting', at: row.posted_at.toString(), by: row.posted_by, decision: row.decision_id, how: row.what, photo: row.photo, where: row.place_id }
}

/** A delivery as it is hashed. */
export function deliveryRow(row: {
  decision_id: number, number: number, how: string, received_by: string, photo: string | null, witness_id: number | null, delivered_by: number, delivered_at: Temporal.Instant
}): ProofRow {
  return {
    kind: 'delivery', at: row.delivered_at.toString(), by: row.delivered_by, decision: row.decision_id, how: `${row.how} ${row.received_by}`,
    photo: row.photo, where: row.number, witness: row.witness_id,
  }
}
