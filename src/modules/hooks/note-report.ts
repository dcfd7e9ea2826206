// Which program a matter came from, and the number that it has there. Only the door of hooks calls it, right after raising the matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { hookText } from '#text/hooks.ts'

/** Writes it down, once for each matter. */
export const noteReport = action({
  name: 'hooks.noteReport',
  summary: lang => hookText(lang).summaryNote,
  input: z.strictObject({ hook: z.number().int().positive(), matter: z.number().int().positive(), reference: z.string().max(100) }),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: () => null,
  run: async (db, { input: { hook, matter, reference }, now }) => {
    await db.insertInto('hook_report').values({ community_id: db.community, hook_id: hook, matter_id: matter, reference,
      at: now.toString() })
      .onConflict(there => there.doNothing()).execute()
    return { subject: `hooks/${hook}`, answer: { id: matter }, facts: { matter } }
  },
})
