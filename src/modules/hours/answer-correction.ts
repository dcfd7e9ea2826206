// 答复更正: somebody who neither asked nor served in it corrects the hours, or says why not. The ledger takes back and posts anew.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { say, which } from '#modules/hours/fields.ts'
import { correctionToAnswer } from '#modules/hours/find.ts'
import { post, takeBack } from '#modules/hours/ledger.ts'
import { mayNotAnswer } from '#modules/hours/may-not.ts'
import { countedTwice, holdHours } from '#modules/hours/twice.ts'
import { twiceSaid } from '#modules/hours/written.ts'
import type { Actor } from '#modules/people/public.ts'
import { hoursText } from '#text/hours.ts'

export const answerCorrectionInput = z.strictObject({
  id: which,
  granted: z.enum(['yes', 'no']).meta({ label: say('granted'), control: 'hidden', wrong: say('grantedWrong') }),
  answer: z.string().trim().max(200).default('').meta({ label: say('answer'), hint: say('answerHint') }),
})

/** Answers. Without a reason nobody says no; refused where the time would count twice. Throws Invalid. */
export const answerCorrection = action({
  name: 'hours.answerCorrection',
  summary: say('summaryAnswerCorrection'),
  input: answerCorrectionInput,
  subject: (db, input, _actor: Actor) => correctionToAnswer(db, input.id),
  refuse: mayNotAnswer,
  run: async (db, { subject: correction, input, actor, now }) => {
    const granted = input.granted === 'yes'
    if (!granted && input.answer.length < 2) throw invalid([{ field: 'answer', reason: lang => hoursText(lang).answerWrong }])
    const by = actor.personId ?? 0
    if (granted) await correct(db, correction, by, now)
    await db.updateTable('hours_correction').set({ granted, answer: input.answer, answered_by: by, answered_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', correction.id).execute()
    const facts = { correction: correction.id, to: granted ? 'granted' : 'refused', person: correction.person_id, project: correction.project.id }
    return { subject: `servings/${correction.serving_id}`, answer: { id: correction.serving_id, granted }, facts }
  },
})

type Wish = Awaited<ReturnType<typeof correctionToAnswer>>

async function correct(db: Writer, { id, serving_id, person_id, minutes, project, shares }: Wish, by: number, now: Temporal.Instant): Promise<void> {
  const was = shares.find(({ person }) => person === person_id)
  await holdHours(db, [person_id])
  // Whoever had no minute there was not looked at when it was approved.
  const twice = was && was.minutes === 0 ? await countedTwice(db, [was]) : undefined
  if (twice) throw new Refused(twiceSaid(twice))
  const posted = { serving: serving_id, project: project.id, by, now, correction: id }
  await takeBack(db, posted, person_id)
  await db.updateTable('serving_share').set({ minutes }).where('community_id', '=', db.community).where('serving_id', '=', serving_id)
    .where('person_id', '=', person_id).execute()
  await post(db, posted, [{ person: person_id, minutes }])
}
