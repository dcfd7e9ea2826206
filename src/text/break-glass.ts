// Words for opening a home in an emergency, for judging it afterwards, and for how many numbers somebody may read in a day.
import { phrases } from '#kit/phrase.ts'

export const reasonText = phrases({
  life: ['有人有生命危险', 'a life is in danger'],
  fire: ['着火', 'fire'],
  water: ['跑水', 'a burst pipe'],
  gas: ['煤气漏了', 'a gas leak'],
  missing: ['人找不到了', 'somebody is missing'],
})

export const verdictText = phrases({
  justified: ['该看', 'justified'],
  unjustified: ['不该看', 'not justified'],
})

export const openingText = phrases({
  title: ['紧急查看', 'Emergency contacts'],
  lead: ['救急时，不归您管的那一户也可以马上找到人。只看一户的姓名和电话，半小时。', 'In an emergency you can reach a home that is not yours to look after, at once: names and phones of one home, for half an hour.'],
  before: ['看之前请知道：书记马上收到通知，三天内判断该不该看；时间一到，这一户每个人都会知道是谁、几时、为什么看的。', 'Before you look: the secretary is told at once and judges within three days; when the time is over, everybody of the home learns who looked, when and why.'],
  find: ['哪一户', 'Which home'],
  findHint: ['比如：榕荫里3号楼1单元602', 'For example 榕荫里3号楼1单元602'],
  findDo: ['找', 'Find'],
  notFound: ['没找到这一户。写上小区、楼号、单元和房号，或者扫门上的码', 'No such home was found. Write estate, building, entrance and door, or scan the code at the door'],
  reason: ['出了什么事', 'What has happened'],
  reasonWrong: ['点一下出了什么事', 'Tap what has happened'],
  words: ['说一句', 'In a few words'],
  wordsHint: ['这一户的人和书记看得到', 'Seen by the people of this home and by the secretary'],
  wordsWrong: ['写一句怎么回事（4 到 200 个字）', 'Say in a sentence what happened (4 to 200 characters)'],
  open: ['马上看', 'Look now'],
  yoursAnyway: ['这一户归您管，到“找一位居民”里看全号就行', 'This home is yours to look after: see the number under Find somebody'],
  tooMany: [(most: number) => `一天最多看 ${most} 户。还要看，请打书记的电话`, (most: number) => `At most ${most} homes in a day. If you need more, ring the secretary`],
  notHome: ['这不是一户人家', 'This is not a home'],
  nothing: ['没有这次查看', 'There is no such opening'],
  people: ['这一户的人', 'People of this home'],
  nobody: ['这一户没有登记人', 'Nobody is on record for this home'],
  noPhone: ['没留电话', 'no phone'],
  until: [(time: string) => `${time} 前还能看`, (time: string) => `Can be seen until ${time}`],
  over: ['半小时过了，不能再看。还要看，请再开一次', 'The half hour is over. If you still need it, open it again'],
  notYours: ['只有开的人自己能看', 'Only whoever opened it can look'],
  again: ['再看一次', 'Look again'],
  written: ['每看一次都记下来', 'Each look is written down'],
  toOpening: ['回到这次查看', 'Back to this opening'],
  mine: ['我开过的', 'Opened by me'],
  all: ['谁开过', 'Who opened a home'],
  none: ['没有人紧急查看过', 'Nobody has opened a home'],
  waits: ['等书记判断', 'waits for the secretary'],
  waitsUntil: [(time: string) => `${time} 前要判断`, (time: string) => `to be judged by ${time}`],
  late: ['三天过了还没判断', 'not judged within three days'],
  by: [(who: string, post: string) => `${who}（${post}）`, (who: string, post: string) => `${who} (${post})`],
  who: ['谁看的', 'Who looked'],
  when: ['几时', 'When'],
  why: ['为什么', 'Why'],
  saw: [(count: number) => `看到 ${count} 个人的姓名和电话`, (count: number) => `Saw names and phones of ${count} ${count === 1 ? 'person' : 'people'}`],
  judge: ['该不该看', 'Was it justified'],
  judgeHint: ['判断和您的话，这一户的人和开的人都看得到；不该看的，街道页上也看得到', 'The judgement and your words are seen by the people of the home and by whoever opened it; what was not justified also shows at the street’s page'],
  verdictWrong: ['点一下该看还是不该看', 'Tap whether it was justified'],
  verdictWords: ['说一句为什么', 'Say why'],
  judgeDo: ['定下来', 'Decide'],
  judgedAlready: ['已经判断过了', 'It has been judged already'],
  notOwn: ['自己开的，要别人来判断', 'Somebody else has to judge what you opened yourself'],
  judgedBy: [(who: string, words: string) => words ? `${who}：${words}` : who, (who: string, words: string) => words ? `${who}: ${words}` : who],
  erased: ['（写的人抹去了）', '(erased by its author)'],
  summary: ['紧急查看一户', 'Open a home in an emergency'],
  summaryAgain: ['再看一次紧急查看的电话', 'Look once more at the phones of an opened home'],
  summaryTell: ['告诉这一户有人紧急查看过', 'Tell a home that it was opened'],
  summaryJudge: ['判断一次紧急查看', 'Judge an opening'],
  notOver: ['时间还没到，或者已经告诉过了', 'It is not over yet, or they were told already'],
  streetHead: ['紧急查看', 'Homes opened in an emergency'],
  streetUnjustified: ['九十天里不该看的', 'Not justified, in 90 days'],
  streetUnjudged: ['过了三天没判断的', 'Not judged within 3 days'],
})

/** What a notice says, with who and why where the reader is known. */
export const openingNoticeText = phrases({
  title: ['紧急查看', 'Emergency contacts'],
  manyTitle: ['一天里看了很多人的号码', 'Many numbers read in a day'],
  who: [(who: string, why: string) => `${who}：${why}`, (who: string, why: string) => `${who}: ${why}`],
})

export const readingText = phrases({
  tooMany: [(most: number) => `今天已经看了 ${most} 个人的号码，书记知道了。明天再看；等不了，请打书记的电话`, (most: number) => `You have read the numbers of ${most} people today, and the secretary knows. Go on tomorrow; if it cannot wait, ring the secretary`],
})
