// What can be done with a call by a form: the act, and why not.
import type { Action, Answer } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import * as calls from '#modules/calls/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Sent } from '#web/visit.ts'
import type { z } from 'zod'

/** A deed: its fields beside the call's number, and whether the receipt of somebody without an account is enough. */
export interface Deed {
  readonly summary: Said
  readonly schema: z.ZodObject
  readonly fields: readonly string[]
  readonly byReceipt: boolean
  readonly refuse: (actor: Actor, call: calls.Call) => Said | null
  readonly send: (sent: Sent, input: Readonly<Record<string, unknown>>) => Promise<Answer>
}

function deed<Schema extends z.ZodObject, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, refuse: Deed['refuse']): Deed {
  const names = Object.keys(act.input.shape)
  return {
    summary: act.summary, schema: act.input, fields: names.filter(name => name !== 'id' && name !== 'receipt'), byReceipt: names.includes('receipt'),
    refuse, send: (sent, input) => sent.act(act, input),
  }
}

const { mayNotCall: mayNot } = calls

/** By the name of the act without its module. */
export const DEEDS = {
  claim: deed(calls.claimCall, mayNot.claim),
  decline: deed(calls.declineCall, mayNot.decline),
  release: deed(calls.releaseCall, mayNot.release),
  askMore: deed(calls.askMore, mayNot.askMore),
  arrive: deed(calls.arriveAtCall, mayNot.arrive),
  confirmArrival: deed(calls.confirmArrival, mayNot.confirmArrival),
  finish: deed(calls.finishCall, mayNot.finish),
  callOff: deed(calls.callOff, mayNot.callOff),
  claimFor: deed(calls.claimCallFor, mayNot.claimFor),
  end: deed(calls.endCallHere, mayNot.end),
  rate: deed(calls.rateCall, mayNot.rate),
  raiseFinding: deed(calls.raiseFinding, mayNot.raiseFinding),
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS

/** Whether there is a deed of this name. */
export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(DEEDS, name)
}
