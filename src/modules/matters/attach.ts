// A photo was added before, with a token that only its sender has; it can be attached once.
import type { PhotoMoment } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { photoGone, photoOf } from '#modules/matters/add-photo.ts'

/** Puts photos to a matter. Throws Invalid when one is not there any more. */
export async function attach(db: Writer, secrets: Secrets, { matter, tokens, moment, by }: {
  matter: number, tokens: readonly string[], moment: PhotoMoment, by: number | null,
}): Promise<void> {
  if (tokens.length === 0) return
  const ids = tokens.map(token => photoOf(secrets, db.community, token))
  const attached = await db.updateTable('matter_photo').set({ matter_id: matter, moment, added_by: by })
    .where('community_id', '=', db.community).where('matter_id', 'is', null).where('id', 'in', ids)
    .executeTakeFirst()
  if (Number(attached.numUpdatedRows) !== new Set(ids).size) throw photoGone()
}
