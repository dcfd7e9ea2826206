// Photos that come with an act as data: base64 of the file as the camera made it. Drawn anew before the act sees them.
import { z } from 'zod'
import type { Caller } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { recodePhoto } from '#kit/photos.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { photoDataText } from '#text/api-decisions.ts'

const MOST = 14 * 1024 * 1024

const photo = z.string().max(MOST).meta({ label: lang => photoDataText(lang).photo, wrong: lang => photoDataText(lang).photoWrong })

/** An input with a photo as programs send it. */
export function takingPhotoData(input: z.ZodObject): z.ZodObject {
  const isOptional = input.shape['photo'] instanceof z.ZodOptional
  return input.extend({ photo: isOptional ? photo.optional() : photo })
}

/** The same input with the photo drawn anew, for somebody who is known: nobody else makes us draw. Throws Refused, PhotoProblem. */
export async function withPhotoDrawn(database: Database, who: Actor | Caller<Actor>, input: unknown): Promise<unknown> {
  const data = typeof input === 'object' && input !== null && 'photo' in input ? input.photo : undefined
  if (typeof data !== 'string') return input
  const reason = signedOut('find' in who ? await database.look(who.community, who.find) : who)
  if (reason) throw new Refused(reason)
  return { ...Object(input), photo: await recodePhoto(Buffer.from(data, 'base64'), '') }
}
