// 没办好，请再办: before closing the matter goes back to be done; afterwards a new matter is tied to the closed one.
import { z } from 'zod'
import { action, type Scene } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { begin } from '#modules/matters/begin.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { KINDS, receiptSubject, type MatterUnderMethod } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { waitsFor } from '#modules/matters/ratings.ts'
import { redo } from '#modules/matters/redo.ts'
import { matterId, receiptCode, words } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { closingText } from '#text/closing.ts'

export const reopenInput = z.strictObject({
  id: matterId,
  receipt: receiptCode,
  note: words(lang => closingText(lang).whatIsWrong, lang => closingText(lang).whatIsWrongHint),
})

interface Subject {
  matter: MatterUnderMethod
  waits: boolean
  hasReceipt: boolean
  /** The linked file that is there already. */
  later: number | null
}

/** Has a matter done again. Answers the id of the matter that goes on: the same, or the linked one, with its receipt. */
export const reopenMatter = action({
  name: 'matters.reopen',
  summary: lang => closingText(lang).summaryReopen,
  input: reopenInput,
  subject: async (db, input, actor: Actor, { secrets }): Promise<Subject> => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToMove(db, actor, input.id, hasReceipt)
    return { matter, hasReceipt, waits: await waitsFor(db, matter.id, actor), later: await laterFile(db, matter.id) }
  },
  refuse: (actor, { matter, waits, hasReceipt }) => mayNot.reopen(actor, matter, waits, hasReceipt),
  run: async (db, scene) => {
    const { subject: { matter, later }, input, actor, now, secrets } = scene
    if (later !== null) throw new Refused(lang => closingText(lang).reopenedAlready(later))
    if (matter.step !== 'close') {
      const clocks = await redo(db, matter, { text: input.note, by: actor.personId, now })
      return { subject: `matters/${matter.id}`, answer: { id: matter.id, receipt: input.receipt }, facts: { from: matter.step, to: 'do', clocks } }
    }
    const { id, facts } = await linked(db, scene)
    await db.updateTable('matter_check').set({ answered_at: now.toString(), held: false })
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('answered_at', 'is', null).execute()
    return {
      subject: `matters/${id}`, answer: { id, receipt: secrets.receipt(receiptSubject(db.community, id)) },
      facts: { reopened: matter.id, place: matter.place.id, ...facts },
    }
  },
})

/** The open matter that was made of a closed one, or null; a second one would split those who wait. */
async function laterFile(db: Reader, id: number): Promise<number | null> {
  const found = await db.selectFrom('matter').select('id')
    .where('community_id', '=', db.community).where('reopened_from', '=', id)
    .where('withdrawn_at', 'is', null).where('step', '<>', 'close').limit(1).executeTakeFirst()
  return found?.id ?? null
}

// Whoever did it is asked first; everybody who waited goes on waiting.
async function linked(db: Writer, { subject: { matter, waits }, input, actor, now }: Scene<Actor, z.output<typeof reopenInput>, Subject>) {
  const before = await db.selectFrom('matter').select(['kind', 'private'])
    .where('community_id', '=', db.community).where('id', '=', matter.id).executeTakeFirstOrThrow()
  const raiser = waits ? actor.personId : matter.raiser_id
  const begun = await begin(db, {
    place: matter.place, kind: KINDS.find(kind => kind === before.kind) ?? 'other', text: input.note, urgent: matter.urgent, channel: 'page',
    raiser, enteredBy: null, nameShown: false, phoneSealed: null, private: before.private,
  }, now)
  await db.updateTable('matter')
    .set({ reopened_from: matter.id, lead_id: matter.lead_id, lead_organisation_id: matter.lead_organisation_id })
    .where('community_id', '=', db.community).where('id', '=', begun.id).execute()
  await follow(db, { from: matter, to: begun.id, raiser, now })
  return begun
}

async function follow(db: Writer, { from, to, raiser, now }: {
  from: MatterUnderMethod, to: number, raiser: number | null, now: Temporal.Instant,
}): Promise<void> {
  const followers = await db.selectFrom('matter_follower').select('person_id')
    .where('community_id', '=', db.community).where('matter_id', '=', from.id).execute()
  const waiting = new Set([...followers.map(({ person_id }) => person_id), ...from.raiser_id === null ? [] : [from.raiser_id]])
  if (raiser !== null) waiting.delete(raiser)
  if (waiting.size === 0) return
  const rows = [...waiting].map(person_id => ({ community_id: db.community, matter_id: to, person_id, since: now.toString() }))
  await db.insertInto('matter_follower').values(rows).execute()
}
