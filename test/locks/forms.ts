// What a good form sends to each address that takes one, and which act it leads to.
import { shippedSource } from '#modules/methods/public.ts'
import { SAMPLES, type Trial } from './samples.ts'

/** A form: the act behind it, '' where it only prepares one; where it is sent to; what is sent besides. */
export interface Form {
  act: string
  path: (trial: Trial) => string
  fields: (trial: Trial) => Readonly<Record<string, string>>
}

const note = '看过了，这样办'
const none = () => ({})

// What the act's own sample says, as a form says it.
function sent(act: string): Form['fields'] {
  return trial => Object.fromEntries(Object.entries(SAMPLES[act]?.(trial) ?? {}).filter(([name, value]) => name !== 'id' && value !== false && value !== undefined)
    .map(([name, value]) => [name, String(value)]))
}

const at = (path: string) => (_trial: Trial) => `/shicheng${path}`
const to = (act: string, path: string, fields: Form['fields'] = sent(act)): Form => ({ act, path: at(path), fields })
const matter = (act: string, path: string, fields: Form['fields'] = sent(act)): Form => ({
  act, fields, path: trial => `/shicheng/matters/${matterIn(SAMPLES[act]?.(trial))}/${path}`,
})

function matterIn(sample: { id?: number } | undefined): number {
  if (sample?.id === undefined) throw new Error('an act on a matter has its number in its sample')
  return sample.id
}

