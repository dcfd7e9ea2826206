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
