// The secretary connects a group robot or a program.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { channelKindText } from '#text/notice-ways.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

export const CHANNEL_KINDS = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const

export const addChannelInput = z.strictObject({
  kind: z.enum(CHANNEL_KINDS).meta({
    label: lang => noticePageText(lang).channelKind, control: 'pick',
    choices: Object.fromEntries(CHANNEL_KINDS.map(kind => [kind, (lang: 'zh' | 'en') => channelKindText(lang)[kind]])),
  }),
  name: z.string().trim().min(1).max(40).meta({ label: lang => noticePageText(lang).channelName,
    hint: lang => noticePageText(lang).channelNameHint }),
  url: z.url({ protocol: /^https?$/u }).max(500).meta({
    label: lang => noticePageText(lang).channelUrl, hint: lang => noticePageText(lang).channelUrlHint,
      wrong: lang => noticePageText(lang).channelUrlWrong,
  }),
  secret: z.string().trim().max(200).default('').meta({ label: lang => noticePageText(lang).channelSecret,
    hint: lang => noticePageText(lang).channelSecretHint }),
})

/** Why the actor may not set channels, or see what was not delivered. */
export function mayNotSetChannels(actor: Actor) {
  return lacks(actor, 'read outbox', null)
}

/**
 * Keeps the address and the secret, sealed: whoever has them can write into the group. Where it may lie is checked at the door and at
 * every send.
 */
export const addChannel = action({
  name: 'notices.addChannel',
  summary: lang => noticeText(lang).summaryAddChannel,
  input: addChannelInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: mayNotSetChannels,
  run: async (db, { actor, input, secrets, now }) => {
    const { id } = await db.insertInto('notice_channel').values({
      community_id: db.community, kind: input.kind, name: input.name, url_sealed: secrets.encrypt(input.url),
      secret_sealed: input.secret ? secrets.encrypt(input.secret) : null, made_by: actor.personId ?? 0, made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `channels/${id}`, answer: { id }, facts: { kind: input.kind } }
  },
})
