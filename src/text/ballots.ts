// Words for polls by themselves: asking, casting, refusing. Always advice, never the owners' own decision.
import { phrases } from '#kit/phrase.ts'

/** How a poll is counted, as people say it. */
export const ruleText = phrases({
  yes_no: ['赞成还是不赞成', 'Yes or no'],
  single: ['选一个', 'Choose one'],
  multiple: ['选几个', 'Choose some'],
  approval: ['能接受的都选', 'Tick all that you can accept'],
  score: ['打分', 'Give points'],
  instant_runoff: ['排好次序，选出一个', 'Put in order, one wins'],
  single_transferable_vote: ['排好次序，选出几个', 'Put in order, several win'],
  schulze: ['排好次序，两两相比', 'Put in order, compared in pairs'],
})

/** The rule in full, as the protocol names it. */
export const ruleNameText = phrases({
  yes_no: ['赞成的比不赞成的多，就算多数赞成；弃权的算来投了，不算哪一边', 'More yes than no is a majority; whoever abstains has answered and stands on neither side'],
  single: ['票最多的当选', 'Most votes win'],
  multiple: ['每票最多选几个，票最多的当选', 'Up to so many ticks on a ballot; most ticks win'],
  approval: ['认可投票：能接受几个选几个，选的人最多的当选', 'Approval voting: tick as many as you like; most ticks win'],
  score: ['打分投票：分加起来最高的当选', 'Score voting: the highest sum wins'],
  instant_runoff: ['排序复选：每轮去掉最少的，票转给下一位，过半为止',
    'Instant run-off: the last is left out in each round and the ballots go on, until somebody has more than half'],
  single_transferable_vote: [
    '可转移单票，按苏格兰 2007 年地方选举规则（5 位小数）', 'Single transferable vote by the rules for Scottish local elections of 2007 (five decimals)',
  ],
  schulze: ['舒尔策法：两两相比，比最强的路', 'Schulze’s method: in pairs, by the strongest path'],
})

export const unitText = phrases({
  home: ['一户一票', 'One for each home'],
  person: ['一人一票', 'One for each person'],
})

export const tiesText = phrases({
  everybody: ['业主和住户，全都问', 'Owners, tenants and families'],
  owners: ['只问业主', 'Owners only'],
  living: ['只问住在这里的', 'Those who live there'],
})

/** Casting, and why not. */
export const castText = phrases({
  summary: ['投一票', 'Cast a ballot'],
  home: ['哪一户', 'Which home'],
  homeWrong: ['选一下是哪一户', 'Choose which home'],
  marks: [
    '每个选项一个数：选没选（1、0）、第几、几分；赞成不赞成是两个数，都是 0 就是弃权',
    'A number for each option: ticked (1) or not (0), its place, its points; for yes or no two numbers, both 0 to abstain',
  ],
  noRank: ['不排', 'No place'],
  place: [(rank: number) => `第 ${rank}`, (rank: number) => `${rank}.`],
  points: [(points: number) => `${points} 分`, (points: number) => points === 1 ? '1 point' : `${points} points`],
  answer: ['您怎么选', 'Your choice'],
  yes: ['赞成', 'Yes'],
  no: ['不赞成', 'No'],
  abstain: ['弃权', 'Abstain'],
  send: ['投票', 'Cast'],
  otherOptions: ['选好再交；选项要是对不上，重新打开这一页', 'Choose first; where the options do not fit, open the page again'],
  tooMany: [(most: number) => most === 1 ? '只能选一个' : `最多选 ${most} 个`, (most: number) => most === 1 ? 'Choose one only' : `Choose ${
    most} at most`],
  tickOne: ['选一个再交', 'Choose one first'],
  scoreWrong: [(top: number) => `分数从 0 到 ${top}`, (top: number) => `Points go from 0 to ${top}`],
  rankOne: ['至少排一个', 'Put at least one in place'],
  rankTwice: [(rank: number) => `有两个都排了第 ${rank}，只能有一个`, (rank: number) => `Two of them stand in place ${rank}; there can be one`],
  rankGap: ['名次要从 1 起连着排，后面的可以不排', 'Places go from 1 on without a gap; the last ones may be left open'],
  notYet: ['还没开始，到时候再来', 'It has not begun yet; please come then'],
  closed: ['投票已经结束了，谢谢您来', 'The poll is over; thank you for coming'],
  calledOff: ['这个投票取消了', 'This poll was called off'],
  notAsked: ['这次没有问到您，谢谢您来看', 'You are not among those asked; thank you for looking in'],
  notHomeAsked: ['这次没有问到这一户', 'This home is not among those asked'],
})

