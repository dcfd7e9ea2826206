// One good input for each act: so good that only the rules can say no.
import { shippedSource } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { HAPPENING, type Shared } from './ground.ts'
import type { OwnThings } from './own-things.ts'
import type { Spot } from './spot.ts'

/** Who tries, and with what. */
export interface Trial {
  at: Spot & Shared
  who: Actor
  /** What he has of his own. */
  mine: OwnThings
}

/** Everything that is done to the matter that was just raised needs its id. */
const toFresh = (more: (trial: Trial) => object = () => ({})) => (trial: Trial) => ({ id: trial.at.fresh, ...more(trial) })
const note = '看过了，这样办'
const self = ({ who }: Trial) => who.personId ?? 1
const nothing = () => ({})
const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(day => [day, '9:00-17:00']))
const SERVICE = { class: 'social', name: '修鞋', about: '修鞋配钥匙', provider: '老张', place: '南门', hours: '每天', phone: '' } as const

/** By the name of the act, in the order of the modules; what follows in brackets is another way of doing it. */
export const SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'people.invite': ({ at }) => ({ home: at.homes[1]?.id }),
  'people.appoint': ({ at }) => ({
    person: at.person, kind: 'volunteer', organisationKind: 'team', organisation: '新队', place: at.estate, grid: '', since: '2026-11-20',
  }),
  'people.endPost': ({ at }) => ({ post: at.post, until: '2026-11-20' }),
  'people.registerPerson': ({ at }) => ({ name: '老人家', home: at.homes[1]?.label, tie: 'family' }),
  'people.recordMandate': ({ at }) => ({ principal: at.person, agent: at.worker, evidence: 'in_person', until: '' }),
  'people.endMandate': ({ at }) => ({ mandate: at.mandate }),
  'people.giveConsent': () => ({ purpose: 'show_name', wording: 1 }),
  'people.withdrawConsent': () => ({ purpose: 'share_phone' }),
  'people.correctMyself': () => ({ name: '改了名' }),
  'people.eraseMyself': () => ({ sure: true }),
  'people.unmask': ({ at }) => ({ person: at.person, field: 'phone', purpose: 'matter' }),
  'roster.import': () => ({ rows: [{ line: 1, estate: '新里', building: '2号楼', entrance: '', home: '101' }] }),
  'roster.addBuildings': () => ({ estate: '新里', buildings: '1号楼', entrances: 0, floors: 1, homesPerFloor: 1 }),
  'roster.addThing': ({ at }) => ({ place: at.entrance, name: '信箱' }),
  'roster.setPoint': ({ at }) => ({ place: at.building, latitude: '24.9', longitude: '118.6' }),
  'roster.moveIn': ({ at }) => ({ home: at.homes[3]?.id, name: '新来的', phone: '', document: '', tie: 'tenant', since: '2026-11-01' }),
  'roster.moveOut': ({ at }) => ({ tie: at.tie, until: '2026-11-20' }),
  'matters.raise': ({ at }) => ({ place: at.entrance, kind: 'broken', text: '灯又不亮了' }),
  'matters.raise (for a caller)': ({ at }) => ({ place: at.entrance, kind: 'broken', text: '灯又不亮了', channel: 'phone' }),
  'matters.follow': toFresh(),
  'matters.move': toFresh(() => ({ step: 'coordinate', note })),
  'matters.withdraw': toFresh(),
  'matters.accept': toFresh(),
  'matters.giveBack': toFresh(() => ({ note })),
  'matters.handOn': toFresh(({ at }) => ({ person: at.worker, note })),
  'matters.ask': toFresh(() => ({ text: note })),
  'matters.answer': ({ at }) => ({ id: at.asked, text: '五楼' }),
  'matters.pause': toFresh(() => ({ note })),
  'matters.resume': ({ at }) => ({ id: at.paused }),
  'matters.urge': toFresh(),
  'matters.reply': toFresh(() => ({ text: note })),
  'matters.noteInside': toFresh(() => ({ text: note })),
  'matters.route': toFresh(() => ({ track: 'council', category: 'power' })),
  'matters.setUrgent': toFresh(() => ({ urgent: true })),
  'matters.setPrivate': toFresh(() => ({ private: true, text: '灯不亮了' })),
  'matters.rate': ({ at }) => ({ id: at.rating, stars: 5, text: '', again: false }),
  'matters.close': toFresh(() => ({ note })),
  'matters.reopen': ({ at }) => ({ id: at.closed, note }),
  'matters.sayHeld': ({ at }) => ({ id: at.closed }),
  'matters.acceptHandling': toFresh(),
  'matters.addChecklist': toFresh(() => ({ checklist: 'typhoon' })),
  'matters.addHandler': toFresh(({ at }) => ({ person: at.worker })),
  'matters.addHomes': toFresh(({ at }) => ({ places: [at.homes[1]?.id] })),
  'matters.addTask': toFresh(() => ({ title: '再量一量' })),
  'matters.answerPoll': ({ at, who }) => ({ id: at.polled, poll: at.poll, home: who.homes[0]?.id ?? at.homes[0]?.id, answer: 'yes' }),
  'matters.attachPhotos': toFresh(({ at }) => ({ moment: 'after', photos: [at.token] })),
  'matters.endHandler': toFresh(({ at }) => ({ handler: at.handler })),
  'matters.finishTask': toFresh(({ at }) => ({ task: at.task })),
  'matters.link': toFresh(({ at }) => ({ other: at.other })),
  'matters.merge': toFresh(({ at }) => ({ into: at.other, note })),
  'matters.publishPlan': toFresh(() => ({ text: note, who: '物业', due: '2026-12-01', yuan: '' })),
  'matters.recordDecision': toFresh(() => ({ text: note })),
  'matters.rename': toFresh(() => ({ title: '楼道灯' })),
  'matters.retireTemplate': ({ at }) => ({ id: at.template }),
  'matters.saveTemplate': () => ({ name: '再见', text: '谢谢您' }),
  'matters.settleHome': toFresh(({ at }) => ({ home: at.homes[0]?.id })),
  'matters.spend': toFresh(() => ({ yuan: '5', what: '开关', paidFrom: 'other' })),
  'matters.split': toFresh(() => ({ text: '门口的灯也不亮' })),
  'matters.startPoll': toFresh(({ at }) => ({ question: '换成感应灯，好不好', place: at.entrance })),
  'matters.strikeCost': toFresh(({ at }) => ({ cost: at.cost, why: note })),
  'matters.saveFilter': () => ({ name: '夜里的', query: 'step=do' }),
  'matters.dropFilter': ({ mine }) => ({ id: mine.view }),
  'matters.joinIn': ({ at }) => ({ id: at.activity }),
  'matters.stayAway': ({ at }) => ({ id: at.joined }),
  'matters.arrive': ({ at }) => ({ id: at.joined, code: at.here }),
  'matters.go': ({ at }) => ({ id: at.came }),
  'matters.forgetLessons': nothing,
  'matters.comment': toFresh(() => ({ text: '我家也是' })),
  'matters.report': toFresh(() => ({ reason: 'advertising' })),
  'matters.change': ({ at }) => ({ id: at.toChange, text: '楼上的狗夜里叫' }),
  'matters.appeal': ({ at }) => ({ id: at.hidden, words: '这不是广告' }),
  'matters.release': ({ at }) => ({ id: at.case }),
  'matters.hide': ({ at }) => ({ id: at.case, reason: 'advertising' }),
  'matters.askChange': ({ at }) => ({ id: at.case, words: '请改一改' }),
  'matters.makePrivate': ({ at }) => ({ id: at.case }),
  'moderation.addWord': () => ({ word: '高价回收', kind: 'advertising' }),
  'moderation.endWord': ({ at }) => ({ id: at.word }),
  'calendars.add': () => HAPPENING,
  'calendars.change': ({ at }) => ({ id: at.happening, ...HAPPENING }),
  'calendars.callOff': ({ at }) => ({ id: at.happening }),
  'calendars.import': () => ({ dates: [{
    uid: 'a@example.com', title: '晚唱', about: '', place: '亭子', begins_on: '2026-12-02', minute: 1140, minutes: 60, rule: null, except_on: [], also_on: [], cancelled: false,
  }] }),
  'methods.publish': () => ({ source: shippedSource('520'), after: 1 }),
  'clocks.setCalendar': () => ({ validFrom: '2026-12-01', ...week, holidays: 'cn', days: '' }),
  'clocks.rebuild': nothing,
  'services.add': () => SERVICE,
  'services.change': ({ at }) => ({ id: at.service, ...SERVICE }),
  'services.retire': ({ at }) => ({ id: at.service }),
  'notices.markRead': () => ({ upTo: 1 }),
  'notices.mute': trial => ({ person: self(trial), matter: trial.at.fresh }),
  'notices.unmute': trial => ({ person: self(trial), matter: trial.at.fresh }),
  'notices.choose': () => ({ digestHour: 19, quietFrom: 22, quietUntil: 7, lang: 'zh' }),
  'notices.giveMail': () => ({ mail: 'lin@example.com', lang: 'zh' }),
  'notices.stopMail': trial => ({ person: self(trial) }),
  'notices.endChannel': ({ at }) => ({ id: at.channel }),
  'notices.testChannel': ({ at }) => ({ id: at.channel }),
  'notices.retryDelivery': ({ at }) => ({ id: at.delivery }),
  'notices.removeDevice': () => ({ id: 1 }),
}

/** The name without what stands in brackets. */
export function plain(name: string): string {
  return name.replace(/ \(.*\)$/u, '')
}
