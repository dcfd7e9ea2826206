// Which ballots count: of each voter the last before the close, whatever the channel; opened, and held against their leaves.
import type { BallotChannel } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { commitmentTo, entryOf, leafOf, openChoices, type Opened, type Vote } from '#modules/decisions/ledger.ts'

/** A ballot of the ledger, in the order in which it was put in. */
export interface Ballot {
  readonly id: number
  readonly number: number
  readonly channel: BallotChannel
  readonly cast_at: Temporal.Instant
  readonly choices_sealed: string
  readonly commitment: Buffer
  readonly leaf: Buffer
}

/** A ballot that was opened. */
export interface Read extends Ballot {
  readonly opened: Opened
}

/** The whole ledger. */
export async function ledgerOf(db: Reader, id: number): Promise<Ballot[]> {
  return db.selectFrom('ballot').select(['id', 'number', 'channel', 'cast_at', 'choices_sealed', 'commitment', 'leaf'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('id').execute()
}

/** The leaf that a ballot must have, by what is published of it. */
export function leafFor(vote: Vote, { number, channel, cast_at, commitment }: Ballot): Buffer {
  return leafOf(entryOf(vote, { number, channel, at: cast_at }, commitment))
}

/** A ballot opened; null where what is stored is not what was put in. */
export function opened(vote: Vote, key: string, ballot: Ballot): Read | null {
  const read = openChoices(vote, key, ballot.number, ballot.choices_sealed)
  const whole = read && commitmentTo(read).equals(ballot.commitment) && leafFor(vote, ballot).equals(ballot.leaf)
  return whole ? { ...ballot, opened: read } : null
}

/** The last of each voter: by when it was given, then by when it came in. */
export function lastOfEach<B extends Pick<Ballot, 'id' | 'number' | 'cast_at'>>(ballots: Iterable<B>): Map<number, B> {
  const last = new Map<number, B>()
  for (const ballot of ballots) {
    const former = last.get(ballot.number)
    if (!former || later(ballot, former)) last.set(ballot.number, ballot)
  }
  return last
}

function later(one: Pick<Ballot, 'id' | 'cast_at'>, other: Pick<Ballot, 'id' | 'cast_at'>): boolean {
  return (Temporal.Instant.compare(one.cast_at, other.cast_at) || one.id - other.id) > 0
}
