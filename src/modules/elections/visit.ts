// 走访: a canvasser was at a home, or reached it otherwise; the map of coverage is drawn from this.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { day, oneOf, say, which } from '#modules/elections/fields.ts'
import { electionToChange, notToCome } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { visitHowText } from '#text/election-words.ts'

export const VISITED_HOW = ['in_person', 'phone', 'message', 'letterbox'] as const

export const visitInput = z.strictObject({
  id: which,
  home: z.coerce.number().int().positive().meta({ label: say('home'), wrong: say('homeWrong') }),
  how: oneOf(VISITED_HOW, say('visitHow'), visitHowText),
  reached: z.stringbool().default(false).meta({ label: say('reached'), control: 'tick' }),
  on: day,
})

/** Records it: the group, whoever keeps the election, and in his building a canvasser. */
export const recordElectionVisit = action({
  name: 'elections.visit',
  summary: say('summaryVisit'),
  input: visitInput,
  subject: async (db, input, actor: Actor) => {
    const election = await electionToChange(db, input.id)
    const home = await placeById(db, input.home)
    if (home.kind !== 'home' || home.estate_id !== election.estate.id) throw invalid([{ field: 'home', reason: say('homeWrong') }])
    const own = await db.selectFrom('election_canvasser').select('building_id').where('community_id', '=', db.community).where('election_id', '=', election.id)
      .where('building_id', '=', home.building_id ?? 0).where('person_id', '=', actor.personId ?? 0).executeTakeFirst()
    return { election, home, canvasses: own !== undefined }
  },
  // A canvasser is put beside the group, for this building.
  refuse: (actor, { election, canvasses }) => mayNot.visit(actor,
    canvasses && actor.personId !== null ? { ...election, group: [...election.group, { person: actor.personId, party: 'owner', leads: false }] } : election),
  run: async (db, { subject: { election, home }, input: { how, reached, on }, actor, now }) => {
    notToCome(on, await localDay(db, now), 'on', election.requested_on)
    const { id: visit } = await db.insertInto('election_visit').values({
      community_id: db.community, election_id: election.id, home_id: home.id, how, reached, visited_on: on, visited_by: actor.personId ?? 0, entered_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, visit }, facts: { visit, how, reached } }
  },
})
