// A delivery in words, for one way: what is sent, and to which address. Pure but for opening what is sealed.
import type { Lang } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { mailSubject, stopSubject } from '#modules/notices/choice.ts'
import type { Claimed } from '#modules/notices/claimed.ts'
import { noticePath, noticeWords, occasionWords, type Told } from '#modules/notices/told.ts'
import { noticeText } from '#text/notices.ts'

/** Something to send. `id` is the same at every try. */
export type Message = { readonly id: string } & (
  | { readonly via: 'mail', readonly to: string, readonly subject: string, readonly text: string, readonly stop: string | null }
  | { readonly via: 'push', readonly endpoint: string, readonly p256dh: string, readonly auth: string, readonly payload: string }
  | { readonly via: 'sms', readonly phone: string, readonly text: string }
  | { readonly via: 'wecom' | 'dingtalk' | 'feishu', readonly url: string, readonly secret: string | null, readonly text: string }
  | { readonly via: 'webhook', readonly url: string, readonly secret: string, readonly payload: string })

/** Where messages come from. */
export interface Sender {
  readonly secrets: Secrets
  /** The address that people open, without a path. */
  readonly publicUrl: string
  readonly community: { readonly id: number, readonly slug: string, readonly name: string }
}

/** The message, or null when there is nothing to say any more, or nowhere to send it. */
export function messageOf(sender: Sender, row: Claimed, now: Temporal.Instant): Message | null {
  if (row.via === 'wecom' || row.via === 'dingtalk' || row.via === 'feishu') return toGroup(sender, row, row.via)
  if (row.via === 'webhook') return toProgram(sender, row, now)
  if (row.person_id === null || row.name === null) return null
  if (row.kind === 'mail_check') return mailCheck(sender, row)
  if (row.notices.length === 0) return null
  if (row.via === 'mail') return toMail(sender, row)
  return row.via === 'push' ? toDevice(sender, row) : toPhone(sender, row)
}

function langOf({ lang }: Claimed): Lang {
  return lang === 'en' ? 'en' : 'zh'
}

function toMail(sender: Sender, row: Claimed): Message | null {
  if (row.mail_sealed === null || row.mail_confirmed_at === null) return null
  const lang = langOf(row)
  const t = noticeText(lang)
  const things = byMatter(row.notices)
  const parts = things.map(of => {
    const { title, line } = inWords(lang, of)
    const matter = of[0]?.matter_id ?? null
    return [title, line, noticeAt(sender, of), ...matter === null ? [] : [`${t.stopOne}: ${stopAt(sender, row.person_id, matter)}`]].join('\n')
  })
  const first = inWords(lang, things[0] ?? [])
  const about = things.length === 1 ? things[0]?.[0]?.matter_id ?? 'mail' : 'mail'
  const foot = `${t.settings}: ${at(sender)}/me/notices\n${t.stopMail}: ${stopAt(sender, row.person_id, 'mail')}`
  return {
    id: row.message_id, via: 'mail', to: sender.secrets.decrypt(row.mail_sealed), stop: stopAt(sender, row.person_id, about),
    subject: row.kind === 'digest' ? t.subjectDigest(things.length, sender.community.name) : `${first.title}: ${first.line}`,
    text: [t.hello(row.name ?? ''), ...parts, `-- \n${sender.community.name}\n${foot}`].join('\n\n'),
  }
}

function mailCheck(sender: Sender, row: Claimed): Message | null {
  if (row.mail_sealed === null || row.mail_confirmed_at !== null) return null
  const t = noticeText(langOf(row))
  const to = sender.secrets.decrypt(row.mail_sealed)
  const key = sender.secrets.receipt(mailSubject(sender.community.id, row.person_id ?? 0, to))
  return {
    id: row.message_id, via: 'mail', to, stop: null, subject: t.checkSubject(sender.community.name),
    text: `${t.checkBody}\n\n${at(sender)}/notices/mail?${new URLSearchParams({ p: String(row.person_id), k: key })}`,
  }
}

