// 帮好了: the call is done, and the time really served goes to the hours, where a second person approves it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { subjectOf, type Call } from '#modules/calls/call.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { isCallers, mayNotCall } from '#modules/calls/may-not.ts'
import { endCall } from '#modules/calls/over.ts'
import { projectNamed, recordServing } from '#modules/hours/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

export const finishInput = z.strictObject({
  id: callId, receipt: receiptCode,
  minutes: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(720)]).nullable().default(null).meta({
    label: lang => callText(lang).minutes, hint: lang => callText(lang).minutesHint, wrong: lang => callText(lang).minutesWrong,
  }),
})

const MINUTE = 60_000
/** Nobody is at one door longer than this without saying so again. */
const MOST = 720

/** Ends it as helped. The minutes are those since the door, or fewer where somebody says so; never the way there. */
export const finishCall = action({
  name: 'calls.finish',
  summary: lang => callText(lang).summaryFinish,
  input: finishInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.finish,
  run: async (db, { subject: call, input, actor, now }) => {
    const clocks = await endCall(db, call, { how: 'helped', by: actor.personId, now })
    await served(db, call, { minutes: input.minutes, byCaller: isCallers(actor, call), by: actor.personId, now })
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, clocks } }
  },
})

interface Served {
  minutes: number | null
  byCaller: boolean
  by: number | null
  now: Temporal.Instant
}

async function served(db: Writer, call: Call, { minutes, byCaller, by, now }: Served): Promise<void> {
  const there = call.helpers.flatMap(({ person_id, arrived_at, confirmed_at }) => {
    const since = confirmed_at ?? arrived_at
    return since ? [{ person: person_id, since, sure: confirmed_at !== null }] : []
  })
  const people = there.map(({ person, since }) => {
    const whole = Math.min(MOST, Math.max(1, Math.round((now.epochMilliseconds - since.epochMilliseconds) / MINUTE)))
    return { person, minutes: Math.min(minutes ?? whole, whole), began: since }
  })
  const first = there.map(one => one.since).sort(Temporal.Instant.compare)[0]
  if (!first) return
  await recordServing(db, {
    project: await projectNamed(db, 'calls', now), about: subjectOf(call), placeId: call.place.entrance_id ?? call.place.building_id ?? call.place.estate_id,
    served: 1, proof: byCaller || there.every(one => one.sure) ? 'confirmed' : 'written', began: first,
    ended: Temporal.Instant.compare(now, first) > 0 ? now : first.add({ minutes: 1 }), recordedBy: by, now, people,
  })
}
