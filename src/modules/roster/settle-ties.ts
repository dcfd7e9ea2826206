// Who lives in or owns which home, as a list says it.
import type { TieKind } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { enter, type Span } from '#modules/roster/spans.ts'
import { chunks } from '#modules/places/public.ts'

export interface ToldTie {
  homeId: number
  personId: number
  kind: TieKind
  since: string
  until: string
}

interface Ties extends Omit<ToldTie, 'since' | 'until'> {
  spans: Span[]
}

/** Enters these ties; whoever the list does not name stays where he is. */
export async function settleTies(db: Writer, told: readonly ToldTie[], today: string): Promise<{ added: number, changed: number }> {
  const known = await tiesThere(db)
  for (const tie of told) {
    const key = keyOf(tie)
    const ties = known.get(key) ?? { ...tie, spans: [] }
    known.set(key, ties)
    enter(ties.spans, tie, today)
  }
  const all = [...known.values()].flatMap(({ spans, ...tie }) => spans.map(span => ({ ...tie, ...span })))
  const changed = all.filter(tie => tie.id !== null && tie.changed)
  for (const tie of changed) {
    await db.updateTable('tie').set({ since: tie.since, until: tie.until }).where('community_id', '=', db.community)
      .where('id', '=', tie.id).execute()
  }
  const added = all.filter(tie => tie.id === null)
  for (const chunk of chunks(added)) {
    await db.insertInto('tie').values(chunk.map(tie => ({
      community_id: db.community, home_id: tie.homeId, person_id: tie.personId, kind: tie.kind, since: tie.since, until: tie.until,
    }))).execute()
  }
  return { added: added.length, changed: changed.length }
}

async function tiesThere(db: Writer): Promise<Map<string, Ties>> {
  const rows = await db.selectFrom('tie').select(['id', 'home_id', 'person_id', 'kind', 'since', 'until'])
    .where('community_id', '=', db.community).orderBy('id').execute()
  const known = new Map<string, Ties>()
  for (const row of rows) {
    const tie = { homeId: row.home_id, personId: row.person_id, kind: row.kind }
    const ties = known.get(keyOf(tie)) ?? { ...tie, spans: [] }
    ties.spans.push({ id: row.id, since: row.since, until: row.until, changed: false })
    known.set(keyOf(tie), ties)
  }
  return known
}

function keyOf(tie: Pick<ToldTie, 'homeId' | 'personId' | 'kind'>): string {
  return `${tie.homeId} ${tie.personId} ${tie.kind}`
}
