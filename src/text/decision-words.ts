// What the things of an owners' vote are called: its stages, its questions by law, answers, channels, proofs.
import { phrases } from '#kit/phrase.ts'

export const stageText = phrases({
  draft: ['起草', 'Draft'],
  roll: ['名册公示', 'Roll posted'],
  announced: ['已公告', 'Announced'],
  open: ['投票中', 'Voting'],
  closed: ['已计票', 'Counted'],
  posted: ['结果已公布', 'Result posted'],
  dropped: ['已撤下', 'Taken back'],
})

export const itemText = phrases({
  rules_of_procedure: ['制定、修改议事规则（278 条第 1 项）', 'Rules of procedure (278, item 1)'],
  covenant: ['制定、修改管理规约（278 条第 2 项）', 'Management covenant (278, item 2)'],
  committee: ['选举业委会、更换委员（278 条第 3 项）', 'Electing the committee (278, item 3)'],
  manager: ['选聘、解聘物业（278 条第 4 项）', 'Hiring or dismissing the property company (278, item 4)'],
  fund_use: ['使用维修资金（278 条第 5 项）', 'Using the maintenance fund (278, item 5)'],
  fund_raise: ['筹集维修资金（278 条第 6 项）', 'Raising the maintenance fund (278, item 6)'],
  rebuild: ['改建、重建（278 条第 7 项）', 'Altering or rebuilding (278, item 7)'],
  common_parts: ['改变共有部分用途、利用共有部分经营（278 条第 8 项）', 'Using common parts otherwise or for business (278, item 8)'],
  other: ['其他重大事项（278 条第 9 项）', 'Other major matters (278, item 9)'],
  interested: ['住宅改商铺，有利害关系的业主全都同意（279 条）', 'A home becomes a shop: all interested owners agree (279)'],
})

export const opinionText = phrases({
  yes: ['同意', 'Yes'],
  no: ['反对', 'No'],
  abstain: ['弃权', 'Abstain'],
  spoiled: ['废票', 'Spoiled'],
})

export const ballotChannelText = phrases({
  phone: ['手机', 'By phone'],
  paper: ['纸票', 'On paper'],
  door: ['上门', 'At the door'],
  mandate: ['书面委托', 'By mandate'],
  meeting: ['现场', 'In the meeting'],
})

export const settlementText = phrases({
  named: ['共有人推选这一位', 'The co-owners named this one'],
  guardian: ['监护人代投', 'A guardian votes'],
  developer: ['开发商未售', 'Not sold by the developer'],
  left_out: ['这次不计', 'Left out this time'],
  interested: ['有利害关系，算进来', 'Interested, and counted in'],
})

export const objectedText = phrases({
  roll: ['名册', 'The roll'],
  notice: ['公告', 'The notice'],
  result: ['结果', 'The result'],
})

export const postedText = phrases({
  roll: ['名册', 'The roll'],
  notice: ['表决公告', 'The notice'],
  drafts: ['公约和议事规则草案', 'The drafts'],
  candidates: ['候选人', 'The candidates'],
  committee: ['告知居委会的回执', 'That the residents’ committee was told'],
  result: ['结果', 'The result'],
})

export const deliveredHowText = phrases({
  in_hand: ['当面', 'In hand'],
  phone: ['手机上打开了', 'Opened on the phone'],
  mail: ['寄的', 'By mail'],
  letterbox: ['放信箱', 'In the letterbox'],
})

export const receivedByText = phrases({
  owner: ['业主本人', 'The owner'],
  authorised: ['业主授权的人', 'Somebody the owner authorised'],
  tenant: ['租客', 'The tenant'],
  nobody: ['没人收', 'Nobody'],
})
