// Made-up names as they are heard in southern Fujian, by generation.
import type { Random } from './random.ts'

export type Generation = 'elder' | 'parent' | 'child'

const SURNAMES = {
  陈: 22, 林: 21, 黄: 16, 张: 11, 吴: 10, 李: 9, 郑: 8, 王: 8, 刘: 6, 苏: 6, 许: 6, 蔡: 6, 杨: 5, 谢: 4, 叶: 4, 曾: 4, 洪: 4, 郭: 4, 庄: 3, 施: 3,
  傅: 2, 颜: 2, 江: 2, 赖: 2, 周: 3, 何: 2, 余: 2, 卢: 2, 潘: 2, 方: 2, 詹: 1, 柯: 2, 魏: 1, 汤: 1, 戴: 1, 欧阳: 1,
}

const SECOND: Readonly<Record<Generation, string>> = {
  elder: '秀玉丽美金宝凤月阿水国建志文永清明天福德荣庆春淑素碧惠瑞锦',
  parent: '志文建晓海丽美雅婉慧静俊伟宏毅嘉燕秋少立振炳艺小云雪琳',
  child: '子梓宇雨思欣佳一若奕诗沐书语锦可依昊泽睿亦知乐',
}

const THIRD: Readonly<Record<Generation, string>> = {
  elder: '英珠兰花治桂招枝莲娥梅发财土生平根火木成泉春来福顺通和安水',
  parent: '强彬明杰辉鹏玲珍芳萍婷娟虹珊华峰斌勇超伟滨川琴敏榕莹清颖',
  child: '涵轩萱妍辰然宸桐怡琪霖航晴宁瑶昕悦彤恩阳远言安乐',
}

/** A surname, the common ones more often. */
export function surname(random: Random): string {
  return random.weighted(SURNAMES)
}

/** A whole name of this generation; two households may well share one. */
export function personName(random: Random, generation: Generation, family = surname(random)): string {
  const third = random.pick([...THIRD[generation]])
  // One in nine has a single given character, as in life.
  return random.chance(0.11) ? `${family}${third}` : `${family}${random.pick([...SECOND[generation]])}${third}`
}
