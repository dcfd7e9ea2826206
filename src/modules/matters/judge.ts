// What every judgement has in common: the case is settled, the thing stands otherwise, and its journal entry says what, never the words.
import { z } from 'zod'
import type { HideReason, Standing, Verdict } from '#db/tables.ts'
import type { Facts } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { calendarOf, clocksOf, keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import type { CaseOf, CaseToJudge } from '#modules/matters/cases.ts'
import { setStanding } from '#modules/matters/thing.ts'
import { clocksToBegin } from '#modules/matters/time.ts'
import { judgedAs } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** Which case. */
export const caseId = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A judgement; `by` is null for the clock and for the author himself. */
export interface Judgement {
  verdict: Verdict
  by: Actor | null
  reason?: HideReason
  words?: string
}

/** Writes the judgement down and lets the thing stand so. Answers what its journal entry holds of it. */
export async function judge(db: Writer, { one, matter }: CaseToJudge, judgement: Judgement, standing: Standing, now: Temporal.Instant): Promise<Facts> {
  const { verdict, by, reason, words } = judgement
  await db.updateTable('moderation_case').set({
    verdict, reason: reason ?? null, words: words || null, judged_by: by?.personId ?? null,
    judged_as: by && judgedAs(by, matter.place), judged_at: now.toString(),
  }).where('community_id', '=', db.community).where('id', '=', one.id).execute()
  if (one.standing !== standing) await setStanding(db, { kind: one.kind, id: one.thing_id }, standing)
  return { case: one.id, thing: one.kind, of: one.thing_id, ...reason && { reason }, ...one.author_id !== null && { person: one.author_id } }
}

/** Lets it appear, to be worked on as if it had just come. */
export async function letAppear(db: Writer, found: CaseToJudge, judgement: Judgement, now: Temporal.Instant): Promise<Facts> {
  const { one } = found
  const facts = await judge(db, found, judgement, 'shown', now)
  const opens = one.standing === 'shown' ? {} : { opens: one.note_kind ?? 'own' }
  return { ...facts, ...opens, ...one.kind === 'matter' ? await letRun(db, found, now) : {} }
}

/** Its clocks run: from now on where nobody had worked on it, or on where they stood still. */
export async function letRun(db: Writer, { one, matter }: CaseToJudge, now: Temporal.Instant): Promise<Facts> {
  const subject = `matters/${matter.id}`
  const begun = (await clocksOf(db, subject)).length > 0
  const commands: ClockCommand[] = !begun ? clocksToBegin(await calendarOf(db), matter, now)
    : one.standing === 'hidden' && matter.paused_at === null ? [{ do: 'resume' }] : []
  const clocks = await keepTime(db, subject, now, commands)
  if (begun) return { clocks }
  // What nobody was told of yet is told now, as urgently as it was meant.
  const { kind } = await db.updateTable('matter').set({ step_since: now.toString() })
    .where('community_id', '=', db.community).where('id', '=', matter.id).returning('kind').executeTakeFirstOrThrow()
  return { clocks, opens: 'matter', kind, urgent: matter.urgent }
}

/** How something stands that its author is to change: what nobody worked on yet stays so. */
export function keptBack({ standing }: Pick<CaseOf, 'standing'>): Standing {
  return standing === 'held' ? 'held' : 'screened'
}
