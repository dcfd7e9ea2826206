// What people agree to, in the words that they saw. A wording that was ever shown stays here: a new one gets the next number.
import { phrases } from '#kit/phrase.ts'

export const purposeText = phrases({
  show_name: ['公开栏写我的名字', 'My name on the board'],
  share_phone: ['让经办的人看到我的电话', 'My phone for whoever handles my matters'],
  sms_notices: ['有动静发短信告诉我', 'Text messages when something happens'],
  be_asked: ['邻居有事可以找我帮忙', 'Neighbours may ask me for help'],
  plan_credit: ['采纳了我的建议，写我的名字', 'My name beside what was adopted from me'],
})

export const wordingText = phrases({
  show_name_1: ['我提的事，公开栏里先勾好写我的名字。每次还能改。', 'What I raise shows my name on the board, unless I untick it that time.'],
  share_phone_1: ['我提事时，先填好我的电话，只给经办的人看，办完抹掉。', 'When I raise something my phone is filled in: only for whoever handles it, erased when done.'],
  sms_notices_1: ['我提的、我跟的事有动静，发短信到我的手机。', 'A text message comes to my phone when something happens to what I raised or follow.'],
  be_asked_1: ['附近有人求助，可以问我能不能去。去不去由我。', 'When somebody nearby needs help I may be asked. Whether I go is up to me.'],
  plan_credit_1: ['方案采纳了我的建议，可以在那一条旁边写我的名字，邻居都看得到。收回以后名字马上拿掉。', 'Where a plan adopts what I suggested, my name stands beside it for all neighbours. When I take this back, the name goes at once.'],
})

export const consentText = phrases({
  title: ['我同意的', 'What I agree to'],
  lead: ['一样一样选，都可以不要。点一下就能收回。', 'One by one, none of them needed. One tap takes each back.'],
  give: ['同意', 'I agree'],
  withdraw: ['收回', 'Take back'],
  given: [(day: string) => `${day}同意的`, (day: string) => `agreed ${day}`],
  notGiven: ['没有同意', 'not agreed'],
  changed: ['这段话改过了，请再看一遍', 'The wording has changed; please read it again'],
  notGivenYet: ['没有同意过，不用收回', 'There is nothing to take back'],
  summaryGive: ['同意一样用途', 'Agree to a purpose'],
  summaryWithdraw: ['收回一样同意', 'Take an agreement back'],
})
