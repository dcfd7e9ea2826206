// 并案: the same thing was raised twice. One goes on; whoever waited for the other waits for this one now.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { bothToChange, lockInOrder } from '#modules/matters/both.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { clocksToMove } from '#modules/matters/time.ts'
import { because, matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { linksText } from '#text/work-more.ts'

export const mergeInput = z.strictObject({
  id: matterId,
  into: z.coerce.number().int().positive().meta({ label: lang => linksText(lang).into, wrong: lang => linksText(lang).intoWrong }),
  note: because,
})

/** Ends a matter as part of another one. What had been merged into it goes along, so that every page names where it goes on. */
export const mergeMatter = action({
  name: 'matters.merge',
  summary: lang => linksText(lang).summaryMerge,
  input: mergeInput,
  subject: async (db, input, actor: Actor) => {
    const wrong = (reason: keyof ReturnType<typeof linksText>) => invalid([{ field: 'into', reason: lang => String(linksText(lang)[reason]) }])
    if (input.id === input.into) throw wrong('itself')
    await lockChain(db, input.id, input.into)
    const { matter, other: into } = await bothToChange(db, actor, { id: input.id, other: input.into, field: 'into', wrong: lang => linksText(lang).intoWrong })
    if (into.withdrawn_at || into.merged_into !== null || into.step === 'close') throw wrong('over')
    if (!await mayKnowEachOther(db, matter, into)) throw wrong('boundary')
    return { matter, into }
  },
  refuse: (actor, { matter, into }) => mayNot.handle(actor, matter) ?? mayNot.handle(actor, into),
  run: async (db, { subject: { matter, into }, input, actor, now }) => {
    const clocks = await keepTime(db, `matters/${matter.id}`, now, await clocksToMove(db, matter, 'close', now))
    await db.updateTable('matter').set({
      step: 'close', step_since: now.toString(), closed_at: now.toString(), merged_into: into.id, paused_at: null, pause_reason: null, waits_for_resident: false,
    }).where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await db.updateTable('matter').set({ merged_into: into.id })
      .where('community_id', '=', db.community).where('merged_into', '=', matter.id).execute()
    await bringAlong(db, matter, into, now)
    const by = actor.personId
    await say(db, { matter: matter.id, kind: 'merge', step: 'close', text: input.note, by, now })
    await say(db, { matter: into.id, kind: 'merge', step: into.step, text: input.note, by, now })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, into: into.id }, facts: { into: into.id, from: matter.step, clocks } }
  },
})

// One merge at a time: who hears of A → B → C must not depend on which of the two came first by a hair.
async function lockChain(db: Reader, id: number, into: number): Promise<void> {
  await db.selectFrom('community').select('id').where('id', '=', db.community).forNoKeyUpdate().execute()
  const merged = await db.selectFrom('matter').select('id').where('community_id', '=', db.community).where('merged_into', '=', id).execute()
  await lockInOrder(db, [id, into, ...merged.map(matter => matter.id)])
}

// What only its raiser may see must not be shown to another raiser, nor be lost to those who only follow.
async function mayKnowEachOther(db: Reader, matter: Matter, into: Matter): Promise<boolean> {
  const rows = await db.selectFrom('matter').select(['id', 'private', 'standing']).where('community_id', '=', db.community).where('id', 'in', [matter.id, into.id]).execute()
  const shielded = ({ id, place }: Matter) => place.kind === 'home' || rows.some(row => row.id === id && (row.private || row.standing !== 'shown'))
  if (!shielded(matter) && !shielded(into)) return true
  return shielded(matter) && shielded(into) && matter.raiser_id !== null && matter.raiser_id === into.raiser_id
}

async function bringAlong(db: Writer, matter: Matter, into: Matter, now: Temporal.Instant): Promise<void> {
  const followers = await db.selectFrom('matter_follower').select('person_id')
    .where('community_id', '=', db.community).where('matter_id', '=', matter.id).execute()
  const waiting = new Set([...followers.map(follower => follower.person_id), ...matter.raiser_id === null ? [] : [matter.raiser_id]])
  // Whoever raised the other one hears of it anyway.
  if (into.raiser_id !== null) waiting.delete(into.raiser_id)
  if (waiting.size === 0) return
  await db.insertInto('matter_follower')
    .values([...waiting].map(person_id => ({ community_id: db.community, matter_id: into.id, person_id, since: now.toString() })))
    .onConflict(twice => twice.doNothing()).execute()
}
