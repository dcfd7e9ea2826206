// Where the law is plain a rule proposes the way, not the classifier: law of the field §4; items are those of Civil Code 278. Pure.
import type { Track } from '#db/tables.ts'

/** What an owners' decision is about (Civil Code 278), and so whether an ordinary or a special majority decides. */
export type Item = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** The items that need a special majority; how large it is, the community's rule pack says. */
export const SPECIAL: readonly Item[] = [6, 7, 8]

interface Rule {
  name: string
  track: Track
  item?: Item
  /** What is in brackets is quoted in the reason. */
  words: readonly RegExp[]
}

const COMMON = '架空层|架空層|底层架空|公共用房|社区用房|物业用房|会所|绿地|公共绿地|公共部位|公共部分|公共区域|公共场地|公共地方|公共车位|地面车位|公共道路|天台|楼顶|空房|空着的\\S{0,4}房|门厅|大堂|人防'
const OTHER_USE = '改成|改为|改作|变成|用作|做成|建成|出租|租给|经营|收租|卖给|承包'
const EARNING = '快递柜|智能柜|售货机|基站|广告屏|广告位|智能停车|充电站|通信塔'
const FUND = '维修资金|维修基金|维修金|公维金'
const COMMITTEE = '业委会|业主委员会|業委會'
const NEIGHBOUR = '楼上|隔壁|邻居|对门|楼下|厝边|樓上|上面那家|对面'
const LOUD = '舞蹈|广场舞|麻将|KTV|ktv|夜宵|烧烤|音响|喇叭|唱歌|跳舞|施工|工地|装修|打桩|电钻|餐馆|饭店|门面|商铺'
const FEES = '水泵|加压|公摊|水费|电费|电梯费'

