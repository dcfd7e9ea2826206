// A photo comes first, so that it is kept even when the form that it belongs to has something to mend.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Invalid } from '#kit/errors.ts'
import type { Photo } from '#kit/photos.ts'
import type { Secrets } from '#kit/secrets.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** How many photos one matter can have. */
export const MOST_PHOTOS = 9

/** What a photo's token looks like. */
export const PHOTO_TOKEN = /^\d{1,15}-[0-9A-Z]{20}$/u

/** Keeps a photo that `recodePhoto` has drawn anew (before the transaction: drawing takes its time). */
export const addPhoto = action({
  name: 'matters.addPhoto',
  summary: lang => matterText(lang).summaryAddPhoto,
  input: z.strictObject({ photo: z.custom<Photo>() }),
  subject: async (_db, input, _actor: Actor) => input.photo,
  refuse: () => null,
  run: async (db, { subject: photo, actor, files, secrets, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'photo')
    const file = await files.save(db.community, photo.bytes, 'jpg')
    const thumbnail = await files.save(db.community, photo.thumbnail.bytes, 'jpg')
    const { id } = await db.insertInto('matter_photo')
      .values({ community_id: db.community, file, thumbnail, width: photo.width, height: photo.height, added_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `photos/${id}`, answer: { id, token: photoToken(secrets, db.community, id), thumbnail } }
  },
})

/** What its sender holds until the photo is attached: the id and a code that only this installation can make. */
function photoToken(secrets: Secrets, community: number, id: number): string {
  return `${id}-${secrets.receipt(`photo ${community} ${id}`)}`
}

/** The photo that a token stands for. Throws Invalid when the token was not made here. */
export function photoOf(secrets: Secrets, community: number, token: string): number {
  const id = Number.parseInt(token, 10)
  if (photoToken(secrets, community, id) !== token) throw photoGone()
  return id
}

/** A photo that is not there any more, or was never sent. */
export function photoGone(): Invalid {
  return invalid([{ field: 'photos', reason: lang => matterText(lang).photoGone }])
}
