// What somebody writes at a session before everybody: how often is too often, and which words somebody looks at first.
import type { Standing } from '#db/tables.ts'
import type { Means } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { TooOften } from '#kit/errors.ts'
import type { Rate } from '#kit/limits.ts'
import { standingFor, wordsOf, type Cause } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

const SHOWN: Rate = { times: 6, seconds: 600 }
const TAKEN: Rate = { times: 20, seconds: 3600 }

/** How it stands: shown at once, or held back for whoever runs the session. Throws TooOften. Without `from` it is the house itself, which is not counted. */
export async function standingOfWords(db: Reader, { limits, from, now }: Pick<Means, 'limits' | 'from' | 'now'>, actor: Actor, text: string): Promise<{ standing: Standing, causes: Cause[] }> {
  const about = (what: string) => `${db.community} council ${what} ${actor.personId ?? 0}`
  let often = false
  if (from !== undefined && !(await limits.take(about('shown'), SHOWN, now)).allowed) {
    const { allowed, wait } = await limits.take(about('taken'), TAKEN, now)
    if (!allowed) throw new TooOften(lang => sessionText(lang).tooOften(Math.ceil(wait / 60)), wait)
    often = true
  }
  const causes: Cause[] = [...often ? ['often' as const] : [], ...text === '' ? [] : (await wordsOf(db))(text)]
  return { standing: standingFor(causes), causes }
}
