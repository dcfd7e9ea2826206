// The words that Linju ships: few, and only such as nobody needs to say what is wrong. A community adds its own, and switches off what it needs.

/** What a word stands for. */
export type WordKind = 'insult' | 'advertising' | 'other'

/** Words that make somebody look. Criticism, politics and names of organisations are none of them. */
export const SHIPPED: Readonly<Record<Exclude<WordKind, 'other'>, readonly string[]>> = {
  insult: [
    '傻逼', '傻b', '煞笔', '沙雕货', '操你妈', '草泥马', '王八蛋', '狗娘养', '狗杂种', '婊子', '贱人', '臭娘们', '不要脸的东西', '脑残', '去死吧', '死全家', '全家死光',
    'fuck', 'bitch', 'asshole',
  ],
  advertising: [
    '代开发票', '刷单', '日结兼职', '兼职日结', '无抵押贷款', '低息贷款', '信用卡套现', '花呗套现', '加微信领', '扫码领红包', '博彩', '包小姐', '稳赚不赔', '一夜暴富',
  ],
}

/** Phrases that warn of what a shipped word stands for. */
export const SHIPPED_ALLOWED: readonly string[] = ['防刷单', '反刷单', '严禁刷单', '刷单诈骗', '刷单骗局']
