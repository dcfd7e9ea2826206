// 起草表决: a vote of an estate's owners is drafted; nobody else sees it until its roll is posted.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotKeep } from '#modules/decisions/decision.ts'
import { words } from '#modules/decisions/fields.ts'
import { matterById } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

export const draftInput = z.strictObject({
  estate: z.coerce.number().int().positive().meta({ label: lang => decisionText(lang).estate, wrong: lang => decisionText(lang).estateWrong }),
  building: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)
    .meta({ label: lang => decisionText(lang).building, hint: lang => decisionText(lang).buildingHint, wrong: lang => decisionText(lang).buildingWrong }),
  matter: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)
    .meta({ label: lang => decisionText(lang).matter, hint: lang => decisionText(lang).matterHint, wrong: lang => decisionText(lang).matterWrong }),
  title: z.string().trim().min(4).max(80).meta({ label: lang => decisionText(lang).title, hint: lang => decisionText(lang).titleHint,
    wrong: lang => decisionText(lang).titleWrong }),
  about: words(lang => decisionText(lang).about, 4000, lang => decisionText(lang).aboutHint),
  secret: z.stringbool().default(false).meta({ label: lang => decisionText(lang).secret, hint: lang => decisionText(lang).secretHint, control: 'tick' }),
  first: z.stringbool().default(false).meta({ label: lang => decisionText(lang).first, hint: lang => decisionText(lang).firstHint, control: 'tick' }),
  extraordinary: z.stringbool().default(false).meta({ label: lang => decisionText(lang).extraordinary, control: 'tick' }),
})

/** Drafts a vote; its questions and its roll follow. */
export const draftDecision = action({
  name: 'decisions.draft',
  summary: lang => decisionText(lang).summaryDraft,
  input: draftInput,
  subject: (db, input, actor: Actor) => whereTo(db, actor, input),
  refuse: (actor, { estate }) => mayNotKeep(actor, { estate }),
  run: async (db, { subject: { estate }, input, actor, now }) => {
    const { id } = await db.insertInto('decision').values({
      community_id: db.community, estate_id: estate.id, building_id: input.building, matter_id: input.matter, title: input.title, about: input.about,
      secret: input.secret, first: input.first, extraordinary: input.extraordinary,
      organisation_id: convenerOf(actor), made_by: actor.personId ?? 0, made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `decisions/${id}`, answer: { id }, facts: { estate: estate.id, building: input.building, matter: input.matter, secret: input.secret } }
  },
})

async function whereTo(db: Reader, actor: Actor, input: z.output<typeof draftInput>): Promise<{ estate: Place }> {
  const estate = await placeById(db, input.estate)
  if (estate.kind !== 'estate') throw invalid([{ field: 'estate', reason: lang => decisionText(lang).estateWrong }])
  if (input.building !== null && (await placeById(db, input.building)).parent_id !== estate.id) throw invalid([{ field: 'building', reason: lang => decisionText(lang).buildingWrong }])
  if (input.matter !== null) await matterById(db, actor, input.matter)
  return { estate }
}

// The post that let him in: of the committee first.
function convenerOf(actor: Actor): number {
  const post = ['committee_chair', 'committee_member', 'secretary', 'street_officer'].map(kind => actor.posts.find(held => held.kind === kind)).find(Boolean)
  if (!post) throw new Error('a rule let somebody without a post act')
  return post.organisation_id
}