function toDevice(sender: Sender, row: Claimed): Message | null {
  if (row.endpoint_sealed === null || row.keys_sealed === null || row.device_of !== row.person_id) return null
  const lang = langOf(row)
  const things = byMatter(row.notices)
  const [only] = things
  const keys = JSON.parse(sender.secrets.decrypt(row.keys_sealed)) as { p256dh: string, auth: string }
  const words = things.map(of => inWords(lang, of))
  const one = only && {
    ...words[0], url: noticeAt(sender, only), ...stopOne(sender, lang, row.person_id, only[0]?.matter_id ?? null),
  }
  const several = {
    title: noticeText(lang).subjectDigest(things.length, sender.community.name), url: `${at(sender)}/notices`,
    line: words.slice(0, 5).map(of => `${of.title}: ${of.line}`).join('\n'),
  }
  const payload = JSON.stringify({ ...things.length === 1 ? one : several, tag: row.message_id })
  return { id: row.message_id, via: 'push', endpoint: sender.secrets.decrypt(row.endpoint_sealed), ...keys, payload }
}

// Plain text that lies open on the way: never what was written.
function toPhone(sender: Sender, row: Claimed): Message | null {
  const [notice] = row.notices
  const phone = row.phone_sealed === null ? '' : sender.secrets.decrypt(row.phone_sealed)
  if (!notice || !row.sms || !phone.startsWith('+')) return null
  const lang = langOf(row)
  const about = notice.matter_id === null ? '' : `${noticeText(lang).matter(notice.matter_id)} `
  const line = `${about}${noticeWords(lang, notice, null).line}`
  return { id: row.message_id, via: 'sms', phone, text: noticeText(lang).sms(sender.community.name, line, noticeAt(sender, [notice])) }
}

function toGroup(sender: Sender, row: Claimed, via: 'wecom' | 'dingtalk' | 'feishu'): Message | null {
  if (row.url_sealed === null) return null
  const line = row.entry && `${noticeText('zh').matter(row.entry.matter)}: ${occasionWords('zh', row.entry.occasion, row.entry.facts)}`
  const text = row.kind === 'test' ? noticeText('zh').testLine : row.entry && `${line}\n${at(sender)}/matters/${row.entry.matter}`
  if (text === null) return null
  const secret = row.secret_sealed === null ? null : sender.secrets.decrypt(row.secret_sealed)
  return { id: row.message_id, via, url: sender.secrets.decrypt(row.url_sealed), secret, text: `${sender.community.name}\n${text}` }
}

// Numbers only: a program asks for the rest with its own token, and sees what it may.
function toProgram(sender: Sender, row: Claimed, now: Temporal.Instant): Message | null {
  if (row.url_sealed === null || row.channel === null) return null
  const { entry } = row
  if (!entry && row.kind !== 'test') return null
  const community = sender.community.slug
  const payload = JSON.stringify(entry
    ? { type: entry.action, timestamp: entry.at.toString(), data: { community, matter: entry.matter, url: `${at(sender)}/matters/${entry.matter}` } }
    : { type: 'test', timestamp: now.toString(), data: { community } })
  const secret = webhookSecret(sender.secrets, sender.community.id, row.channel)
  return { id: row.message_id, via: 'webhook', url: sender.secrets.decrypt(row.url_sealed), secret, payload }
}

/** What a program checks our signature with (Standard Webhooks): made from the master key, so that it is stored nowhere. */
export function webhookSecret(secrets: Secrets, community: number, channelId: number): string {
  return `whsec_${Buffer.from(secrets.keyFor(`webhook ${community} ${channelId}`), 'hex').toString('base64')}`
}

// Several notices of one matter are one thing; what is about no matter, by where it leads.
function byMatter(notices: readonly Told[]): Told[][] {
  return [...Map.groupBy(notices, noticePath).values()]
}

function inWords(lang: Lang, notices: readonly Told[]): { title: string, line: string } {
  const words = notices.map(notice => noticeWords(lang, notice, null))
  return { title: words[0]?.title ?? '', line: [...new Set(words.map(of => of.line))].join('; ') }
}

function at({ publicUrl, community }: Sender): string {
  return `${publicUrl}/${community.slug}`
}

function noticeAt(sender: Sender, [notice]: readonly Told[]): string {
  return `${at(sender)}/${notice ? noticePath(notice) : 'notices'}`
}

// Whoever answers for an office, or whose own home it is, cannot silence it.
function stopOne(sender: Sender, lang: Lang, personId: number | null, matter: number | null): { stop?: string, stopWords?: string } {
  return matter === null ? {} : { stop: stopAt(sender, personId, matter), stopWords: noticeText(lang).stopOne }
}

function stopAt(sender: Sender, personId: number | null, about: number | 'mail'): string {
  const key = sender.secrets.receipt(stopSubject(sender.community.id, personId ?? 0, about))
  return `${at(sender)}/notices/stop?${new URLSearchParams({ p: String(personId), m: String(about), k: key })}`
}
