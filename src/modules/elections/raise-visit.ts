// 一键立项: what was heard at a home becomes a matter, with its place.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { check } from '#kit/check.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { KINDS, raiseInput, raiseMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'

/** Raises it in the very act, so that a note becomes one matter only. */
export const raiseVisit = action({
  name: 'elections.raiseVisit',
  summary: say('summaryRaiseVisit'),
  input: z.strictObject({ id: which, visit: which, kind: z.enum(KINDS).default('other') }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    const visit = await db.selectFrom('committee_visit')
      .innerJoin('place', join => join.onRef('place.community_id', '=', 'committee_visit.community_id').onRef('place.id', '=', 'committee_visit.home_id'))
      .select(['committee_visit.id', 'committee_visit.note', 'committee_visit.home_id', 'committee_visit.matter_id'])
      .where('committee_visit.community_id', '=', db.community).where('place.estate_id', '=', election.estate.id).where('committee_visit.id', '=', input.visit).executeTakeFirst()
    if (!visit) throw new NotFound(say('noVisit'))
    return { election, visit }
  },
  refuse: (actor, { election, visit }) => mayNot.sit(actor, election) ?? (visit.matter_id !== null ? say('raisedAlready') : null),
  run: async (db, scene) => {
    const { subject: { election, visit }, input: { kind } } = scene
    const place = await placeById(db, visit.home_id)
    const { subject, answer, facts } = await raiseMatter.run(db, {
      ...scene, subject: { place, forAnother: true }, input: check(raiseInput, { place: place.id, kind, text: visit.note, channel: 'paper' }),
    })
    await db.updateTable('committee_visit').set({ matter_id: answer.id }).where('community_id', '=', db.community).where('id', '=', visit.id).execute()
    return { subject, answer: { id: answer.id }, facts: { ...facts, election: election.id, visit: visit.id } }
  },
})
