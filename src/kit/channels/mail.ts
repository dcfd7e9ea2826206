// Mail by SMTP: one plain text message to one person, with the headers that let him stop it in one tap.
import { createTransport } from 'nodemailer'
import { DELIVERED, type Outcome } from './outcome.ts'

/** The mail server (smtp://name:password@host:587, smtps://…) and who writes: 石埕社区 <notice@example.cn>. */
export interface MailServer {
  readonly url: string
  readonly from: string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same at every try: becomes the Message-ID. */
  readonly id: string
  /** Where a POST stops such mails (RFC 8058). */
  readonly stop: string | null
}

const PATIENCE = 10_000

/** Hands one mail to the server; never throws. */
export async function sendMail({ url, from }: MailServer, mail: Mail): Promise<Outcome> {
  const transport = createTransport({
    url, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE, disableFileAccess: true, disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      // An object, so that nothing in an address is read as a second one.
      from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, messageId: `<${mail.id}@${hostOf(from)}>`,
        xMailer: false,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...mail.stop !== null && { 'List-Unsubscribe': `<${mail.stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      },
    })
    return DELIVERED
  } catch (error) {
    return outcomeOf(error)
  } finally {
    transport.close()
  }
}

// RFC 5321: 5yz is for good. But a wrong password is ours to mend, not the receiver's fault.
function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { responseCode?: number, code?: string }
  const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  return { how: refused ? 'never' : 'again', why: responseCode ? `smtp ${responseCode}` : code ?? 'smtp' }
}

function hostOf(from: string): string {
  return /@([\w.-]+)>?\s*$/u.exec(from)?.[1] ?? 'localhost'
}
