// Second chapter: what everybody does for himself: agreements, mandates, the name, notices.
import { tend } from '#jobs/notices.ts'
import type { Street } from './street.ts'
import { connected, type Teller } from './teller.ts'

/** Agreements, mandates and the name of the resident. */
export async function oneself(t: Teller, { resident, neighbour }: Street): Promise<void> {
  await t.asks('resident', 'people.me')
  await t.does('resident', 'people.giveConsent', { purpose: 'show_name', wording: 1 })
  await t.asks('resident', 'people.consents')
  await t.does('resident', 'people.withdrawConsent', { purpose: 'show_name' })
  const { id: mandate } = await t.does('resident', 'people.recordMandate', { principal: resident, agent: neighbour, evidence: 'self' })
  await t.asks('resident', 'people.mandates')
  await t.does('resident', 'people.endMandate', { mandate })
  await t.does('resident', 'people.correctMyself', { name: '林秀英' })
}

/** What the resident was told of all this, and how he wants to be told. */
export async function notices(t: Teller, { resident }: Street): Promise<void> {
  const { channel } = await connected(t)
  await tend(t.house, { id: 1, slug: 'shicheng', name: '石埕社区' })
  const { items } = await t.asks('resident', 'notices.inbox', { limit: '1' })
  const matter = items[0]?.['matter']
  await t.asks('resident', 'notices.unread')
  await t.does('resident', 'notices.markRead', { matter })
  await t.does('resident', 'notices.mute', { person: resident, matter })
  await t.does('resident', 'notices.unmute', { person: resident, matter })
  await t.does('resident', 'notices.choose', { digestHour: 19, quietFrom: 22, quietUntil: 7, lang: 'zh' })
  await t.does('resident', 'notices.giveMail', { mail: 'lin@example.com', lang: 'zh' })
  const settings = await t.asks('resident', 'notices.settings')
  const [device] = settings['devices'] as { id: number }[]
  await t.does('resident', 'notices.removeDevice', { id: device?.id })
  await t.does('resident', 'notices.stopMail', { person: resident })
  await outgoing(t, channel)
}

async function outgoing(t: Teller, channel: number): Promise<void> {
  await t.asks('secretary', 'notices.channels')
  await t.does('secretary', 'notices.testChannel', { id: channel })
  await t.owner.query(`update delivery set state = 'failed', tries = 6, error = '502', claim = null where channel_id = $1`, [channel])
  const { items } = await t.asks('secretary', 'notices.undelivered', { limit: '1' })
  await t.does('secretary', 'notices.retryDelivery', { id: items[0]?.id })
  await t.does('secretary', 'notices.endChannel', { id: channel })
}

/** At the very end somebody goes and takes everything with him. */
export async function gone(t: Teller): Promise<void> {
  await t.asks('neighbour', 'people.held')
  await t.does('neighbour', 'people.eraseMyself', { sure: true })
}
