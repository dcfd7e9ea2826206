// 拿掉照片: as easily as it was put up; file and consent go with it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import type { Actor } from '#modules/people/public.ts'
import { agreed } from '#modules/volunteers/be-asked.ts'
import { say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

/** Takes it down. Throws NotFound where there is none. */
export const dropPhoto = action({
  name: 'volunteers.dropPhoto',
  summary: say('summaryDropPhoto'),
  input: z.strictObject({}),
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, files, now }) => {
    const id = volunteer?.id ?? 0
    if (!await removePhoto(db, files, id)) throw new NotFound(say('noPhoto'))
    await agreed(db, { personId: volunteer?.person_id ?? 0, purpose: 'show_photo', yes: false }, now)
    return { subject: `volunteers/${id}`, answer: { id } }
  },
})

/** Removes the photo of a volunteer with its file, which no other row needs. Answers whether there was one. */
export async function removePhoto(db: Writer, files: Pick<FileStore, 'remove'>, volunteer: number): Promise<boolean> {
  const found = await db.selectFrom('volunteer').select('photo').where('community_id', '=', db.community).where('id', '=', volunteer).executeTakeFirst()
  if (!found?.photo) return false
  await db.updateTable('volunteer').set({ photo: null }).where('community_id', '=', db.community).where('id', '=', volunteer).execute()
  await files.remove(db.community, found.photo)
  return true
}
