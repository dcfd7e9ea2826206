// 看电话: whoever moves a matter looks at the phone that was left with it; that he looked is written down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { lacks, lastOfToday, readsTooMuch, readToday, type Actor } from '#modules/people/public.ts'
import { unmaskText } from '#text/unmask.ts'

/** Writes down that the phone is looked at, never the phone. Done before `phoneOf` is asked. */
export const readPhone = action({
  name: 'matters.readPhone',
  summary: lang => unmaskText(lang).readPhoneSummary,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (db, input, actor: Actor, { now }) => {
    const matter = await matterToChange(db, actor, input.id)
    const whom = matter.raiser_id === null ? `matters/${matter.id}` : `people/${matter.raiser_id}`
    return { matter, left: await sealedPhone(db, matter.id) !== null, reading: await readToday(db, actor, whom, now) }
  },
  refuse: (actor, { matter, left, reading }) =>
    mayNotReadPhone(actor, matter) ?? (left ? readsTooMuch(reading) : (lang: 'zh' | 'en') => unmaskText(lang).noMatterPhone),
  run: async (_db, { subject: { matter, reading } }) => ({ subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: lastOfToday(reading) }),
})

/** Why the actor may not see the phone of a matter, or null. */
export function mayNotReadPhone(actor: Actor, matter: Pick<Matter, 'place'>) {
  return lacks(actor, 'move matter', matter.place)
}

/** The phone left with a matter, '' where there is none: for the answer to `readPhone`. */
export async function phoneOf(db: Reader, secrets: Pick<Secrets, 'decrypt'>, matterId: number): Promise<string> {
  const sealed = await sealedPhone(db, matterId)
  return sealed === null ? '' : secrets.decrypt(sealed)
}

async function sealedPhone(db: Reader, matterId: number): Promise<string | null> {
  const found = await db.selectFrom('matter').select('phone_sealed')
    .where('community_id', '=', db.community).where('id', '=', matterId).executeTakeFirst()
  return found?.phone_sealed ?? null
}
