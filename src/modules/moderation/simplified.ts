// A small table from traditional to simplified characters: those in which the words of the list, and words like them, are written.

const PAIRS = '開开發发單单傭佣職职貸贷無无證证辦办點点賭赌賺赚賠赔錢钱媽妈煩烦腦脑殘残賤贱臉脸東东養养雜杂種种騙骗領领紅红號号電电話话聯联繫系價价買买賣卖網网頁页訊讯費费兌兑現现搶抢殺杀滾滚廢废豬猪雞鸡嗎吗個个這这們们來来說说裡里壞坏蠻蛮罵骂醜丑惡恶傷伤樓楼業业區区會会門门車车學学國国過过還还進进對对麼么從从與与為为時时間间'

const TABLE = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i): [string, string] => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)]))

/** The simplified form of one character, or the character itself. */
export function simplified(character: string): string {
  return TABLE.get(character) ?? character
}
