// Words of patrols in storms: levels of warning, what to look at, what was found.
import { phrases } from '#kit/phrase.ts'

export const levelText = phrases({
  blue: ['蓝色', 'blue'],
  yellow: ['黄色', 'yellow'],
  orange: ['橙色', 'orange'],
  red: ['红色', 'red'],
})

export const hazardText = phrases({
  drains: ['排水口、雨水井', 'Drains and manholes'],
  trees: ['大树、树枝', 'Trees and branches'],
  hoardings: ['广告牌、花盆、晾衣架', 'Hoardings, flower pots, clothes racks'],
  basement_garage: ['地下车库', 'Basement garage'],
  distribution_boxes: ['配电箱、充电桩', 'Distribution boxes, charging points'],
})

export const hazardHintText = phrases({
  drains: ['堵了没有，水退不退，盖子在不在', 'Blocked? Does the water go down? Are the covers on?'],
  trees: ['歪了、断了、压着线的', 'Leaning, broken, lying on wires'],
  hoardings: ['松的、会掉下来的', 'Loose, or about to fall'],
  basement_garage: ['挡水板、沙袋、水泵；有积水别下去', 'Flood boards, sandbags, pumps; do not go down when there is water'],
  distribution_boxes: ['门关没关，有没有泡水；别碰', 'Is it shut? Is it under water? Do not touch it'],
})

export const findingText = phrases({
  ok: ['没问题', 'All right'],
  problem: ['有问题', 'There is a problem'],
})

export const patrolText = phrases({
  name: [(level: string) => `暴雨${level}预警巡查`, (level: string) => `Patrol at a ${level} storm warning`],
  risk: [
    '两个人一组，穿雨衣雨鞋，带手电。积水的地方不进，落地的电线离八米，树下和广告牌下不停。打雷或者升到红色，马上回来。',
    'Go in pairs, with raincoat, boots and a torch. Stay out of standing water and eight metres from a fallen wire; do not stop under trees or hoardings. At thunder or a red warning come back at once.',
  ],
})
