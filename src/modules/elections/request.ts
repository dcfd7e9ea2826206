// 书面申请: owners, the committee or whoever keeps elections ask that a committee be elected; the calendar runs from that day.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { Refused } from '#kit/errors.ts'
import { committeePosts } from '#modules/elections/committee.ts'
import { KINDS, mayNot, owns } from '#modules/elections/election.ts'
import { oneOf, say, words } from '#modules/elections/fields.ts'
import { notToCome } from '#modules/elections/find.ts'
import { fitToPost } from '#modules/elections/standing.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { electionKindText } from '#text/election-words.ts'

export const requestInput = z.strictObject({
  estate: z.coerce.number().int().positive().meta({ label: say('estate'), wrong: say('estateWrong') }),
  kind: oneOf(KINDS, say('kind'), electionKindText),
  request: words(say('request'), { hint: say('requestHint') }),
  on: z.iso.date().optional().meta({ label: say('requestedOn'), wrong: say('dayWrong'), control: 'date' }),
})

/** Begins an election; an owner who asks is the first to back it. Only one is under way in an estate at a time. */
export const requestElection = action({
  name: 'elections.request',
  summary: say('summaryRequest'),
  input: requestInput,
  subject: (db, input, _actor: Actor) => placeById(db, input.estate),
  refuse: mayNot.request,
  run: async (db, { subject: estate, input, actor, now }) => {
    if (estate.kind !== 'estate') throw invalid([{ field: 'estate', reason: say('estateWrong') }])
    const today = await localDay(db, now)
    const on = input.on ?? today
    notToCome(on, today, 'on')
    await fitToPost(db, input.request, 'request')
    const has = (await committeePosts(db, estate.id, today).execute()).length > 0
    if (has && input.kind === 'first') throw invalid([{ field: 'kind', reason: say('hasCommittee') }])
    if (!has && input.kind !== 'first') throw invalid([{ field: 'kind', reason: say('noCommittee') }])
    const running = await db.selectFrom('election').select('id').where('community_id', '=', db.community).where('estate_id', '=', estate.id)
      .where('elected_on', 'is', null).where('stopped_at', 'is', null).executeTakeFirst()
    if (running) throw new Refused(say('underWay'))
    // Two who ask at the same moment: the index lets in one.
    const made = await db.insertInto('election').values({
      community_id: db.community, estate_id: estate.id, kind: input.kind, request: input.request, requested_on: on, made_by: actor.personId ?? 0, made_at: now.toString(),
    }).onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Refused(say('underWay'))
    if (owns(actor, estate.id)) {
      await db.insertInto('election_backer').values({ community_id: db.community, election_id: made.id, person_id: actor.personId ?? 0, on_paper: false, at: now.toString() }).execute()
    }
    return { subject: `elections/${made.id}`, answer: { id: made.id }, facts: { estate: estate.id, kind: input.kind, on } }
  },
})
