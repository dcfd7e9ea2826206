// Words for matters: kinds, steps, fields, and why something cannot be done.
import { phrases } from '#kit/phrase.ts'

export const kindText = phrases({
  broken: ['坏了', 'Broken'],
  danger: ['有危险', 'Dangerous'],
  dirty: ['脏乱', 'Dirty'],
  noise: ['太吵', 'Noisy'],
  idea: ['有个主意', 'An idea'],
  other: ['别的', 'Something else'],
})

export const stepText = phrases({
  raise: ['提', 'Raise'],
  discuss: ['议', 'Discuss'],
  decide: ['决', 'Decide'],
  coordinate: ['理', 'Sort'],
  do: ['办', 'Do'],
  show: ['晒', 'Show'],
  rate: ['评', 'Rate'],
  close: ['销号', 'Closed'],
})

export const stepHint = phrases({
  raise: ['刚提的，当天看', 'Just raised; looked at today'],
  discuss: ['大家在商量', 'Being talked over'],
  decide: ['等大家定', 'Waiting for a decision'],
  coordinate: ['定人、定钱、定日子', 'Who, how much, by when'],
  do: ['有人在动手', 'Somebody is at work'],
  show: ['办好了，给您看', 'Done, here to see'],
  rate: ['满不满意您说了算', 'You say whether it is good'],
  close: ['办结，存了档', 'Closed and filed'],
})

export const matterText = phrases({
  kind: ['是哪一种', 'What kind'],
  text: ['说说看', 'Tell us'],
  textHint: ['什么时候、哪一层、什么样子。用嘴说也行，按输入法的话筒。', 'When, which floor, what it looks like. You can also speak, with the keyboard’s microphone.'],
  textWrong: ['再多说几个字（4 到 2000 个字），比如“升到 5 楼就嘎嘎响”', 'A few more words (4 to 2000 characters), such as “it rattles at the 5th floor”'],
  kindWrong: ['点一下是哪一种', 'Tap what kind it is'],
  place: ['在哪里', 'Where'],
  placeWrong: ['选一下在哪里，师傅才找得到', 'Choose where, so that it can be found'],
  photos: ['照片', 'Photos'],
  photoGone: ['有一张照片没传上来，请再选一次', 'One photo did not arrive; please choose it again'],
  urgent: ['很急，今天就得有人来', 'Urgent: somebody must come today'],
  urgentHint: ['漏水、停电、门锁不上这类', 'Leaks, power cuts, doors that will not lock'],
  phone: ['怎么找您', 'How to reach you'],
  phoneHint: ['可以不填。只给经办的人看，办完就抹掉。', 'Optional. Only whoever handles it sees it; erased when done.'],
  phoneWrong: ['电话号码好像少了或多了几位', 'The phone number seems to lack or exceed some digits'],
  sharePhone: ['让经办的人看到我的电话', 'Let whoever handles it see my phone'],
  sharePhoneHint: ['不勾，就只在这里回您', 'Otherwise you are answered only here'],
  sharePhoneWrong: ['填了电话，请勾上这里；不想给人看，就把电话删掉', 'You typed a phone: tick this, or take the phone out'],
  nameShown: ['公开栏里写我的名字', 'Show my name on the board'],
  nameShownHint: ['不勾就写“一位邻居”', 'Otherwise it says “a neighbour”'],
  summaryRaise: ['提一件事', 'Raise a matter'],
  summaryAddPhoto: ['加一张照片', 'Add a photo'],
  summarySweepPhotos: ['清掉没人要的照片', 'Clear away photos that nobody needs'],
  summaryFollow: ['我也遇到', 'I have this too'],
  summaryMove: ['往下走一步', 'Take it to a step'],
  summaryWithdraw: ['收回', 'Take back'],
  notHere: ['没有这件事，或者它不公开', 'There is no such matter, or it is not public'],
  notYours: ['这件事不是您提的', 'You did not raise this'],
  yourOwn: ['这就是您提的，首页上看得到走到哪一步', 'You raised this yourself; your home page shows how it goes'],
  withdrawnAlready: ['这件事已经收回了', 'This was taken back'],
  tooLateToWithdraw: ['过了十分钟，已经有人在看了。想撤，打社区电话说一声', 'Ten minutes have passed and somebody is on it. To take it back, call the community'],
  closedAlready: ['已经销号了', 'Already closed'],
  notFromHere: [(from: string, to: string) => `现在是“${from}”，不能直接到“${to}”`, (from: string, to: string) => `It stands at “${from}”; it cannot go to “${to}” from there`],
  note: ['跟大家说一句', 'Tell everybody'],
  noteHint: ['做了什么、下一步谁来、什么时候', 'What was done, who comes next, when'],
  step: ['走到哪一步', 'To which step'],
})
