// The titles of the matters that the tour leads to.

/** The titles by which the tour finds them. */
export const TALES = {
  lamp: '三号楼一单元装感应灯',
  pool: '台风过后小泳池积水',
  deeds: '近两百户办产权证',
  cleanUp: '周六一起清西墙',
  handOver: '新老物业交接',
} as const

/** The titles of what is decided together, told in the street only. */
export const VOTES = {
  stiltFloor: '三号楼架空层：储物间和儿童角',
  pump: '三号楼加压水泵电费怎么分',
  roof: '五号楼屋面平改坡、加隔热层',
} as const

/** What is written for the first assembly of an estate: its drafts, and its candidates with how they came to stand. */
export const FIRST_ASSEMBLY = {
  estate: '南埕公寓',
  drafts: [
    { kind: 'rules_of_procedure', text: '一、业主大会一年开一次，百分之二十以上的业主要求的，加开临时会。二、业委会委员五人，一届五年，议事要过半数同意。三、开会前七天贴议程，开完三天内贴纪要。' },
    { kind: 'covenant', text: '一、楼道不堆东西，不停电动车，不飞线充电。二、装修先登记，中午和晚上不敲墙。三、养狗牵绳，粪便带走。四、公共收益每季度贴出来，先用在小区里。' },
    { kind: 'method', text: '业委会委员实行差额选举，人数和面积双过半，得票多的当选，其余双过半的为候补。' },
  ],
  candidates: [
    { found: 'owners', about: '退休会计，做了三十年账，愿意替大家把公共收益看明白。' },
    { found: 'self', about: '开电器修理铺，楼里的水电都熟，随叫随到。' },
    { found: 'branch', about: '老党员，退役工兵，当过两届楼栋长。' },
    { found: 'owners', about: '中学老师，会写会说，和物业讲道理不红脸。' },
    { found: 'self', about: '在设计院上班，看得懂图纸，楼顶漏水的事我来跟。' },
    { found: 'residents_committee', about: '在家带孩子，白天都在小区，接待业主有时间。' },
    { found: 'self', about: '跑运输的，回来得晚，周末有空，想出一份力。' },
  ],
} as const
