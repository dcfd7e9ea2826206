// What programs may ask about notices: the inbox of the one who asks, how he wants to be told, and what did not arrive.
import { z } from 'zod'
import type { ChannelKind, DeliveryKind, DeliveryState, Urgency } from '#db/tables.ts'
import { Refused } from '#kit/errors.ts'
import { channels, choiceOf, inboxOf, mayNotSetChannels, noticeWords, undelivered, unreadOf } from '#modules/notices/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { list, question, type Question } from './question.ts'
import { within } from './paging.ts'
import { self } from './people.ts'
import { count, id, instant, maybeId, maybeInstant, maybeText, text, told } from './shapes.ts'

const words = z.strictObject({ title: text, line: text, place: text })
const hour = z.int().min(0).max(23)
const state = z.enum(['waiting', 'sent', 'failed', 'void'] satisfies DeliveryState[])

export const NOTICES: readonly Question[] = [
  list({
    name: 'notices.inbox', input: {},
    item: z.strictObject({
      id, matter: maybeId, action: text, urgency: z.enum(['life', 'urgent', 'digest'] satisfies Urgency[]), at: instant,
      readAt: maybeInstant, muted: z.boolean(),
      zh: words, en: words,
    }),
    ask: async (db, actor, _asked, { after, limit }) =>
      (await inboxOf(db, self(actor), { before: after, limit: limit + 1 })).map(notice => ({
      id: notice.id, matter: notice.matter_id, action: notice.action, urgency: notice.urgency, at: notice.at.toString(),
      readAt: told(notice.read_at), muted: notice.muted === true, zh: wordsOf(noticeWords('zh', notice, actor)),
      en: wordsOf(noticeWords('en', notice, actor)),
    })),
  }),
  question({
    name: 'notices.unread', input: {}, output: z.strictObject({ count }),
    ask: async (db, actor) => ({ count: await unreadOf(db, self(actor)) }),
  }),
  question({
    name: 'notices.settings', input: {},
    output: z.strictObject({
      digestHour: hour, quietFrom: hour, quietUntil: hour, hasMail: z.boolean(), mailConfirmedAt: maybeInstant, sms: z.boolean(),
      devices: z.array(z.strictObject({ id, madeAt: instant })),
    }),
    ask: async (db, actor) => {
      const choice = await choiceOf(db, self(actor))
      return {
        digestHour: choice.digest_hour, quietFrom: choice.quiet_from, quietUntil: choice.quiet_until, hasMail: choice.mail_sealed !== null,
        mailConfirmedAt: told(choice.mail_confirmed_at), sms: choice.sms === true,
        devices: choice.devices.map(({ id, made_at }) => ({ id, madeAt: made_at })),
      }
    },
  }),
  list({
    name: 'notices.channels', input: {},
    item: z.strictObject({
      id, kind: z.enum(['wecom', 'dingtalk', 'feishu', 'webhook'] satisfies ChannelKind[]), name: text, state: state.nullable(),
      error: maybeText, doneAt: maybeInstant,
    }),
    ask: async (db, actor, _asked, window) => {
      onlyOutbox(actor)
      return within(await channels(db), window).map(({ id, kind, name, state, error, done_at }) =>
        ({ id, kind, name, state, error, doneAt: told(done_at) }))
    },
  }),
  list({
    name: 'notices.undelivered', input: {},
    item: z.strictObject({
      id, kind: z.enum(['notice', 'digest', 'channel', 'mail_check', 'test'] satisfies DeliveryKind[]), via: text, state, tries: count,
      error: maybeText, madeAt: instant, person: maybeText, channel: maybeText,
    }),
    ask: async (db, actor, _asked, window, { now }) => {
      onlyOutbox(actor)
      return within(await undelivered(db, now), window).map(({ id, kind, via, state, tries, error, made_at, person, channel }) =>
        ({ id, kind, via, state, tries, error, madeAt: made_at.toString(), person, channel }))
    },
  }),
]

function wordsOf({ title, line, place }: ReturnType<typeof noticeWords>): z.input<typeof words> {
  return { title, line, place }
}

function onlyOutbox(actor: Actor): void {
  const reason = mayNotSetChannels(actor)
  if (reason) throw new Refused(reason)
}
