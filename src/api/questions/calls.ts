// What programs may ask about calls for help: those that concern the caller of the API, one with its course, and how fast help came.
import { z } from 'zod'
import { callById, callFigures, callsShown, isCallers, NEED_KEYS, isNeed, receiptSubject, RING_KEYS, shownName, stateOf, type CallListed } from '#modules/calls/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { apiCallText } from '#text/api-calls.ts'
import { list, question, type Question } from './question.ts'
import { count, flagAsked, id, idAsked, instant, maybeId, maybeInstant, maybeText, receiptAsked, text, told } from './shapes.ts'

const said = <Shape extends z.ZodType>(shape: Shape, key: keyof typeof apiCallText.pairs) => shape.meta({ label: lang => apiCallText(lang)[key] })

const call = z.strictObject({
  id, need: said(z.enum(NEED_KEYS), 'need'), urgent: z.boolean(), state: said(z.enum(['asking', 'claimed', 'arrived', 'ended']), 'state'),
  where: said(text, 'where'), place: said(maybeId, 'place'), calledAt: said(instant, 'calledAt'), untilAt: said(instant, 'untilAt'), endedAt: said(maybeInstant, 'endedAt'),
  wanted: said(count, 'wanted'), going: said(count, 'going'), askedMe: said(z.boolean(), 'askedMe'), mine: said(z.boolean(), 'mine'),
})

const ring = z.strictObject({
  ring: said(count, 'ring'), who: said(z.enum(RING_KEYS), 'who'), asked: said(count, 'askedMany'), declined: said(count, 'declined'), askedAt: said(instant, 'askedAt'),
})

const helper = z.strictObject({
  name: said(text, 'name'), near: said(text, 'near'), claimedAt: said(instant, 'claimedAt'), arrivedAt: said(maybeInstant, 'arrivedAt'), confirmedAt: said(maybeInstant, 'confirmedAt'),
})

const QUARTER = { hours: 90 * 24 }

export const CALLS: readonly Question[] = [
  list({
    name: 'calls.list', input: { open: flagAsked.optional() }, item: call,
    ask: async (db, actor, { open }, { after, limit }) =>
      (await callsShown(db, actor, { open: open === true, limit: limit + 1, ...after !== null && { before: after } })).map(one => answered(actor, one)),
  }),
  question({
    name: 'calls.show', input: { id: idAsked, code: receiptAsked },
    output: call.extend({
      text: said(text, 'text'), caller: said(maybeText, 'caller'), rings: said(z.array(ring), 'rings'), helpers: said(z.array(helper), 'helpers'), matter: said(maybeId, 'matter'),
    }),
    ask: async (db, actor, asked, { secrets }) => {
      const found = await callById(db, actor, asked.id, asked.code !== '' && asked.code === secrets.receipt(receiptSubject(db.community, asked.id)))
      return {
        ...answered(actor, found), text: found.text, caller: found.caller, matter: found.inside ? found.call.matter_id : null,
        rings: found.rings.flatMap(one => RING_KEYS.filter(who => who === one.who).map(who => ({ ring: one.ring, who, asked: one.asked, declined: one.declined, askedAt: one.asked_at.toString() }))),
        helpers: found.call.helpers.map(one => ({
          name: found.inside ? one.name : shownName('zh', one), near: one.near, claimedAt: one.claimed_at.toString(), arrivedAt: told(one.arrived_at), confirmedAt: told(one.confirmed_at),
        })),
      }
    },
  }),
  question({
    name: 'calls.figures', input: {},
    output: z.strictObject({
      calls: said(count, 'calls'), answered: said(count, 'answered'), there: said(count, 'there'), claimed: said(count, 'claimed'),
      median: said(z.number().nullable(), 'median'), disturbed: said(z.number().nullable(), 'disturbed'),
    }),
    ask: async (db, _actor, _asked, { now }) => callFigures(db, now.subtract(QUARTER)),
  }),
]

function answered(actor: Actor, { call: one, inside, where }: Pick<CallListed, 'call' | 'inside' | 'where'>): z.input<typeof call> {
  return {
    id: one.id, need: isNeed(one.need) ? one.need : 'other', urgent: one.urgent, state: stateOf(one), where, place: inside ? one.place.id : null,
    calledAt: one.called_at.toString(), untilAt: one.until_at.toString(), endedAt: told(one.ended_at), wanted: one.wanted, going: one.helpers.length,
    askedMe: one.asked, mine: isCallers(actor, one),
  }
}
