// Words of the service directory: 实事微清单.
import { phrases } from '#kit/phrase.ts'

export const serviceClassText = phrases({
  government: ['行政便民', 'From the authorities'],
  volunteer: ['志愿服务', 'From volunteers'],
  social: ['社会服务', 'From shops and partners'],
})

export const servicesText = phrases({
  title: ['实事微清单', 'What is offered here'],
  lead: ['谁能帮您办什么，在哪里，几点，打哪个电话。', 'Who can do what for you, where, when, and which number to call.'],
  count: [(n: number) => `${n} 项`, (n: number) => `${n}`],
  none: ['这一类还没有。缺什么，提一件事告诉我们', 'Nothing here yet. Raise a matter to tell us what is missing'],
  call: [(name: string) => `打电话问${name}`, (name: string) => `Call about ${name}`],
  class: ['哪一类', 'Which class'],
  classWrong: ['点一下是哪一类', 'Tap the class'],
  name: ['叫什么', 'Name'],
  nameHint: ['比如：代办老年卡', 'For example: elders’ card on your behalf'],
  about: ['办什么、要带什么', 'What it is, what to bring'],
  aboutHint: ['要不要钱也写明白', 'Say whether it costs anything'],
  provider: ['谁来办', 'Who offers it'],
  providerHint: ['比如：居委会、三盛邻聚力服务队', 'For example: the residents’ committee, a team'],
  place: ['在哪里', 'Where'],
  placeHint: ['比如：党群服务中心一楼 2 号窗，或者上门', 'For example: service centre, window 2; or at your home'],
  hours: ['什么时候', 'When'],
  hoursHint: ['比如：周一到周五 8:30–17:30', 'For example: Monday to Friday 8:30–17:30'],
  phone: ['电话', 'Telephone'],
  phoneHint: ['可以不填。谁都看得到，别写私人号码', 'Optional. Everybody sees it: no private number'],
  phoneWrong: ['电话只写数字、空格和短横', 'Digits, blanks and hyphens only'],
  wrong: [(what: string) => `“${what}”再写清楚一点（别太长）`, (what: string) => `Write a little more (not too much) for “${what}”`],
  twice: ['这一类里已经有这一项了', 'This class has one of that name already'],
  notHere: ['没有这一项，或者已经不办了', 'There is no such service, or it is no longer offered'],
  add: ['加一项', 'Add one'],
  change: ['改一改', 'Change'],
  retire: ['不办了，从清单去掉', 'No longer offered: take it off'],
  save: ['存好', 'Save'],
  done: ['清单改好了', 'The list is changed'],
  summaryAdd: ['清单加一项服务', 'Add a service'],
  summaryChange: ['改一项服务', 'Change a service'],
  summaryRetire: ['去掉一项服务', 'Take a service off the list'],
})
