// What the things are called that a notice can be about, besides matters.
import { phrases } from '#kit/phrase.ts'

export const thingText = phrases({
  polls: ['一个投票', 'A poll'],
  sessions: ['议事会', 'A council’s session'],
  councils: ['议事会', 'A council'],
  decisions: ['业主表决', 'A vote of the owners'],
  elections: ['业委会选举', 'Election of the owners’ committee'],
  inside: ['会议有新消息，点进去看', 'There is news of a session: look inside'],
})
