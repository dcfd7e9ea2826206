// Words of conversations: a wide question, short statements, what everybody thinks of each.
import { phrases } from '#kit/phrase.ts'

export const opinionText = phrases({
  title: ['问计', 'Conversations'],
  lead: ['一个大问题，大家一句一句地说、一句一句地表态，看看哪些是都认的，哪些想法不一样。', 'One wide question; short statements; everybody says what they think of each. It shows what all share, and where views differ.'],
  none: ['眼下没有问计', 'Nothing is being asked just now'],
  open: ['开个问计', 'Open a conversation'],
  summaryOpen: ['开个问计', 'Open a conversation'],
  question: ['想问大家什么', 'What you want to ask'],
  questionHint: ['问得宽一点，比如“我们这条街，五年后该是什么样”', 'A wide one, such as “What should our street be like in five years”'],
  questionWrong: ['写 6 到 120 个字', 'Between 6 and 120 characters, please'],
  about: ['背景（可以不写）', 'Background (optional)'],
  aboutWrong: ['最多 1000 个字', 'At most 1,000 characters'],
  statements: ['先放几句，每行一句', 'A few statements to begin with, one a line'],
  statementsHint: ['3 到 30 句，各说一个意思，有赞成的也有反对的', '3 to 30, one thought each, for and against'],
  statementsWrong: ['写 3 到 30 句，每句 4 到 140 个字，不要重复', '3 to 30 statements of 4 to 140 characters, none twice'],
  until: ['到哪天为止', 'Open until'],
  untilWrong: ['选一个明天到一年以内的日子', 'A day between tomorrow and a year from now'],
  matter: ['属于哪件事', 'The matter that it belongs to'],
  matterWrong: ['没有这件公开的、没办完的事', 'There is no such open, public matter'],
  notHere: ['没有这个问计', 'There is no such conversation'],
  noStatement: ['没有这句话，或者它还没放出来', 'There is no such statement, or it is not among those shown yet'],
  over: ['已经结束了', 'It is over'],
  notOver: ['还没到时间', 'It is not over yet'],
})

export const castText = phrases({
  summary: ['对一句话表个态', 'Say what you think of a statement'],
  agree: ['赞成', 'Agree'],
  disagree: ['不赞成', 'Disagree'],
  pass: ['说不好', 'Pass'],
  opinionWrong: ['选赞成、不赞成或说不好', 'Choose agree, disagree or pass'],
  which: ['您怎么看这句话', 'What do you think of this'],
  progress: [(done: number, all: number) => `${all} 句里表态了 ${done} 句`, (done: number, all: number) => `${done} of ${all} answered`],
  allDone: ['都看完了，谢谢您。有新的话放出来，再来看看', 'You have answered them all. Thank you. Come back when there are new ones'],
  signIn: ['登录以后就能表态', 'Sign in to say what you think'],
  change: ['改一下', 'Change'],
  said: [(word: string) => `您说：${word}`, (word: string) => `You said: ${word}`],
  secret: ['谁怎么看，不公开；结束后连号码也对不上人。', 'Nobody sees who thinks what; after the end not even the numbers lead to people.'],
})

export const suggestText = phrases({
  summary: ['补一句', 'Add a statement'],
  text: ['还有什么该说的', 'What is missing'],
  hint: ['一句一个意思，最多 140 个字。先有人看过，再放给大家；不写是谁说的', 'One thought, at most 140 characters. Somebody looks first; it is never shown who wrote it'],
  wrong: ['写 4 到 140 个字', 'Between 4 and 140 characters, please'],
  send: ['补上', 'Add it'],
  again: ['这句已经有了', 'This has been said already'],
  tooMany: ['您补的话还有几句没看，等看过再补', 'Several of yours still wait for a look; please add more afterwards'],
  enough: ['话已经很多了，先表态吧', 'There are very many statements now; please answer those first'],
  mine: ['我补的', 'Mine'],
  waiting: ['等人看', 'waits for a look'],
  accepted: ['放出来了', 'shown'],
  refused: [(reason: string) => `没放：${reason}`, (reason: string) => `not shown: ${reason}`],
})

export const judgeText = phrases({
  summary: ['看一句补上的话', 'Look over a statement'],
  waiting: [(n: number) => `有 ${n} 句等着看`, (n: number) => n === 1 ? '1 waits for a look' : `${n} wait for a look`],
  accept: ['放出来', 'Show it'],
  refuse: ['不放', 'Do not show it'],
  verdict: ['放不放', 'Whether it is shown'],
  verdictWrong: ['选放出来或不放', 'Choose to show it or not'],
  reason: ['为什么不放', 'Why it is not shown'],
  reasonWrong: ['选一条理由', 'Choose a reason'],
  words: ['跟写的人说一句（可以不写）', 'A word to the author (optional)'],
  wordsWrong: ['最多 300 个字', 'At most 300 characters'],
  already: ['已经看过了', 'It has been looked over already'],
  own: ['是您自己写的，请别人看', 'You wrote it yourself; somebody else is to look'],
})

export const refusalText = phrases({
  said_already: ['已经有人说过', 'Said already'],
  several_thoughts: ['一句里有几个意思', 'Several thoughts in one'],
  off_topic: ['和问的不是一回事', 'Not about the question'],
  insult: ['骂人、侮辱人', 'Insults'],
  privacy: ['说出了别人的私事、电话、证件号', 'Somebody’s private life, phone or papers'],
  advertising: ['做广告、拉生意', 'Advertising'],
  unlawful: ['法律不许发的', 'What the law forbids to publish'],
})

export const closeText = phrases({
  summary: ['结束问计', 'End a conversation'],
  summaryFinish: ['到时间，收问计', 'Close a conversation that is over'],
  summaryDraw: ['重画意见图', 'Draw the opinion map again'],
  close: ['现在结束', 'End it now'],
  sure: ['真的结束？结束后不能再开', 'Really? It cannot be opened again'],
  notYours: ['开的人和书记才能结束', 'Only whoever opened it, and the secretary'],
  notDue: ['还没有够多的新表态', 'There are not enough new answers yet'],
})
