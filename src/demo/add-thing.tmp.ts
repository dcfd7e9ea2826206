import { z } from 'zod'
import { action } from '#kit/action.ts'
import { labelUnder, newCode, placeById, estateOf, buildingOf } from '#modules/places/public.ts'
import type { Actor } from '#modules/people/public.ts'
export const addThing = action({
  name: 'places.addThing', summary: () => '', input: z.strictObject({ place: z.number(), name: z.string() }),
  subject: (db, input, _actor: Actor) => placeById(db, input.place), refuse: () => null,
  run: async (db, { input, subject: p }) => {
    const { id } = await db.insertInto('place').values({ community_id: db.community, kind: 'thing', parent_id: p.id, name: input.name, label: labelUnder(p, input.name), code: newCode(),
      estate_id: estateOf(p), building_id: buildingOf(p), entrance_id: p.kind === 'entrance' ? p.id : p.entrance_id }).returning('id').executeTakeFirstOrThrow()
    return { subject: `places/${id}`, answer: { id } }
  },
})
