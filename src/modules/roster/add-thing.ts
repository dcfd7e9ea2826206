// A lift, a pool, a door: something that everybody shares, with a code of its own.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { rosterRow } from '#modules/roster/roster.ts'
import { buildingOf, CHILDREN, estateOf, labelUnder, newCode, placeById, positionOf } from '#modules/places/public.ts'
import { rosterText } from '#text/roster.ts'

export const addThingInput = z.strictObject({
  place: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  name: z.string().transform(typed => rosterRow.shape.estate.safeParse(typed).data ?? '').pipe(z.string().min(1))
    .meta({ label: lang => rosterText(lang).thing, hint: lang => rosterText(lang).thingHint }),
})

/** Adds a thing to an estate, a building or an entrance; answers its id and the code for its label. */
export const addThing = action({
  name: 'roster.addThing',
  summary: lang => rosterText(lang).summaryAddThing,
  input: addThingInput,
  subject: (db, input, _actor: Actor) => placeById(db, input.place),
  refuse: (actor, place) => {
    const reason = lacks(actor, 'import roster', place) && lacks(actor, 'print codes', place)
    if (reason) return reason
    const within: readonly string[] = CHILDREN[place.kind]
    return within.includes('thing') && place.kind !== 'home' ? null : lang => rosterText(lang).thingPlace
  },
  run: async (db, { subject: place, input }) => {
    const code = newCode()
    const made = await db.insertInto('place').values({
      community_id: db.community, kind: 'thing', name: input.name, label: labelUnder(place, input.name), parent_id: place.id, code,
      estate_id: estateOf(place), building_id: buildingOf(place), entrance_id: place.kind === 'entrance' ? place.id : place.entrance_id,
      position: positionOf(input.name),
    }).onConflict(twice => twice.columns(['community_id', 'parent_id', 'kind', 'name']).doNothing()).returning('id').executeTakeFirst()
    if (!made) throw invalid([{ field: 'name', reason: lang => rosterText(lang).thingThere }])
    return { subject: `places/${made.id}`, answer: { id: made.id, code }, facts: { place: place.id } }
  },
})
