// 试一条: the secretary sees whether a channel works.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotSetChannels } from '#modules/notices/add-channel.ts'
import { channelToChange } from '#modules/notices/end-channel.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** Has one test message sent; whether it arrived stands on the page within seconds. */
export const testChannel = action({
  name: 'notices.testChannel',
  summary: lang => noticeText(lang).summaryTest,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: (db, input, _actor: Actor) => channelToChange(db, input.id),
  refuse: mayNotSetChannels,
  run: async (db, { subject: channel, now }) => {
    await db.insertInto('delivery').values({
      community_id: db.community, key: `test/${channel.id}/${now.toString()}`, kind: 'test', via: channel.kind, channel_id: channel.id,
      next_at: now.toString(), made_at: now.toString(),
    }).onConflict(twice => twice.columns(['community_id', 'key']).doNothing()).execute()
    return { subject: `channels/${channel.id}`, answer: { id: channel.id } }
  },
})
