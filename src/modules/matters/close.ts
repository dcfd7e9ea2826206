// 销号: the last step; what the method asks for is there, or the matter is turned down with a reason. Seals its file.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { listed, type Lang } from '#kit/phrase.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { evidenceOf } from '#modules/matters/evidence.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { sealDossier } from '#modules/matters/dossier-seal.ts'
import { clocksToMove } from '#modules/matters/time.ts'
import { matterId, words } from '#modules/matters/words.ts'
import { evidenceFor, turnsDown } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { closingText } from '#text/closing.ts'
import { evidenceText, workText } from '#text/work.ts'

export const closeInput = z.strictObject({ id: matterId, note: words(lang => closingText(lang).note, lang => closingText(lang).noteHint) })

/** Closes a matter: its phone is erased, its clocks stop, its file is sealed. */
export const closeMatter = action({
  name: 'matters.close',
  summary: lang => closingText(lang).summary,
  input: closeInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.close,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { id, method, track, step } = matter
    const there = await evidenceOf(db, matter, now)
    const evidence = evidenceFor(method, track, step, 'close')
    const missing = evidence.filter(kind => !there.has(kind))
    if (missing.length > 0) {
      const said = (lang: Lang) => listed(lang, missing.map(kind => evidenceText(lang)[kind]))
      throw invalid([{ field: 'note', reason: lang => workText(lang).stillMissing(said(lang)) }])
    }

    const clocks = await keepTime(db, `matters/${id}`, now, await clocksToMove(db, matter, 'close', now))
    await db.updateTable('matter')
      .set({
        step: 'close', step_since: now.toString(), closed_at: now.toString(), phone_sealed: null,
        paused_at: null, pause_reason: null, waits_for_resident: false,
      })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    await say(db, { matter: id, kind: 'move', step: 'close', text: input.note, by: actor.personId, now })
    const as = turnsDown(method, track, step, 'close') ? 'turned_down' : 'done'
    const { number, hash, level } = await sealDossier(db, matter, { as, by: actor, evidence, now })
    return {
      subject: `matters/${id}`, answer: { id, dossier: number },
      facts: { from: step, as, settled: level, evidence, dossier: number, seal: hash, clocks },
    }
  },
})
