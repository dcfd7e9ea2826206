// Orders by the clock: next dates, the waiting list, reminders and alarms, what counts as confirmed, what is forgotten.
import {
  confirmDue, datesToConfirm, forgetOrders, orderRemindersDue, ordersToForget, ordersToPlan, passPlaceOn, placesToPass, planAhead, remindOfOrder,
} from '#modules/orders/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendOrders(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    const { plan, pass, remind, confirm } = await house.database.look(community, async db => ({
      plan: await ordersToPlan(db, now), pass: await placesToPass(db, now), remind: await orderRemindersDue(db, now), confirm: await datesToConfirm(db, now),
    }))
    for (const id of plan) await byClock(house, community, planAhead, { id })
    for (const due of pass) await byClock(house, community, passPlaceOn, due)
    for (const due of remind) await byClock(house, community, remindOfOrder, due)
    for (const due of confirm) await byClock(house, community, confirmDue, due)
  })
}

/** Erases words and addresses that have reached their end, everywhere. */
export async function forgetOldOrders(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    const due = await house.database.look(community, db => ordersToForget(db, now))
    if (due.length > 0) await byClock(house, community, forgetOrders, {})
  })
}
