// Words for registering somebody and for acting in somebody's name.
import { phrases } from '#kit/phrase.ts'

export const evidenceText = phrases({
  in_person: ['当面跟我说的', 'Said to me in person'],
  by_phone: ['电话里说的', 'Said by phone'],
  on_paper: ['写在纸上的', 'Written on paper'],
  self: ['本人在这里写的', 'Written here by the person'],
})

export const mandateText = phrases({
  title: ['记一份委托', 'Write down a mandate'],
  lead: [(name: string) => `${name}说好了，由人替他办事。办了什么，两个人的名字都留痕。`, (name: string) => `${name} lets somebody act in his or her name. Whatever is done is recorded under both names.`],
  principal: ['谁请人代办', 'For whom'],
  agent: ['谁替他办', 'Who acts'],
  agentSelf: ['我来办', 'I do'],
  agentName: ['换一位替他办的人，写姓名', 'Somebody else, by name'],
  agentWrong: ['选一下谁替他办', 'Choose who acts'],
  evidence: ['他怎么说的', 'How he or she said so'],
  evidenceWrong: ['点一下他是怎么说的', 'Tap how it was said'],
  until: ['到哪天为止', 'Until which day'],
  untilHint: ['可以不填；随时都能停', 'Optional; it can be ended at any time'],
  untilWrong: ['写成 2026-12-31 这样，不早于今天', 'Write it as 2026-12-31, not before today'],
  save: ['记下委托', 'Write it down'],
  same: ['自己的事不用委托', 'Nobody needs a mandate for himself'],
  there: ['已经有这份委托了', 'There is such a mandate already'],
  forMe: ['替我办事的人', 'Who acts for me'],
  forThem: ['我替谁办', 'For whom I act'],
  end: ['停了', 'End it'],
  ended: ['停了，从现在起不能再替', 'Ended; from now on it gives nothing'],
  endedAlready: ['这份委托已经停了', 'This mandate has ended already'],
  notYours: ['要委托的双方，或管这里的网格员来停', 'For either side of it, or whoever looks after the place'],
  notHere: ['没有这份委托', 'There is no such mandate'],
  since: [(day: string) => `${day}起`, (day: string) => `since ${day}`],
  to: [(day: string) => `到${day}`, (day: string) => `until ${day}`],
  summaryRecord: ['记一份委托', 'Write down a mandate'],
  summaryEnd: ['停一份委托', 'End a mandate'],
  who: ['替谁写', 'For whom'],
  whoSelf: ['我自己', 'Myself'],
  whoHint: ['写好算他提的，您的名字只留痕', 'It counts as raised by that person; your name is only in the record'],
})

export const registerText = phrases({
  title: ['登记一位居民', 'Register somebody'],
  lead: ['给没有手机的邻居登记，好替他办事。', 'For a neighbour without a phone, so that somebody can act for him or her.'],
  home: ['住哪一户', 'Which home'],
  homeHint: ['照门牌写，比如：榕荫里 3号楼 1单元 602。可以不填', 'As on the door: 榕荫里 3号楼 1单元 602. Optional'],
  homeWrong: ['没找到这一户，照门牌写全', 'There is no such home; write it in full'],
  tie: ['跟这户的关系', 'Tie to the home'],
  tieWrong: ['点一下是业主、租客还是家人', 'Tap owner, tenant or family'],
  save: ['登记', 'Register'],
  summary: ['登记一位居民', 'Register somebody'],
})
