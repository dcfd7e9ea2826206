// An invitation: a code on paper that opens the door once, without a phone. Pure, but for the secrets that make its code.
import { z } from 'zod'
import type { Secrets } from '#kit/secrets.ts'
import { invitationText } from '#text/invitations.ts'

/** How long an invitation is good. */
export const INVITATION_LASTS = { hours: 30 * 24 }

const LENGTH = 10

/** The code as typed or read out, in its one form: no gaps, and the letters that Crockford's base 32 leaves out read as digits. */
export const invitationCode = z.string().max(40)
  .transform(typed => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/u))
  .meta({
    label: lang => invitationText(lang).code, hint: lang => invitationText(lang).codeHint, wrong: lang => invitationText(lang).codeWrong,
  })

/** The code of an invitation, 50 bits: only this installation can make it, so that the slip can be printed again and no table holds it. */
export function codeOf(secrets: Secrets, community: number, invitationId: number): string {
  return secrets.receipt(`invitation ${community} ${invitationId}`).slice(0, LENGTH)
}

/** What is stored of a code: a keyed hash. */
export function codeIndex(secrets: Secrets, code: string): string {
  return secrets.blindIndex(`invitation ${code}`)
}

/** A code in groups, as it is read out: 7K3Q-M92-XPA. */
export function grouped(code: string): string {
  return [code.slice(0, 4), code.slice(4, 7), code.slice(7)].join('-')
}

/** A name that its owner recognises and nobody else learns: 林**, J**. */
export function maskedName(name: string): string {
  return `${Array.from(name)[0] ?? ''}**`
}
