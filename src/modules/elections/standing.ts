// What somebody writes at an election before everybody: how often is too often, and which words somebody looks at first.
import type { Standing } from '#db/tables.ts'
import type { Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { say } from '#modules/elections/fields.ts'
import { standingFor, takeTurn, wordsOf, type Cause } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** Shown at once, or held back for whoever answers. Throws TooOften. */
export async function standingOf(db: Reader, means: Pick<Means, 'limits' | 'from' | 'now'>, actor: Actor, text: string): Promise<{ standing: Standing, causes: Cause[] }> {
  await takeTurn(db, means, actor, 'suggest')
  const causes = (await wordsOf(db))(text)
  return { standing: standingFor(causes), causes }
}

/** Throws Invalid where a text that is posted at once, such as an introduction, holds listed words: its author can mend it there and then. */
export async function fitToPost(db: Reader, text: string, field: string): Promise<void> {
  if ((await wordsOf(db))(text).length > 0) throw invalid([{ field, reason: say('listedWords') }])
}
