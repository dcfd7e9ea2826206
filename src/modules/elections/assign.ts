// 包楼: who goes from door to door in a building.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { person, say, which } from '#modules/elections/fields.ts'
import { electionToChange, peopleHere } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'

/** A building of the estate. */
export const building = z.coerce.number().int().positive().meta({ label: say('building'), wrong: say('buildingWrong') })

export const assignInput = z.strictObject({ id: which, building, person })

/** Assigns somebody; several may share a building. */
export const assignCanvasser = action({
  name: 'elections.assign',
  summary: say('summaryAssign'),
  input: assignInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.keep,
  run: async (db, { subject: election, input, now }) => {
    const place = await placeById(db, input.building)
    if (place.kind !== 'building' || place.estate_id !== election.estate.id) throw invalid([{ field: 'building', reason: say('buildingWrong') }])
    await peopleHere(db, [input.person], 'person')
    await db.insertInto('election_canvasser').values({ community_id: db.community, election_id: election.id, building_id: place.id, person_id: input.person, since: now.toString() })
      .onConflict(twice => twice.doNothing()).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { building: place.id, person: input.person } }
  },
})
