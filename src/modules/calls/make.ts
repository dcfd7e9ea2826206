// 求助: one press, and those nearest are asked. A call is never turned away.
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { askNext } from '#modules/calls/ask.ts'
import { answerClock, arriveClock, receiptSubject, subjectOf, type Call } from '#modules/calls/call.ts'
import { callInput } from '#modules/calls/fields.ts'
import { needOf } from '#modules/calls/needs.ts'
import { ringsFor } from '#modules/calls/rule.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import type { Counting } from '#modules/moderation/public.ts'
import { callText } from '#text/calls.ts'

/** So often somebody may call before a worker phones back first, instead of neighbours being sent around. */
const OFTEN = { times: 4, seconds: 4 * 3600 }

/** Opens the first ring and starts both clocks. Answers how many were asked, and the receipt for whoever has no account. */
export const makeCall = action({
  name: 'calls.make',
  summary: lang => callText(lang).summaryMake,
  forOthers: true,
  input: callInput,
  subject: async (db, input, _actor: Actor) => placeById(db, input.place),
  refuse: () => null,
  run: async (db, { actor, input, subject: place, onBehalfOf, secrets, limits, from, now }) => {
    const need = needOf(input.need)
    checkReached(actor, input, place)
    if (need.health && !input.emergency) throw invalid([{ field: 'emergency', reason: lang => callText(lang).emergencyWrong }])
    const byPhone = input.channel === 'phone'
    const caller = onBehalfOf ?? (byPhone ? null : actor.personId)
    const tooOften = !byPhone && await isOften(db, { limits, from, now }, actor)
    const urgent = need.urgent === true || input.urgent
    const rings = await ringsFor(db, input.need, tooOften)
    const { id } = await db.insertInto('call').values({
      community_id: db.community, place_id: place.id, caller_id: caller, made_by: actor.personId, channel: input.channel, need: input.need, urgent,
      text: input.text, phone_sealed: input.phone ? secrets.encrypt(input.phone) : null,
      called_at: now.toString(), until_at: now.add({ hours: Number(input.hours) }).toString(), rings: JSON.stringify(rings), next_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    const opened = await askNext(db, fresh(id, { place, caller, actor, input, urgent, rings, now }), now)
    const clocks = await keepTime(db, subjectOf({ id }), now, [answerClock(place.id), arriveClock(place.id)])
    return {
      subject: subjectOf({ id }),
      answer: { id, asked: opened.asked, receipt: secrets.receipt(receiptSubject(db.community, id)) },
      facts: { place: place.id, need: input.need, urgent, channel: input.channel, ...tooOften && { tooOften }, ...opened, clocks },
    }
  },
})

// Somebody must be able to ask back: an account, or a number. Entering for a caller is for those who answer the phone.
function checkReached(actor: Actor, { channel, phone }: { channel: string, phone: string }, place: Place): void {
  const lacking = channel === 'phone' ? lacks(actor, 'enter for others', place) : null
  if (lacking) throw invalid([{ field: 'channel', reason: lacking }])
  if ((actor.personId === null || channel === 'phone') && phone === '') throw invalid([{ field: 'phone', reason: lang => callText(lang).phoneNeeded }])
}

async function isOften(db: Reader, { limits, from, now }: Counting, actor: Actor): Promise<boolean> {
  if (from === undefined) return false
  const who = actor.personId === null ? `address ${from}` : `person ${actor.personId}`
  return !(await limits.take(`${db.community} call ${who}`, OFTEN, now)).allowed
}

interface Given {
  place: Place
  caller: number | null
  actor: Actor
  input: { need: string, hours: string, channel: string }
  urgent: boolean
  rings: Call['rings']
  now: Temporal.Instant
}

// The row just written, as the rules see it.
function fresh(id: number, { place, caller, actor, input, urgent, rings, now }: Given): Call {
  return {
    id, place, caller_id: caller, made_by: actor.personId, channel: input.channel, need: input.need, urgent, called_at: now,
    until_at: now.add({ hours: Number(input.hours) }), rings, opened: 0, next_at: now, wanted: 1, ended_at: null, ended_how: null, matter_id: null,
    rated_at: null, helpers: [], asked: false, receipt: false,
  }
}
