// Founding a community: its name, its way of working, its secretary.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { METHODS } from '#modules/communities/community.ts'
import { addPerson, addPost, localDay, organisationNamed, personName, phoneNumber, type Actor } from '#modules/people/public.ts'
import { communityText, methodText } from '#text/communities.ts'

export const foundInput = z.strictObject({
  name: z.string().trim().min(2).max(40).meta({ label: lang => communityText(lang).name, hint: lang => communityText(lang).nameHint }),
  street: z.string().trim().min(2).max(40).meta({ label: lang => communityText(lang).street }),
  slug: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9-]{1,30}$/u).meta({
    label: lang => communityText(lang).slug, hint: lang => communityText(lang).slugHint, wrong: lang => communityText(lang).slugWrong,
  }),
  method: z.enum(METHODS).meta({
    label: lang => communityText(lang).method, control: 'pick',
    choices: Object.fromEntries(METHODS.map(method => [method, (lang: 'zh' | 'en') => methodText(lang)[method]])),
  }),
  phone: phoneNumber.default('').meta({ label: lang => communityText(lang).phone, hint: lang => communityText(lang).phoneHint, control: 'tel' }),
  secretaryName: personName.meta({ label: lang => communityText(lang).secretaryName }),
  secretaryPhone: phoneNumber.meta({ label: lang => communityText(lang).secretaryPhone, hint: lang => communityText(lang).secretaryPhoneHint, control: 'tel' }),
  demo: z.boolean().default(false).meta({ control: 'hidden' }),
})

/** Makes the community that the actor names by its new id (`nextCommunity`). Only the set-up calls it: it is no part of the API. */
export const foundCommunity = action({
  name: 'communities.found',
  summary: lang => communityText(lang).summaryFound,
  input: foundInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: () => null,
  run: async (db, { input, secrets, now }) => {
    await db.insertInto('street').values({ name: input.street }).onConflict(there => there.doNothing()).execute()
    await db.insertInto('community').values({
      id: db.community, slug: input.slug, name: input.name, method: input.method, phone: input.phone || null, demo: input.demo,
      street_id: sql<number>`(select id from street where name = ${input.street})`,
    }).execute()
    const secretary = await addPerson(db, secrets, { name: input.secretaryName, phone: input.secretaryPhone })
    const committee = await organisationNamed(db, 'residents_committee', `${input.name}居委会`)
    await addPost(db, { personId: secretary, organisationId: committee, kind: 'secretary', since: await localDay(db, now) })
    return { subject: `people/${secretary}`, answer: { id: db.community, secretary }, facts: { method: input.method } }
  },
})
