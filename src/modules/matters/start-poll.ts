// 当天征求意见: the homes concerned are asked one question until the evening; advice, never an owners' decision (S3-28, law.md §4).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { at, type Reader } from '#kit/db.ts'
import { homesWithin } from '#modules/matters/add-homes.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { endOf, overreaches } from '#modules/matters/poll.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { lineage } from '#modules/places/public.ts'
import { pollText } from '#text/polls.ts'

export const startPollInput = z.strictObject({
  id: matterId,
  question: z.string().trim().min(4).max(200).meta({
    label: lang => pollText(lang).question, hint: lang => pollText(lang).questionHint, wrong: lang => pollText(lang).questionWrong, control: 'textarea',
  }),
  place: z.coerce.number().int().positive().meta({ label: lang => pollText(lang).where, wrong: lang => pollText(lang).whereWrong }),
})

/** Opens a poll of the homes at the matter's place, or of what it lies in. */
export const startPoll = action({
  name: 'matters.startPoll',
  summary: lang => pollText(lang).summaryStart,
  input: startPollInput,
  subject: async (db, input, actor: Actor, { now }) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, ...await standing(db, matter, now) }
  },
  refuse: (actor, { matter, shielded, open }) => mayNot.handle(actor, matter)
    ?? (shielded ? lang => pollText(lang).privateMatter : null) ?? (open ? lang => pollText(lang).openAlready : null),
  run: async (db, { subject: { matter, zone }, input, actor, now }) => {
    const wrong = overreaches(input.question, matter.track)
    if (wrong) throw invalid([{ field: 'question', reason: lang => wrong === 'assembly' ? pollText(lang).notAssembly : pollText(lang).notToDecide }])
    if (!lineage(matter.place).includes(input.place)) throw invalid([{ field: 'place', reason: lang => pollText(lang).whereWrong }])
    const homes = await homesWithin(db, [input.place])
    if (homes.length === 0) throw invalid([{ field: 'place', reason: lang => pollText(lang).noHomes }])
    const { id: poll } = await db.insertInto('matter_poll').values({
      community_id: db.community, matter_id: matter.id, question: input.question, place_id: input.place,
      opened_by: doer(actor), opened_at: now.toString(), closes_at: endOf(now, zone).toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, poll }, facts: { poll, place: input.place, homes: homes.length } }
  },
})

async function standing(db: Reader, matter: Matter, now: Temporal.Instant): Promise<{ shielded: boolean, open: boolean, zone: string }> {
  const found = await db.selectFrom('matter').innerJoin('community', 'community.id', 'matter.community_id')
    .select(eb => ['matter.private', 'community.time_zone', eb.exists(eb.selectFrom('matter_poll').select('matter_poll.id')
      .where('matter_poll.community_id', '=', db.community).where('matter_poll.matter_id', '=', matter.id)
      .where('matter_poll.closes_at', '>', at(now))).as('open')])
    .where('matter.community_id', '=', db.community).where('matter.id', '=', matter.id).executeTakeFirstOrThrow()
  return { shielded: found.private || matter.place.kind === 'home', open: Boolean(found.open), zone: found.time_zone }
}
