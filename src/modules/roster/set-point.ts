// Where an estate or a building lies on the earth: by it, a report that knows only a position finds its place.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { latitude, longitude, placeById, WITH_POINT } from '#modules/places/public.ts'
import { pointText } from '#text/places.ts'

export const setPointInput = z.strictObject({
  place: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  latitude: latitude.meta({
    label: lang => pointText(lang).latitude, hint: lang => pointText(lang).latitudeHint, wrong: lang => pointText(lang).latitudeWrong,
  }),
  longitude: longitude.meta({
    label: lang => pointText(lang).longitude, hint: lang => pointText(lang).longitudeHint, wrong: lang => pointText(lang).longitudeWrong,
  }),
})

/** Sets the point of an estate or a building; a later one takes its place. */
export const setPoint = action({
  name: 'roster.setPoint',
  summary: lang => pointText(lang).summary,
  input: setPointInput,
  subject: (db, input, _actor: Actor) => placeById(db, input.place),
  refuse: (actor, place) =>
    lacks(actor, 'import roster', place) ?? (WITH_POINT.includes(place.kind) ? null : lang => pointText(lang).notHere),
  run: async (db, { subject: place, input: { latitude, longitude } }) => {
    await db.updateTable('place').set({ latitude, longitude }).where('community_id', '=', db.community).where('id', '=', place.id).execute()
    return { subject: `places/${place.id}`, answer: { id: place.id }, facts: { latitude, longitude } }
  },
})
