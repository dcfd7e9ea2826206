// What the things are called that a notice can be about, besides matters.
import { phrases } from '#kit/phrase.ts'

export const thingText = phrases({
  polls: ['一个投票', 'A poll'],
  sessions: ['议事会', 'A council’s session'],
  councils: ['议事会', 'A council'],
  decisions: ['业主表决', 'A vote of the owners'],
  calls: ['求助', 'A call for help'],
  volunteers: ['志愿者', 'Volunteers'],
  teams: ['服务队', 'A team'],
  elections: ['业委会选举', 'Election of the owners’ committee'],
  servings: ['服务时长', 'Hours of service'],
  duty: ['值班', 'Duty'],
  orders: ['点单', 'An order'],
  errands: ['邻居间的小忙', 'A favour among neighbours'],
  activities: ['活动', 'An activity'],
  inside: ['会议有新消息，点进去看', 'There is news of a session: look inside'],
})
