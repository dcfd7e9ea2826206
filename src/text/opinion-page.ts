// Words of the pages of conversations and of the opinion map.
import { phrases } from '#kit/phrase.ts'

export const conversationText = phrases({
  statements: [(n: number) => `${n} 句`, (n: number) => n === 1 ? '1 statement' : `${n} statements`],
  voters: [(n: number) => `${n} 人表过态`, (n: number) => n === 1 ? '1 person answered' : `${n} people answered`],
  until: [(when: string) => `开到 ${when}`, (when: string) => `open until ${when}`],
  over: ['已结束', 'over'],
  ended: ['已经结束了。下面是最后的样子。', 'It is over. This is how it ended.'],
  all: ['看全部的话', 'See all statements'],
  allTitle: ['全部的话', 'All statements'],
  more: ['再往下看', 'More'],
  signIn: ['登录', 'Sign in'],
  matter: ['属于这件事', 'Belongs to this matter'],
  behind: ['等着看的', 'Waiting for a look'],
  save: ['开始问', 'Begin'],
  backTo: ['回到问计', 'Back to the conversation'],
})

export const mapText = phrases({
  title: ['意见图', 'Opinion map'],
  lead: ['想法相近的人画在一块。画的是一群人，不画谁。', 'People who answered alike are drawn together: groups, never a person.'],
  made: [(voters: number, when: string) => `按 ${voters} 人的表态画的，${when}`, (voters: number, when: string) => `From the answers of ${voters} ${voters === 1 ? 'person' : 'people'}, ${when}`],
  none: [(safe: number) => `够 ${safe} 个人表态以后才画，免得看出是谁。`, (safe: number) => `Drawn once ${safe} people have answered, so that nobody can be made out.`],
  few: [(safe: number) => `人还不够分成群：每群至少 ${safe} 人才画，免得看出是谁。`, (safe: number) => `Not enough people yet for groups: each needs at least ${safe}, so that nobody can be made out.`],
  alike: [(safe: number) => `眼下分不出 ${safe} 人以上的群：大家想得差不多，或者各有各的想法。`, (safe: number) => `No groups of ${safe} or more stand apart just now: people think much alike, or each in a way of their own.`],
  group: [(letter: string) => `${letter} 群`, (letter: string) => `Group ${letter}`],
  size: [(n: number) => `${n} 人`, (n: number) => `${n} people`],
  drawing: [(n: number) => `${n} 群人，离得越远，想法差得越多`, (n: number) => `${n} groups; the farther apart, the more their views differ`],
  shared: ['各群都认的', 'What all groups share'],
  noneShared: ['还没有', 'Nothing yet'],
  telling: [(letter: string) => `${letter} 群和别人不一样的地方`, (letter: string) => `What tells group ${letter} apart`],
  noneTelling: ['没有特别不一样的', 'Nothing in particular'],
  agrees: [(percent: number) => `约 ${percent}% 赞成`, (percent: number) => `about ${percent} % agree`],
  disagrees: [(percent: number) => `约 ${percent}% 不赞成`, (percent: number) => `about ${percent} % disagree`],
  counts: [(agree: number, disagree: number, pass: number) => `赞成 ${agree} · 不赞成 ${disagree} · 说不好 ${pass}`, (agree: number, disagree: number, pass: number) => `${agree} agree · ${disagree} disagree · ${pass} pass`],
  ungrouped: [(n: number) => `另有 ${n} 人表态的句数还少，只计数，不分群`, (n: number) => `${n} more answered too few statements to be placed; they are counted`],
  how: ['这张图怎么来的', 'How this is made'],
  howSay: [
    '按“赞成、不赞成”的相近程度排开（主成分），再分成几群（k 均值）。每群至少 7 人，占比按 5% 取整，够 7 个人有新表态才重画。只是参考，不是表决。',
    'People are laid out by how alike they answered (principal components) and parted into groups (k-means). Each group has at least 7 people, shares are in steps of 5 %, and it is drawn again only after 7 people said something new. It is advice, not a vote.',
  ],
})

export const tableText = phrases({
  title: ['表态总表', 'Table of votes'],
  say: ['一行一个人，没有名字，号码是随机的，和人对不上。谁都可以拿去重算。', 'One line for each person, without names, under random numbers that lead to nobody. Anybody may recount.'],
  csv: ['下载总表（CSV）', 'Download the table (CSV)'],
  few: [(safe: number) => `表态的不到 ${safe} 人，总表不公布，免得看出是谁`, (safe: number) => `Fewer than ${safe} people answered; the table is not published, so that nobody can be made out`],
  name: ['表态总表', 'votes'],
})
