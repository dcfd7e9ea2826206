// What is written of a service is put right.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { serviceToChange } from '#modules/services/find.ts'
import { notTwice } from '#modules/services/not-twice.ts'
import { mayNotKeepServices, serviceFields } from '#modules/services/service.ts'
import { servicesText } from '#text/services.ts'

/** Changes it, all fields at once. */
export const changeService = action({
  name: 'services.change',
  summary: lang => servicesText(lang).summaryChange,
  input: z.strictObject({ id: z.coerce.number().int().positive().meta({ control: 'hidden' }), ...serviceFields }),
  subject: (db, input, _actor: Actor) => serviceToChange(db, input.id),
  refuse: mayNotKeepServices,
  run: async (db, { input, subject: { id }, now }) => {
    await notTwice(db, input)
    const { id: _id, ...fields } = input
    await db.updateTable('service').set({ ...fields, phone: input.phone || null, changed_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `services/${id}`, answer: { id }, facts: { class: input.class } }
  },
})
