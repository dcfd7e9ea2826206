// Everything that is done with an order: the act, its fields in order, and whether it is about one of its dates.
import type { Action, Answer } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import * as orders from '#modules/orders/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Sent } from '#web/visit.ts'
import type { z } from 'zod'

/** A deed; without fields it is one tap. `whole`: about the order, not one of its dates. */
export interface Deed {
  readonly summary: Said
  readonly schema: z.ZodObject
  readonly fields: readonly string[]
  readonly whole: boolean
  readonly refuse: (actor: Actor, order: orders.OrderShown, date: DateThere | null, now: Temporal.Instant) => Said | null
  readonly send: (sent: Sent, input: Readonly<Record<string, unknown>>) => Promise<Answer>
}

/** A date as the rules see it. */
export type DateThere = Parameters<typeof orders.mayNotInOrder.accept>[1]['date']

const { mayNotInOrder: mayNot } = orders

function about<Schema extends z.ZodObject, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, rule: typeof mayNot.accept, fields: readonly string[] = []): Deed {
  return {
    summary: act.summary, schema: act.input, fields, whole: false, send: (sent, input) => sent.act(act, input),
    refuse: (actor, order, date, now) => date === null ? act.summary : rule(actor, { order, date }, now),
  }
}

function whole<Schema extends z.ZodObject, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, rule: typeof mayNot.end, fields: readonly string[]): Deed {
  return { summary: act.summary, schema: act.input, fields, whole: true, send: (sent, input) => sent.act(act, input), refuse: (actor, order, _date, now) => rule(actor, order, now) }
}

/** By the name of the act without its module. */
export const DEEDS = {
  accept: about(orders.acceptOrder, mayNot.accept),
  takePlace: about(orders.takePlace, mayNot.takePlace),
  begin: about(orders.beginOrder, mayNot.begin),
  finish: about(orders.finishOrder, mayNot.finish, ['came', 'seen', 'log']),
  confirm: about(orders.confirmOrder, mayNot.confirm),
  rate: about(orders.rateOrder, mayNot.rate, ['stars', 'text']),
  giveBack: about(orders.giveBackOrder, mayNot.giveBack, ['why']),
  callOff: about(orders.callOffOrder, mayNot.callOff, ['why']),
  judgeRating: about(orders.judgeRating, mayNot.judge),
  agree: whole(orders.agreeToVisits, mayNot.agree, ['share', 'how']),
  withdraw: whole(orders.withdrawFromVisits, mayNot.withdraw, []),
  end: whole(orders.endOrder, mayNot.end, ['why']),
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS

/** Whether there is such a deed. */
export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(DEEDS, name)
}

/** A date of the page as the rules see it. */
export function dateThere(date: orders.DateShown): DateThere {
  const instant = (text: string) => Temporal.Instant.from(text)
  return {
    ...date, begins_at: instant(date.begins_at), ends_at: instant(date.ends_at), held_until: date.held_until === null ? null : instant(date.held_until),
    began_at: date.began_at === null ? null : instant(date.began_at),
  }
}
