// Consents as far as volunteers give and take them back by what they do: joining and leaving, a photo put up and taken down (PIPL 14, 15).
import type { Writer } from '#kit/db.ts'
import { wordingOf, type Purpose } from '#modules/people/public.ts'

/** The consent to be asked: given, or taken back; either twice is once. */
export async function letBeAsked(db: Writer, personId: number, yes: boolean, now: Temporal.Instant): Promise<void> {
  await agreed(db, { personId, purpose: 'be_asked', yes }, now)
}

/** Gives a consent, or takes it back; either twice is once. */
export async function agreed(db: Writer, { personId, purpose, yes }: { personId: number, purpose: Purpose, yes: boolean }, now: Temporal.Instant): Promise<void> {
  if (yes) {
    await db.insertInto('consent').values({
      community_id: db.community, person_id: personId, purpose, wording: wordingOf(purpose), given_at: now.toString(),
    }).onConflict(twice => twice.doNothing()).execute()
    return
  }
  await db.updateTable('consent').set({ withdrawn_at: now.toString() }).where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('purpose', '=', purpose).where('withdrawn_at', 'is', null).execute()
}
