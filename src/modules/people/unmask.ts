// 看全号: a worker looks at a whole phone or document number, says why, and the person can see that he did.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Actor } from '#modules/people/actor.ts'
import { lastOfToday, readsTooMuch, readToday } from '#modules/people/reading-limit.ts'
import { lacksOver, wholePerson } from '#modules/people/whole-person.ts'
import { rightText } from '#text/people.ts'
import { fieldText, unmaskText, whyText } from '#text/unmask.ts'

type Opener = Pick<Secrets, 'decrypt'>

const fields = ['phone', 'document'] as const
const reasons = ['urgent', 'matter', 'visit', 'check'] as const

export const unmaskInput = z.strictObject({
  person: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  field: z.enum(fields).meta({
    label: lang => unmaskText(lang).which, wrong: lang => unmaskText(lang).whichWrong, control: 'pick',
    choices: Object.fromEntries(fields.map(field => [field, (lang: 'zh' | 'en') => fieldText(lang)[field]])),
  }),
  purpose: z.enum(reasons).meta({
    label: lang => unmaskText(lang).purpose, hint: lang => unmaskText(lang).purposeHint, wrong: lang => unmaskText(lang).purposeWrong,
    control: 'pick', choices: Object.fromEntries(reasons.map(reason => [reason, (lang: 'zh' | 'en') => whyText(lang)[reason]])),
  }),
})

/** Writes down who looks at which number and why, never the number. Done before `numberOf` is asked. */
export const unmask = action({
  name: 'people.unmask',
  summary: lang => unmaskText(lang).summary,
  input: unmaskInput,
  subject: async (db, input, actor: Actor, { now }) => {
    const person = await wholePerson(db, input.person)
    return { person, reading: await readToday(db, actor, `people/${person.id}`, now) }
  },
  refuse: (actor, { person, reading }) => lacksOver(actor, 'unmask', person) ?? readsTooMuch(reading),
  run: async (_db, { input, subject: { person, reading } }) => (
    { subject: `people/${person.id}`, answer: { id: person.id }, facts: { field: input.field, purpose: input.purpose, ...lastOfToday(reading) } }
  ),
})

/** The person's whole number, '' where there is none: for the answer to `unmask`, and for the person himself. */
export async function numberOf(db: Reader, secrets: Opener, person: number, field: 'phone' | 'document'): Promise<string> {
  const found = await wholeNumbers(db, person)
  const sealed = field === 'phone' ? found.phone_sealed : found.document_sealed
  return sealed === null ? '' : secrets.decrypt(sealed)
}

/** The actor's own numbers, to show them to himself; '' for none. */
export async function ownNumbers(db: Reader, secrets: Opener, actor: Actor): Promise<{ phone: string, document: string }> {
  if (actor.personId === null) return { phone: '', document: '' }
  const held = await wholeNumbers(db, actor.personId)
  const clear = (sealed: string | null) => sealed === null ? '' : secrets.decrypt(sealed)
  return { phone: clear(held.phone_sealed), document: clear(held.document_sealed) }
}

async function wholeNumbers(db: Reader, person: number) {
  return db.selectFrom('person').select(['phone_sealed', 'document_sealed'])
    .where('community_id', '=', db.community).where('id', '=', person).where('erased_at', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound(lang => rightText(lang).nobody))
}
