// What programs may ask about polls: which there are, how one stands, and its count with all ballots.
import { z } from 'zod'
import type { Reader } from '#kit/db.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import {
  ballotSubject, ownVotes, pilesShape, pollById, pollsListed, protocolShape, resultOf, RULES, standingOf, TIES, UNITS, type PollShown,
} from '#modules/polls/public.ts'
import { apiPollText } from '#text/api-polls.ts'
import { list, question, type Around, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeId, maybeText, text } from './shapes.ts'

const poll = z.strictObject({
  id, question: text, about: text, matter: maybeId, place: maybeId, grid: maybeId, label: maybeText, rule: z.enum(RULES)
    .meta({ label: lang => apiPollText(lang).rule }), unit: z.enum(UNITS),
  ties: z.enum(TIES).meta({ label: lang => apiPollText(lang).ties }), secret: z.boolean(), hidden: z.boolean()
    .meta({ label: lang => apiPollText(lang).hidden }),
  options: z.array(text), most: count, seats: count, top: count, quorum: count, asked: count
    .meta({ label: lang => apiPollText(lang).asked }), taken: count, commitment: text,
  opensAt: instant, closesAt: instant, calledOffWhy: maybeText,
  standing: z.enum(['soon', 'open', 'counting', 'counted', 'off']).meta({ label: lang => apiPollText(lang).standing }),
})

const own = z.array(z.strictObject({ voter: id, label: maybeText, taken: z.boolean(), receipt: maybeText }))
  .meta({ label: lang => apiPollText(lang).own })

export const POLLS: readonly Question[] = [
  list({
    name: 'polls.list', input: { matter: idAsked.optional() }, item: poll,
    ask: async (db, actor, { matter }, { after, limit }, { now }) =>
      (await pollsListed(db, actor, { matter: matter ?? null, before: after, limit: limit + 1 })).map(one => answered(one, now)),
  }),
  question({
    name: 'polls.show', input: { id: idAsked }, output: poll.extend({ own }),
    ask: async (db, actor, asked, around) => {
      const found = await pollById(db, actor, asked.id)
      return { ...answered(found, around.now), own: await ownIn(db, actor, found, around) }
    },
  }),
  question({
    name: 'polls.result', input: { id: idAsked },
    output: z.strictObject({ taken: count, protocol: protocolShape.nullable(), ballots: pilesShape, receipts: z.array(text) }),
    ask: async (db, actor, asked) => {
      const { taken, protocol, ballots, receipts } = await resultOf(db, (await pollById(db, actor, asked.id)).id)
      return { taken, protocol, ballots, receipts: [...receipts] }
    },
  }),
]

async function ownIn(db: Reader, actor: Actor, poll: PollShown, { now, secrets }: Around): Promise<z.input<typeof own>> {
  if (actor.personId === null) return []
  return (await ownVotes(db, poll, actor.personId, await localDay(db, now)))
    .map(vote => ({ ...vote, receipt: vote.taken ? secrets.receipt(ballotSubject(db.community, poll.id, vote.voter)) : null }))
}

function answered(found: PollShown, now: Temporal.Instant): z.input<typeof poll> {
  const { id, question, about, rule, unit, ties, secret, hidden, most, seats, top, quorum, asked, commitment } = found
  return {
    id, question, about, rule, unit, ties, secret, hidden, most, seats, top, quorum, asked, commitment, matter: found.matter_id,
    place: found.place_id, grid: found.grid_id, label: found.where, options: found.options.map(option => option.name),
      taken: found.taken ?? 0,
    opensAt: found.opens_at.toString(), closesAt: found.closes_at.toString(), calledOffWhy: found.called_off_why,
      standing: standingOf(found, now),
  }
}