/** First come, first served: danger before money, what the law reserves for the owners before what neighbours settle. */
export const RULES = [
  {
    name: 'danger', track: 'hazard', words: [
      /(煤气味|燃气味|漏煤气|(?:燃气|煤气)泄漏|着火|起火|冒烟|冒火|漏电|触电|爆炸)/u,
      /(被困|困在|关在)\S{0,3}(电梯)/u, /(电梯)\S{0,6}(被困|困人|坠|下沉|往下沉)/u,
      /(外墙|瓷砖|墙皮|广告牌|玻璃|水泥块|砖头|空调外机)\S{0,8}(掉|脱落|坠落)/u,
      /(拆承重墙|承重墙|坍塌|塌陷|塌下去|高空抛物|高空坠物)/u,
    ],
  },
  { name: 'escape', track: 'hazard', words: [/(消防通道|消防登高面|安全出口|疏散通道|消防连廊)/u, /(飞线|飛線)/u, /(楼道|楼梯间|架空层|电梯口)\S{0,10}(充电)/u] },
  { name: 'otherUse', track: 'owners', item: 8, words: [
    new RegExp(`(${COMMON})\\S{0,14}?(${OTHER_USE})`, 'u'),
    new RegExp(`(${OTHER_USE})\\S{0,8}?(${COMMON})`, 'u'),
  ] },
  { name: 'earning', track: 'owners', item: 8, words: [
    new RegExp(`(${EARNING})\\S{0,18}?(租|收钱|收费|收入|收益|分成|场地费|承包|进小区|引进|赚)`, 'u'),
    new RegExp(`(租|引进|承包|同意)\\S{0,8}?(${EARNING})`, 'u'),
  ] },
  {
    name: 'rebuild', track: 'owners', item: 7, words: [
      /(屋顶|屋面|平屋顶|楼顶|顶楼|外墙|整栋|连廊|围墙|大门)\S{0,10}?(改建|重建|拆了重建|隔热|保温|坡屋顶|改坡|加盖)/u, /(平改坡)/u,
      /(加装|加裝|增设|装一台)\S{0,3}(电梯|電梯)/u,
    ],
  },
  { name: 'raiseFund', track: 'owners', item: 6, words: [
    new RegExp(`(续筹|续交|补交|筹集|补足|再交)\\S{0,8}?(${FUND})`, 'u'),
    new RegExp(`(${FUND})\\S{0,10}?(续筹|续交|补交|筹集|补足|再交)`, 'u'),
  ] },
  { name: 'useFund', track: 'owners', item: 5, words: [new RegExp(`(${FUND})`, 'u')] },
  { name: 'company', track: 'owners', item: 4, words: [
    /(换一家|更换|选聘|选聘新|解聘|炒掉|续聘|换掉|招标)\S{0,6}?(物业)(?!费)/u,
    /(物业)(?!费|经理|管家|人员)\S{0,10}?(换一家|换掉|续聘|解聘|招标|选聘)/u,
  ] },
  {
    name: 'committee', track: 'owners', item: 3, words: [
      new RegExp(`(${COMMITTEE})\\S{0,10}?(换届|成立|选举|改选|补选|罢免|筹备|候选|组建|换掉|换人)`, 'u'),
      new RegExp(`(成立|选举|组建|筹建|改选|罢免|补选|重选|新)\\S{0,6}?(${COMMITTEE})`, 'u'), /(业主大会)\S{0,10}?(选票|投票|选举)/u,
    ],
  },
  { name: 'covenant', track: 'owners', item: 2, words: [/(修改|制定|改)\S{0,6}?(管理规约|业主公约)/u, /(管理规约|业主公约)\S{0,8}?(改|修|制定)/u] },
  { name: 'procedure', track: 'owners', item: 1, words: [/(修改|制定|改)\S{0,6}?(议事规则)/u, /(议事规则)\S{0,8}?(改|修|制定)/u] },
  { name: 'income', track: 'owners', item: 9, words: [/(公共收益|公共收入|公共部位收入|广告收益)/u] },
  { name: 'shared', track: 'council', words: [new RegExp(`(${FEES})\\S{0,16}?(分摊|平摊|怎么分|按用量|按户|按面积|不合理)`, 'u'), new RegExp(`(分摊|平摊)\\S{0,8}?(${FEES})`, 'u')] },
  { name: 'leak', track: 'mediation', words: [
    new RegExp(`(${NEIGHBOUR})\\S{0,20}?(漏水|渗水|滴水|漏到|渗到|漏落|渗下|漏下|泡烂|泡了|淹)`, 'u'),
    new RegExp(`(漏水|渗水|滴水)\\S{0,10}?(${NEIGHBOUR})`, 'u'),
  ] },
  { name: 'immission', track: 'mediation', words: [new RegExp(`(${NEIGHBOUR}|${LOUD})\\S{0,24}?(吵|噪音|噪声|扰民|太大声|睡不|油烟|呛)`, 'u'), /(噪音|噪声|扰民|油烟)/u] },
  { name: 'standingWater', track: 'hazard', words: [/(积水|水池|水塘|水坑)\S{0,14}?(蚊|孑孓)/u, /(蚊虫|蚊子|孑孓)\S{0,12}?(积水|水池|水塘)/u] },
  { name: 'gathering', track: 'activity', words: [/(想办|举办|组织|搞个|搞一|办个|办一)\S{0,8}?(活动|晚会|比赛|讲座|读书会|博饼|灯谜|运动会|联欢|义诊)/u] },
] as const satisfies readonly Rule[]

export type RuleName = (typeof RULES)[number]['name']

/** How far a rule reads: what a person wants stands at the beginning. */
const READ = 120

/** The first rule that a text meets, and the words by which it does; null where the law says nothing plain. */
export function ruleFor(text: string): { name: RuleName, track: Track, item: Item | null, quoted: string[] } | null {
  for (const rule of RULES) {
    for (const words of rule.words) {
      const found = words.exec(text.slice(0, READ))
      if (found) return { name: rule.name, track: rule.track, item: 'item' in rule ? rule.item : null, quoted: found.slice(1).filter(Boolean) }
    }
  }
  return null
}
