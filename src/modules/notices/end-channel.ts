// The secretary disconnects a group or a program.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotSetChannels } from '#modules/notices/add-channel.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

/** Ends a channel; its address and secret go. */
export const endChannel = action({
  name: 'notices.endChannel',
  summary: lang => noticeText(lang).summaryEndChannel,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: (db, input, _actor: Actor) => channelToChange(db, input.id),
  refuse: mayNotSetChannels,
  run: async (db, { subject: channel, now }) => {
    await db.updateTable('notice_channel').set({ ended_at: now.toString(), url_sealed: '', secret_sealed: null })
      .where('community_id', '=', db.community).where('id', '=', channel.id).execute()
    return { subject: `channels/${channel.id}`, answer: { id: channel.id } }
  },
})

/** An open channel, locked. Throws NotFound. */
export async function channelToChange(db: Reader, id: number) {
  const channel = await db.selectFrom('notice_channel').select(['id', 'kind']).where('community_id', '=', db.community)
    .where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()
  if (!channel) throw new NotFound(lang => noticePageText(lang).noChannel)
  return channel
}
