// Whoever is named in a form is somebody of this community.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { decisionText } from '#text/decisions.ts'

/** Throws Invalid at this field where nobody has this id; null names nobody. */
export async function known(db: Reader, person: number | null, field: string): Promise<void> {
  if (person === null) return
  const found = await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', person)
    .where('erased_at', 'is', null).executeTakeFirst()
  if (!found) throw invalid([{ field, reason: lang => decisionText(lang).personWrong }])
}
