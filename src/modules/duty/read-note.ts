// 确认交接: whoever is on duty next says that he has read what was handed over.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { EARLY } from '#modules/duty/duty.ts'
import { noTurn } from '#modules/duty/find.ts'
import { which } from '#modules/duty/words.ts'
import { turnToNote } from '#modules/duty/write-note.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Confirms it once; later ones are told that it was confirmed already. */
export const readNote = action({
  name: 'duty.readNote',
  summary: lang => dutyText(lang).summaryReadNote,
  input: z.strictObject({ id: which }),
  subject: async (db, input, actor: Actor, { now }) => {
    const turn = await turnToNote(db, actor, input.id)
    if (!turn.hasNote) throw noTurn()
    return { ...turn, next: turn.person_id !== actor.personId && await isOnDutyAfter(db, actor, turn, now) }
  },
  refuse: (_actor, { next, read_at }) => !next ? lang => dutyText(lang).noteNotNext : read_at === null ? null : lang => dutyText(lang).answered,
  run: async (db, { subject: turn, actor, now }) => {
    await db.updateTable('duty_note').set({ read_by: actor.personId, read_at: now.toString() })
      .where('community_id', '=', db.community).where('turn_id', '=', turn.id).execute()
    return { subject: `duty/${turn.roster_id}`, answer: { id: turn.id }, facts: { turn: turn.id } }
  },
})

async function isOnDutyAfter(db: Reader, actor: Actor, turn: { organisation_id: number, until_at: Temporal.Instant }, now: Temporal.Instant): Promise<boolean> {
  return await turnsAbout(db, actor, now).where('around.organisation_id', '=', turn.organisation_id).where('about.until_at', '>', at(turn.until_at))
    .limit(1).executeTakeFirst() !== undefined
}

/** The actor's own turns that go on now or begin within the hour, with their teams: while he has one he reads what is handed over there. */
export function turnsAbout(db: Reader, actor: Actor, now: Temporal.Instant) {
  return db.selectFrom('duty_turn as about')
    .innerJoin('duty_roster as around', join => join.onRef('around.community_id', '=', 'about.community_id')
      .onRef('around.id', '=', 'about.roster_id'))
    .select('around.organisation_id')
    .where('about.community_id', '=', db.community).where('about.person_id', '=', actor.personId ?? 0)
    .where('about.called_off_at', 'is', null)
    .where('about.from_at', '<=', at(now.add(EARLY))).where('about.until_at', '>', at(now))
}
