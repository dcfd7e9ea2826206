// Votes of the owners: good inputs, forms and addresses for whoever tries their doors.
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

const RULES = (law: string) => `key: own-rules
version: 1
layer: estate
within: ${law}
from: 2026-01-01
name: { zh: 本小区议事规则, en: Rules of procedure }
sources:
  rules: { law: { zh: 议事规则, en: Rules }, article: "1", says: { zh: 投票开放十天, en: Ten days }, mark: V }
rules:
  voting: { value: 10, source: rules }
`
const CHOICES = { 1: 'yes' }
const AT = '2026-11-20T08:00'
const yes = { q1: 'yes' }

/** By the name of the act. */
export const VOTE_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'decisions.draft': ({ at }) => ({ estate: at.estate, title: '楼顶种点花', about: '不花钱' }),
  'decisions.putQuestion': ({ at }) => ({ id: at.drafting, position: 1, item: 'other', text: '门口装不装感应灯' }),
  'decisions.keepRules': ({ at }) => ({ estate: at.estate, source: RULES('fujian') }),
  'decisions.settleHome': ({ at }) => ({ id: at.drafting, home: at.homes[1]?.id, kind: 'left_out', reason: '还没交房' }),
  'decisions.freezeRoll': ({ at }) => ({ id: at.drafting, asOf: '2026-11-20', objectionsUntil: '2026-11-25' }),
  'decisions.announce': ({ at }) => ({ id: at.ready, opens: '2026-12-08T08:00', closes: '2026-12-20T20:00' }),
  'decisions.drop': ({ at }) => ({ id: at.ready, reason: '先不投了' }),
  'decisions.object': ({ at }) => ({ id: at.rolled, about: 'roll', text: '面积写错了' }),
  'decisions.answerObjection': ({ at }) => ({ id: at.rolled, objection: at.ballotObjection, upheld: 'false', answer: '查过了，没有错' }),
  'decisions.cast': ({ at }) => ({ id: at.balloting, choices: CHOICES }),
  'decisions.castByMandate': ({ at }) => ({ id: at.balloting, mandate: at.ballotMandate }),
  'decisions.castAtDoor': ({ at, mine }) => ({ id: at.balloting, number: 1, choices: CHOICES, witness: at.worker, photo: mine.picture }),
  'decisions.readPaper': ({ at }) => ({ id: at.balloting, code: at.paper, returnedAt: AT, choices: CHOICES }),
  'decisions.recordMandate': ({ at, mine }) => ({ id: at.balloting, number: 1, agent: at.worker, choices: CHOICES, photo: mine.picture }),
  'decisions.recordDelivery': ({ at }) => ({ id: at.balloting, number: 1, how: 'in_hand', receivedBy: 'owner', at: AT, witness: '' }),
  'decisions.recordPosting': ({ at, mine }) => ({ id: at.balloting, what: 'notice', place: at.building, at: AT, photo: mine.picture }),
  'decisions.postResult': ({ at }) => ({ id: at.tallied }),
}

type Vote = 'drafting' | 'rolled' | 'ready' | 'balloting' | 'tallied'

const of = (which: Vote, act: string, part: string, fields: Form['fields']): Form => ({ act, path: ({ at }) => `/shicheng/decisions/${at[which]}${part}`, fields })
const sent = (act: string, ...but: string[]): Form['fields'] => trial => Object.fromEntries(Object.entries(VOTE_SAMPLES[act]?.(trial) ?? {})
  .filter(([name]) => !['id', 'choices', 'photo', ...but].includes(name)).map(([name, value]) => [name, String(value)]))
const withPhoto = (act: string): Form['fields'] => trial => ({ ...sent(act)(trial), ...yes, photoKept: trial.mine.photo })

