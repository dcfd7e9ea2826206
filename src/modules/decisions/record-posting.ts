// 张贴留证: a notice hangs at a place; the photo, who and when are its proof.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { decisionById, mayNotIn } from '#modules/decisions/decision.ts'
import { decisionId, instantOf, moment, photo } from '#modules/decisions/fields.ts'
import { POSTED } from '#modules/decisions/proofs.ts'
import { leafOf } from '#modules/decisions/ledger.ts'
import { postingRow } from '#modules/decisions/proof-rows.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { postedText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

export const recordPostingInput = z.strictObject({
  id: decisionId,
  what: z.enum(POSTED).meta({
    label: lang => decisionText(lang).whatHangs, wrong: lang => decisionText(lang).whatHangsWrong, control: 'pick',
    choices: Object.fromEntries(POSTED.map(what => [what, (lang: 'zh' | 'en') => postedText(lang)[what]])),
  }),
  place: z.coerce.number().int().positive().meta({ label: lang => decisionText(lang).where, wrong: lang => decisionText(lang).whereWrong }),
  at: moment(lang => decisionText(lang).postedAt),
  photo,
})

/** Records a posting. */
export const recordPosting = action({
  name: 'decisions.recordPosting',
  summary: lang => decisionText(lang).summaryPosting,
  input: recordPostingInput,
  subject: async (db, input, actor: Actor) => ({ decision: await decisionById(db, actor, input.id), place: await placeById(db, input.place) }),
  refuse: (actor, { decision, place }) => mayNotIn(['roll', 'announced', 'open', 'closed', 'posted'], 'collect ballots')(actor, { ...decision, estate: place }),
  run: async (db, { subject: { decision, place }, input, actor, files, now }) => {
    if (place.estate_id !== decision.estate.id && place.id !== decision.estate.id) throw invalid([{ field: 'place', reason: lang => decisionText(lang).whereWrong }])
    const at = instantOf(input.at, decision.zone)
    if (Temporal.Instant.compare(at, now) > 0) throw invalid([{ field: 'at', reason: lang => decisionText(lang).notYetHappened }])
    const row = {
      community_id: db.community, decision_id: decision.id, what: input.what, place_id: place.id, photo: await files.save(db.community, input.photo.bytes, 'jpg'),
      posted_by: actor.personId ?? 0, posted_at: at.toString(), entered_at: now.toString(),
    }
    const { id } = await db.insertInto('decision_posting').values(row).returning('id').executeTakeFirstOrThrow()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id, posting: id }, facts: { posting: id, what: input.what, place: place.id, leaf: leafOf(postingRow({ ...row, posted_at: at })).toString('hex') } }
  },
})
