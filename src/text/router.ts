// Words of the router: the ways a matter can go, what it can be about, and why it is proposed so.
import { phrases } from '#kit/phrase.ts'

const inQuotes = (words: readonly string[]) => [...words].map(word => `“${word}”`)

export const trackText = phrases({
  hazard: ['隐患处置', 'Make it safe'],
  help: ['邻里互助', 'Neighbours’ help'],
  mediation: ['调解', 'Mediation'],
  council: ['议事协商', 'Talk it over'],
  owners: ['业主共同决定', 'Owners’ decision'],
  activity: ['活动', 'Activity'],
})

export const categoryText = phrases({
  lift: ['电梯', 'Lifts'],
  water: ['水和下水道', 'Water and drains'],
  power: ['用电和消防', 'Electricity and fire safety'],
  hygiene: ['垃圾、卫生、虫害', 'Rubbish, hygiene, pests'],
  parking: ['停车和进出', 'Parking and getting in and out'],
  noise: ['噪音和油烟', 'Noise and fumes'],
  leak: ['邻里漏水', 'Leaks between homes'],
  space: ['绿化和公共空间', 'Greenery and shared space'],
  building: ['房屋安全和搭建', 'Building safety and extensions'],
  property: ['物业服务和收费', 'Property service and fees'],
  owners: ['业委会、公共收益、维修资金', 'Owners’ committee, income and fund'],
  care: ['老人照护和帮忙', 'Care and a helping hand'],
  pets: ['猫狗', 'Pets'],
  activity: ['文体活动', 'Activities'],
  other: ['别的', 'Something else'],
})

export const routerText = phrases({
  wrote: [
    (words: readonly string[], reason: string) => `写到${inQuotes(words).join('')}——${reason}`,
    (words: readonly string[], reason: string) => `It says ${inQuotes(words).join(', ')}: ${reason}`,
  ],
  sounds: [
    (words: readonly string[], name: string) => `写到${inQuotes(words).join('')}，多半是“${name}”`,
    (words: readonly string[], name: string) => `It says ${inQuotes(words).join(', ')}, so most likely “${name}”`,
  ],
  taught: [
    (count: number, name: string) => `以前有 ${count} 件像这样的，都归到“${name}”`,
    (count: number, name: string) => count === 1 ? `One like this went to “${name}” before` : `${count} like this went to “${name}” before`,
  ],
  guess: ['话不多，看不准，请您定', 'Too little to go by; please decide'],
  ordinary: [(item: number) => `（民法典 278 条第 ${item} 项，一般事项）`, (item: number) => ` (Civil Code 278, item ${item}: ordinary majority)`],
  special: [(item: number) => `（民法典 278 条第 ${item} 项，重大事项）`, (item: number) => ` (Civil Code 278, item ${item}: special majority)`],
})

export const ruleText = phrases({
  danger: ['有危险，先排险，不用等表决', 'dangerous, so make it safe first; no vote is needed'],
  escape: ['逃生的路和防火的事，马上处理', 'a way out or a fire risk, to be dealt with at once'],
  otherUse: ['公共部分换用途或拿去经营，要业主共同决定', 'common parts put to another use or to business are for the owners to decide'],
  earning: ['占公共地方有收入，要业主共同决定', 'earning money on common parts is for the owners to decide'],
  rebuild: ['改建、加建，要业主共同决定', 'altering or rebuilding is for the owners to decide'],
  raiseFund: ['筹集维修资金，要业主共同决定', 'raising the maintenance fund is for the owners to decide'],
  useFund: ['动用维修资金，要业主共同决定', 'using the maintenance fund is for the owners to decide'],
  company: ['选聘、解聘物业，要业主共同决定', 'hiring or dismissing the property company is for the owners to decide'],
  committee: ['业委会的选举和更换，要业主共同决定', 'electing or replacing the owners’ committee is for the owners to decide'],
  covenant: ['管理规约，要业主共同决定', 'the management covenant is for the owners to decide'],
  procedure: ['议事规则，要业主共同决定', 'the assembly’s rules of procedure are for the owners to decide'],
  income: ['公共收益是全体业主的，要业主共同决定', 'income from common parts belongs to all owners, who decide together'],
  shared: ['费用怎么分，大家商量着定', 'how to share a cost is for everybody to agree on'],
  leak: ['邻里之间的漏水，先调解', 'a leak between neighbours: mediate first'],
  immission: ['吵到、熏到邻居，先劝，再调解', 'noise or fumes for the neighbours: ask, then mediate'],
  standingWater: ['积水生蚊虫，物业的分内事，马上清', 'standing water breeds mosquitoes; clearing it is the property company’s duty'],
  gathering: ['大家一起的活动', 'something to do together'],
})

export const proposalsText = phrases({
  title: ['建议准不准', 'How good the proposals are'],
  lead: [
    '有人提一件事，这里先建议走哪条路、属于哪一类，由办事的人定。办事的人定过的，都记着；往后像的事，就照着建议。只在本社区，只在这台机器上。',
    'When a matter is raised, a way and a category are proposed; whoever handles it decides. What was decided is remembered, and similar matters are proposed alike. Only in this community, only on this machine.',
  ],
  tracks: ['走哪条路', 'Which way'],
  categories: ['属于哪一类', 'Which category'],
  right: [(right: number, all: number) => `${all} 件里说对 ${right} 件`, (right: number, all: number) => `right in ${right} of ${all}`],
  none: ['还没有定过的，等有人定了再看', 'Nothing decided yet; look again when something is'],
  changed: ['最近改过的', 'Changed lately'],
  noneChanged: ['还没有人改过', 'Nobody has changed one yet'],
  instead: [(proposed: string, decided: string) => `${proposed} → ${decided}`, (proposed: string, decided: string) => `${proposed} → ${decided}`],
  forget: ['忘掉学到的', 'Forget what was learned'],
  forgetSay: [(count: number) => `现在记着 ${count} 件。忘掉以后，建议回到刚装好时的样子；事情本身一件不动。`,
    (count: number) => `${count} are remembered now. Once forgotten, proposals are as on the first day; the matters themselves stay as they are.`],
  sure: ['真的忘掉', 'Yes, forget'],
  keep: ['先留着', 'Keep them'],
  forgotten: [(name: string, when: string) => `${name}在 ${when} 让这里忘过一次，以前定的不再算`, (name: string, when: string) => `${name} had it forget ${when}; what was decided before no longer counts`],
  summaryForget: ['忘掉学到的', 'Forget what was learned'],
})
