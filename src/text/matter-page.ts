// Words of a matter's page and of the small forms that belong to it.
import { phrases } from '#kit/phrase.ts'

export const deskText = phrases({
  title: ['经办台', 'Desk'],
  proposal: ['建议这样走', 'Proposed'],
  because: [(why: string) => `因为：${why}`, (why: string) => `Because: ${why}`],
  wouldHandle: [(posts: string) => `该找：${posts}`, (posts: string) => `For: ${posts}`],
  confirm: ['就这样', 'Yes, like this'],
  change: ['换一条', 'Change'],
  accept: ['我来办', 'I take it on'],
  moveOn: ['往下走一步', 'Take it on'],
  more: ['还可以', 'Also'],
  urgent: ['改成急事', 'Make it urgent'],
  notUrgent: ['不急了', 'Not urgent any more'],
  resume: ['继续办，时限接着走', 'Go on; the clock runs again'],
  needs: [(kinds: string) => `要先有：${kinds}`, (kinds: string) => `First: ${kinds}`],
})

export const trailText = phrases({
  move: [(step: string) => `走到“${step}”`, (step: string) => `Went to “${step}”`],
  reply: ['回复大家', 'Reply to everybody'],
  inside: ['内部备注', 'Note inside'],
  ask: ['问了提的人一句', 'Asked the raiser'],
  answer: ['提的人回话了', 'The raiser answered'],
  return: ['退回', 'Given back'],
  hand_on: ['转给别人办', 'Handed on'],
  pause: ['暂停了，时限停着', 'Paused; no clock runs'],
  urge: ['有人催了', 'Urged'],
  decision: ['定下来了', 'Decided'],
  plan: ['方案', 'The plan'],
  warning: ['请附近的人当心', 'Take care nearby'],
  comment: ['邻居说', 'A neighbour says'],
  merge: ['并到一起办', 'Merged'],
  split: ['分出一件', 'Split off'],
  raiserSaid: ['提的人', 'The raiser'],
  before: ['原来', 'Before'],
  during: ['办着', 'During'],
  after: ['办好', 'After'],
})

export const whoText = phrases({
  lead: ['谁在办', 'Who is on it'],
  offered: ['等受理', 'offered, not yet taken on'],
  onIt: ['牵头', 'lead'],
  nobody: [(posts: string) => `等${posts}来看`, (posts: string) => `For the ${posts} to look at`],
  waits: ['等居民回话', 'waits for the resident'],
  whole: ['整件事', 'The whole matter'],
  mergedInto: [(id: number) => `并到 ${id} 号一起办，去那边看`, (id: number) => `It goes on together with number ${id}; see there`],
  reopenedFrom: [(id: number) => `接着 ${id} 号办的`, (id: number) => `Follows number ${id}`],
  privateMatter: ['不公开：只有提的人和经办的人看得到', 'Not public: only the raiser and those who handle it see this'],
  asked: ['有一句话想问您', 'A question for you'],
  answerNow: ['回一句', 'Answer'],
  urge: ['催一催', 'Urge'],
  urged: ['催了，经办的人马上收到', 'Urged; those who handle it hear it at once'],
  saved: ['记下了', 'Written down'],
})
