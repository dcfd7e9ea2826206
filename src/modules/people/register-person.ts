// Somebody without a phone becomes known to the community, so that others can act for him.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { localDay } from '#modules/people/local-day.ts'
import { personName } from '#modules/people/person.ts'
import { lacks } from '#modules/people/refusal.ts'
import { addPerson } from '#modules/people/register.ts'
import { placeById } from '#modules/places/public.ts'
import { tieText } from '#text/people.ts'
import { registerText } from '#text/mandates.ts'

const ties = ['owner', 'tenant', 'family'] as const

export const registerPersonInput = z.strictObject({
  name: personName,
  home: z.string().trim().max(100).default('').meta({
    label: lang => registerText(lang).home, hint: lang => registerText(lang).homeHint, wrong: lang => registerText(lang).homeWrong,
  }),
  tie: z.enum(ties).optional().meta({
    label: lang => registerText(lang).tie, wrong: lang => registerText(lang).tieWrong, control: 'pick',
    choices: Object.fromEntries(ties.map(tie => [tie, (lang: 'zh' | 'en') => tieText(lang)[tie]])),
  }),
})

/** Registers a person without a phone, in a home that the actor looks after; without a home only by whoever looks after everything. */
export const registerPerson = action({
  name: 'people.registerPerson',
  summary: lang => registerText(lang).summary,
  input: registerPersonInput,
  subject: (db, input, _actor: Actor) => homeLabelled(db, input.home),
  refuse: (actor, home) => lacks(actor, 'register person', home),
  run: async (db, { input, subject: home, secrets, now }) => {
    if (home && !input.tie) throw invalid([{ field: 'tie', reason: lang => registerText(lang).tieWrong }])
    const id = await addPerson(db, secrets, { name: input.name, phone: '' })
    if (home && input.tie) {
      const since = await localDay(db, now)
      await db.insertInto('tie').values({ community_id: db.community, home_id: home.id, person_id: id, kind: input.tie, since }).execute()
    }
    return { subject: `people/${id}`, answer: { id }, facts: { home: home?.id ?? null, tie: input.tie ?? null } }
  },
})

// As it stands on the door; spaces do not count. '' is no home.
async function homeLabelled(db: Reader, typed: string) {
  if (typed === '') return null
  const found = await db.selectFrom('place').select('id').where('community_id', '=', db.community).where('kind', '=', 'home')
    .where(eb => eb(eb.fn('replace', ['label', eb.val(' '), eb.val('')]), '=', typed.normalize('NFKC').replace(/\s/gu, '')))
    .executeTakeFirst()
  if (!found) throw invalid([{ field: 'home', reason: lang => registerText(lang).homeWrong }])
  return placeById(db, found.id)
}
