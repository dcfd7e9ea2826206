// 排班: a turn, or a weekly pattern of turns, for somebody; or open to whoever takes it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotKeep } from '#modules/duty/duty.ts'
import { rosterFound } from '#modules/duty/find.ts'
import { leaveOpen } from '#modules/duty/leave-open.ts'
import { MOST_WEEKS, turnsOf, type Pattern } from '#modules/duty/pattern.ts'
import { putOn, type Span } from '#modules/duty/put-on.ts'
import { clock, maybeId, which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyFieldText, dutyText } from '#text/duty.ts'

export const addTurnsInput = z.strictObject({
  id: which,
  person: maybeId.meta({ label: lang => dutyFieldText(lang).person, hint: lang => dutyFieldText(lang).personHint }),
  on: z.iso.date().meta({ label: lang => dutyFieldText(lang).on, wrong: lang => dutyFieldText(lang).onWrong, control: 'date' }),
  from: clock.meta({ label: lang => dutyFieldText(lang).from, hint: lang => dutyFieldText(lang).clockHint, wrong: lang => dutyFieldText(lang).clockWrong }),
  until: clock.meta({ label: lang => dutyFieldText(lang).until, hint: lang => dutyFieldText(lang).untilHint, wrong: lang => dutyFieldText(lang).clockWrong }),
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]).meta({
    label: lang => dutyFieldText(lang).days, hint: lang => dutyFieldText(lang).daysHint, wrong: lang => dutyFieldText(lang).daysWrong,
  }),
  weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(1).meta({ label: lang => dutyFieldText(lang).weeks, wrong: lang => dutyFieldText(lang).weeksWrong }),
})

/** Who is told of a turn that begins so soon is told at once: the digest might come too late. */
const SOON = { hours: 36 }

/** Puts somebody on duty; without a person the turns are open, and the team is told. All of them, or none. */
export const addTurns = action({
  name: 'duty.addTurns',
  summary: lang => dutyText(lang).summaryAddTurns,
  input: addTurnsInput,
  subject: (db, input, _actor: Actor) => rosterFound(db, input.id),
  refuse: mayNotKeep,
  run: async (db, { subject: roster, input, now }) => {
    const spans = await spansAhead(db, { ...input, days: [...new Set(input.days)] }, now)
    if (input.person === null) await leaveOpen(db, roster.id, spans, now)
    else await putOn(db, { roster, person: input.person, spans, field: 'person' })
    const first = spans[0]?.from_at ?? now
    const urgent = Temporal.Instant.compare(first, now.add(SOON)) < 0
    return { subject: `duty/${roster.id}`, answer: { id: roster.id, turns: spans.length }, facts: { person: input.person, turns: spans.length, urgent } }
  },
})

// What is over already is nobody's turn any more.
async function spansAhead(db: Reader, pattern: Pattern, now: Temporal.Instant): Promise<Span[]> {
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const spans = turnsOf(pattern, zone)
  if (spans.length === 0 || spans.some(span => Temporal.Instant.compare(span.until_at, now) <= 0)) {
    throw invalid([{ field: 'on', reason: lang => dutyText(lang).past }])
  }
  return spans
}
