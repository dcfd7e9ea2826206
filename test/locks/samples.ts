// One good input for each act: so good that only the rules can say no.
import { shippedSource } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { COUNCIL_SAMPLES } from './councilled-samples.ts'
import { ELECTION_SAMPLES } from './elected-samples.ts'
import { ACTIVITY_SAMPLES } from './helped.ts'
import { DUTY_SAMPLES } from './dutied.ts'
import { HOURS_SAMPLES } from './served.ts'
import { CALL_SAMPLES } from './called.ts'
import { ERRAND_SAMPLES } from './erranded.ts'
import { HAPPENING, type Shared } from './ground.ts'
import { MATTER_SAMPLES } from './matter-samples.ts'
import type { OwnThings } from './own-things.ts'
import type { Spot } from './spot.ts'
import { ORDER_SAMPLES } from './ordered-samples.ts'
import { VOLUNTEER_SAMPLES } from './volunteered.ts'
import { VOTE_SAMPLES } from './voted-samples.ts'

/** Who tries, and with what. */
export interface Trial {
  at: Spot & Shared
  who: Actor
  /** What he has of his own. */
  mine: OwnThings
}

const self = ({ who }: Trial) => who.personId ?? 1
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
  ...MATTER_SAMPLES,
  'moderation.addWord': () => ({ word: '高价回收', kind: 'advertising' }),
  'moderation.endWord': ({ at }) => ({ id: at.word }),
  ...COUNCIL_SAMPLES,
  ...VOTE_SAMPLES,
  ...ELECTION_SAMPLES,
  ...VOLUNTEER_SAMPLES,
  ...ORDER_SAMPLES,
  ...DUTY_SAMPLES,
  ...HOURS_SAMPLES,
  ...CALL_SAMPLES,
  ...ERRAND_SAMPLES,
  ...ACTIVITY_SAMPLES,
  'calendars.add': () => HAPPENING,
  'calendars.change': ({ at }) => ({ id: at.happening, ...HAPPENING }),
  'calendars.callOff': ({ at }) => ({ id: at.happening }),
  'calendars.import': () => ({ dates: [{
    uid: 'a@example.com', title: '晚唱', about: '', place: '亭子', begins_on: '2026-12-02', minute: 1140, minutes: 60, rule: null, except_on: [], also_on: [], cancelled: false,
  }] }),
  'methods.publish': () => ({ source: shippedSource('520'), after: 1 }),
  'clocks.setCalendar': () => ({ validFrom: '2026-12-01', ...week, holidays: 'cn', days: '' }),
  'clocks.rebuild': () => ({}),
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
