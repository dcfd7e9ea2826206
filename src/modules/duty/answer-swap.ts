// 答复换班: whoever was asked agrees, and both turns change hands in one go; or not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { rosterFound } from '#modules/duty/find.ts'
import { takeOff } from '#modules/duty/leave-open.ts'
import { putOn } from '#modules/duty/put-on.ts'
import { isSwappable } from '#modules/duty/swap.ts'
import { answer, which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

export const answerSwapInput = z.strictObject({ id: which, answer })

/** With yes both turns end and two new ones begin, or nothing happens at all; whoever asked is told, and the leader. */
export const answerSwap = action({
  name: 'duty.answerSwap',
  summary: lang => dutyText(lang).summaryAnswerSwap,
  input: answerSwapInput,
  subject: (db, input, actor: Actor) => swapFound(db, actor, input.id),
  refuse: () => null,
  run: async (db, { subject: swap, input, now }) => {
    const agreed = input.answer === 'yes'
    if (agreed) await exchange(db, swap, now)
    await db.updateTable('duty_swap').set({ agreed, answered_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', swap.id).execute()
    const facts = { turn: swap.turn.id, forTurn: swap.for_turn_id, person: swap.turn.person_id, to: agreed ? 'agreed' : 'declined' }
    return { subject: `duty/${swap.turn.roster_id}`, answer: { id: swap.turn.roster_id }, facts }
  },
})

type Swap = Awaited<ReturnType<typeof swapFound>>

async function exchange(db: Writer, { turn, theirs, with_id, for_turn_id }: Swap, now: Temporal.Instant): Promise<void> {
  const changed = Temporal.Instant.compare(turn.from_at, now) <= 0 || (for_turn_id !== null && !theirs)
  if (changed || !await isSwappable(db, turn, { with: with_id, forTurn: for_turn_id }, now)) throw new Refused(lang => dutyText(lang).swapWrong)
  await takeOff(db, [turn.id, ...theirs ? [theirs.id] : []], now)
  const made = [{ span: turn, person: with_id }, ...theirs ? [{ span: theirs, person: turn.person_id }] : []]
  // Always in the same order of people, so that two swaps between the same two never wait for each other.
  for (const { span, person } of made.toSorted((a, b) => a.person - b.person)) {
    await putOn(db, { roster: { id: span.roster_id, organisation_id: span.organisation_id }, person, spans: [span] })
  }
}

// Only for the one who was asked, as long as it is open; both turns are locked, in the order of their numbers.
async function swapFound(db: Reader, actor: Actor, id: number) {
  const asked = () => db.selectFrom('duty_swap').select(['id', 'turn_id', 'with_id', 'for_turn_id'])
    .where('community_id', '=', db.community).where('id', '=', id).where('with_id', '=', actor.personId ?? 0)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow(notAsked)
  const { turn_id, for_turn_id } = await asked()
  const turns = await turnsLocked(db, [turn_id, ...for_turn_id === null ? [] : [for_turn_id]])
  const turn = turns.find(one => one.id === turn_id)
  if (!turn) throw notAsked()
  return { ...await asked(), turn, theirs: turns.find(one => one.id === for_turn_id) ?? null }
}

async function turnsLocked(db: Reader, ids: readonly number[]) {
  const of = await db.selectFrom('duty_turn').select('roster_id').distinct().where('community_id', '=', db.community).where('id', 'in', ids).orderBy('roster_id').execute()
  const rosters = new Map<number, Awaited<ReturnType<typeof rosterFound>>>()
  for (const { roster_id } of of) rosters.set(roster_id, await rosterFound(db, roster_id))
  const turns = await db.selectFrom('duty_turn').select(['id', 'roster_id', 'person_id', 'from_at', 'until_at'])
    .where('community_id', '=', db.community).where('id', 'in', ids).where('called_off_at', 'is', null).orderBy('id').forNoKeyUpdate()
    .execute()
  return turns.map(turn => ({ ...turn, organisation_id: rosters.get(turn.roster_id)?.organisation_id ?? 0 }))
}

function notAsked(): NotFound {
  return new NotFound(lang => dutyText(lang).notAsked)
}
