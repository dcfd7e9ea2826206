// 查自己的票: what became of the ballot with a receipt code, and the mark by which a voter of a secret vote will find hers.
import { sql } from 'kysely'
import type { BallotChannel } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Choices } from '#modules/decisions/choices.ts'
import { lastOfEach } from '#modules/decisions/counted.ts'
import { markOf, readCode } from '#modules/decisions/ledger.ts'

/** A ballot of the ledger: its place from 0, and whether a later one of the same number stands in its place. */
export interface InLedger {
  readonly place: number
  readonly channel: BallotChannel
  readonly at: Temporal.Instant
  readonly replaced: boolean
}

/** The ballot of a vote with this receipt code, however it was typed; null where there is none. */
export async function ballotByCode(db: Reader, id: number, typed: string): Promise<InLedger | null> {
  const code = readCode(typed)
  if (code === null) return null
  const found = await db.selectFrom('ballot').select(['ballot.channel', 'ballot.cast_at as at'])
    .select(eb => [
      eb.selectFrom('ballot as before').select(before => before.fn.countAll<number>().as('place')).where('before.community_id', '=', db.community)
        .where('before.decision_id', '=', id).whereRef('before.id', '<', 'ballot.id').as('place'),
      eb.exists(eb.selectFrom('ballot as later').select('later.id').where('later.community_id', '=', db.community).where('later.decision_id', '=', id)
        .whereRef('later.number', '=', 'ballot.number').where(sql<boolean>`(later.cast_at, later.id) > (ballot.cast_at, ballot.id)`)).as('replaced'),
    ])
    .where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id)
    // A code is five bits of each of the first bytes of a leaf.
    .where(sql<boolean>`(${sql.join(code.map((bits, i) => sql`get_byte(ballot.leaf, ${sql.lit(i)}) & 31 = ${sql.lit(bits)}`), sql` and `)})`).executeTakeFirst()
  return found ? { ...found, place: found.place ?? 0, replaced: Boolean(found.replaced) } : null
}

/** What the counted ballot with this mark says; null where there is none. */
export async function countedByMark(db: Reader, id: number, typed: string): Promise<Choices | null> {
  const code = readCode(typed)
  if (code === null) return null
  const found = await db.selectFrom('ballot_counted').select('choices').where('community_id', '=', db.community).where('decision_id', '=', id)
    .where('mark', '=', markOf(Uint8Array.from(code), null)).executeTakeFirst()
  // Only the close writes it.
  return (found?.choices ?? null) as Choices | null
}

/**
 * While a secret vote is open: by which mark the person's last ballot will stand in the list of the counted ones; null where there is none.
 * Afterwards nobody can say it, since the key is gone: it is shown to the voter, and kept nowhere.
 */
export async function secretMarkFor(db: Reader, secrets: Pick<Secrets, 'decrypt'>, id: number, person: number): Promise<string | null> {
  const ballots = await db.selectFrom('ballot')
    .innerJoin('decision', join => join.onRef('decision.community_id', '=', 'ballot.community_id').onRef('decision.id', '=', 'ballot.decision_id'))
    .innerJoin('decision_voter', join => join.onRef('decision_voter.community_id', '=', 'ballot.community_id')
      .onRef('decision_voter.decision_id', '=', 'ballot.decision_id').onRef('decision_voter.number', '=', 'ballot.number'))
    .select(['ballot.id', 'ballot.number', 'ballot.cast_at', 'ballot.leaf', 'decision.key_sealed'])
    .where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id).where('decision_voter.person_id', '=', person)
    .where('decision.secret', '=', true).where('decision.stage', '=', 'open').execute()
  const [last] = lastOfEach(ballots).values()
  return last?.key_sealed ? markOf(last.leaf, secrets.decrypt(last.key_sealed)) : null
}
