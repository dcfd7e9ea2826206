// 放照片: a small picture of himself, so that whoever opens the door knows who comes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Photo } from '#kit/photos.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import { sameWording, type Actor } from '#modules/people/public.ts'
import { SEALED } from '#modules/volunteers/add-qualification.ts'
import { agreed } from '#modules/volunteers/be-asked.ts'
import { removePhoto } from '#modules/volunteers/drop-photo.ts'
import { say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotShowPhoto } from '#modules/volunteers/volunteer.ts'

export const setPhotoInput = z.strictObject({
  photo: z.custom<Photo>(given => typeof given === 'object' && given !== null && 'bytes' in given).meta({ label: say('ownPhoto'), wrong: say('ownPhotoWrong') }),
  wording: z.coerce.number().int().meta({ control: 'hidden' }),
})

/** Puts it up instead of the one before, and agrees that it is shown, in the words that were read (`wording`). Only the thumbnail is kept. */
export const setPhoto = action({
  name: 'volunteers.setPhoto',
  summary: say('summarySetPhoto'),
  input: setPhotoInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotShowPhoto,
  run: async (db, { subject: volunteer, input, actor, files, secrets, limits, from, now }) => {
    sameWording('show_photo', input.wording)
    await takeTurn(db, { limits, from, now }, actor, 'photo')
    const id = volunteer?.id ?? 0
    await removePhoto(db, files, id)
    // Sealed anew each time, so that no two rows name the same file.
    const photo = await files.save(db.community, Buffer.from(secrets.encrypt(input.photo.thumbnail.bytes.toString('base64'))), SEALED)
    await db.updateTable('volunteer').set({ photo }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await agreed(db, { personId: volunteer?.person_id ?? 0, purpose: 'show_photo', yes: true }, now)
    return { subject: `volunteers/${id}`, answer: { id }, facts: { wording: input.wording } }
  },
})
