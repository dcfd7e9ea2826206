// Words for whoever wrote something that is looked at, for whoever reports, and for whoever comments.
import { phrases } from '#kit/phrase.ts'

/** What the author sees of his own. */
export const authorText = phrases({
  many: [(count: number) => `${count} 位邻居说过差不多的事`, (count: number) => `${count} neighbours have told much the same`],
  manyHint: ['跟他们一起等，不用再写一遍', 'Join them instead of writing it again'],
  held: [(when: string) => `先等人看一眼，最晚 ${when}出来。现在只有您和看的人看得到。急的事请打电话`, (when: string) => `Somebody looks at it first; it appears ${when} at the latest. Only you and whoever looks see it now. If it is urgent, call`],
  screened: ['已经有人在办。先不公开，等人看一眼', 'It is being worked on. It is not public until somebody has looked'],
  privateData: ['里面好像有电话号码或证件号，大家都会看到。去掉它，就马上公开', 'It seems to hold a phone or document number that everybody would see. Take it out and it is public at once'],
  asked: [(words: string) => `请您改一改：${words}`, (words: string) => `Please change it: ${words}`],
  hidden: [(reason: string) => `拿下了，理由：${reason}`, (reason: string) => `Taken down, for: ${reason}`],
  madePrivate: ['改成不公开了，照样办', 'Made private; work goes on'],
  change: ['改一改', 'Change it'],
  appeal: ['不服，请别人再看', 'Appeal: somebody else looks'],
  appealWords: ['为什么不该拿下', 'Why it should stand'],
  appealHint: ['换一个人来看，一次为准', 'Somebody else looks; it is done once'],
  appealed: ['您不服，换人在看', 'You appealed; somebody else is looking'],
  upheld: ['换人看过了，还是这样', 'Somebody else looked: it stays so'],
  text: ['改成', 'It should say'],
  send: ['交上去', 'Send'],
  done: ['记下了，有人看', 'Noted; somebody looks at it'],
  ownNote: ['等人看一眼，现在只有您看得到', 'Waits for a look; only you see it now'],
  ownNoteInside: ['先不公开，等人看一眼', 'Not public until somebody has looked'],
  noSuch: ['没有能改的', 'There is nothing to change'],
  noAppeal: ['没有能申诉的，或者已经申诉过', 'There is nothing to appeal against, or you did already'],
  summaryChange: ['改自己写的', 'Change what one wrote'],
  summaryAppeal: ['不服，请别人再看', 'Appeal'],
  removed: [(reason: string) => `这里原来有一条，拿下了。理由：${reason}`, (reason: string) => `Something stood here and was taken down, for: ${reason}`],
  removedTitle: ['拿下了', 'Taken down'],
  removedMatter: [(reason: string) => `这件事拿下了。理由：${reason}`, (reason: string) => `This matter was taken down, for: ${reason}`],
  removedBy: [(post: string, when: string) => `${post} ${when}看的`, (post: string, when: string) => `judged by a ${post}, ${when}`],
  toLog: ['看过的都记在这里', 'All judgements are in the log'],
})

export const reportText = phrases({
  title: ['举报', 'Report'],
  lead: ['告诉管这片的人哪里不对。是谁举报的，谁也看不到。有人先看，才会拿下。', 'Tell those who look after this what is wrong. Nobody sees who reported it, and nothing is taken down before somebody has looked.'],
  reason: ['哪里不对', 'What is wrong'],
  reasonWrong: ['点一下哪里不对', 'Tap what is wrong'],
  words: ['想说的话', 'A word'],
  wordsHint: ['可以不填', 'Optional'],
  send: ['交上去', 'Send'],
  done: ['收到了，有人会看', 'Received; somebody will look'],
  noSuch: ['没有这一条，或者已经拿下了', 'There is no such thing, or it is gone'],
  summary: ['举报', 'Report something'],
})

export const commentText = phrases({
  text: ['说一句', 'Say something'],
  hint: ['大家都看得到，不写您的名字。别写电话、门牌、别人的姓名', 'Everybody sees it, without your name. No phones, door numbers or names, please'],
  summary: ['留言', 'Comment'],
  privateMatter: ['不公开的事没有留言', 'A private matter has no comments'],
})
