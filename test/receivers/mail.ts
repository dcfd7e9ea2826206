// A mail server on this machine: keeps the letters, opened, and refuses as the test wants.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Letter {
  to: string[]
  headers: Record<string, string>
  text: string
}

export interface MailReceiver {
  /** smtp://127.0.0.1:PORT */
  url: string
  letters: Letter[]
  /** The codes with which the next letters are refused. */
  refusals: number[]
  close(): Promise<void>
}

export async function mailReceiver(): Promise<MailReceiver> {
  const here: MailReceiver = { url: '', letters: [], refusals: [], close: () => new Promise(closed => server.close(() => closed())) }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo(_address, _session, done) {
      const code = here.refusals.shift()
      done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        here.letters.push({ to: session.envelope.rcptTo.map(one => one.address), ...opened(Buffer.concat(pieces).toString('latin1')) })
        done()
      })
    },
  })
  await new Promise<void>(listening => { server.listen(0, '127.0.0.1', () => listening()) })
  here.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return here
}

// RFC 5322 heads, unfolded; RFC 2047 words; the two transfer encodings.
function opened(raw: string): Pick<Letter, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n')
  const headers = Object.fromEntries(raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())]
  }))
  const body = raw.slice(end + 4)
  const encoding = headers['content-transfer-encoding']
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body,
    'latin1')
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

function words(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, how: string, inside: string) =>
    Buffer.from(how.toLowerCase() === 'b' ? Buffer.from(inside, 'base64').toString('latin1') : unquoted(inside.replaceAll('_', ' ')),
      'latin1').toString('utf8'))
}

function unquoted(text: string): string {
  return text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
