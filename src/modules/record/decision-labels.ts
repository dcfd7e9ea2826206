// What of a vote is only for reading: names of places and of whoever called it, and the objections, without the names of people.
import type { Reader } from '#kit/db.ts'
import type { Decision } from '#modules/decisions/public.ts'

/** Where it was, and who called it. */
export async function labelsOf(db: Reader, { id, estate }: Decision) {
  const found = await db.selectFrom('decision')
    .innerJoin('community', 'community.id', 'decision.community_id')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'decision.community_id').onRef('organisation.id', '=', 'decision.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'decision.community_id').onRef('place.id', '=', 'decision.building_id'))
    .select(['community.name as community', 'organisation.name as convener', 'place.label as building'])
    .where('decision.community_id', '=', db.community).where('decision.id', '=', id).executeTakeFirstOrThrow()
  return { ...found, estate: estate.name }
}

/** The labels of these places by their ids. */
export async function placesOf(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('place').select(['id', 'label']).where('community_id', '=', db.community).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

/** Every objection with its answer; never whose it was. */
export async function objectionsOf(db: Reader, id: number) {
  const rows = await db.selectFrom('decision_objection').select(['about', 'at', 'text', 'upheld', 'answered_at', 'answer'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('id').execute()
  return rows.map(({ answered_at: answeredAt, ...row }) => ({ ...row, at: row.at.toString(), answeredAt: answeredAt?.toString() ?? null }))
}
