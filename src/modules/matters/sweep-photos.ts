// Photos that nobody needs any more: of matters taken back, and chosen in a form that was never sent.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** How long a photo waits for its form. */
const PATIENCE = Temporal.Duration.from({ hours: 24 })

/** Done by the clock, never by a person. */
export const sweepPhotos = action({
  name: 'matters.sweepPhotos',
  summary: lang => matterText(lang).summarySweepPhotos,
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => photosToSweep(db, now),
  refuse: () => null,
  run: async (db, { subject: photos, files }) => {
    const ids = photos.map(photo => photo.id)
    if (ids.length > 0) {
      await db.deleteFrom('matter_photo').where('community_id', '=', db.community).where('id', 'in', ids).execute()
    }
    for (const hash of new Set(photos.flatMap(photo => [photo.file, photo.thumbnail]))) {
      // The same picture may have come with another matter.
      if (!await stillShown(db, hash)) await files.remove(db.community, hash)
    }
    return { subject: 'photos', answer: { id: photos.length }, facts: { photos: photos.length } }
  },
})

/** The photos of this community that are due. */
export async function photosToSweep(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('matter_photo')
    .leftJoin('matter', join => join.onRef('matter.community_id', '=', 'matter_photo.community_id').onRef('matter.id', '=', 'matter_photo.matter_id'))
    .select(['matter_photo.id', 'matter_photo.file', 'matter_photo.thumbnail'])
    .where('matter_photo.community_id', '=', db.community)
    .where(eb => eb.or([
      eb('matter.withdrawn_at', 'is not', null),
      eb.and([eb('matter_photo.matter_id', 'is', null), eb('matter_photo.added_at', '<', at(now.subtract(PATIENCE)))]),
    ]))
    .execute()
}

async function stillShown(db: Reader, hash: string): Promise<boolean> {
  const row = await db.selectFrom('matter_photo').select('id').where('community_id', '=', db.community)
    .where(eb => eb.or([eb('file', '=', hash), eb('thumbnail', '=', hash)])).limit(1).executeTakeFirst()
  return row !== undefined
}
