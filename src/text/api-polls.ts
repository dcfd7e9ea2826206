// What a field of the API means in polls, where its name means something else elsewhere.
import { phrases } from '#kit/phrase.ts'

export const apiPollText = phrases({
  rule: ['怎么选，怎么算', 'How one chooses, and how it is counted'],
  ties: ['问谁：所有人、业主、住在这里的', 'Who is asked: everybody, owners, or those who live there'],
  hidden: ['结束前是不是不给看结果', 'Whether the result is hidden until the end'],
  standing: ['还没开始、正在投、在计票、有结果了、取消了', 'Not begun, open, being counted, counted, or called off'],
  own: ['我自己的票：我本人，或者我能代表的户', 'My own ballots: mine, or those of the homes for which I may cast'],
  among: ['一样多的是哪些', 'Which were equal'],
  by: ['怎么分出来的：看之前的第几轮（从 0 起），或抽签', 'By what it ended: an earlier round (from 0), or a lot'],
  method: ['计票方法的名字，见 docs/counting.md', 'The name of the method, as in docs/counting.md'],
  ended: ['一样多的时候怎么分出来的', 'The ties, and how each ended'],
  what: ['当选、去掉、转票……', 'Elected, left out, ballots passed on …'],
  about: ['当选、去掉，还是转多出来的票', 'Whether it was about electing, leaving out, or passing a surplus on'],
  asked: ['问了几个人或几户', 'How many people or homes were asked'],
})
