// 到期抹掉: by the clock, what has reached its end (PIPL 19): numbers of people who moved out long ago, and invitations of long ago.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader, type Writer } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { localDay } from '#modules/people/local-day.ts'
import { privacyText } from '#text/privacy.ts'

/** How long after somebody has left his last home and his last post his numbers are kept. */
const AFTER_LEAVING = Temporal.Duration.from({ years: 1 })
/** How long an invitation is kept after it was used or ran out, in hours, so that it can be told who came in by it. */
const AFTER_INVITATION = { hours: 90 * 24 }

/** Done by the clock, never by a person. The name stays with what the person did; erasing that is for the person to ask. */
export const forgetDue = action({
  name: 'people.forgetDue',
  summary: lang => privacyText(lang).summaryForget,
  input: z.strictObject({}),
  subject: async (db, _input, _actor: Actor, { now }) => peopleLongGone(db, await localDay(db, now)),
  refuse: () => null,
  run: async (db, { subject: people, now }) => {
    await forgetNumbers(db, people)
    const invitations = await forgetInvitations(db, now)
    return { subject: 'people', answer: { id: people.length }, facts: { people: people.length, invitations } }
  },
})

/** Whether anything has reached its end. */
export async function somethingToForget(db: Reader, now: Temporal.Instant): Promise<boolean> {
  if ((await peopleLongGone(db, await localDay(db, now))).length > 0) return true
  return await oldInvitations(db, now).select('id').limit(1).executeTakeFirst() !== undefined
}

async function peopleLongGone(db: Reader, today: string): Promise<number[]> {
  const since = Temporal.PlainDate.from(today).subtract(AFTER_LEAVING).toString()
  const rows = await db.selectFrom('person').select('id').where('person.community_id', '=', db.community).where('person.erased_at', 'is', null)
    .where(eb => eb.or([eb('phone_sealed', 'is not', null), eb('document_sealed', 'is not', null)]))
    // Somebody who never had a home or a post here was made known for another reason, such as a guardian.
    .where(eb => eb.exists(eb.selectFrom('tie').select('tie.id').where('tie.community_id', '=', db.community).whereRef('tie.person_id', '=', 'person.id')))
    .where(eb => eb.not(eb.exists(eb.selectFrom('tie').select('tie.id').where('tie.community_id', '=', db.community)
      .whereRef('tie.person_id', '=', 'person.id').where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', since)])))))
    .where(eb => eb.not(eb.exists(eb.selectFrom('post').select('post.id').where('post.community_id', '=', db.community)
      .whereRef('post.person_id', '=', 'person.id').where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', since)])))))
    .where(eb => eb.not(eb.exists(eb.selectFrom('mandate').select('mandate.id').where('mandate.community_id', '=', db.community)
      .where('mandate.ended_at', 'is', null).where(open => open.or([open('mandate.until', 'is', null), open('mandate.until', '>=', today)]))
      .where(either => either.or([either('mandate.principal_id', '=', either.ref('person.id')), either('mandate.agent_id', '=', either.ref('person.id'))])))))
    .orderBy('id').limit(500).execute()
  return rows.map(row => row.id)
}

// With the phone goes the way in: nobody signs in by a number that may be somebody else's by now.
async function forgetNumbers(db: Writer, people: readonly number[]): Promise<void> {
  if (people.length === 0) return
  await db.updateTable('person').set({ phone_sealed: null, document_sealed: null, document_index: null })
    .where('community_id', '=', db.community).where('id', 'in', people).execute()
  await db.updateTable('membership').set({ phone_index: null, account_id: null })
    .where('community_id', '=', db.community).where('person_id', 'in', people).execute()
}

async function forgetInvitations(db: Writer, now: Temporal.Instant): Promise<number> {
  const old = oldInvitations(db, now).select('id')
  const gone = await db.deleteFrom('invitation').where('community_id', '=', db.community).where('id', 'in', old).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

function oldInvitations(db: Reader, now: Temporal.Instant) {
  const before = at(now.subtract(AFTER_INVITATION))
  return db.selectFrom('invitation').where('community_id', '=', db.community)
    .where(eb => eb.or([eb('used_at', '<', before), eb('ends_at', '<', before)]))
}
