// Words for programs about owners' votes: photos as data, and what the acts answer.
import { phrases } from '#kit/phrase.ts'

export const photoDataText = phrases({
  photo: ['照片文件的 base64，最大 10 MB', 'The photo’s file in base64, 10 MB at most'],
  photoWrong: ['照片要用 base64 发过来', 'Send the photo in base64'],
})

/** What answers and inputs say besides. */
export const decisionFieldText = phrases({
  ballot: ['票账里的第几张，编号；还没进票账就空着', 'The number of the ballot in the ledger; null while it is not there'],
  receipt: ['回执码，凭它查自己的票', 'The receipt code, by which one’s ballot is found'],
  state: ['waits 等第二个人录，differs 两次不一样，counted 已进票账', 'waits for the second reader, differs from the other reading, or counted'],
  posting: ['张贴记录的编号', 'The number of the posting'],
  delivery: ['送达记录的编号', 'The number of the delivery'],
  mandate: ['委托的编号', 'The number of the mandate'],
  objection: ['异议的编号', 'The number of the objection'],
  voters: ['名册上几个人', 'How many voters are on the roll'],
  flags: ['有几条比法律规定的还低，不算数', 'How many of its numbers undercut the law and are not used'],
})
