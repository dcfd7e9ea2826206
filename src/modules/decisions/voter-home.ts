// Where a voter of the roll lives: whoever looks after that home may take his ballot.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Place } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

/** The first home of a voter. Throws Invalid where the roll has no such number. */
export async function homeOfVoter(db: Reader, decision: number, number: number): Promise<Place> {
  const found = await db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .select(['place.id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', decision)
    .where('decision_home.number', '=', number).orderBy('place.id').executeTakeFirst()
  if (!found) throw invalid([{ field: 'number', reason: lang => decisionText(lang).numberWrong }])
  return found
}
