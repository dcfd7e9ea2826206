// 再叫一圈: by the clock, while nobody goes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Database, type Reader } from '#kit/db.ts'
import { askNext } from '#modules/calls/ask.ts'
import { answerClock, isWanted, subjectOf, type Call } from '#modules/calls/call.ts'
import { callByClock } from '#modules/calls/find.ts'
import { endCall } from '#modules/calls/over.ts'
import { keepTime } from '#modules/clocks/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'
import { sql } from 'kysely'

/**
 * Opens the next ring; after the last one, when the call's time is over, tells whoever called and whoever looks after the place that nobody came
 * (`to: unanswered`). Where whoever called or went has erased himself it does first what he would have done: ends it (`to: gone`), or begins the
 * five minutes anew (`to: left`). Done by the clock, never by a person; a process that comes second finds it done.
 */
export const widenCall = action({
  name: 'calls.widen',
  summary: lang => callText(lang).summaryWiden,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor) => {
    const call = await callByClock(db, input.id)
    return { call, gone: await isCallerGone(db, call), left: await isLeft(db, call) }
  },
  refuse: (_actor, found, now) => isDue(found, now) ? null : lang => callText(lang).notDue,
  run: async (db, { subject: { call, gone, left }, now }) => {
    const done = { subject: subjectOf(call), answer: { id: call.id } }
    if (gone) return { ...done, facts: { to: call.urgent ? 'goneUrgent' : 'gone', clocks: await endCall(db, call, { how: 'called_off', by: call.caller_id, now }) } }
    if (Temporal.Instant.compare(now, call.until_at) >= 0) {
      await db.updateTable('call').set({ next_at: null }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
      // Where somebody goes and only a second one is missing, nobody is told that nobody went.
      return { ...done, facts: { ...call.helpers.length === 0 && { to: 'unanswered' }, urgent: call.urgent } }
    }
    // The ring opens at the next look, an entry of its own: it is told to others, and in other words.
    if (left) return { ...done, facts: { to: call.urgent ? 'leftUrgent' : 'left', clocks: await keepTime(db, subjectOf(call), now, [answerClock(call.place.id)]) } }
    return { ...done, facts: { urgent: call.urgent, ...await askNext(db, call, now) } }
  },
})

interface Found {
  readonly call: Call
  readonly gone: boolean
}

function isDue({ call, gone }: Found, now: Temporal.Instant): boolean {
  return call.ended_at === null && (gone || isWanted(call)) && call.next_at !== null && Temporal.Instant.compare(call.next_at, now) <= 0
}

async function isCallerGone(db: Reader, { caller_id }: Call): Promise<boolean> {
  return caller_id !== null && await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', caller_id)
    .where('erased_at', 'is not', null).executeTakeFirst() !== undefined
}

// Nobody goes, and the five minutes do not run: whoever went has not given it back himself.
async function isLeft(db: Reader, call: Call): Promise<boolean> {
  return call.helpers.length === 0 && await db.selectFrom('clock').select('id').where('community_id', '=', db.community)
    .where('subject', '=', subjectOf(call)).where('name', '=', 'answer').where('ended_at', 'is', null).executeTakeFirst() === undefined
}

/** The calls of all communities for which something is to be done by the clock, the longest due first. */
export async function callsDue(commons: Database['commons'], now: Temporal.Instant, most: number) {
  return commons.selectFrom(sql<{ community_id: number, call_id: number }>`calls_due(${at(now)}, ${most})`.as('due'))
    .select(['due.community_id', 'due.call_id']).execute()
}
