// Signed webhooks for programs (Standard Webhooks 1.0): the receiver can check that it was us, and when, and tell a repeat by its id.
import { Webhook } from 'standardwebhooks'
import type { Outcome } from './outcome.ts'
import { post, type Reach } from './post.ts'

export interface Hook {
  readonly url: string
  /** whsec_… */
  readonly secret: string
  /** The same at every try. */
  readonly id: string
  readonly at: Temporal.Instant
  readonly payload: string
}

/** Sends one; never throws. */
export async function sendWebhook({ url, secret, id, at, payload }: Hook, reach: Reach): Promise<Outcome> {
  const signature = new Webhook(secret).sign(id, new Date(at.epochMilliseconds), payload)
  return post(url, reach, {
    headers: {
      'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': Math.floor(at.epochMilliseconds / 1000),
      'webhook-signature': signature,
    },
    body: payload,
  })
}
