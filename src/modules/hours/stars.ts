// 星级: one to five stars by the community's own table. For the volunteer himself, and for others only where he agreed.
import type { Reader } from '#kit/db.ts'

/** As local rules have it, in hours. */
export const USUAL_STARS: readonly number[] = [100, 300, 600, 1000, 1500]

/** How many stars so many minutes are, by a table of hours. Nothing is rounded up to a star. */
export function starsFor(minutes: number, table: readonly number[]): number {
  return table.filter(hours => minutes >= hours * 60).length
}

/** The table that counts now, with since when; the usual one where the secretary made none. */
export async function starTable(db: Reader) {
  const newest = await db.selectFrom('star_table').select(['hours', 'made_at']).where('community_id', '=', db.community).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return newest ?? { hours: USUAL_STARS, made_at: null }
}

/** The stars of those among these people who agreed that others see them. */
export async function starsShown(db: Reader, people: readonly number[]): Promise<Map<number, number>> {
  if (people.length === 0) return new Map()
  const { hours } = await starTable(db)
  const rows = await db.selectFrom('hours_entry').select(['person_id', sum => sum.fn.sum<number>('minutes').as('minutes')])
    .where('community_id', '=', db.community).where('person_id', 'in', [...new Set(people)])
    .where('person_id', 'in', db.selectFrom('consent').select('consent.person_id').where('consent.community_id', '=', db.community)
      .where('consent.purpose', '=', 'show_stars').where('consent.withdrawn_at', 'is', null))
    .groupBy('person_id').execute()
  return new Map(rows.map(row => [row.person_id ?? 0, starsFor(Number(row.minutes), hours)]))
}
