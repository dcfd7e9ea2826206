// Words for people, posts and organisations.
import { phrases } from '#kit/phrase.ts'

export const postText = phrases({
  secretary: ['书记', 'secretary'],
  branch_member: ['支部党员', 'branch member'],
  street_officer: ['街道干部', 'street officer'],
  grid_leader: ['网格长', 'grid leader'],
  grid_worker: ['网格员', 'grid worker'],
  micro_grid_member: ['微网格员', 'micro-grid member'],
  stairwell_head: ['楼道长', 'stairwell head'],
  committee_chair: ['业委会主任', 'committee chair'],
  committee_member: ['业委会委员', 'committee member'],
  property_manager: ['物业经理', 'property manager'],
  property_staff: ['物业师傅', 'property staff'],
  team_leader: ['队长', 'team leader'],
  volunteer: ['志愿者', 'volunteer'],
  volunteer_doctor: ['志愿医生', 'volunteer doctor'],
  partner_contact: ['共建联络人', 'partner contact'],
})

export const organisationText = phrases({
  party_branch: ['党支部', 'party branch'],
  owners_committee: ['业委会', 'owners’ committee'],
  property_company: ['物业', 'property company'],
  residents_committee: ['居委会', 'residents’ committee'],
  grid: ['网格', 'grid'],
  team: ['服务队', 'team'],
  partner_unit: ['共建单位', 'partner unit'],
  street_office: ['街道', 'street office'],
})

export const tieText = phrases({
  owner: ['业主', 'owner'],
  tenant: ['租客', 'tenant'],
  family: ['家人', 'family'],
})

export const rightText = phrases({
  only: [(posts: string) => `这件事要${posts}来办`, (posts: string) => `This is for the ${posts}`],
  signIn: ['先登录，我们才知道您是谁', 'Sign in first, so that we know who you are'],
  elsewhere: ['这里不归您管，请找管这里的人', 'This place is not yours to look after; ask whoever does'],
  nobody: ['这里没有这个人', 'There is nobody like that here'],
})

export const personText = phrases({
  name: ['姓名', 'Name'],
  nameWrong: ['写一下姓名（最多 40 个字）', 'Write the name (at most 40 characters)'],
  summaryAppoint: ['任岗位', 'Give a post'],
  summaryEndPost: ['卸任岗位', 'End a post'],
})
