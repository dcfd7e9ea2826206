// What a volunteer writes about himself and others read: listed words are not taken, since nobody has to wait for it.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { wordsOf } from '#modules/moderation/public.ts'
import { say } from '#modules/volunteers/fields.ts'

/** Throws Invalid at each field that holds a listed word: insults, advertising, numbers of others. */
export async function fitToShow(db: Reader, texts: Readonly<Record<string, string>>): Promise<void> {
  const written = Object.entries(texts).filter(([, text]) => text !== '')
  if (written.length === 0) return
  const causesIn = await wordsOf(db)
  const wrong = written.filter(([, text]) => causesIn(text).length > 0).map(([field]) => ({ field, reason: say('otherWords') }))
  if (wrong.length > 0) throw invalid(wrong)
}
