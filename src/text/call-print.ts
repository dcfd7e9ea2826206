// Words of the sheet that hangs beside the telephone: for grandparents, plain and large.
import { phrases } from '#kit/phrase.ts'

export const printCallText = phrases({
  title: ['每一户的求助码', 'A code for every home'],
  which: ['哪一栋', 'Which building'],
  lead: [(n: number) => `一共 ${n} 张，A5 纸，一户一张，贴在电话旁边`, (n: number) => `${n} sheets of A5, one for each home, to hang beside the telephone`],
  none: ['这里还没有登记住户', 'No homes are on record here'],
  big: ['有事叫一声，邻居就来', 'Call, and a neighbour comes'],
  scan: ['用手机扫这个码，点一下要什么帮忙', 'Scan this with a phone and tap what you need'],
  orCall: ['不会扫？打这个电话', 'Cannot scan? Call this number'],
  life: ['着火、出不来气、摔得动不了，先打', 'A fire, no breath, a bad fall: first call'],
  sick: ['急救', 'ambulance'],
  fire: ['着火', 'fire'],
  police: ['警察', 'police'],
  free: ['邻居帮忙不收钱', 'Neighbours take no money'],
  codeOf: [(label: string) => `从${label}叫人的码`, (label: string) => `Code to call for help from ${label}`],
})
