// Where the address of one serving leads: whoever served in it to his hours, whoever looks after it to the desk.
import { mayNotRecord, noServing, servingById } from '#modules/hours/public.ts'
import { idIn } from '#web/frame.ts'
import { goTo, type Page } from '#web/visit.ts'

/** GET /:community/servings/:id */
export const page: Page = async visit => {
  const { db, actor, community } = visit
  const serving = await servingById(db, idIn(visit))
  if (serving.shares.some(({ person }) => person === actor.personId)) return goTo(`/${community.slug}/me/hours`)
  if (mayNotRecord(actor, serving)) throw noServing()
  return goTo(`/${community.slug}/hours/approve#serving-${serving.id}`)
}
