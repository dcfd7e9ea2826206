// 任岗位: somebody takes up a post, over a place, a grid or all of it, from a day on.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { OrganisationKind } from '#db/tables.ts'
import type { Actor } from '#modules/people/actor.ts'
import { dateOf, optionalId } from '#modules/people/person.ts'
import { POSTS, type PostKind } from '#modules/people/post.ts'
import { lacks } from '#modules/people/refusal.ts'
import { organisationNamed } from '#modules/people/register.ts'
import { placeById } from '#modules/places/public.ts'
import { organisationText, personText, postText, rightText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'

const kinds = Object.keys(POSTS) as PostKind[]
const organisations = [...new Set(Object.values(POSTS).flat())] satisfies OrganisationKind[]

export const appointInput = z.strictObject({
  person: z.coerce.number().int().positive().meta({ label: lang => postsText(lang).person, wrong: lang => postsText(lang).whoWrong }),
  kind: z.enum(kinds).meta({
    label: lang => postsText(lang).kind, wrong: lang => postsText(lang).kindWrong, control: 'pick',
    choices: Object.fromEntries(kinds.map(kind => [kind, (lang: 'zh' | 'en') => postText(lang)[kind]])),
  }),
  organisationKind: z.enum(organisations).meta({
    label: lang => postsText(lang).organisationKind, control: 'pick',
    choices: Object.fromEntries(organisations.map(kind => [kind, (lang: 'zh' | 'en') => organisationText(lang)[kind]])),
  }),
  organisation: z.string().trim().min(1).max(60).meta({
    label: lang => postsText(lang).organisation, hint: lang => postsText(lang).organisationHint,
    wrong: lang => postsText(lang).organisationWrong,
  }),
  place: optionalId.meta({ label: lang => postsText(lang).place }),
  grid: optionalId.meta({ label: lang => postsText(lang).grid }),
  since: dateOf.meta({ label: lang => postsText(lang).day, wrong: lang => postsText(lang).dayWrong, control: 'date' }),
})

/** Gives a person a post. Over a place, whoever may appoint there; over a grid or everything, whoever may appoint everywhere. */
export const appoint = action({
  name: 'people.appoint',
  summary: lang => personText(lang).summaryAppoint,
  input: appointInput,
  subject: async (db, input, _actor: Actor) => {
    await personHere(db, input.person)
    return input.place === null ? null : placeById(db, input.place)
  },
  refuse: (actor, place) => lacks(actor, 'appoint', place),
  run: async (db, { input }) => {
    const fitting: readonly OrganisationKind[] = POSTS[input.kind]
    if (!fitting.includes(input.organisationKind)) throw invalid([{ field: 'kind', reason: lang => postsText(lang).doesNotFit }])
    if (input.place !== null && input.grid !== null) throw invalid([{ field: 'grid', reason: lang => postsText(lang).oneOnly }])
    if (input.grid !== null) await gridHere(db, input.grid)
    const organisation = await organisationNamed(db, input.organisationKind, input.organisation)
    const made = await db.insertInto('post').values({
      community_id: db.community, person_id: input.person, organisation_id: organisation, kind: input.kind,
      place_id: input.place, grid_id: input.grid, since: input.since,
    }).onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw invalid([{ field: 'person', reason: lang => postsText(lang).holdsAlready }])
    return {
      subject: `people/${input.person}`, answer: { id: made.id },
      facts: { kind: input.kind, organisation, place: input.place, grid: input.grid, since: input.since },
    }
  },
})

async function personHere(db: Reader, id: number): Promise<void> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', id).where('erased_at', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound(lang => rightText(lang).nobody))
}

async function gridHere(db: Reader, id: number): Promise<void> {
  const found = await db.selectFrom('grid').select('id').where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  if (!found) throw invalid([{ field: 'grid', reason: lang => rightText(lang).nobody }])
}
