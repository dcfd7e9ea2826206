// By which ways this installation can send at all.
import type { Gateway } from '#kit/sign-in/code-sender.ts'
import type { MailServer } from './mail.ts'
import type { PushKeys } from './push.ts'
import type { Reach } from './post.ts'

/** null: not set up here, so it is offered to nobody. */
export interface Carriers {
  readonly mail: MailServer | null
  readonly sms: Gateway | null
  readonly push: PushKeys
  readonly reach: Reach
}
