// Papers that are not in the ledger yet: read once, or read differently. What was read is opened only for the two who read it, once both have.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Choices } from '#modules/decisions/choices.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { openChoices } from '#modules/decisions/ledger.ts'

/** What one reader read; `choices` only for those who may compare. */
export interface Reading {
  readonly by: string
  readonly returned: Temporal.Instant
  readonly choices: Choices | null
}

/** A paper that waits for its second reader, or that two people read differently. */
export interface PaperWaiting {
  readonly number: number
  readonly state: 'waits' | 'differs'
  /** Whoever asks has read it. */
  readonly own: boolean
  readonly readings: readonly Reading[]
}

const SHOWN = 300

/** The papers that wait, by number. */
export async function papersWaiting(db: Reader, secrets: Pick<Secrets, 'decrypt'>, decision: Pick<Decision, 'id' | 'key_sealed'>, person: number | null): Promise<PaperWaiting[]> {
  const key = decision.key_sealed === null ? null : secrets.decrypt(decision.key_sealed)
  if (key === null) return []
  const rows = await latest(db, decision.id)
  const vote = { community: db.community, id: decision.id }
  return [...Map.groupBy(rows, row => row.number)].flatMap(([number, own]): PaperWaiting[] => {
    const read = own.map(row => ({ by: row.name, person: row.read_by, returned: row.returned_at, choices: openChoices(vote, key, number, row.choices_sealed)?.choices ?? null }))
    const same = new Set(read.map(({ returned, choices }) => `${returned.toString()} ${JSON.stringify(choices)}`))
    if (read.length > 1 && same.size < read.length) return []
    const mine = read.some(one => one.person === person)
    const may = read.length > 1 && mine
    return [{ number, own: mine, state: read.length > 1 ? 'differs' : 'waits', readings: read.map(({ by, returned, choices }) => ({ by, returned, choices: may ? choices : null })) }]
  })
}

// The latest reading of each person, of papers that were read since they last came into the ledger.
async function latest(db: Reader, id: number) {
  return db.selectFrom('paper_reading')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'paper_reading.community_id').onRef('person.id', '=', 'paper_reading.read_by'))
    .select(['paper_reading.number', 'paper_reading.read_by', 'paper_reading.returned_at', 'paper_reading.choices_sealed', 'person.name'])
    .distinctOn(['paper_reading.number', 'paper_reading.read_by'])
    .where('paper_reading.community_id', '=', db.community).where('paper_reading.decision_id', '=', id)
    .where(eb => eb('paper_reading.read_at', '>', eb.fn.coalesce(eb.selectFrom('ballot').select(last => last.fn.max('ballot.entered_at').as('at'))
      .where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id).where('ballot.channel', '=', 'paper')
      .whereRef('ballot.number', '=', 'paper_reading.number'), sql<Temporal.Instant>`'-infinity'::timestamptz`)))
    .orderBy('paper_reading.number').orderBy('paper_reading.read_by').orderBy('paper_reading.id', 'desc').limit(2 * SHOWN).execute()
}
