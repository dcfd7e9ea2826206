// 分案: two things were raised in one; the second becomes a matter of its own, for the same people.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { begin } from '#modules/matters/begin.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { KINDS, titleOf } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'
import { linksText } from '#text/work-more.ts'

export const splitInput = z.strictObject({
  id: matterId,
  text: z.string().trim().min(4).max(2000).meta({ label: lang => linksText(lang).splitText, wrong: lang => matterText(lang).textWrong, control: 'textarea' }),
})

/** Begins a matter at the same place with the same raiser and followers and clocks of its own; answers its id. */
export const splitMatter = action({
  name: 'matters.split',
  summary: lang => linksText(lang).summarySplit,
  input: splitInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const from = await db.selectFrom('matter').select(['kind', 'channel', 'entered_by', 'name_shown', 'phone_sealed', 'private'])
      .where('community_id', '=', db.community).where('id', '=', matter.id).executeTakeFirstOrThrow()
    const { id, isPrivate, facts } = await begin(db, {
      place: matter.place, raiser: matter.raiser_id, text: input.text, urgent: false,
      kind: KINDS.find(kind => kind === from.kind) ?? 'other', channel: from.channel, enteredBy: from.entered_by,
      nameShown: from.name_shown, phoneSealed: from.phone_sealed, private: from.private,
    }, now)
    await bringAlong(db, matter.id, id, now)
    await db.insertInto('matter_link')
      .values({ community_id: db.community, matter_id: matter.id, other_id: id, kind: 'split', person_id: doer(actor), at: now.toString() }).execute()
    await say(db, { matter: matter.id, kind: 'split', step: matter.step, text: isPrivate ? linksText('zh').splitPrivate : titleOf(input.text), by: actor.personId, now })
    return { subject: `matters/${id}`, answer: { id }, facts: { from: matter.id, ...facts } }
  },
})

async function bringAlong(db: Writer, matter: number, to: number, now: Temporal.Instant): Promise<void> {
  await db.insertInto('matter_follower').columns(['community_id', 'matter_id', 'person_id', 'since'])
    .expression(eb => eb.selectFrom('matter_follower').select(follower => [
      follower.lit(db.community).as('community_id'), follower.val(to).as('matter_id'), 'person_id', follower.val(now.toString()).as('since'),
    ]).where('community_id', '=', db.community).where('matter_id', '=', matter)).execute()
}
