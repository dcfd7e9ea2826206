// A service is no longer offered.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { serviceToChange } from '#modules/services/find.ts'
import { mayNotKeepServices } from '#modules/services/service.ts'
import { servicesText } from '#text/services.ts'

/** Takes it off the list; its row stays. */
export const retireService = action({
  name: 'services.retire',
  summary: lang => servicesText(lang).summaryRetire,
  input: z.strictObject({ id: z.coerce.number().int().positive().meta({ control: 'hidden' }) }),
  subject: (db, input, _actor: Actor) => serviceToChange(db, input.id),
  refuse: mayNotKeepServices,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('service').set({ retired_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `services/${id}`, answer: { id } }
  },
})
