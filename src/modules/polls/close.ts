// 截止计票: counts a poll that is over, once, and breaks what ties ballots to their voters. Done by the clock, never by a person.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader, type Writer } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { FEWEST_SECRET } from '#modules/polls/poll.ts'
import { namesOf, pilesShape, type Piles } from '#modules/polls/protocol.ts'
import { noPoll } from '#modules/polls/read.ts'
import { ballotSubject } from '#modules/polls/secrecy.ts'
import { tallied } from '#modules/polls/tally.ts'
import { askText } from '#text/ballots.ts'

/** Refused before its time, and where another process was faster. */
export const closePoll = action({
  name: 'polls.close',
  summary: lang => askText(lang).summaryClose,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => pollToClose(db, input.id),
  refuse: (_actor, poll, now) => poll.ended_at === null && Temporal.Instant.compare(poll.closes_at, now) <= 0
    ? null : lang => askText(lang).notOver,
  run: async (db, { subject: poll, secrets, now }) => {
    const piles = await pilesOf(db, poll.id)
    const voters = await db.selectFrom('poll_voter').select('voter').where('community_id', '=', db.community).where('poll_id', '=', poll.id)
      .where('taken', '=', true).execute()
    const receipts = voters.map(({ voter }) => secrets.receipt(ballotSubject(db.community, poll.id, voter))).toSorted()
    const tooFew = poll.secret && voters.length < FEWEST_SECRET
    const options = namesOf(poll.rule, await optionsOf(db, poll.id))
    const protocol = tooFew ? null : tallied({ ...poll, options, seed: secrets.decrypt(poll.seed_sealed) }, piles)
    await db.insertInto('poll_result').values({
      community_id: db.community, poll_id: poll.id, taken: voters.length, protocol: protocol && JSON.stringify(protocol),
      ballots: JSON.stringify(tooFew ? [] : piles), receipts: JSON.stringify(receipts),
    }).execute()
    await loosen(db, poll, now)
    return { subject: `polls/${poll.id}`, answer: { id: poll.id, taken: voters.length }, facts: { taken: voters.length,
      asked: poll.asked } }
  },
})

/** The polls of a community that are over and not counted. */
export async function pollsToClose(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await db.selectFrom('poll').select('id').where('community_id', '=', db.community)
    .where('ended_at', 'is', null).where('closes_at', '<=', at(now)).orderBy('id').limit(100).execute()
  return rows.map(row => row.id)
}

/** Destroys the key, and with a secret poll the ballots: only their counts remain, in the order of what they say. */
export async function loosen(db: Writer, { id, secret }: { id: number, secret: boolean }, now: Temporal.Instant): Promise<void> {
  await db.updateTable('poll').set({ ended_at: now.toString(), key_sealed: null }).where('community_id', '=', db.community).where('id',
    '=', id).execute()
  if (secret) await db.deleteFrom('poll_ballot').where('community_id', '=', db.community).where('poll_id', '=', id).execute()
}

// First the lock, which waits for everybody who is just casting.
async function pollToClose(db: Reader, id: number) {
  return db.selectFrom('poll').selectAll().where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(noPoll)
}

async function pilesOf(db: Reader, id: number): Promise<Piles> {
  const rows = await db.selectFrom('poll_ballot').select(['marks', count => count.fn.countAll<number>().as('times')])
    .where('community_id', '=', db.community).where('poll_id', '=', id).groupBy('marks').orderBy('marks').execute()
  return pilesShape.parse(rows)
}

function optionsOf(db: Reader, id: number) {
  return db.selectFrom('poll_option').select('name').where('community_id', '=', db.community).where('poll_id', '=', id).orderBy('position')
    .execute()
}