/** Opening, calling off and counting. */
export const askText = phrases({
  poll: ['一个投票', 'A poll'],
  summary: ['发起投票', 'Open a poll'],
  summaryOff: ['取消投票', 'Call off a poll'],
  summaryClose: ['截止计票', 'Close and count a poll'],
  question: ['想问什么', 'The question'],
  questionHint: ['一句话说清楚', 'In one sentence'],
  questionWrong: ['写一句话（4 到 200 个字）', 'One sentence (4 to 200 characters)'],
  about: ['再多说几句', 'More about it'],
  aboutHint: ['可以不填。来龙去脉、大概花多少钱', 'Optional: how it came about, roughly what it costs'],
  rule: ['怎么选', 'How to choose'],
  options: ['选项', 'The options'],
  optionsHint: ['一行一个。“赞成还是不赞成”不用填', 'One on each line. Leave it empty for yes or no'],
  optionsWrong: ['写 2 到 20 个不一样的选项，一行一个，每个不超过 80 字', 'Write 2 to 20 different options, one on each line, 80 characters at most'],
  optionsNone: ['“赞成还是不赞成”不用写选项', 'Yes or no needs no options'],
  place: ['问哪里的人', 'Where'],
  placeWrong: ['选一下问哪里的人', 'Choose where'],
  everywhere: ['整个社区', 'The whole community'],
  grid: ['问哪个网格', 'Which grid'],
  unit: ['一户一票还是一人一票', 'Per home or per person'],
  ties: ['问谁', 'Who'],
  secret: ['不记名', 'Secret'],
  secretHint: ['谁也看不到谁投了什么，结束才看得到结果', 'Nobody sees who chose what; the result is there at the end'],
  hidden: ['结束前不给看结果', 'Hide the result until the end'],
  most: ['最多选几个', 'How many may be ticked'],
  seats: ['选出几个', 'How many win'],
  seatsWrong: ['选出的要比选项少', 'Fewer must win than there are options'],
  seatsOne: ['这种选法只能选出一个', 'This way of choosing gives one winner'],
  mostWrong: ['最多能选的不能比选项多', 'No more ticks than options'],
  top: ['最高几分', 'The highest score'],
  quorum: ['多少人来投才算数（%）', 'Share that must answer (%)'],
  quorumHint: ['0 就是来多少算多少', '0: however many come'],
  opens: ['哪天开始', 'From'],
  opensHint: ['空着就是现在；填了就从那天早上八点开始', 'Empty: now; else from eight in the morning of that day'],
  opensWrong: ['今天起，60 天以内', 'From today on, within 60 days'],
  closes: ['到哪天为止', 'Until'],
  closesHint: ['到那天晚上八点', 'Until eight in the evening of that day'],
  closesWrong: ['要在开始以后、60 天以内', 'After it opens, and within 60 days'],
  tell: ['告诉问到的人', 'Tell those who are asked'],
  matter: ['哪件事的投票', 'The matter that it belongs to'],
  matterWrong: ['这件事不能投票：不公开、在家里，或者已经办完了', 'This matter cannot be put to a poll: it is private, in a home, or over'],
  open: ['开始投票', 'Open the poll'],
  nobody: ['这里没有登记的人可以问', 'Nobody is listed there'],
  tooFewSecret: [(fewest: number) => `不记名至少要问 ${fewest} 个，人太少一猜就知道`, (fewest: number) => `A secret poll needs ${
    fewest} asked at least: with fewer one could guess`],
  why: ['为什么取消', 'Why it is called off'],
  whyWrong: ['说一句为什么（2 到 200 个字）', 'Say why (2 to 200 characters)'],
  callOff: ['取消这个投票', 'Call this poll off'],
  notYours: ['发起的人或者书记才能取消', 'Whoever opened it, or the secretary, may call it off'],
  over: ['已经结束了', 'It is over'],
  notOver: ['还没到时间，或者已经计过了', 'It is not over, or was counted already'],
  notHere: ['没有这个投票', 'There is no such poll here'],
  noResult: ['还没有结果', 'There is no result yet'],
})
