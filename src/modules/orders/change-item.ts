// 改菜单: what was agreed in orders that are there stays as it was: their dates keep their length.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { say, which } from '#modules/orders/fields.ts'
import { itemToChange, teamAndProject } from '#modules/orders/find-item.ts'
import { itemFields, mayNotKeepMenu } from '#modules/orders/item.ts'
import { writtenItem } from '#modules/orders/make-item.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

export const changeItemInput = z.strictObject({ id: which, ...itemFields })

/** Changes it; a team's leader neither takes it from another team nor gives it away. */
export const changeItem = action({
  name: 'orders.changeItem',
  summary: say('summaryChangeItem'),
  input: changeItemInput,
  subject: (db, input, _actor: Actor) => itemToChange(db, input.id),
  refuse: (actor, item) => mayNotKeepMenu(actor, item.organisation_id) ?? (item.retired_at === null ? null : say('retired')),
  run: async (db, { input: { id, ...input }, subject: item, actor, now }) => {
    const why = mayNotKeepMenu(actor, input.team)
    if (why) throw new Refused(why)
    if (input.kind !== item.kind) throw new Refused(say('sameKind'))
    await teamAndProject(db, input, await localDay(db, now))
    await db.updateTable('menu_item').set(writtenItem(input)).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `menu/${id}`, answer: { id }, facts: { class: input.class, skills: input.skills, team: input.team } }
  },
})
