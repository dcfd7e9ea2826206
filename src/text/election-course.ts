// The steps of an election: what each is called, who does it, and what is missing.
import { phrases } from '#kit/phrase.ts'

export const electionStepText = phrases({
  request: ['书面申请', 'Written request'],
  group: ['组成筹备组', 'Preparatory group'],
  drafts: ['议事规则和管理规约草案', 'Drafts of rules and covenant'],
  candidates: ['候选人', 'Candidates'],
  meet: ['候选人见面会', 'Meet the candidates'],
  vote: ['业主投票', 'The owners vote'],
  result: ['公布结果，确定委员', 'Result and committee'],
  first_meeting: ['首次会议，选主任', 'First meeting, choosing the chair'],
  filing: ['备案', 'Filing'],
  handover: ['移交', 'Hand-over'],
})

export const electionWhoText = phrases({
  request: ['业主', 'Owners'],
  group: ['街道办', 'Street office'],
  drafts: ['筹备组', 'Preparatory group'],
  candidates: ['筹备组', 'Preparatory group'],
  meet: ['筹备组', 'Preparatory group'],
  vote: ['街道、居委会', 'Street office and residents’ committee'],
  result: ['街道、居委会', 'Street office and residents’ committee'],
  first_meeting: ['当选委员', 'Those elected'],
  filing: ['业委会', 'The committee'],
  handover: ['交接双方', 'Both sides'],
})

export const electionMissingText = phrases({
  group: ['还没有组成', 'It is not formed yet'],
  posted: [(what: string) => `${what}还没登记张贴`, (what: string) => `${what}: no posting recorded yet`],
  draft: [(what: string) => `还没有${what}`, (what: string) => `There is no ${what} yet`],
  qualified: [(has: number, needs: number) => `合格的候选人 ${has} 位，至少要 ${needs} 位`, (has: number, needs: number) => `${has} candidates qualify; at least ${needs} are needed`],
  unchecked: [(n: number) => `${n} 位还没审核完，或没答应`, (n: number) => `${n} are not checked yet, or did not agree`],
  objections: [(n: number) => `${n} 条异议没答复`, (n: number) => `${n} objections without an answer`],
  session: ['还没定哪场会', 'No session is named yet'],
  sessionSoon: ['会还没开', 'It is yet to come'],
  notPut: ['还没交投票', 'Not put to the vote yet'],
  vote: [(stage: string) => `投票：${stage}`, (stage: string) => `The vote: ${stage}`],
  notTaken: ['委员还没按计票确定', 'The committee is not taken from the count yet'],
  notMet: ['还没开首次会议', 'The first meeting was not held yet'],
  papers: [(n: number) => `还缺 ${n} 份材料`, (n: number) => `${n} papers are missing`],
  notFiled: ['还没备案', 'Not filed yet'],
  items: [(n: number) => `${n} 项没交接完`, (n: number) => `${n} items are not handed over yet`],
})

export const electionDutyText = phrases({
  due: [(what: string) => `快到期：${what}`, (what: string) => `Due soon: ${what}`],
  late: [(what: string) => `过期了：${what}`, (what: string) => `Late: ${what}`],
  term_report: ['换届前向街道、居委会报告', 'Report to the street office before the change of term'],
  change_of_term: ['开业主大会换届', 'The assembly for the change of term'],
  term_ends: ['任期届满', 'End of the term'],
})
