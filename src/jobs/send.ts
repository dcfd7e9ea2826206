// One message out of the house, by its way.
import type { Carriers } from '#kit/channels/carriers.ts'
import { sendMail } from '#kit/channels/mail.ts'
import type { Outcome } from '#kit/channels/outcome.ts'
import { sendPush } from '#kit/channels/push.ts'
import { sendToGroup } from '#kit/channels/robots.ts'
import { sendSms } from '#kit/channels/sms.ts'
import { sendWebhook } from '#kit/channels/webhook.ts'
import type { Message } from '#modules/notices/public.ts'

/** Where we send from: our carriers, our public address, and the time that signatures carry. */
export interface Post {
  readonly carriers: Carriers
  readonly publicUrl: string
  readonly now: Temporal.Instant
}

/** What became of it; null when this installation has no such way any more. Never throws for what the other side does. */
export async function send(message: Message, { carriers, publicUrl, now }: Post): Promise<Outcome | null> {
  const { reach } = carriers
  switch (message.via) {
    case 'mail':
      return carriers.mail && sendMail(carriers.mail, message)
    case 'push':
      return sendPush(message, message.payload, { keys: carriers.push, contact: contactOf(publicUrl), reach })
    case 'sms':
      return carriers.sms && sendSms(carriers.sms, message.phone, message.text)
    case 'webhook':
      return sendWebhook({ ...message, at: now }, reach)
    default:
      return sendToGroup({ ...message, kind: message.via }, message.text, now, reach)
  }
}

// RFC 8292 wants a contact that is https or mailto; an address without TLS is none that a push service could use.
function contactOf(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:webmaster@${new URL(publicUrl).hostname}`
}
