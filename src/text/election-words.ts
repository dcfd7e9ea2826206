// What the things of an election are called: kinds, stages, parties, ways, conditions, papers.
import { phrases } from '#kit/phrase.ts'

export const electionKindText = phrases({
  first: ['成立业委会', 'First committee'],
  term: ['换届', 'Change of term'],
  by_election: ['补选', 'By-election'],
})

export const electionStageText = phrases({
  requested: ['已申请', 'Requested'],
  preparing: ['筹备中', 'Being prepared'],
  voting: ['投票', 'At the vote'],
  elected: ['已选出', 'Elected'],
  office: ['在任', 'In office'],
  stopped: ['已终止', 'Stopped'],
})

export const groupPartyText = phrases({
  street: ['街道办', 'Street office'],
  residents_committee: ['居委会', 'Residents’ committee'],
  branch: ['党支部', 'Party branch'],
  owner: ['业主', 'Owners'],
  developer: ['建设单位', 'Developer'],
})

export const foundText = phrases({
  self: ['自荐', 'Stands himself'],
  owners: ['业主联名推荐', 'Recommended by owners'],
  branch: ['党支部推荐', 'Recommended by the branch'],
  residents_committee: ['居委会推荐', 'Recommended by the residents’ committee'],
})

export const conditionText = phrases({
  owner: ['本小区业主', 'Owner here'],
  capacity: ['完全民事行为能力', 'Full capacity'],
  lawful: ['守法，守管理规约', 'Keeps law and covenant'],
  public_spirit: ['热心公益，公正', 'Public-spirited and fair'],
  able: ['有组织能力', 'Able to organise'],
  time: ['有时间', 'Has time'],
})

export const draftKindText = phrases({
  rules_of_procedure: ['业主大会议事规则草案', 'draft of the rules of procedure'],
  covenant: ['管理规约草案', 'draft of the covenant'],
  method: ['选举办法', 'way of electing'],
})

export const postedThingText = phrases({
  group: ['筹备组名单', 'The members of the group'],
  drafts: ['草案', 'The drafts'],
  candidates: ['候选人名单', 'The candidates'],
  committee: ['委员名单', 'The committee'],
})

export const electionObjectedText = phrases({
  group: ['筹备组', 'The group'],
  drafts: ['草案', 'A draft'],
  candidates: ['候选人', 'A candidate'],
  result: ['选举结果', 'The result'],
})

export const answeredHowText = phrases({
  answered: ['答复', 'Answer it'],
  declined: ['不公开，写明原因', 'Do not show it, and say why'],
})

export const visitHowText = phrases({
  in_person: ['上门', 'At the door'],
  phone: ['电话', 'By phone'],
  message: ['微信、短信', 'By message'],
  letterbox: ['投信箱', 'Letterbox'],
})

export const leftWhyText = phrases({
  resigned: ['辞职', 'Resigned'],
  sold: ['不再是业主', 'No longer an owner'],
  incapable: ['丧失行为能力', 'Lost capacity'],
  confined: ['人身自由受限', 'Liberty restricted'],
  recalled: ['被罢免', 'Recalled'],
  term: ['任期届满', 'End of term'],
})

export const officeText = phrases({
  chair: ['主任', 'Chair'],
  deputy: ['副主任', 'Deputy'],
  member: ['委员', 'Member'],
})

export const paperText = phrases({
  application: ['备案申请表', 'Application for filing'],
  resolution: ['业主大会决议', 'Resolution of the assembly'],
  rules_of_procedure: ['业主大会议事规则', 'Rules of procedure'],
  covenant: ['管理规约', 'Management covenant'],
  members: ['委员名单和基本情况', 'Members and their particulars'],
  identity: ['委员身份和房屋权属证明', 'Proof of identity and ownership of the members'],
  result_notice: ['选举结果公告', 'Notice of the result'],
  first_minutes: ['首次会议记录', 'Minutes of the first meeting'],
})

export const givenFromText = phrases({
  group: ['筹备组', 'Preparatory group'],
  former_committee: ['上届业委会', 'Former committee'],
  property: ['物业公司', 'Property company'],
  residents_committee: ['居委会', 'Residents’ committee'],
  developer: ['建设单位', 'Developer'],
})

export const itemText = phrases({
  seal: ['公章', 'Seal'],
  accounts: ['账目和票据', 'Accounts and receipts'],
  files: ['业主大会和选举档案', 'Files of assembly and election'],
  contracts: ['物业服务合同等合同', 'Contracts, such as with the property company'],
  roster: ['业主名册', 'Roll of owners'],
  plans: ['规划、竣工图纸等物业资料', 'Plans and building files'],
})
