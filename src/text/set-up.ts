// Words of the set-up: an empty installation becomes a community, or shows the demo first.
import { phrases } from '#kit/phrase.ts'

export const setUpText = phrases({
  title: ['从这里开始', 'Start here'],
  lead: ['这里还是空的。几分钟就能用起来，也可以先转一转。', 'Nothing is here yet. It takes a few minutes to begin; or look round first.'],
  lookRound: ['先转一转', 'Look round first'],
  lookRoundSay: [
    '放进一条编出来的街：三个社区，一万七千多位居民，都不是真人。要真用时，换一个空的数据文件夹。',
    'Lays out a made-up street: three communities with 17,000 residents, none of them real. For real use, begin with another empty data folder.',
  ],
  lookRoundGo: ['放进来看看', 'Lay it out'],
  found: ['建自己的社区', 'Found your community'],
  methodHint: ['选最像你们的', 'Choose the nearest'],
  go: ['建好，往下走', 'Found it and go on'],
  laying: ['正在铺一条街', 'Laying out a street'],
  layingSay: ['楼一栋一栋盖，人一家一家搬', 'Building by building, family by family'],
  layingWait: ['大约半分钟到一分钟，这一页会自己往下走', 'Half a minute to a minute; this page goes on by itself'],
  layingFailed: ['没铺完。请换一个空的数据文件夹，重新启动再试', 'This was not finished. Start again with another empty data folder'],
  buildingsTitle: ['房子和人', 'Buildings and people'],
  buildingsLead: ['社区建好了，您已经登录。下一步，让每户都有个地方。', 'The community is there and you are signed in. Next, give every home its place.'],
  haveList: ['有名单', 'You have a list'],
  haveListSay: [
    'Excel 或 CSV，房号、业主、电话、岗位一次进来；不对的地方会一行一行告诉您。',
    'Excel or CSV: homes, owners, phones and posts at once; what is wrong is shown line by line.',
  ],
  toRoster: ['去导入名单', 'Import the list'],
  typeThem: ['没有名单，就写几栋', 'No list? Type a few buildings'],
  typeMore: ['再写几栋', 'A few more'],
  makeThem: ['盖起来', 'Make them'],
  made: [(names: string) => `已经有了：${names}`, (names: string) => `There now: ${names}`],
  enough: ['够了，往下走', 'Enough, go on'],
  later: ['以后再说', 'Later'],
  doneTitle: ['可以开门了', 'Ready to open'],
  doneLead: [
    (name: string) => `${name}可以用了。把下面的码贴出来，谁扫都看得到公开栏。`,
    (name: string) => `${name} is ready. Put this code up: whoever scans it sees the board.`,
  ],
  boardCode: ['公开栏的码', 'Code of the board'],
  next: ['接下来', 'What next'],
  nextRoster: ['名单', 'Roster'],
  nextRosterSay: ['补上住户、面积和电话；打印每栋的码', 'Add people, areas and phones; print each building’s codes'],
  nextPosts: ['谁管什么', 'Who does what'],
  nextPostsSay: ['定下网格员、楼道长、物业', 'Name grid workers, stairwell heads, property staff'],
  nextOutbox: ['验证码', 'Sign-in codes'],
  nextOutboxSay: ['没接短信时，居民的验证码由您转告', 'Without text messages, you pass the codes on'],
  nextRaise: ['提第一件事', 'Raise the first matter'],
  nextRaiseSay: ['自己先走一遍', 'Walk through it yourself'],
  toHome: ['去首页', 'To the home page'],
})

/** One sentence for each way of working: what it does. Source: the seven methods of the field reports. */
export const methodSay = phrases({
  '163': ['扫码提事，当天议、一周办，办完晒出来，大家评', 'Raise by code, settle the same day, do within a week, show it, rate it'],
  '1720': ['公共地方怎么用，大家出主意；谁的主意进了方案，写得清清楚楚', 'Shared space is planned together, and each adopted idea names its author'],
  'siwei': ['一个电话，五分钟有人应，半小时有人到', 'One call: an answer in five minutes, somebody at the door in thirty'],
  '1+3+N': ['各方坐下来议，钱怎么分摊先算到每一户', 'All sides sit down; each home’s share is worked out before anybody agrees'],
  'yihe-liuyuan': ['按网格走访、开小会，小事不出格', 'Rounds and councils by grid; small things are settled in the grid'],
  'wuwei-yiti': ['五级接力往上报，老人的需要先办', 'Five posts pass a matter upward; elders’ needs come first'],
  '520': ['问需要、问主意、问效果，队伍和服务都对着需要来', 'Ask what is needed, how, and whether it helped; teams and services follow'],
})
