// What programs may ask about plans: all versions of one, with what was said and what became of it.
import { z } from 'zod'
import { isInside } from '#modules/matters/public.ts'
import { FATES, planOf, STANCES } from '#modules/plans/public.ts'
import { stillThere } from './matter.ts'
import { question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeInstant, maybeText, receiptAsked, text, told } from './shapes.ts'

const maybeCount = count.nullable()
const version = z.strictObject({
  version: count, about: text, cents: maybeCount, final: z.boolean(), openUntil: maybeInstant, publishedBy: text, publishedAt: instant,
  parts: z.array(z.strictObject({ part: count, heading: text, text })),
  drawings: z.array(z.strictObject({ file: text, thumbnail: text, width: count, height: count, alt: text })),
})
const suggestion = z.strictObject({
  id, version: count, part: maybeCount, stance: z.enum(STANCES), text: maybeText, at: instant, own: z.boolean(), name: maybeText, supports: count, supported: z.boolean(),
  fate: z.enum(FATES).nullable(), fateVersion: maybeCount, fatePart: maybeCount, fateWords: maybeText,
})

export const PLANS: readonly Question[] = [
  question({
    name: 'plans.show', input: { id: idAsked, receipt: receiptAsked }, output: z.strictObject({ versions: z.array(version), suggestions: z.array(suggestion) }),
    ask: async (db, actor, asked, around) => {
      const matter = await stillThere(db, actor, asked, around)
      const plan = await planOf(db, actor, matter.id, isInside(actor, matter.rules))
      return {
        versions: plan.versions.map(one => ({
          version: one.number, about: one.about, cents: one.cents, final: one.final, openUntil: told(one.open_until), publishedBy: one.by, publishedAt: one.published_at.toString(),
          parts: one.parts.map(({ number, heading, text }) => ({ part: number, heading, text })),
          drawings: one.drawings.map(({ file, thumbnail, width, height, alt }) => ({ file, thumbnail, width, height, alt })),
        })),
        suggestions: plan.suggestions.map(one => ({
          id: one.id, version: one.version, part: one.part, stance: one.stance, text: one.text, at: one.at.toString(), own: one.own, name: one.name,
          supports: one.supports, supported: one.supported, fate: one.fate, fateVersion: one.fate_version, fatePart: one.fate_part, fateWords: one.fate_words,
        })),
      }
    },
  }),
]