/** By the address as the routes have it; what follows in brackets is another form at the same address. */
export const FORMS: Readonly<Record<string, Form>> = {
  '/:community/raise': to('matters.raise', '/raise'),
  '/:community/matters/:id/move': matter('matters.move', 'move'),
  '/:community/matters/:id/phone': { act: 'matters.readPhone', path: trial => `/shicheng/matters/${trial.at.fresh}/phone`, fields: none },
  '/:community/matters/:id/follow': matter('matters.follow', 'follow'),
  '/:community/matters/:id/accept': matter('matters.accept', 'accept'),
  '/:community/matters/:id/confirm': matter('matters.route', 'confirm'),
  '/:community/matters/:id/resume': matter('matters.resume', 'resume'),
  '/:community/matters/:id/urge': matter('matters.urge', 'urge'),
  '/:community/matters/:id/urgent': matter('matters.setUrgent', 'urgent'),
  '/:community/matters/:id/hand-on': matter('matters.handOn', 'hand-on', ({ at: { worker } }) => ({ to: `p${worker}`, note })),
  '/:community/matters/:id/acts/:act (close)': matter('matters.close', 'acts/close'),
  '/:community/matters/:id/acts/:act (ask)': matter('matters.ask', 'acts/ask'),
  '/:community/matters/:id/acts/:act (answer)': matter('matters.answer', 'acts/answer'),
  '/:community/matters/:id/acts/:act (note)': matter('matters.noteInside', 'acts/note'),
  '/:community/matters/:id/acts/:act (pause)': matter('matters.pause', 'acts/pause'),
  '/:community/matters/:id/acts/:act (give-back)': matter('matters.giveBack', 'acts/give-back'),
  '/:community/matters/:id/acts/:act (route)': matter('matters.route', 'acts/route'),
  '/:community/matters/:id/acts/:act (private)': matter('matters.setPrivate', 'acts/private'),
  '/:community/matters/:id/withdraw': matter('matters.withdraw', 'withdraw'),
  '/:community/matters/:id/same': matter('matters.withdraw', 'same', ({ at: { other } }) => ({ own: 'true', other: String(other) })),
  '/:community/matters/:id/tasks': matter('matters.addTask', 'tasks'),
  '/:community/matters/:id/tasks/finish': matter('matters.finishTask', 'tasks/finish', ({ at: { task } }) => ({ task: String(task), done: 'true' })),
  '/:community/matters/:id/tasks/checklist': matter('matters.addChecklist', 'tasks/checklist'),
  '/:community/matters/:id/costs': matter('matters.spend', 'costs'),
  '/:community/matters/:id/costs/strike': matter('matters.strikeCost', 'costs/strike'),
  '/:community/matters/:id/handlers': matter('matters.addHandler', 'handlers', ({ at: { worker } }) => ({ to: `p${worker}` })),
  '/:community/matters/:id/handlers/accept': matter('matters.acceptHandling', 'handlers/accept'),
  '/:community/matters/:id/handlers/end': matter('matters.endHandler', 'handlers/end'),
  '/:community/matters/:id/join': matter('matters.joinIn', 'join'),
  '/:community/matters/:id/away': matter('matters.stayAway', 'away'),
  '/:community/matters/:id/here': matter('matters.arrive', 'here'),
  '/:community/matters/:id/gone': matter('matters.go', 'gone'),
  '/:community/matters/:id/homes': matter('matters.addHomes', 'homes'),
  '/:community/matters/:id/homes/settle': matter('matters.settleHome', 'homes/settle', ({ at: { homes } }) => ({ home: String(homes[0]?.id), settled: 'true' })),
  '/:community/matters/:id/poll': matter('matters.startPoll', 'poll'),
  '/:community/matters/:id/poll/answer': matter('matters.answerPoll', 'poll/answer'),
  '/:community/matters/:id/photos-after': matter('matters.attachPhotos', 'photos-after'),
  '/:community/matters/:id/plan': matter('matters.publishPlan', 'plan'),
  '/:community/matters/:id/decision': matter('matters.recordDecision', 'decision'),
  '/:community/matters/:id/links/merge': matter('matters.merge', 'links/merge'),
  '/:community/matters/:id/links/split': matter('matters.split', 'links/split'),
  '/:community/matters/:id/links/related': matter('matters.link', 'links/related'),
  '/:community/matters/:id/links/title': matter('matters.rename', 'links/title'),
  '/:community/matters/:id/reply': matter('matters.reply', 'reply'),
  '/:community/matters/:id/rate': matter('matters.rate', 'rate'),
  '/:community/matters/:id/reopen': matter('matters.reopen', 'reopen'),
  '/:community/matters/:id/held': matter('matters.sayHeld', 'held'),
  '/:community/matters/:id/report': matter('matters.report', 'report'),
  '/:community/matters/:id/change': matter('matters.change', 'change'),
  '/:community/matters/:id/appeal': matter('matters.appeal', 'appeal'),
  '/:community/moderation (accept)': to('matters.release', '/moderation', trial => ({ act: 'accept', case: String(trial.at.case) })),
  '/:community/moderation (private)': to('matters.makePrivate', '/moderation', trial => ({ act: 'private', case: String(trial.at.case) })),
  '/:community/moderation (reply)': to('matters.askChange', '/moderation', trial => ({ act: 'reply', case: String(trial.at.case), change: '请改一改' })),
  '/:community/moderation (hide)': to('matters.hide', '/moderation', trial => ({ act: 'hide', case: String(trial.at.case), reason: 'advertising' })),
  '/:community/moderation/words': to('moderation.addWord', '/moderation/words'),
  '/:community/moderation/words/:id/end': { act: 'moderation.endWord', path: trial => `/shicheng/moderation/words/${trial.at.word}/end`, fields: none },
  '/:community/happenings/edit (new)': to('calendars.add', '/happenings/edit'),
  '/:community/happenings/edit (change)': to('calendars.change', '/happenings/edit', trial => ({ ...sent('calendars.change')(trial), happening: String(trial.at.happening) })),
  '/:community/happenings/off': to('calendars.callOff', '/happenings/off', trial => ({ happening: String(trial.at.happening) })),
  '/:community/happenings/bring': to('', '/happenings/bring', none),
  '/:community/happenings/bring/check': to('', '/happenings/bring/check', () => ({ file: 'x' })),
  '/:community/hooks': to('hooks.make', '/hooks', ({ who, at: { secretary } }) => ({ organisation: String((who.posts[0] ?? secretary.posts[0])?.organisation_id), name: '供电所' })),
  '/:community/hooks/end': to('hooks.end', '/hooks/end', trial => ({ id: String(trial.at.hook) })),
  '/:community/record/export': to('record.export', '/record/export', none),
  '/:community/places/:id/point': { act: 'roster.setPoint', path: trial => `/shicheng/places/${trial.at.building}/point`, fields: () => ({ latitude: '24.9', longitude: '118.6' }) },
  '/:community/me/tokens': to('people.issueToken', '/me/tokens', () => ({ name: 'mine too', scope: 'read', until: '2026-12-20' })),
  '/:community/me/tokens/end': to('people.endToken', '/me/tokens/end', ({ mine }) => ({ token: mine.token })),
  '/:community/me/calendar (open)': to('calendars.openAddress', '/me/calendar', none),
  '/:community/me/calendar (close)': to('calendars.closeAddress', '/me/calendar', () => ({ how: 'close' })),
  '/:community/queue': to('matters.accept', '/queue', ({ at: { fresh } }) => ({ act: 'accept', matter: String(fresh) })),
  '/:community/day': to('matters.accept', '/day', ({ at: { fresh } }) => ({ accept: String(fresh) })),
  '/:community/queue/filters': to('matters.saveFilter', '/queue/filters'),
  '/:community/queue/filters/:id/drop': { act: 'matters.dropFilter', path: ({ mine }) => `/shicheng/queue/filters/${mine.view}/drop`, fields: none },
  '/:community/templates': to('matters.saveTemplate', '/templates'),
  '/:community/templates/:id/retire': { act: 'matters.retireTemplate', path: trial => `/shicheng/templates/${trial.at.template}/retire`, fields: none },
  '/:community/proposals': to('matters.forgetLessons', '/proposals', () => ({ sure: 'yes' })),
  '/:community/calendar': to('clocks.setCalendar', '/calendar'),
  '/:community/services/edit (new)': to('services.add', '/services/edit'),
  '/:community/services/edit (change)': to('services.change', '/services/edit', trial => ({ ...sent('services.change')(trial), service: String(trial.at.service) })),
  '/:community/services/retire': to('services.retire', '/services/retire', ({ at: { service } }) => ({ service: String(service) })),
  '/:community/method/source': to('', '/method/source', () => ({ source: shippedSource('520'), after: '1' })),
  '/:community/method/edit': to('', '/method/edit', () => ({ source: shippedSource('520'), after: '1', chain: 'secretary', tap: 'up-0' })),
  '/:community/method/choose': to('', '/method/choose', () => ({ method: '520', after: '1' })),
  '/:community/method/review': to('', '/method/review', () => ({ draft: 'x', after: '1' })),
  '/:community/posts/new': to('people.appoint', '/posts/new'),
  '/:community/posts/:id/end': { act: 'people.endPost', path: trial => `/shicheng/posts/${trial.at.post}/end`, fields: () => ({ until: '2026-11-20' }) },
  '/:community/people/new': to('people.registerPerson', '/people/new'),
  '/:community/people/:id/number': { act: 'people.unmask', path: trial => `/shicheng/people/${trial.at.person}/number`, fields: sent('people.unmask') },
  '/:community/people/:id/mandate': { act: 'people.recordMandate', path: trial => `/shicheng/people/${trial.at.person}/mandate`, fields: sent('people.recordMandate') },
  '/:community/invitations': to('people.invite', '/invitations'),
  '/:community/homes/:id/in': { act: 'roster.moveIn', path: trial => `/shicheng/homes/${trial.at.homes[3]?.id}/in`, fields: sent('roster.moveIn') },
  '/:community/homes/:id/out': { act: 'roster.moveOut', path: trial => `/shicheng/homes/${trial.at.homes[1]?.id}/out`, fields: sent('roster.moveOut') },
  '/:community/homes/:id/open': { act: 'people.breakGlass', path: trial => `/shicheng/homes/${trial.at.homes[1]?.id}/open`, fields: () => ({ reason: 'water', words: '楼下天花板在滴水' }) },
  '/:community/openings/:id/look': { act: 'people.lookAgain', path: trial => `/shicheng/openings/${trial.at.opening}/look`, fields: none },
  '/:community/openings/:id/judge': { act: 'people.judgeOpening', path: trial => `/shicheng/openings/${trial.at.opening}/judge`, fields: () => ({ verdict: 'justified', words: '确实漏水了' }) },
  '/:community/places/new/buildings': to('roster.addBuildings', '/places/new/buildings'),
  '/:community/places/new/thing': to('roster.addThing', '/places/new/thing'),
  '/:community/set-up': to('roster.addBuildings', '/set-up'),
  '/:community/roster': to('', '/roster', none),
  '/:community/roster/check': to('', '/roster/check', () => ({ list: 'x' })),
  '/:community/roster/export': to('roster.export', '/roster/export', () => ({ as: 'csv' })),
  '/:community/roster/export (clear)': to('roster.export', '/roster/export', () => ({ as: 'csv', clear: 'yes' })),
  '/:community/me/mandates': to('people.endMandate', '/me/mandates'),
  '/:community/me/consents (give)': to('people.giveConsent', '/me/consents'),
  '/:community/me/consents (withdraw)': to('people.withdrawConsent', '/me/consents', () => ({ purpose: 'share_phone', how: 'withdraw' })),
  '/:community/me/data': to('people.correctMyself', '/me/data'),
  '/:community/me/erase': to('people.eraseMyself', '/me/erase', () => ({ sure: 'yes' })),
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

// A point on the curve P-256, as a browser gives it.
const P256DH = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM'
