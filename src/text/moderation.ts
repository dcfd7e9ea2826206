// Words of moderation: why something waits, what was judged and by which rule, reports, appeals, and the word list.
import { phrases } from '#kit/phrase.ts'

/** 20 分钟 or 3 小时. */
const wait = (minutes: number) => minutes < 90 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`
const waitEn = (minutes: number) => minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`

export const turnText = phrases({
  tooOften: [
    (minutes: number, phone: string | null) => `这会儿太多了，歇 ${wait(minutes)}再来，写的都给您留着。${phone ? `急的事请打 ${phone}。` : '急的事请打社区电话。'}`,
    (minutes: number, phone: string | null) => `That is a lot at once: please wait ${waitEn(minutes)}; what you wrote is kept. ${phone ? `If it is urgent, call ${phone}.` : 'If it is urgent, call the community.'}`,
  ],
})

/** For what something is taken down. */
export const reasonText = phrases({
  insult: ['骂人、侮辱人', 'Insults'],
  privacy: ['说出了别人的私事、电话、证件号', 'Somebody’s private life, phone or papers'],
  advertising: ['做广告、拉生意', 'Advertising'],
  unlawful: ['法律不许发的', 'What the law forbids to publish'],
  flood: ['同样的话反复刷', 'The same again and again'],
})

/** The rule behind each reason. */
export const ruleText = phrases({
  insult: ['民法典 1024 条：不得侮辱、诽谤他人', 'Civil Code 1024: nobody may be insulted or slandered'],
  privacy: ['民法典 1032、1034 条：隐私和个人信息受保护', 'Civil Code 1032, 1034: privacy and personal data are protected'],
  advertising: ['公开栏只说社区的事', 'The board is for the matters of the neighbourhood'],
  unlawful: ['网络安全法：法律禁止发布的信息，要停止传输、留下记录', 'Cybersecurity Law: what may not be published is stopped and put on record'],
  flood: ['互联网跟帖评论服务管理规定：不得干扰正常跟帖秩序', 'Rules for comments: their good order must not be disturbed'],
})

export const causeText = phrases({
  often: ['短时间里太多', 'Too many in a short time'],
  insult: ['像是在骂人', 'Sounds like an insult'],
  advertising: ['像是广告', 'Looks like advertising'],
  private_data: ['里面有电话号码或证件号', 'Holds a phone or document number'],
  other_word: ['有词表里的词', 'A word of the list'],
  reported: ['有人举报', 'Reported'],
  changed: ['本人改过了', 'Its author changed it'],
  appeal: ['本人不服，请再看', 'Its author appeals'],
})

export const thingText = phrases({
  matter: ['整件事', 'The matter'],
  note: ['留言', 'A comment'],
  photo: ['照片', 'A photo'],
  rating: ['评语', 'Words of a rating'],
})

export const verdictText = phrases({
  released: ['放出来了', 'Let through'],
  asked: ['请本人改一改', 'Its author is asked to change it'],
  hidden: ['拿下了', 'Taken down'],
  made_private: ['改成不公开', 'Made private'],
  changed: ['本人改好，自己出来了', 'Changed by its author; appeared'],
  appeared: ['到时没人看，自己出来了', 'Nobody looked in time; appeared'],
})

export const moderationText = phrases({
  title: ['等人看一眼', 'Waiting for a look'],
  lead: ['不写是谁。批评谁、话说得难听，都不是拿下的理由；只看五条。', 'Names are left out. That somebody is criticised is no reason; only these five are.'],
  none: ['没有等着看的。泡壶茶', 'Nothing waits for a look. Have some tea'],
  untilShown: [(when: string) => `${when}前不看，自己出来`, (when: string) => `appears by itself ${when}`],
  untilKept: [(when: string) => `${when}前要看，不会自己出来`, (when: string) => `due ${when}; does not appear by itself`],
  stillShown: ['还公开着', 'still public'],
  reports: [(count: number) => `${count} 人举报`, (count: number) => `${count} reports`],
  gone: ['已经不在了', 'It is gone'],
  aPhoto: ['一张照片', 'A photo'],
  appealSays: [(words: string) => `本人说：${words}`, (words: string) => `Its author says: ${words}`],
  more: [(count: number) => `还有 ${count} 条`, (count: number) => `${count} more`],
  together: ['勾上的一起看', 'Those selected'],
  release: ['放出来', 'Let through'],
  askChange: ['请本人改', 'Ask to change it'],
  askChangeWords: ['请他改哪里', 'What to change'],
  askChangeHint: ['本人看得到，别人看不到', 'Only its author sees this'],
  hide: ['拿下', 'Take it down'],
  reason: ['按哪一条', 'By which reason'],
  reasonWrong: ['选一条理由', 'Choose a reason'],
  hideWords: ['跟本人说一句', 'A word to its author'],
  hideHint: ['可以不填。公开的记录里只有理由，没有原话', 'Optional. The public log holds the reason, never the words'],
  makePrivate: ['改成不公开', 'Make it private'],
  makePrivateHint: ['只有本人、经办的人看得到，照样办', 'Only its author and those who handle it see it; work goes on'],
  pickSome: ['先勾上几条', 'Select some first'],
  pickOne: [(what: string) => `勾上：${what}`, (what: string) => `Select: ${what}`],
  done: [(count: number, what: string) => `${what}：${count} 条`, (count: number, what: string) => `${what}: ${count}`],
  refused: [(count: number) => `${count} 条没办成`, (count: number) => `${count} not done`],
  number: [(id: number) => `${id} 号`, (id: number) => `number ${id}`],
  judgedAlready: ['已经有人看过了', 'Somebody has judged it already'],
  ownCase: ['这是您自己写的或举报的，请别人来看', 'You wrote or reported this yourself: somebody else has to look'],
  aboutYourself: ['这件事您在办，或者里面说到您，请别人来看', 'You handle this, or it speaks of you: somebody else has to look'],
  judgedBefore: ['第一次是您看的，这回请别人来看', 'You judged it the first time: now somebody else has to'],
  onlyMatters: ['只有整件事能改成不公开', 'Only a whole matter can be made private'],
  noPhotoChange: ['照片改不了，只能放出来或拿下', 'A photo cannot be changed, only let through or taken down'],
  noSuchCase: ['没有这一条，或者不归您看', 'There is no such case, or it is not yours to judge'],
  notLookedAt: ['还没人看过，先等一等', 'Nobody has looked at it yet'],
  notDue: ['还没到时候', 'It is not due yet'],
  keyA: ['放出来（勾上的；没勾就是这一条）', 'Let through (those selected, or this one)'],
  keyR: ['请本人改', 'Ask to change it'],
  link: ['举报的、太多的、要您看一眼的', 'Reported, too many, or with listed words'],
  words: ['词表', 'The word list'],
  log: ['看过的记录', 'The public log'],
  summaryRelease: ['放出来', 'Let something through'],
  summaryHide: ['拿下一条', 'Take something down'],
  summaryAskChange: ['请本人改一改', 'Ask an author to change something'],
  summaryMakePrivate: ['改成不公开', 'Make a matter private'],
  summaryAppear: ['到时自己出来', 'Let something appear in time'],
  summaryRemind: ['催一催看的人', 'Remind those who judge'],
})
