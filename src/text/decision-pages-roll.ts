// Words of the roll of a vote, and of the list of its counted ballots.
import { phrases } from '#kit/phrase.ts'

export const rollPageText = phrases({
  title: ['表决权人名册', 'Roll of voters'],
  asOf: [(day: string) => `截到 ${day} 的登记`, (day: string) => `As registered on ${day}`],
  total: [(heads: string, area: string, homes: string) => `${heads} · ${homes} 户 · ${area}`, (heads: string, area: string, homes: string) => `${heads} · ${homes} homes · ${area}`],
  number: ['名册号', 'No.'],
  who: ['谁来投', 'Who votes'],
  home: ['房屋', 'Homes'],
  areaSource: ['专有面积和来源', 'Exclusive area and its source'],
  until: [(day: string) => `${day} 前可以提异议`, (day: string) => `Objections until ${day}`],
  namesInside: ['名字本小区登录的业主才看得到，只露一个字', 'Names are shown to owners of the estate who sign in, and masked'],
  building: [(name: string) => `看 ${name}`, (name: string) => `See ${name}`],
  everywhere: ['全部', 'All'],
  developer: ['开发商（未售）', 'Developer (not sold)'],
  nobody: ['还没有人', 'Nobody yet'],
  registered: ['产权登记', 'registered'],
  surveyed: ['测绘', 'surveyed'],
  contract: ['合同', 'contract'],
  owner: ['业主', 'owner'],
  named: ['共有人推选', 'named by the co-owners'],
  guardian: ['监护人', 'guardian'],
  root: ['名册指纹', 'Fingerprint of the roll'],
  object: ['不对？提异议', 'Wrong? Object'],
  notYet: ['名册还没冻结', 'The roll is not frozen yet'],
})

export const countedPageText = phrases({
  openTitle: ['各户的票', 'Ballots by home'],
  secretTitle: ['计入的票', 'Counted ballots'],
  openLead: ['记名的表决：每户一行。只有本小区登录的业主看得到。', 'A signed vote: a line for each home, for owners of the estate who sign in.'],
  secretLead: ['不记名的表决：只有记号，没有户号，分不出是谁。', 'A secret vote: marks only, and nobody can tell whose they are.'],
  ownersOnly: ['各户的票，本小区登录的业主才看得到。', 'The ballots of each home are for owners of the estate who sign in.'],
  mark: ['记号', 'Mark'],
  ballot: ['票', 'Ballot'],
  more: ['后面的', 'More'],
  none: ['没有计入的票', 'No ballot was counted'],
})
