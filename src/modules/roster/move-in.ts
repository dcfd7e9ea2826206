// 搬入: somebody begins to live in a home, or to own it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Lang } from '#kit/phrase.ts'
import { type Actor, lacks, personName, phoneNumber } from '#modules/people/public.ts'
import { homeKey } from '#modules/roster/identity.ts'
import { dateOf, documentOf } from '#modules/roster/words.ts'
import { settlePeople } from '#modules/roster/settle-people.ts'
import { placeById } from '#modules/places/public.ts'
import { tieText } from '#text/people.ts'
import { rosterColumnText, rosterText, rosterWrongText } from '#text/roster.ts'

const ties = ['owner', 'tenant', 'family'] as const

/** A date such as 2026-03-01, in any way that people write it. */
export const day = z.string().max(40).transform((typed, context) => {
  const date = dateOf(typed)
  if (!date) context.addIssue({ code: 'custom', message: 'not a date' })
  return date || z.NEVER
})

export const moveInInput = z.strictObject({
  home: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  name: personName,
  phone: phoneNumber.default('').meta({ 
    label: lang => rosterColumnText(lang).phone, wrong: lang => rosterWrongText(lang).phone, control: 'tel',
  }),
  document: z.string().max(60).default('').transform((typed, context) => {
    const document = documentOf(typed)
    if (document === null || document.includes('*')) context.addIssue({ code: 'custom', message: 'not a document' })
    return document ?? z.NEVER
  }).meta({ label: lang => rosterColumnText(lang).document, wrong: lang => rosterWrongText(lang).document }),
  tie: z.enum(ties).meta({
    label: lang => rosterColumnText(lang).tie, control: 'pick',
    choices: Object.fromEntries(ties.map(tie => [tie, (lang: Lang) => tieText(lang)[tie]])),
  }),
  since: day.meta({ label: lang => rosterColumnText(lang).since, wrong: lang => rosterWrongText(lang).since, control: 'date' }),
})

/** Records who lives in or owns a home from when; a person who is known here already is recognised. */
export const moveIn = action({
  name: 'roster.moveIn',
  summary: lang => rosterText(lang).summaryMoveIn,
  input: moveInInput,
  subject: (db, input, _actor: Actor) => placeById(db, input.home),
  refuse: (actor, home) => lacks(actor, 'import roster', home) ?? (home.kind === 'home' ? null : lang => rosterText(lang).notHome),
  run: async (db, { subject: home, input, secrets }) => {
    const { ids: [person = 0] } = await settlePeople(db, secrets,
      [{ name: input.name, phone: input.phone, document: input.document, at: [homeKey(home.id)] }])
    const made = await db.insertInto('tie')
      .values({ community_id: db.community, home_id: home.id, person_id: person, kind: input.tie, since: input.since })
      .onConflict(open => open.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw invalid([{ field: 'name', reason: lang => rosterText(lang).livesHere }])
    return { subject: `people/${person}`, answer: { id: made.id, person }, facts: { home: home.id, tie: input.tie, since: input.since } }
  },
})
