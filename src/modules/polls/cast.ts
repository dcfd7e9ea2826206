// 投票: one ballot for each person or home, changed as often as wanted until the end. The journal holds that somebody cast, never what.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { localDay, signedOut, type Actor } from '#modules/people/public.ts'
import { ownVotes } from '#modules/polls/asked.ts'
import { wrongMarks, type Marks } from '#modules/polls/ballot.ts'
import { MOST_OPTIONS, standingOf, type Poll } from '#modules/polls/poll.ts'
import { noPoll, pollsSeen } from '#modules/polls/read.ts'
import { ballotSubject, markOf } from '#modules/polls/secrecy.ts'
import { castText } from '#text/ballots.ts'

export const castInput = z.strictObject({
  id: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  home: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)
    .meta({ label: lang => castText(lang).home, wrong: lang => castText(lang).homeWrong }),
  marks: z.array(z.coerce.number().int().min(0).max(MOST_OPTIONS)).min(2).max(MOST_OPTIONS)
    .meta({ label: lang => castText(lang).marks, wrong: lang => castText(lang).otherOptions }),
})

/** Casts for the actor, for whom he acts by a mandate, or for a home of theirs; of several ballots the last one counts. */
export const castBallot = action({
  name: 'polls.cast',
  summary: lang => castText(lang).summary,
  forOthers: true,
  input: castInput,
  subject: (db, input, actor: Actor) => pollToCast(db, actor, input.id),
  refuse: mayNotCast,
  run: async (db, { subject: poll, input, actor, onBehalfOf, secrets, now }) => {
    const own = await ownVotes(db, poll, onBehalfOf ?? actor.personId ?? 0, await localDay(db, now))
    const vote = voteMeant(own, poll, input.home)
    const wrong = wrongMarks(poll, poll.rule === 'yes_no' ? 2 : poll.options ?? 0, input.marks)
    if (wrong) throw invalid([{ field: 'marks', reason: wrong }])
    if (poll.key_sealed === null) throw new Refused(lang => castText(lang).closed)
    const again = await take(db, poll, vote.voter, markOf(secrets.decrypt(poll.key_sealed), vote.voter), input.marks)
    const receipt = secrets.receipt(ballotSubject(db.community, poll.id, vote.voter))
    const facts = { again, ...poll.unit === 'home' && { home: vote.voter } }
    return { subject: `polls/${poll.id}`, answer: { id: poll.id, receipt }, facts }
  },
})

/** Why nobody may cast now, or nobody who did not sign in; null where whoever was asked may. */
export function mayNotCast(actor: Actor, poll: Pick<Poll, 'opens_at' | 'closes_at' | 'ended_at'> & { called_off_why: string | null },
  now: Temporal.Instant): Said | null {
  const standing = standingOf(poll, now)
  if (standing === 'off') return lang => castText(lang).calledOff
  if (standing === 'soon') return lang => castText(lang).notYet
  return standing === 'open' ? signedOut(actor) : lang => castText(lang).closed
}

type Own = Awaited<ReturnType<typeof ownVotes>>

function voteMeant(own: Own, { unit }: Pick<Poll, 'unit'>, home: number | null): Own[number] {
  if (own.length === 0) throw new Refused(lang => castText(lang).notAsked)
  if (unit === 'home' && home === null && own.length > 1) throw invalid([{ field: 'home', reason: lang => castText(lang).homeWrong }])
  const meant = unit === 'person' || home === null ? own[0] : own.find(vote => vote.voter === home)
  if (!meant) throw invalid([{ field: 'home', reason: lang => castText(lang).notHomeAsked }])
  return meant
}

// The line of the list is locked first, so that two ballots of one voter come one after the other.
async function take(db: Writer, poll: { id: number, secret: boolean, unit: string }, voter: number, mark: string,
  marks: Marks): Promise<boolean> {
  const of = { community_id: db.community, poll_id: poll.id }
  await db.updateTable('poll_voter').set({ taken: true })
    .where('community_id', '=', db.community).where('poll_id', '=', poll.id).where('voter', '=', voter).execute()
  const named = poll.secret ? {} : poll.unit === 'person' ? { person_id: voter } : { home_id: voter }
  const changed = await db.updateTable('poll_ballot').set({ marks: JSON.stringify(marks) })
    .where('community_id', '=', db.community).where('poll_id', '=', poll.id).where('mark', '=', mark).returning('mark').executeTakeFirst()
  if (!changed) await db.insertInto('poll_ballot').values({ ...of, mark, marks: JSON.stringify(marks), ...named }).execute()
  return changed !== undefined
}

// Shared by all who cast; whoever counts waits for them, and they for him.
async function pollToCast(db: Reader, actor: Actor, id: number) {
  const found = await pollsSeen(db, actor).where('poll.id', '=', id)
    .select(['poll.id', 'poll.rule', 'poll.unit', 'poll.ties', 'poll.secret', 'poll.most', 'poll.seats', 'poll.top',
      'poll.place_id', 'poll.grid_id', 'poll.opens_at', 'poll.closes_at', 'poll.ended_at', 'poll.called_off_why', 'poll.key_sealed'])
    .select(eb => eb.selectFrom('poll_option').select(count => count.fn.countAll<number>().as('n'))
      .whereRef('poll_option.community_id', '=', 'poll.community_id').whereRef('poll_option.poll_id', '=', 'poll.id').as('options'))
    .forShare('poll').executeTakeFirst()
  if (!found) throw noPoll()
  return found
}
