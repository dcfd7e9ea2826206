// 定途径: a worker confirms what the router proposed, or changes it; the proposal stays, so that it can be judged.
import { z } from 'zod'
import type { Step } from '#db/tables.ts'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { evidenceOf } from '#modules/matters/evidence.ts'
import { matterToMove } from '#modules/matters/find.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { clocksToRoute } from '#modules/matters/time.ts'
import { matterId } from '#modules/matters/words.ts'
import { pathOf, STEPS, TRACKS, tracksOf } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { CATEGORIES, categoryText, trackText } from '#modules/router/public.ts'
import { workText } from '#text/work.ts'

const choices = <Key extends string>(keys: readonly Key[], words: (lang: 'zh' | 'en') => Readonly<Record<Key, string>>) =>
  Object.fromEntries(keys.map(key => [key, (lang: 'zh' | 'en') => words(lang)[key]]))

export const routeInput = z.strictObject({
  id: matterId,
  track: z.enum(TRACKS).meta({ label: lang => workText(lang).track, control: 'pick', choices: choices(TRACKS, trackText) }),
  category: z.enum(CATEGORIES).meta({ label: lang => workText(lang).category, control: 'pick', choices: choices(CATEGORIES, categoryText) }),
})

/** Sets the track and the category. Where the track lacks the present step, it goes to the next one, or back while evidence is missing. */
export const routeMatter = action({
  name: 'matters.route',
  summary: lang => workText(lang).summaryRoute,
  input: routeInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { track, category } = input
    if (!tracksOf(matter.method).includes(track)) throw invalid([{ field: 'track', reason: lang => workText(lang).trackNotHere }])
    const path = pathOf(matter.method, track)
    const step = path.includes(matter.step) ? matter.step : await stepOn(db, path, matter, now)
    const clocks = await keepTime(db, `matters/${matter.id}`, now, await clocksToRoute(db, matter, { track, step }, now))
    await db.updateTable('matter').set({
      track, category, routed_by: actor.personId, routed_at: now.toString(),
      // What neighbours have against each other is nobody else's business (People's Mediation Law 15, 23).
      ...track === 'mediation' && { private: true },
      ...step !== matter.step && { step, step_since: now.toString(), paused_at: null, pause_reason: null, waits_for_resident: false },
    }).where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { track, category, from: matter.step, to: step, clocks } }
  },
})

// Another way is no way around what the step left behind asks for.
async function stepOn(db: Reader, path: readonly Step[], matter: MatterUnderMethod, now: Temporal.Instant): Promise<Step> {
  const there = await evidenceOf(db, matter, now)
  const asked = matter.method.steps[matter.step]?.evidence ?? []
  return asked.every(kind => there.has(kind)) ? laterStep(path, matter.step) : earlierStep(path, matter.step)
}

function earlierStep(path: readonly Step[], from: Step): Step {
  return STEPS.slice(0, STEPS.indexOf(from)).findLast(name => path.includes(name)) ?? 'raise'
}

// Nothing is closed by taking another way.
function laterStep(path: readonly Step[], from: Step): Step {
  return path.slice(0, -1).find(name => STEPS.indexOf(name) > STEPS.indexOf(from)) ?? path.at(-2) ?? 'raise'
}
