// 提醒: something of an election is due within three days, or is late; whoever keeps elections hears of it, each once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { course, termDates } from '#modules/elections/course.ts'
import { stageOf } from '#modules/elections/election.ts'
import { asWithFacts, withFacts, type WithFacts } from '#modules/elections/facts.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Rules } from '#modules/law/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

const SOON = { days: 3 }

/** What is to be told: a step or a date of the term. */
export interface Reminder {
  readonly duty: string
  readonly due_on: string
  readonly late: boolean
}

/** Done by the clock: tells the most pressing one. */
export const remindOfElection = action({
  name: 'elections.remind',
  summary: say('summaryRemind'),
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const election = await electionToChange(db, input.id)
    return { election, due: (await remindersDue(db, now, election.id)).get(election.id) ?? [] }
  },
  refuse: (_actor, { due }) => due.length > 0 ? null : say('nothingDue'),
  run: async (db, { subject: { election, due }, now }) => {
    await db.insertInto('election_reminder').values(due.map(one => ({ community_id: db.community, election_id: election.id, ...one, told_at: now.toString() }))).execute()
    const [first] = due.toSorted((a, b) => Number(b.late) - Number(a.late) || a.due_on.localeCompare(b.due_on))
    return { subject: `elections/${election.id}`, answer: { id: election.id, told: due.length }, facts: { duty: first?.duty, to: first?.late === true ? 'late' : 'due', on: first?.due_on } }
  },
})

/** What was not told yet, by election; of one, or of all that run. */
export async function remindersDue(db: Reader, now: Temporal.Instant, only?: number): Promise<Map<number, Reminder[]>> {
  const today = await localDay(db, now)
  const rows = await withFacts(db).where('election.stopped_at', 'is', null).$if(only !== undefined, one => one.where('election.id', '=', only ?? 0)).execute()
  if (rows.length === 0) return new Map()
  const told = await db.selectFrom('election_reminder').select(['election_id', 'duty', 'due_on', 'late']).where('community_id', '=', db.community).execute()
  const due = new Map<number, Reminder[]>()
  for (const one of rows.map(asWithFacts)) {
    const { rules } = await rulesFor(db, one.election.estate.id, today)
    const fresh = remindersOf(rules, one, today).filter(reminder =>
      !told.some(row => row.election_id === one.election.id && row.duty === reminder.duty && row.due_on === reminder.due_on && row.late === reminder.late))
    if (fresh.length > 0) due.set(one.election.id, fresh)
  }
  return due
}

/** What is due soon or late on a day. Dates of the term end with the term: by then another committee is there, or is late. Pure. */
export function remindersOf(rules: Rules, { election, facts }: WithFacts, today: string): Reminder[] {
  const dated = [
    ...course(rules, election, facts, today).filter(({ state, by }) => state !== 'done' && by !== null).map(({ step, by }) => ({ duty: step, on: by?.on ?? '' })),
    ...stageOf(election) === 'office' && election.members.some(({ since, until }) => since !== null && until === null) ? termDates(rules, election).map(({ duty, on }) => ({ duty, on })) : [],
  ]
  const soon = Temporal.PlainDate.from(today).add(SOON).toString()
  return dated.filter(({ on }) => on <= soon).map(({ duty, on }) => ({ duty, due_on: on, late: on < today }))
}
