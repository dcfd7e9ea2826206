// 申请更正: approved hours are wrong, says whose they are, or an organiser for him (Ministry Order 67).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { maybe, minutes, say, which, words } from '#modules/hours/fields.ts'
import { shareToCorrect } from '#modules/hours/find.ts'
import { mayNotAskCorrection } from '#modules/hours/may-not.ts'
import { minutesThat } from '#modules/hours/share.ts'
import type { Actor } from '#modules/people/public.ts'

export const askCorrectionInput = z.strictObject({
  id: which, person: maybe.meta({ control: 'hidden' }), minutes, why: words(say('correctionWhy'), 300, say('correctionHint')),
})

/** Asks. `person`: whose hours; the actor's own where nobody is named. Throws Invalid. */
export const askCorrection = action({
  name: 'hours.askCorrection',
  summary: say('summaryAskCorrection'),
  input: askCorrectionInput,
  subject: (db, input, actor: Actor) => shareToCorrect(db, input.id, input.person ?? actor.personId ?? 0),
  refuse: mayNotAskCorrection,
  run: async (db, { subject: share, input, actor, now }) => {
    const { id: correction } = await db.insertInto('hours_correction').values({
      community_id: db.community, serving_id: share.id, person_id: share.person_id, minutes: minutesThat(share, input.minutes), why: input.why,
      asked_by: actor.personId ?? 0, asked_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `servings/${share.id}`, answer: { id: share.id, correction }, facts: { correction, project: share.project.id } }
  },
})
