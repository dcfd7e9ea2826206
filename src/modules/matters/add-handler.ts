// 协办: somebody else is asked to work on a matter too, a person or a whole organisation.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { handlerFields, handlerIn } from '#modules/matters/hand-on.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { handlersText } from '#text/work-more.ts'

/** Asks a person or an organisation to help. From then on they may do what those who handle it do. */
export const addHandler = action({
  name: 'matters.addHandler',
  summary: lang => handlersText(lang).summaryAdd,
  input: z.strictObject({ id: matterId, ...handlerFields }),
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { person, organisation } = await handlerIn(db, input, await localDay(db, now))
    const lead = { person_id: matter.lead_id, organisation_id: matter.lead_organisation_id }
    const same = [lead, ...matter.handlers].some(one => person === null ? one.person_id === null && one.organisation_id === organisation : one.person_id === person)
    if (same) throw invalid([{ field: person === null ? 'organisation' : 'person', reason: lang => handlersText(lang).already }])
    await db.insertInto('matter_handler').values({
      community_id: db.community, matter_id: matter.id, person_id: person, organisation_id: organisation,
      asked_by: doer(actor), asked_at: now.toString(),
    }).execute()
    // Who is named is told: the person alone, or everybody of the organisation.
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { person, organisation: person === null ? organisation : null } }
  },
})
