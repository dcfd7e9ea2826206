// Words of the menu: classes, kinds, and its pages.
import { phrases } from '#kit/phrase.ts'

export const menuClassText = phrases({
  administration: ['行政服务', 'Administration'],
  volunteer: ['志愿服务', 'Volunteers'],
  social: ['社会服务', 'Social services'],
})

export const menuKindText = phrases({
  service: ['上门做', 'Somebody comes'],
  visit: ['探望', 'Visit'],
  dispute: ['纠纷（走调解）', 'Dispute (goes to mediation)'],
})

export const menuForText = phrases({
  everybody: ['登录的人都能点', 'Everybody who signed in'],
  living: ['住在这里的人', 'Those who live here'],
  entered: ['由工作人员替人点', 'Workers, for somebody'],
})

export const menuText = phrases({
  title: ['点单', 'Menu'],
  meta: ['修电视、陪看病、看望父母，像点菜一样', 'Repairs, company, visits: ordered as from a menu'],
  lead: ['邻居们能做的，都在这里。点一样，合适的人会接。都不收钱。', 'What neighbours can do. Order one, and somebody who fits takes it. Nothing is charged.'],
  search: ['找一样，比如 电视', 'Look for something, such as repair'],
  find: ['找', 'Find'],
  none: ['菜单还空着。队长和书记可以上第一样', 'The menu is empty. A team’s leader or the secretary can put something on it'],
  noneFound: ['没找到。换个词，或者打电话问社区', 'Nothing found. Try another word, or call the community'],
  make: ['上一样', 'Put something on the menu'],
  change: ['改一改', 'Change it'],
  retire: ['撤下菜单', 'Take it off the menu'],
  mine: ['我的单', 'My orders'],
  offers: ['我能接的', 'What I could take'],
  team: ['队里排的', 'The team’s calendar'],
  minutes: [(count: number) => `约 ${count} 分钟`, (count: number) => `about ${count} minutes`],
  licensed: ['持证上门', 'licensed'],
  nobody: ['现在没人能做', 'nobody now'],
  nobodyWhy: ['会这个、核过证的邻居现在没有，或者都请假了。先问问社区，有人了这里就会亮', 'No neighbour with this skill, checked, is here now. Ask the community; it opens once there is somebody'],
  rated: [(stars: string, count: number) => `${stars} 星（${count} 次评价）`, (stars: string, count: number) => `${stars} stars (${count} ${count === 1 ? 'rating' : 'ratings'})`],
  unrated: ['还没有评价', 'not rated yet'],
  times: [(count: number) => `做过 ${count} 次`, (count: number) => count === 1 ? 'served once' : `served ${count} times`],
  does: ['做什么', 'What is done'],
  doesNot: ['不做什么', 'What is not done'],
  needs: ['来的人会', 'Skills of whoever comes'],
  anybody: ['谁都行', 'anybody'],
  who: ['谁能点', 'Who may order'],
  byTeam: ['谁来', 'Who serves it'],
  whoeverFits: ['谁合适谁来', 'whoever fits'],
  mostADay: [(count: number) => `一天最多 ${count} 单，满了可以排队`, (count: number) => `at most ${count} a day; then there is a waiting list`],
  off: [(hours: number) => `有人接了以后，提前 ${hours} 小时能取消`, (hours: number) => `once taken, to be called off until ${hours} hours before`],
  said: ['大家怎么说', 'What people say'],
  order: ['点这一样', 'Order it'],
  toMediation: ['提一件事，走调解', 'Raise it, for mediation'],
  disputeSay: ['邻里纠纷不上门办：先写下来，由调解员请两边坐下来谈', 'Disputes are not served at the door: write it down, and a mediator brings both sides together'],
  retiredNow: ['已经撤下菜单', 'Off the menu'],
  more: ['少用的', 'Seldom needed'],
  save: ['存好', 'Save'],
  noTeam: ['不限哪支队', 'No particular team'],
  noProject: ['社区自己的项目', 'The community’s own project'],
})
