// Words of the word list and of the public log.
import { phrases } from '#kit/phrase.ts'

export const wordKindText = phrases({
  insult: ['骂人的', 'Insult'],
  advertising: ['广告', 'Advertising'],
  other: ['别的', 'Other'],
  allowed: ['放行的', 'Allowed'],
})

export const wordText = phrases({
  title: ['词表', 'The word list'],
  lead: ['写到这些词，先请人看一眼；一个字都不会改。拿不准的词别放进来。', 'These words make somebody look first; not one character is ever changed. Leave out what you are not sure of.'],
  own: ['我们自己的词', 'Our own words'],
  ownNone: ['还没有自己的词', 'No words of our own yet'],
  shipped: ['自带的词', 'Words that came with it'],
  shippedHint: ['不想要的，加到“放行的”里', 'Add to “Allowed” what you do not want'],
  word: ['哪个词', 'Which word'],
  wordHint: ['两个字以上。放行的写长一点，比如“社群交流”', 'Two characters or more. Allowed phrases should be longer, such as 社群交流'],
  wordWrong: ['写一个词（2 到 20 个字）', 'Write a word (2 to 20 characters)'],
  kind: ['是哪一种', 'What kind'],
  kindWrong: ['选一下是哪一种', 'Choose the kind'],
  add: ['加上', 'Add'],
  end: ['去掉', 'Remove'],
  endOne: [(word: string) => `去掉“${word}”`, (word: string) => `Remove “${word}”`],
  twice: ['已经有这个词了', 'This word is there already'],
  noSuch: ['没有这个词', 'There is no such word'],
  done: ['改好了，已记进留痕', 'Changed, and written into the journal'],
  summaryAdd: ['词表加一个词', 'Add a word to the list'],
  summaryEnd: ['词表去掉一个词', 'Take a word off the list'],
})

export const logText = phrases({
  title: ['看过的记录', 'What was judged'],
  lead: ['拿下了什么、按哪一条、谁的岗位看的，都在这里。没有原话，也没有谁写的、谁举报的。', 'What was taken down, by which rule, by which post: all is here. Never the words, nor who wrote or reported them.'],
  none: ['还没有看过的', 'Nothing was judged yet'],
  month: [(year: number, month: number) => `${year}年${month}月`, (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`],
  when: ['几时', 'When'],
  what: ['什么', 'What'],
  verdict: ['怎么定的', 'Judgement'],
  by: ['谁看的', 'By'],
  nobody: ['到时自己出来', 'the clock'],
  author: ['本人', 'its author'],
  of: [(matter: number, thing: string) => `${matter} 号 · ${thing}`, (matter: number, thing: string) => `${matter} · ${thing}`],
  upheld: ['申诉后维持', 'Appeal: it stays so'],
  overturned: ['申诉后改判', 'Appeal: overturned'],
  perMonth: ['每个月', 'Month by month'],
  rules: ['五条理由', 'The five reasons'],
  noReason: ['批评社区、物业、业委会，或者说得难听一点，都不是理由。', 'Criticism of the community, the property company or the committee is no reason, however harsh.'],
  older: ['更早的', 'Older'],
  link: ['拿下了什么、按哪一条', 'What was taken down, and why'],
})