/** By the address, in the order of the routes. */
export const VOTE_FORMS: Readonly<Record<string, Form>> = {
  '/:community/decisions/new': { act: 'decisions.draft', path: () => '/shicheng/decisions/new', fields: sent('decisions.draft') },
  '/:community/decisions/rules/edit': { act: 'decisions.keepRules', path: () => '/shicheng/decisions/rules/edit', fields: sent('decisions.keepRules') },
  '/:community/decisions/:id': of('balloting', 'decisions.cast', '', () => yes),
  '/:community/decisions/:id/mandates/hand-in': of('balloting', 'decisions.castByMandate', '/mandates/hand-in', sent('decisions.castByMandate')),
  '/:community/decisions/:id/objections': of('rolled', 'decisions.object', '/objections', sent('decisions.object')),
  '/:community/decisions/:id/freeze': of('drafting', 'decisions.freezeRoll', '/freeze', sent('decisions.freezeRoll')),
  '/:community/decisions/:id/announce': of('ready', 'decisions.announce', '/announce', sent('decisions.announce')),
  '/:community/decisions/:id/answers': of('rolled', 'decisions.answerObjection', '/answers', sent('decisions.answerObjection')),
  '/:community/decisions/:id/drop': of('ready', 'decisions.drop', '/drop', sent('decisions.drop')),
  '/:community/decisions/:id/post': of('tallied', 'decisions.postResult', '/post', () => ({})),
  '/:community/decisions/:id/postings': of('balloting', 'decisions.recordPosting', '/postings', withPhoto('decisions.recordPosting')),
  '/:community/decisions/:id/questions': of('drafting', 'decisions.putQuestion', '/questions', sent('decisions.putQuestion')),
  '/:community/decisions/:id/homes': of('drafting', 'decisions.settleHome', '/homes', sent('decisions.settleHome')),
  '/:community/decisions/:id/door/delivery': of('balloting', 'decisions.recordDelivery', '/door/delivery', sent('decisions.recordDelivery')),
  '/:community/decisions/:id/door/ballot': of('balloting', 'decisions.castAtDoor', '/door/ballot', withPhoto('decisions.castAtDoor')),
  '/:community/decisions/:id/entry': of('balloting', 'decisions.readPaper', '/entry', trial => ({ ...sent('decisions.readPaper')(trial), ...yes })),
  '/:community/decisions/:id/mandates': of('balloting', 'decisions.recordMandate', '/mandates', withPhoto('decisions.recordMandate')),
}

const vote = (which: Vote, part = '') => ({ at }: Trial) => `/shicheng/decisions/${at[which]}${part}`

/** The pages; in brackets one that is not open to everybody yet. */
export const VOTE_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/decisions': () => '/shicheng/decisions',
  '/:community/decisions/rules': () => '/shicheng/decisions/rules',
  '/:community/decisions/new': () => '/shicheng/decisions/new',
  '/:community/decisions/rules/edit': ({ at }) => `/shicheng/decisions/rules/edit?estate=${at.estate}`,
  '/:community/decisions/:id': vote('balloting'),
  '/:community/decisions/:id (draft)': vote('drafting'),
  '/:community/decisions/:id/photos/:hash': ({ at }) => `/shicheng/decisions/${at.balloting}/photos/${at.proof}`,
  '/:community/decisions/:id/roll': vote('balloting', '/roll'),
  '/:community/decisions/:id/ballots': vote('tallied', '/ballots'),
  '/:community/decisions/:id/sheet': vote('tallied', '/sheet'),
  '/:community/decisions/:id/sheet.docx': vote('tallied', '/sheet.docx'),
  '/:community/decisions/:id/desk': vote('balloting', '/desk'),
  '/:community/decisions/:id/questions': vote('drafting', '/questions'),
  '/:community/decisions/:id/homes': vote('drafting', '/homes'),
  '/:community/decisions/:id/door': ({ at }) => `/shicheng/decisions/${at.balloting}/door?number=1`,
  '/:community/decisions/:id/papers': vote('balloting', '/papers'),
  '/:community/decisions/:id/entry': vote('balloting', '/entry'),
  '/:community/decisions/:id/mandates': vote('balloting', '/mandates'),
}
