// 我也这么想: shared once by each person, and taken back as easily.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { doer, matterId } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { planToChange, suggestionIn } from '#modules/plans/find.ts'
import { mayNot } from '#modules/plans/plan.ts'
import { suggestText } from '#text/plans.ts'

/** Shares a suggestion that everybody sees, or with `on` false no longer. Who did is not shown. */
export const supportSuggestion = action({
  name: 'plans.support',
  summary: lang => suggestText(lang).summarySupport,
  input: z.strictObject({ id: matterId, suggestion: z.coerce.number().int().positive().meta({ control: 'hidden' }), on: z.boolean().default(true).meta({ label: lang => suggestText(lang).meToo }) }),
  subject: async (db, input, actor: Actor) => {
    const planned = await planToChange(db, actor, input.id)
    return { planned, suggestion: await suggestionIn(db, input.id, input.suggestion, one => one.standing === 'shown' || (actor.personId !== null && one.author === actor.personId)) }
  },
  refuse: (actor, { planned, suggestion }) => mayNot.support(actor, planned, suggestion),
  run: async (db, { input, subject: { suggestion }, actor, now }) => {
    const person = doer(actor)
    if (input.on) {
      await db.insertInto('plan_support').values({ community_id: db.community, note_id: suggestion.id, person_id: person, at: now.toString() })
        .onConflict(twice => twice.doNothing()).execute()
    } else {
      await db.deleteFrom('plan_support').where('community_id', '=', db.community).where('note_id', '=', suggestion.id).where('person_id', '=', person).execute()
    }
    return { subject: `matters/${input.id}`, answer: { id: input.id }, facts: { suggestion: suggestion.id, on: input.on } }
  },
})
