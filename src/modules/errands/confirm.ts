// 收到了，谢谢: the asker confirms that it is done and says thanks; what was no swap counts as time served.
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { ended } from '#modules/errands/ended.ts'
import { confirmInput } from '#modules/errands/fields.ts'
import { errandToChange, type ErrandFound } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import { projectNamed, recordServing } from '#modules/hours/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Confirms it. Of the minutes that both said the fewer count. A swap is no volunteering (unpaid, Volunteer Service Regulation 2). */
export const confirmErrand = action({
  name: 'errands.confirm',
  summary: lang => errandText(lang).summaryConfirm,
  input: confirmInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.confirm,
  run: async (db, { subject: errand, input, actor, now }) => {
    const minutes = Math.min(input.minutes, errand.finished_minutes ?? input.minutes)
    await db.updateTable('errand').set({ minutes, thanks: input.thanks || null })
      .where('community_id', '=', db.community).where('id', '=', errand.id).execute()
    await ended(db, errand.id, 'done', now)
    const serving = errand.swapped ? null : await served(db, errand, { minutes, confirmedBy: actor.personId, now })
    return {
      subject: `errands/${errand.id}`, answer: { id: errand.id, minutes },
      facts: { person: errand.taken_by, minutes, thanked: input.thanks !== '', ...serving !== null && { serving } },
    }
  },
})

async function served(db: Writer, errand: ErrandFound, { minutes, confirmedBy, now }: { minutes: number, confirmedBy: number | null, now: Temporal.Instant }) {
  if (errand.taken_by === null) throw new Error('a rule let an errand end that nobody took')
  const over = errand.finished_at ?? now
  // Nobody served before he said that he would.
  const began = [over.subtract({ minutes }), errand.taken_at ?? over].toSorted(Temporal.Instant.compare)[1] ?? over
  return recordServing(db, {
    project: await projectNamed(db, 'errands', now), about: `errands/${errand.id}`, placeId: errand.estate_id, served: 1, proof: 'confirmed',
    began, ended: over, recordedBy: confirmedBy, now, people: [{ person: errand.taken_by, minutes }],
  })
}
