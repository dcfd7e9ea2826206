// 前后照片: what it looked like before, meanwhile and afterwards; the last are evidence for closing.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { MOST_PHOTOS, PHOTO_TOKEN } from '#modules/matters/add-photo.ts'
import { attach } from '#modules/matters/attach.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { photosAfterText } from '#text/work-more.ts'

/** When a photo was taken. */
export const MOMENTS = ['before', 'during', 'after'] as const

export const attachPhotosInput = z.strictObject({
  id: matterId,
  moment: z.enum(MOMENTS).meta({
    label: lang => photosAfterText(lang).moment, wrong: lang => photosAfterText(lang).momentWrong, control: 'pick',
    choices: Object.fromEntries(MOMENTS.map(moment => [moment, (lang: 'zh' | 'en') => photosAfterText(lang)[moment]])),
  }),
  photos: z.array(z.string().regex(PHOTO_TOKEN)).min(1).max(MOST_PHOTOS).meta({ wrong: lang => photosAfterText(lang).none }),
})

/** Puts photos that `addPhoto` has kept to a matter. */
export const attachPhotos = action({
  name: 'matters.attachPhotos',
  summary: lang => photosAfterText(lang).summaryAttach,
  input: attachPhotosInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, secrets }) => {
    await attach(db, secrets, { matter: matter.id, tokens: input.photos, moment: input.moment, by: actor.personId })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { moment: input.moment, photos: input.photos.length } }
  },
})
