// The counted ballots as everybody may see them: of an open vote by home for owners of the estate, of a secret one by mark alone.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Choices } from '#modules/decisions/choices.ts'

/** A counted ballot; `homes` and `number` only where the vote is open and the homes were asked for. */
export interface CountedShown {
  readonly mark: string
  readonly number: number | null
  readonly homes: readonly string[]
  readonly choices: Choices
}

const SHOWN = 500

/** Counted ballots; open ones by number, secret ones by mark. `after`: how many to pass over. */
export async function countedShown(db: Reader, id: number, { homes, after = 0 }: { homes: boolean, after?: number }): Promise<CountedShown[]> {
  const rows = await db.selectFrom('ballot_counted').select(['ballot_counted.mark', 'ballot_counted.choices'])
    .select(eb => [
      homes ? eb.ref('ballot_counted.number').as('number') : sql<number | null>`null`.as('number'),
      homes ? sql<string[]>`coalesce(${homesOf(db, id)}, '[]'::json)`.as('homes') : sql<string[]>`'[]'::json`.as('homes'),
    ])
    .where('ballot_counted.community_id', '=', db.community).where('ballot_counted.decision_id', '=', id)
    .$if(homes, some => some.orderBy('ballot_counted.number')).orderBy('ballot_counted.mark').limit(SHOWN).offset(after).execute()
  // Only `close` writes them, as `soundChoices` made them.
  return rows.map(({ choices, ...row }) => ({ ...row, choices: choices as Choices }))
}

function homesOf(db: Reader, id: number) {
  return db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .select(sql<string[]>`json_agg(place.label order by place.id)`.as('homes'))
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
    .whereRef('decision_home.number', '=', sql.ref('ballot_counted.number'))
}
