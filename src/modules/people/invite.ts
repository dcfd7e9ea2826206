// A code for a home, or for one person who lost the way in: handed over on paper by somebody who knows the door.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import { codeIndex, codeOf, INVITATION_LASTS } from '#modules/people/invitation.ts'
import { isKnownOrServes } from '#modules/people/open-invitation.ts'
import { holds } from '#modules/people/post.ts'
import { lacks } from '#modules/people/refusal.ts'
import { placeById } from '#modules/places/public.ts'
import { invitationText } from '#text/invitations.ts'
import { placeText } from '#text/places.ts'
import { rightText } from '#text/people.ts'

const id = z.coerce.number().int().positive()

export const inviteInput = z.union([z.strictObject({ home: id }), z.strictObject({ person: id })])

/** Makes an invitation for a home or for a person; good for 30 days, once. Its code is not answered: the slip shows it. */
export const invite = action({
  name: 'people.invite',
  summary: lang => invitationText(lang).summaryInvite,
  input: inviteInput,
  subject: (db, input, _actor: Actor, { now }) => 'home' in input ? invitedHome(db, input.home) : invitedPerson(db, input.person, now),
  refuse: refuseInvite,
  run: async (db, { actor, input, now, secrets }) => {
    const { id } = await db.insertInto('invitation').values({
      community_id: db.community, home_id: 'home' in input ? input.home : null, person_id: 'person' in input ? input.person : null,
      code_index: randomUUID(), made_by: actor.personId, made_at: now.toString(), ends_at: now.add(INVITATION_LASTS).toString(),
    }).returning('id').executeTakeFirstOrThrow()
    // The code is made from the number, which is only known now.
    await db.updateTable('invitation').set({ code_index: codeIndex(secrets, codeOf(secrets, db.community, id)) })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `invitations/${id}`, answer: { id }, facts: { ...input } }
  },
})

/** Whom an invitation is about: his homes or the home, and whether only the whole community's right will do. */
export interface Invited {
  places: Awaited<ReturnType<typeof placeById>>[]
  whole: boolean
}

/** A home as an invitation sees it. Throws NotFound. */
export async function invitedHome(db: Reader, homeId: number): Promise<Invited> {
  const place = await placeById(db, homeId)
  if (place.kind !== 'home') throw new NotFound(lang => placeText(lang).notHere)
  return { places: [place], whole: false }
}

/** A person as an invitation sees him. Throws NotFound. */
export async function invitedPerson(db: Reader, personId: number, now: Temporal.Instant): Promise<Invited> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', personId)
    .where('erased_at', 'is', null).executeTakeFirstOrThrow(() => new NotFound(lang => rightText(lang).nobody))
  const ties = await db.selectFrom('tie').select('home_id').distinct()
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('until', 'is', null).execute()
  return { places: await Promise.all(ties.map(tie => placeById(db, tie.home_id))), whole: await isKnownOrServes(db, personId, now) }
}

/** Why the actor may not invite, or see the slip; null where he may. Whoever looks after one of several homes knows the person. */
export function refuseInvite(actor: Actor, { places, whole }: Invited): Said | null {
  if (!whole && places.some(place => holds(actor, 'invite', place))) return null
  return lacks(actor, 'invite', whole ? null : places[0] ?? null)
}
