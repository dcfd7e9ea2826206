// 撤下: nobody orders it any more; what was ordered is still served.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which } from '#modules/orders/fields.ts'
import { itemToChange } from '#modules/orders/find-item.ts'
import { mayNotKeepMenu } from '#modules/orders/item.ts'
import type { Actor } from '#modules/people/public.ts'

/** Takes it off the menu. */
export const retireItem = action({
  name: 'orders.retireItem',
  summary: say('summaryRetireItem'),
  input: z.strictObject({ id: which }),
  subject: (db, input, _actor: Actor) => itemToChange(db, input.id),
  refuse: (actor, item) => mayNotKeepMenu(actor, item.organisation_id) ?? (item.retired_at === null ? null : say('retired')),
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('menu_item').set({ retired_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `menu/${id}`, answer: { id } }
  },
})
