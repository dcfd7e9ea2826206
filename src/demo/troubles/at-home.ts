// Trouble inside a home: only whoever raised it and whoever helps can see it.
import type { Trouble } from './trouble.ts'

/** At kind `home`. */
export const AT_HOME: readonly Trouble[] = [
  { at: 'home', kind: 'broken', say: '卫生间顶上{滴水|一块湿印越来越大}，可能是楼上。', plan: '和楼上约了{今晚|周六}一起看。', done: '楼上换了地漏，三天没再滴。' },
  { at: 'home', kind: 'noise', say: '楼上{跑步机|拖椅子}到{十一点|半夜}，说过两次不好意思再说。', plan: '请两家到邻里客厅喝茶。', done: '垫了减震垫，说好九点半后不用。' },
  { at: 'home', kind: 'broken', say: '{总阀关不紧|厨房水管渗水}，自己不会弄，想请师傅看一下。', urgent: true, plan: '师傅半小时内到。', done: '换了阀芯，没收工钱。' },
  { at: 'home', kind: 'other', say: '{我妈|家里老人}一个人在家，能不能白天帮忙敲敲门看一眼？', plan: '网格员每天上午去，楼长下午去。', done: '去了一周，老人说有人说话真好。' },
  { at: 'home', kind: 'other', say: '老年卡要年审，{腿脚不便|走不了远路}，能代办吗？', plan: '带委托书去，人不用跑。', done: '办好送回家了。' },
  { at: 'home', kind: 'dirty', say: '{隔壁|楼上}阳台滴水到我家{晾衣杆|被子}上，天天要重洗。', plan: '物业上门看滴水管。', done: '加了接水槽，两家都说行。' },
  { at: 'home', kind: 'danger', say: '闻到{一股煤气味|焦味}，已经开窗关阀了，请来看看。', urgent: true, plan: '燃气公司在路上，先别开灯。', done: '灶具软管老化，换了，测过不漏。' },
  { at: 'home', kind: 'other', say: '租的房子{想装洗衣机|要改水管}，房东说要物业同意，怎么办手续？', plan: '三方一起看过位置。', done: '登记好了，不动承重墙，可以装。' },
]
