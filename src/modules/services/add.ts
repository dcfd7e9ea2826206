// A service comes onto the list.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { mayNotKeepServices, serviceFields } from '#modules/services/service.ts'
import { notTwice } from '#modules/services/not-twice.ts'
import { servicesText } from '#text/services.ts'

export const addServiceInput = z.strictObject(serviceFields)

/** Adds it. A name stands once in its class. */
export const addService = action({
  name: 'services.add',
  summary: lang => servicesText(lang).summaryAdd,
  input: addServiceInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: mayNotKeepServices,
  run: async (db, { input, actor, now }) => {
    await notTwice(db, input)
    const { id } = await db.insertInto('service').values({
      community_id: db.community, ...input, phone: input.phone || null, made_by: actor.personId ?? 0, made_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `services/${id}`, answer: { id }, facts: { class: input.class } }
  },
})
