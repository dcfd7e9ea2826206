// Words for looking at a whole number, and why.
import { phrases } from '#kit/phrase.ts'

export const whyText = phrases({
  urgent: ['有急事要找到他', 'An emergency: to reach the person'],
  matter: ['他的事要问一句', 'To ask about his or her matter'],
  visit: ['约个时间上门', 'To arrange a visit'],
  check: ['核对名册', 'To check the roster'],
})

export const fieldText = phrases({
  phone: ['电话', 'phone'],
  document: ['证件号', 'document number'],
})

export const unmaskText = phrases({
  title: ['找一位居民', 'Find somebody'],
  lead: ['只找得到您管的地方的人。', 'Only people in places that you look after.'],
  name: ['姓名', 'Name'],
  nameHint: ['写姓就行', 'The surname will do'],
  find: ['找', 'Find'],
  none: [(name: string) => `没找到“${name}”，或者不归您管`, (name: string) => `“${name}” was not found, or is not yours to look after`],
  noPhone: ['没留电话', 'no phone'],
  see: ['看全号', 'See the whole number'],
  which: ['看哪个号', 'Which number'],
  whichWrong: ['点一下看哪个号', 'Tap which number'],
  purpose: ['为什么要看', 'Why'],
  purposeHint: ['本人看得到谁看过、为什么', 'The person sees who looked, and why'],
  purposeWrong: ['点一下为什么要看', 'Tap why'],
  onlyOnce: ['只显示这一次。谁看的、为什么，都记下了，本人看得到。', 'Shown this once. Who looked and why is written down, and the person sees it.'],
  nothing: ['没有登记这个号码', 'No such number is on record'],
  back: ['接着找', 'Find somebody else'],
  mandate: ['记一份委托', 'Write down a mandate'],
  register: ['登记一位居民', 'Register somebody'],
  summary: ['看一个人的全号', 'See a whole number'],
  readPhone: ['看电话', 'See the phone'],
  readPhoneSummary: ['看一件事留的电话', 'See the phone left with a matter'],
  readPhoneHint: ['看了会记下来', 'Looking is written down'],
  noMatterPhone: ['这件事没留电话，或者办完抹掉了', 'No phone was left with this matter, or it was erased when done'],
  ofMatter: [(id: number) => `第 ${id} 号事留的电话`, (id: number) => `The phone left with matter ${id}`],
  toMatter: ['回到这件事', 'Back to the matter'],
})
