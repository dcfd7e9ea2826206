// Words on the printed codes, which hang in stairwells for years.
import { phrases } from '#kit/phrase.ts'

export const codesText = phrases({
  title: ['打印码', 'Print codes'],
  lead: [(sheets: number, codes: number) => `${codes} 个码，${sheets} 张 A4。用实际大小打印，别缩放`,
    (sheets: number, codes: number) => `${codes} codes on ${sheets} A4 sheets. Print at actual size, without scaling`],
  none: ['这里还没有码', 'There are no codes here yet'],
  which: ['要哪些码', 'Which codes'],
  common: ['设施和门', 'Facilities and doors'],
  withHomes: ['连每户的也要', 'Homes too'],
  scan: ['扫一扫，说说这里怎么了', 'Scan and say what is wrong here'],
  noApp: ['不用装软件，不用登录', 'No app, no account'],
  call: ['打电话也行', 'Or call'],
  sheet: [(at: number, all: number) => `第 ${at} 张，共 ${all} 张`, (at: number, all: number) => `Sheet ${at} of ${all}`],
  codeOf: [(place: string) => `${place}的码`, (place: string) => `Code of ${place}`],
  print: ['打印这里的码', 'Print the code of this place'],
  printAll: ['打印这里面的码', 'Print the codes in it'],
  add: ['在这里添一个设施', 'Add a facility here'],
  whose: ['先选一栋楼', 'Choose a building first'],
})
