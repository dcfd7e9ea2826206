// 上菜单: a team leader or the secretary puts something on the menu, made from skills.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say } from '#modules/orders/fields.ts'
import { teamAndProject } from '#modules/orders/find-item.ts'
import { itemFields, mayNotKeepMenu } from '#modules/orders/item.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

export const makeItemInput = z.strictObject(itemFields)

/** Puts it there. */
export const makeItem = action({
  name: 'orders.makeItem',
  summary: say('summaryMakeItem'),
  input: makeItemInput,
  subject: async (_db, input, _actor: Actor) => input.team,
  refuse: mayNotKeepMenu,
  run: async (db, { input, actor, now }) => {
    await teamAndProject(db, input, await localDay(db, now))
    const { id } = await db.insertInto('menu_item').values({
      community_id: db.community, ...writtenItem(input), made_by: actor.personId ?? 0, made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `menu/${id}`, answer: { id }, facts: { class: input.class, kind: input.kind, skills: input.skills, team: input.team } }
  },
})

/** What was written, as a row holds it. */
export function writtenItem(input: z.output<typeof makeItemInput>) {
  const { name, about, kind, skills, minutes, notDone, meantFor, mostADay, offHours, team, project } = input
  return {
    class: input.class, kind, name, about, not_done: notDone, skills, minutes, meant_for: meantFor, most_a_day: mostADay, off_hours: offHours,
    organisation_id: team, project_id: project,
  }
}
