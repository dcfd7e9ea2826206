// The fields of conversations that several acts and forms share.
import { z } from 'zod'
import { LONGEST, SHORTEST } from '#modules/opinions/conversation.ts'
import { opinionText, suggestText } from '#text/opinions.ts'

/** Which conversation, or which statement. */
export const numberOf = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** One thought: no line breaks, no double spaces. */
export const statementText = z.string().transform(plain).pipe(z.string().min(SHORTEST).max(LONGEST))
  .meta({ label: lang => suggestText(lang).text, hint: lang => suggestText(lang).hint, wrong: lang => suggestText(lang).wrong, control: 'textarea' })

const LEAST_TO_BEGIN = 3
const MOST_TO_BEGIN = 30

export const openInput = z.strictObject({
  question: z.string().trim().min(6).max(120).meta({
    label: lang => opinionText(lang).question, hint: lang => opinionText(lang).questionHint, wrong: lang => opinionText(lang).questionWrong,
    control: 'textarea',
  }),
  about: z.string().trim().max(1000).default('').meta({
    label: lang => opinionText(lang).about, wrong: lang => opinionText(lang).aboutWrong, control: 'textarea',
  }),
  statements: z.array(statementText).min(LEAST_TO_BEGIN).max(MOST_TO_BEGIN).refine(all => new Set(all).size === all.length).meta({
    label: lang => opinionText(lang).statements, hint: lang => opinionText(lang).statementsHint,
    wrong: lang => opinionText(lang).statementsWrong, control: 'textarea',
  }),
  until: z.iso.date().meta({ label: lang => opinionText(lang).until, wrong: lang => opinionText(lang).untilWrong, control: 'date' }),
  matter: z.coerce.number().int().positive().nullable().default(null).meta({
    label: lang => opinionText(lang).matter, wrong: lang => opinionText(lang).matterWrong, control: 'hidden',
  }),
})

/** What is asked when one is opened. */
export type Opened = z.output<typeof openInput>

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}
