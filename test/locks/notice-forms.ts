// What a good form about notices sends, and which act it leads to.
import { to, type Form } from './form.ts'

// A point on the curve P-256, as a browser gives it.
const P256DH = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM'

/** By the address as the routes have it, as in `FORMS`. */
export const NOTICE_FORMS: Readonly<Record<string, Form>> = {
  '/:community/me/notices': to('notices.choose', '/me/notices'),
  '/:community/me/notices/mail (give)': to('notices.giveMail', '/me/notices/mail'),
  '/:community/me/notices/mail (stop)': to('notices.stopMail', '/me/notices/mail', () => ({ how: 'stop' })),
  '/:community/me/notices/device (add)': to('notices.addDevice', '/me/notices/device', () => ({ endpoint: 'https://push.example.com/x', p256dh: P256DH, auth: 'AAAAAAAAAAAAAAAAAAAAAA' })),
  '/:community/me/notices/device (remove)': to('notices.removeDevice', '/me/notices/device', () => ({ how: 'remove', id: '1' })),
  '/:community/notices (read)': to('notices.markRead', '/notices', () => ({ how: 'all', upTo: '1' })),
  '/:community/notices (mute)': to('notices.mute', '/notices', ({ at: { fresh } }) => ({ how: 'mute', matter: String(fresh) })),
  '/:community/notices (unmute)': to('notices.unmute', '/notices', ({ at: { fresh } }) => ({ how: 'unmute', matter: String(fresh) })),
  '/:community/channels': to('notices.addChannel', '/channels', () => ({ kind: 'webhook', name: '新的', url: 'https://hooks.example.com/b', secret: '' })),
  '/:community/channels/change (end)': to('notices.endChannel', '/channels/change', ({ at: { channel } }) => ({ how: 'end', id: String(channel) })),
  '/:community/channels/change (test)': to('notices.testChannel', '/channels/change', ({ at: { channel } }) => ({ how: 'test', id: String(channel) })),
  '/:community/undelivered': to('notices.retryDelivery', '/undelivered', ({ at: { delivery } }) => ({ id: String(delivery) })),
}
