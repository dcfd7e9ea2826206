// 抹掉: everything that names a person goes, in every table; what others need stays without a name (PIPL 47).
// One person's right reaches into all tables, so this file names those of later modules too; a test searches every table afterwards.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { eraseInCalls } from '#modules/people/erase-in-calls.ts'
import { eraseInCouncils } from '#modules/people/erase-in-councils.ts'
import { eraseInActivities } from '#modules/people/erase-in-activities.ts'
import { eraseInDuty } from '#modules/people/erase-in-duty.ts'
import { eraseInElections } from '#modules/people/erase-in-elections.ts'
import { eraseInErrands } from '#modules/people/erase-in-errands.ts'
import { eraseInVolunteers, holdVolunteer } from '#modules/people/erase-in-volunteers.ts'
import { eraseInHours } from '#modules/people/erase-in-hours.ts'
import { eraseInVotes } from '#modules/people/erase-in-votes.ts'
import { eraseInOrders } from '#modules/people/erase-in-orders.ts'
import { eraseInMatters } from '#modules/people/erase-in-matters.ts'
import { localDay } from '#modules/people/local-day.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { eraseText } from '#text/me.ts'

export const eraseMyselfInput = z.strictObject({
  sure: z.literal(true).meta({ wrong: lang => eraseText(lang).notSure }),
  texts: z.boolean().default(false).meta({
    label: lang => eraseText(lang).texts, hint: lang => eraseText(lang).textsHint, control: 'tick',
  }),
})

/** Erases what is held about the actor, for good; `texts`: what he wrote in his matters as well. Owners stay in the electorate, unnamed. */
export const eraseMyself = action({
  name: 'people.eraseMyself',
  summary: lang => eraseText(lang).summary,
  input: eraseMyselfInput,
  subject: async (db, _input, actor: Actor, { now }) => {
    const today = await localDay(db, now)
    return db.selectFrom('post').select('id').where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0)
      .where(open => open.or([open('until', 'is', null), open('until', '>=', today)])).executeTakeFirst()
  },
  refuse: (actor, post) => mayNotErase(actor) ?? (post ? lang => eraseText(lang).holdsPost : null),
  run: async (db, { actor, input, files, now }) => {
    const personId = actor.personId ?? 0
    await holdVolunteer(db, personId)
    await erasePerson(db, personId, now)
    await eraseTies(db, personId, now)
    await eraseInMatters(db, personId, input.texts)
    await eraseInCalls(db, personId, now)
    await eraseInCouncils(db, personId, input.texts, now)
    await eraseInElections(db, personId, input.texts)
    await eraseInVolunteers(db, files, personId, now)
    await eraseInErrands(db, personId, now)
    await eraseInOrders(db, personId, now)
    await eraseInHours(db, personId, input.texts)
    await eraseInVotes(db, personId, input.texts)
    await eraseInDuty(db, personId)
    await eraseInActivities(db, personId)
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { texts: input.texts } }
  },
})

/** Why somebody cannot erase himself now: a post is a public office, and has to be handed over first. */
export function mayNotErase(actor: Actor) {
  return signedOut(actor) ?? (actor.posts.length > 0 ? (lang: 'zh' | 'en') => eraseText(lang).holdsPost : null)
}

async function erasePerson(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  await db.updateTable('person')
    .set({ name: eraseText('zh').nobody, phone_sealed: null, document_sealed: null, document_index: null, erased_at: now.toString() })
    .where('community_id', '=', db.community).where('id', '=', personId).execute()
  await db.updateTable('membership').set({ phone_index: null, account_id: null })
    .where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('api_token').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('invitation').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
}

async function eraseTies(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('tie').where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('kind', '<>', 'owner').execute()
  await db.updateTable('consent').set({ withdrawn_at: now.toString() })
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('withdrawn_at', 'is', null).execute()
  await db.updateTable('mandate').set({ ended_at: now.toString(), ended_by: personId })
    .where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or([eb('principal_id', '=', personId), eb('agent_id', '=', personId)])).execute()
}
