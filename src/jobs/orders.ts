// Orders by the clock: next dates, the waiting list, reminders and alarms, what counts as confirmed, what is forgotten.
import type { z } from 'zod'
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import {
  confirmDue, datesToConfirm, forgetOrders, orderRemindersDue, ordersToForget, ordersToPlan, passPlaceOn, placesToPass, planAhead, remindOfOrder,
} from '#modules/orders/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendOrders(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    const { plan, pass, remind, confirm } = await house.database.look(community, async db => ({
      plan: await ordersToPlan(db, now), pass: await placesToPass(db, now), remind: await orderRemindersDue(db, now), confirm: await datesToConfirm(db, now),
    }))
    for (const id of plan) await done(house, community, planAhead, { id })
    for (const due of pass) await done(house, community, passPlaceOn, due)
    for (const due of remind) await done(house, community, remindOfOrder, due)
    for (const due of confirm) await done(house, community, confirmDue, due)
  }
}

/** Erases words and addresses that have reached their end, everywhere. */
export async function forgetOldOrders(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const due = await house.database.look(community, db => ordersToForget(db, house.clock()))
    if (due.length > 0) await done(house, community, forgetOrders, {})
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, act: Action<Actor, Schema, Subject, A>, input: object): Promise<void> {
  await perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), input).catch((problem: unknown) => {
    // Refused: another process has done it. One that cannot be looked after must not keep the others waiting.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name, ...input }, 'an order was not looked after')
  })
}
