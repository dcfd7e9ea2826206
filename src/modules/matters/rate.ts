// 评一评: the raiser and everybody with the same trouble say how good it is; few stars say why, and may ask to have it done again.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { receiptSubject, type Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { LOW, mayBeRedone, waitsFor } from '#modules/matters/ratings.ts'
import { redo } from '#modules/matters/redo.ts'
import { wordCauses } from '#modules/matters/say.ts'
import { matterId, receiptCode } from '#modules/matters/words.ts'
import { openCase, standingFor, type Cause } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { ratingText, starText } from '#text/closing.ts'

const choices = Object.fromEntries(([1, 2, 3, 4, 5] as const).map(stars => [stars, (lang: 'zh' | 'en') => starText(lang)[stars]]))

export const rateInput = z.strictObject({
  id: matterId,
  receipt: receiptCode,
  stars: z.coerce.number().int().min(1).max(5).meta({
    label: lang => ratingText(lang).stars, wrong: lang => ratingText(lang).starsWrong, control: 'pick', choices,
  }),
  text: z.string().trim().max(500).default('').meta({
    label: lang => ratingText(lang).words, hint: lang => ratingText(lang).wordsHint, control: 'textarea',
  }),
  again: z.boolean().default(false).meta({
    label: lang => ratingText(lang).again, hint: lang => ratingText(lang).againHint, control: 'tick',
  }),
})

/**
 * Rates a matter; a second time replaces the first, and each sends it back once at most.
 * Whoever has an account rates as himself, whoever has only the receipt as the raiser.
 */
export const rateMatter = action({
  name: 'matters.rate',
  summary: lang => ratingText(lang).summary,
  input: rateInput,
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToMove(db, actor, input.id, hasReceipt)
    return { matter, hasReceipt, waits: await waitsFor(db, matter.id, actor) }
  },
  refuse: (actor, { matter, waits, hasReceipt }) => mayNot.rate(actor, matter, waits, hasReceipt),
  run: async (db, { subject: { matter, waits }, input: { stars, text, again }, actor, now }) => {
    if (stars <= LOW && text.length < 2) throw invalid([{ field: 'text', reason: lang => ratingText(lang).sayWhy }])
    const redone = again && stars <= LOW
    if (redone && !mayBeRedone(matter)) throw invalid([{ field: 'again', reason: lang => ratingText(lang).notAgain }])
    if (redone && await sentBack(db, matter, waits, actor)) throw invalid([{ field: 'again', reason: lang => ratingText(lang).againOnce }])
    const causes = await giveStars(db, matter, { person: waits ? actor.personId : matter.raiser_id, stars, text: text || null }, now)
    // Whoever rates is not named, so the trail does not repeat the words under a name.
    const clocks = redone ? await redo(db, matter, { text: ratingText('zh').sentBack, by: null, now }) : []
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { low: stars <= LOW, ...redone && { again: true }, ...causes.length > 0 && { causes }, clocks } }
  },
})

// The stars count at once; listed words wait for a look. What was taken down does not come back in other words unseen.
async function giveStars(db: Writer, matter: Matter, given: { person: number | null, stars: number, text: string | null }, now: Temporal.Instant): Promise<Cause[]> {
  const { person, stars, text } = given
  const before = await db.selectFrom('matter_rating').select('standing').where('community_id', '=', db.community)
    .where('matter_id', '=', matter.id).where('person_id', person === null ? 'is' : '=', person).executeTakeFirst()
  const wordy: Cause[] = text === null ? [] : await wordCauses(db, matter, text)
  const causes: Cause[] = before && before.standing !== 'shown' && text !== null ? ['changed', ...wordy] : wordy
  const said = { stars, text, at: now.toString(), standing: standingFor(causes) }
  const { id } = await db.insertInto('matter_rating').values({ community_id: db.community, matter_id: matter.id, person_id: person, ...said })
    .onConflict(there => there.columns(['community_id', 'matter_id', 'person_id']).doUpdateSet(said)).returning('id').executeTakeFirstOrThrow()
  if (causes.length > 0) await openCase(db, { matter: matter.id, kind: 'rating', thing: id, causes, author: person }, now)
  return causes
}

// The raiser may come with his account or with the receipt alone, which leaves nobody's name in the journal.
async function sentBack(db: Reader, { id, raiser_id }: Matter, waits: boolean, actor: Actor): Promise<boolean> {
  const row = await db.selectFrom('journal').select('id')
    .where('community_id', '=', db.community).where('subject', '=', `matters/${id}`).where('action', '=', 'matters.rate')
    .where('facts', '@>', JSON.stringify({ again: true }))
    .where(eb => eb.or([
      eb('person_id', '=', actor.personId),
      ...waits ? [] : [eb('person_id', 'is', null), eb('person_id', '=', raiser_id)],
    ])).limit(1).executeTakeFirst()
  return row !== undefined
}
