// What is published of a count: every counted ballot by its mark, and the result.
import type { BallotChannel } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Choices } from '#modules/decisions/choices.ts'
import type { Result } from '#modules/decisions/tally.ts'

/** A counted ballot as it is published: without number, area, channel and nonce where the vote is secret. */
export interface Counted {
  readonly mark: string
  readonly number: number | null
  readonly channel: BallotChannel | null
  readonly area: number | null
  readonly nonce: string | null
  readonly choices: Choices
}

/** Every counted ballot, in the order of their marks. */
export async function publishedOf(db: Reader, id: number): Promise<Counted[]> {
  const rows = await db.selectFrom('ballot_counted').select(['mark', 'number', 'channel', 'area', 'nonce', 'choices'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).execute()
  // By code points, as they were hashed: the database would sort by its own language. Only the close writes choices here.
  return rows.map(row => ({ ...row, choices: row.choices as Choices })).toSorted((a, b) => a.mark < b.mark ? -1 : 1)
}

/** The result of a vote; null while it is not counted. */
export async function resultOf(db: Reader, id: number): Promise<Result | null> {
  const found = await db.selectFrom('decision').select('result').where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  // Only the close writes it.
  return (found?.result ?? null) as Result | null
}
