// The account that is signed in, as its owner's pages see it: devices and passkeys, never anybody else's.
import type { Lang } from '#kit/phrase.ts'
import type { Entered } from '#kit/sign-in/sign-in.ts'
import type { Passkey } from '#kit/sign-in/passkeys.ts'
import type { SignedIn } from '#kit/sign-in/sessions.ts'
import { membershipsOf } from '#modules/communities/public.ts'
import type { House } from '../house.ts'

/** What a page may look at. */
export interface Account {
  readonly accountId: string
  /** The browser that is asking. */
  readonly sessionId: string
  readonly passkeysWork: boolean
  sessions(): Promise<SignedIn[]>
  passkeys(): Promise<Passkey[]>
}

/** What a form may change besides. */
export interface OwnAccount extends Account {
  endSession(sessionId: string): Promise<void>
  /** Ends every session but the one that asks. */
  endOthers(): Promise<void>
  removePasskey(passkeyId: string): Promise<void>
  /** Sends a code to a new phone, from this network address. Throws Invalid, TooOften or Refused. */
  sendCode(phone: string, address: string, lang: Lang): Promise<void>
  /** Opens the account of a phone with its code. Throws Invalid. */
  enterWith(phone: string, code: string, headers: Headers): Promise<Entered>
  /** Forgets the account when it stands for nobody any more, in no community; true when it is gone. */
  forgetIfNobody(): Promise<boolean>
}

/** The account behind a session. */
export function ownAccount({ signIn, database }: House, session: { accountId: string, sessionId: string }): OwnAccount {
  const { accountId, sessionId } = session
  return {
    accountId, sessionId, passkeysWork: signIn.passkeysWork,
    sessions: () => signIn.sessionsOf(accountId),
    passkeys: () => signIn.passkeysOf(accountId),
    endSession: async ended => void await signIn.endSession(accountId, ended),
    endOthers: async () => void await signIn.endAllSessions(accountId, sessionId),
    removePasskey: async passkeyId => void await signIn.removePasskey(accountId, passkeyId),
    sendCode: (phone, address, lang) => signIn.requestCode({ phone, address, lang }),
    enterWith: (phone, code, headers) => signIn.enterWithCode({ phone, code, headers }),
    async forgetIfNobody() {
      if ((await membershipsOf(database.commons, accountId)).length > 0) return false
      await signIn.forgetAccount(accountId)
      return true
    },
  }
}
