// What people agree to, in the words that they saw. A wording that was ever shown stays here: a new one gets the next number.
import { phrases } from '#kit/phrase.ts'

export const purposeText = phrases({
  show_name: ['公开栏写我的名字', 'My name on the board'],
  share_phone: ['让经办的人看到我的电话', 'My phone for whoever handles my matters'],
  sms_notices: ['有动静发短信告诉我', 'Text messages when something happens'],
  be_asked: ['邻居有事可以找我帮忙', 'Neighbours may ask me for help'],
  plan_credit: ['采纳了我的建议，写我的名字', 'My name beside what was adopted from me'],
  show_stars: ['让别人看到我的志愿星级', 'Others see my stars as a volunteer'],
  show_photo: ['去帮忙时，让求助的人看到我的照片', 'Whoever called sees my photo when I go'],
  helper_phone: ['去帮忙时，让求助的人看到我的电话', 'Whoever called sees my number when I go'],
})

export const wordingText = phrases({
  show_name_1: ['我提的事，公开栏里先勾好写我的名字。每次还能改。', 'What I raise shows my name on the board, unless I untick it that time.'],
  share_phone_1: ['我提事时，先填好我的电话，只给经办的人看，办完抹掉。', 'When I raise something my phone is filled in: only for whoever handles it, erased when done.'],
  sms_notices_1: ['我提的、我跟的事有动静，发短信到我的手机。', 'A text message comes to my phone when something happens to what I raised or follow.'],
  be_asked_1: ['附近有人求助，可以问我能不能去。去不去由我。', 'When somebody nearby needs help I may be asked. Whether I go is up to me.'],
  plan_credit_1: ['方案采纳了我的建议，可以在那一条旁边写我的名字，邻居都看得到。收回以后名字马上拿掉。', 'Where a plan adopts what I suggested, my name stands beside it for all neighbours. When I take this back, the name goes at once.'],
  show_stars_1: ['在服务时长的页面上，我的名字旁边写着几星。不排名次，收回以后马上不写。', 'On the pages about hours my stars stand beside my name. Nobody is ranked; when I take this back they go at once.'],
  show_photo_1: ['我应了谁的求助，他、替他叫的人和管这一片的人看得到我的照片，帮完一天就看不到了。收回以后马上不给看。', 'When I go to a call, whoever called, who entered it for him and those who look after the place see my photo, until a day after its end. When I take this back it is hidden at once.'],
  helper_phone_1: ['我应了谁的求助，他和替他叫的人可以看我的电话，好找到我。看一次记一次，求助结束就看不到了。', 'When I go to a call, whoever called and who entered it for him can see my number, to reach me. Each look is written down, and it ends with the call.'],
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
