// What the roll leaves open, home by home with names, and what was settled already: for whoever keeps the vote.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { rollOf } from '#modules/decisions/roll.ts'
import type { RollProblem, Rules } from '#modules/law/public.ts'

/** A home with its owners, and what was settled about it. */
export interface HomeToSettle {
  readonly id: number
  readonly label: string
  readonly owners: readonly { readonly id: number, readonly name: string }[]
  readonly settled: string | null
  readonly person_id: number | null
  readonly reason: string | null
}

/** A home that is not settled. */
export interface ToSettle extends HomeToSettle {
  readonly problem: RollProblem['problem']
  readonly stops: boolean
}

const AT_ONCE = 40
// Whether parking counts makes no problem come or go: the roster holds no parking.
const NO_RULES: Rules = { on: '', rules: {}, flags: [], packs: [], empty: [] }

/** What is open as of a day (2026-11-22), those first that stop the roll; `rest`: how many more there are. And what is settled. */
export async function problemsOf(db: Reader, decision: Decision, asOf: string): Promise<{ open: ToSettle[], rest: number, settled: HomeToSettle[] }> {
  const { problems } = await rollOf(db, decision, asOf, NO_RULES)
  const found = problems.toSorted((a, b) => Number(b.stops) - Number(a.stops)).flatMap(({ problem, stops, homes }) => homes.slice(0, 1).map(home => ({ home, problem, stops })))
  const shown = found.slice(0, AT_ONCE)
  const homes = await homesToSettle(db, decision.id, shown.map(({ home }) => home))
  return {
    open: shown.flatMap(({ home, problem, stops }) => homes.filter(({ id }) => id === home).map(one => ({ ...one, problem, stops }))),
    rest: found.length - shown.length, settled: homes.filter(({ settled }) => settled !== null),
  }
}

/** These homes, and those about which something is settled. */
export async function homesToSettle(db: Reader, id: number, homes: readonly number[]): Promise<HomeToSettle[]> {
  return db.selectFrom('place')
    .leftJoin('decision_settlement', join => join.onRef('decision_settlement.community_id', '=', 'place.community_id').onRef('decision_settlement.home_id', '=', 'place.id')
      .on('decision_settlement.decision_id', '=', id))
    .select(eb => ['place.id', 'place.label', 'decision_settlement.kind as settled', 'decision_settlement.person_id', 'decision_settlement.reason',
      jsonArrayFrom(eb.selectFrom('tie').innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
        .select(['person.id', 'person.name']).distinct().where('tie.community_id', '=', db.community).whereRef('tie.home_id', '=', 'place.id')
        .where('tie.kind', '=', 'owner').where('tie.until', 'is', null).orderBy('person.id')).as('owners')])
    .where('place.community_id', '=', db.community)
    .where(eb => eb.or([eb('decision_settlement.kind', 'is not', null), eb('place.id', 'in', [0, ...homes])]))
    .orderBy('place.position').orderBy(sql`place.id`).limit(1000).execute()
}
