// What those who handle a matter say when it goes on, where the trouble itself has no words for it.

/** The grid worker or chair, when neighbours are to talk first. */
export const TO_DISCUSS = [
  '看过了，这事各家想法不一样，先听大家说。留言到{周五|周日}。',
  '放到{榕树下夜话|这周的议事会}说一说，来不了的在这里留话。',
  '问了{十几户|同楼的}，有人赞成有人担心，先议一议。',
]

/** The chair, when an idea is to be decided. */
export const TO_DECIDE = [
  '意见收齐了，{两个|三个}方案摆在一起，请大家挑。这是问意向，不是业主大会表决。',
  '业委会看过，花费在授权以内，{明天|后天}定。',
]

/** The grid worker, when it is plain what is to be done. */
export const DIRECT = ['看过了，不用议，直接派师傅。', '今天去看了，马上办。', '已经打电话，人在路上。', '急的先办，回头再补手续。']

/** Property staff, when work is under way. */
export const AT_WORK = ['料到了，今天动手。', '师傅{上午|下午}到，干活时绕一下。', '开工了，{两三个小时|半天}就好。', '正在弄，弄完拍照给大家看。']

/** The grid worker, when neighbours are asked whether it is good. */
export const TO_RATE = ['请提的人和邻居看看，满不满意点一下。', '用了{两天|三天}没问题，请大家评一评。', '回头看过了，请您说一句好不好。']

/** The grid worker, when it is closed. */
export const CLOSED = ['都说行，销号存档。', '回访过，没再犯，销号。', '评过了，办结。有变化再扫码说。', '提的人说好了，谢谢大家，销号。']

/** When nothing is to be done here. */
export const NOT_OURS = ['看过了，和前面那件是同一件，并过去办。', '这是市政的路灯，已经转过去，单号告诉提的人了。', '去看的时候已经好了，先销号，再有再说。']

/** When it came back from showing, not good yet. */
export const AGAIN = ['说还有一点没弄好，师傅再来一趟。', '下雨又看了一次，还漏，重新做。']
