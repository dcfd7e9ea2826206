// A matter goes on: whoever handles it says where it stands now, and tells everybody why.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { listed } from '#kit/phrase.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { evidenceOf } from '#modules/matters/evidence.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { clocksToMove } from '#modules/matters/time.ts'
import { matterId, toEverybody } from '#modules/matters/words.ts'
import { evidenceFor, nextSteps, STEPS } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { buildingOf, estateOf } from '#modules/places/public.ts'
import { matterText } from '#text/matters.ts'
import { evidenceText, workText } from '#text/work.ts'

const steps = STEPS.filter(step => step !== 'raise' && step !== 'close')

export const moveInput = z.strictObject({
  id: matterId,
  step: z.enum(steps).meta({ label: lang => matterText(lang).step, wrong: lang => workText(lang).stepWrong, control: 'pick' }),
  note: toEverybody,
  /** Read to everybody who lives where the work begins: 「小游泳池在清理，大家出入要注意安全」 (S0-29). */
  warning: z.string().trim().max(300).default('').meta({ label: lang => workText(lang).warning, hint: lang => workText(lang).warningHint }),
})

/** Takes a matter to one of the steps that its method allows from here, when the evidence that the method asks for is there. */
export const moveMatter = action({
  name: 'matters.move',
  summary: lang => matterText(lang).summaryMove,
  input: moveInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.move,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { method, track, step: from } = matter
    const to = input.step
    const name = (step: typeof from, lang: 'zh' | 'en') => method.steps[step]?.name[lang] ?? step
    // Of the field, not of the person: a colleague may have been faster, and the note must not be lost.
    if (!nextSteps(method, track, from).includes(to)) {
      throw invalid([{ field: 'step', reason: lang => matterText(lang).notFromHere(name(from, lang), name(to, lang)) }])
    }
    const there = await evidenceOf(db, matter, now)
    const missing = evidenceFor(method, track, from, to).filter(kind => !there.has(kind))
    if (missing.length > 0) throw invalid([{ field: 'step', reason: lang => workText(lang).stillMissing(listed(lang, missing.map(kind => evidenceText(lang)[kind]))) }])

    const clocks = await keepTime(db, `matters/${matter.id}`, now, await clocksToMove(db, matter, to, now))
    await db.updateTable('matter')
      .set({ step: to, step_since: now.toString(), paused_at: null, pause_reason: null, waits_for_resident: false })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const by = actor.personId
    await say(db, { matter: matter.id, kind: 'move', step: to, text: input.note, by, now })
    if (input.warning) await say(db, { matter: matter.id, kind: 'warning', step: to, text: input.warning, by, now })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { from, to, ...input.warning && { warning: true, place: buildingOf(matter.place) ?? estateOf(matter.place) }, clocks } }
  },
})
