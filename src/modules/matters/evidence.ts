// Evidence: what is there of what a method asks for before a step is left behind.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Step } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { silenceOver } from '#modules/matters/ratings.ts'
import { pathOf, type Evidence } from '#modules/methods/public.ts'

/** The kinds of evidence that a matter has now. Where nobody rated, the method's days of waiting may be over instead. */
export async function evidenceOf(
  db: Reader, matter: Pick<MatterUnderMethod, 'id' | 'step' | 'track' | 'accepted_at' | 'paused_at' | 'method'>, now: Temporal.Instant,
): Promise<Set<Evidence>> {
  const { moves, reply, after_photo, rating, ...found } = await foundOf(db, matter.id)
  const back = latestReturn(moves, pathOf(matter.method, matter.track))
  const since = back && Temporal.Instant.from(back.at)
  const there = {
    plan: found.plan, decision: found.decision, tasks: found.tasks, lead: matter.accepted_at !== null,
    reply: reply !== null && (!back || reply > back.id),
    after_photo: after_photo !== null && (!since || Temporal.Instant.compare(after_photo, since) >= 0),
    // The stars that send it back are given in the same moment: they are about the round before.
    rating: rating !== null && (!since || Temporal.Instant.compare(rating, since) > 0),
  }
  const isAsked = matter.method.steps[matter.step]?.evidence.includes('rating') ?? false
  const silent = isAsked && !there.rating && !matter.paused_at && await silenceOver(db, matter.method, found.waits_since, now)
  return new Set(KINDS.filter(kind => there[kind] || (kind === 'rating' && silent)))
}

const KINDS = ['plan', 'decision', 'reply', 'after_photo', 'tasks', 'rating', 'lead'] as const satisfies readonly Evidence[]

function foundOf(db: Reader, id: number) {
  return db.selectFrom('matter').where('matter.community_id', '=', db.community).where('matter.id', '=', id).select(eb => [
    eb.exists(noteOf(db, id, 'plan').select(sql`1`.as('one'))).as('plan'),
    // Decided by the owners in a vote that was counted here, or written down by whoever handles it.
    eb.or([eb.exists(noteOf(db, id, 'decision').select(sql`1`.as('one'))), eb.exists(db.selectFrom('decision').select(sql`1`.as('one'))
      .where('community_id', '=', db.community).where('matter_id', '=', id).where('result', 'is not', null).where('advisory', '=', false))]).as('decision'),
    noteOf(db, id, 'reply').select(found => found.fn.max('id').as('latest')).as('reply'),
    db.selectFrom('matter_photo').select(found => found.fn.max('added_at').as('latest')).where('community_id', '=', db.community)
      .where('matter_id', '=', id).where('moment', '=', 'after').as('after_photo'),
    eb.not(eb.exists(db.selectFrom('matter_task').select(sql`1`.as('one')).where('community_id', '=', db.community)
      .where('matter_id', '=', id).where('done_at', 'is', null))).as('tasks'),
    db.selectFrom('matter_rating').select(found => found.fn.max('at').as('latest')).where('community_id', '=', db.community)
      .where('matter_id', '=', id).as('rating'),
    jsonArrayFrom(noteOf(db, id, 'move').select(['id', 'step', 'at']).orderBy('id')).as('moves'),
    // Whoever was not asked while it stood still has the whole time again.
    eb.fn<Temporal.Instant>('greatest', ['matter.step_since', resumed(db, id)]).as('waits_since'),
  ]).executeTakeFirstOrThrow()
}

function resumed(db: Reader, id: number) {
  return db.selectFrom('journal').select(found => found.fn.max('at').as('latest')).where('community_id', '=', db.community)
    .where('subject', '=', `matters/${id}`).where('action', 'in', ['matters.resume', 'matters.answer'])
}

function noteOf(db: Reader, matter: number, kind: 'plan' | 'decision' | 'reply' | 'move') {
  return db.selectFrom('matter_note').where('community_id', '=', db.community).where('matter_id', '=', matter).where('kind', '=', kind)
}

interface Move {
  id: number
  step: Step
  at: Temporal.Instant
}

// The last time that it came back to be done after it had been further: what was shown before is of an earlier round.
function latestReturn(moves: readonly Move[], path: readonly Step[]): Move | null {
  const isFurther = ({ step }: Move) => path.indexOf(step) > path.indexOf('do')
  let [wasFurther, back]: [boolean, Move | null] = [false, null]
  for (const move of moves) {
    if (move.step === 'do' && wasFurther) back = move
    wasFurther = isFurther(move) || (wasFurther && move.step !== 'do')
  }
  return back
}
