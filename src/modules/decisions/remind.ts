// 提醒: three days before the close whoever has not voted; two days before the opening whoever keeps it, of what is missing; then of the result that must hang.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { decisionByClock, sittingOf, type Decision } from '#modules/decisions/decision.ts'
import { hindrancesOf } from '#modules/decisions/open.ts'
import { decisionDates } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

/** What somebody is reminded of. */
export const REMINDERS = ['voters', 'stuck', 'result'] as const
export type Reminder = typeof REMINDERS[number]

const BEFORE_CLOSE = Temporal.Duration.from({ hours: 72 })
const BEFORE_OPENING = Temporal.Duration.from({ hours: 48 })
const BEFORE_RESULT_IS_DUE = Temporal.Duration.from({ hours: 24 })

/** Done by the clock, never by a person; each reminder once for each moment that it is about. */
export const remindOfDecision = action({
  name: 'decisions.remind',
  summary: lang => decisionText(lang).summaryRemind,
  input: z.strictObject({ id: z.number().int().positive(), what: z.enum(REMINDERS) }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const decision = await decisionByClock(db, input.id)
    return { decision, about: await dueAbout(db, decision, input.what, now) }
  },
  refuse: (_actor, { about }) => about ? null : lang => decisionText(lang).notDue,
  run: async (db, { subject: { decision, about }, input }) => {
    await db.insertInto('decision_reminder').values({ community_id: db.community, decision_id: decision.id, what: input.what, at: (about ?? decision.made_at).toString() }).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { to: input.what } }
  },
})

/** The last day on which the result may still be posted, and none where the rules only say promptly or nothing. */
export function resultDueOn(decision: Decision): Temporal.PlainDate | null {
  if (!decision.rules || !decision.closes_at) return null
  const closes = decision.closes_at.toZonedDateTimeISO(decision.zone).toPlainDate()
  const dates = decisionDates(decision.rules, {
    sitting: sittingOf(decision), notice: null, opens: null, closes, resultPosted: null, elected: null, termEnds: null, groupRequested: null, groupFormed: null,
  })
  return dates.find(({ what }) => what === 'result')?.on ?? null
}

// The moment that the reminder is about, where it is due and was not told.
async function dueAbout(db: Reader, decision: Decision, what: Reminder, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const about = momentOf(decision, what)
  if (!about || Temporal.Instant.compare(now, about.subtract(ahead(what))) < 0) return null
  if (what === 'voters' && decision.closes_at && Temporal.Instant.compare(now, decision.closes_at) >= 0) return null
  if (what === 'stuck' && decision.opens_at && (await hindrancesOf(db, decision, decision.opens_at)).length === 0) return null
  const told = await db.selectFrom('decision_reminder').select('what').where('community_id', '=', db.community).where('decision_id', '=', decision.id)
    .where('what', '=', what).where('at', '=', at(about)).executeTakeFirst()
  return told ? null : about
}

function momentOf(decision: Decision, what: Reminder): Temporal.Instant | null {
  if (what === 'voters') return decision.stage === 'open' ? decision.closes_at : null
  if (what === 'stuck') return decision.stage === 'announced' ? decision.opens_at : null
  if (decision.stage !== 'closed') return null
  // Where the law says promptly, three days are taken, as Beijing says.
  const day = resultDueOn(decision) ?? decision.closed_at?.toZonedDateTimeISO(decision.zone).toPlainDate().add({ days: 3 })
  return day ? day.add({ days: 1 }).toZonedDateTime(decision.zone).toInstant() : null
}

function ahead(what: Reminder): Temporal.Duration {
  if (what === 'voters') return BEFORE_CLOSE
  return what === 'stuck' ? BEFORE_OPENING : BEFORE_RESULT_IS_DUE
}
