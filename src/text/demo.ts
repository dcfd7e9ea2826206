// What the demo says.
import { phrases } from '#kit/phrase.ts'

export const demoText = phrases({
  notEmpty: ['这里已经有社区了，演示只能放进空的数据里', 'There are communities here already; the demo needs an empty data folder'],
  loading: ['正在铺一条街，大约半分钟', 'Laying out a street; about half a minute'],
  ready: ['演示好了，人和事都是编的', 'The demo is ready; people and matters are made up'],
  identities: ['这些人可以直接当', 'You can be any of these'],
  introduce: ['演示：认个人', 'Demo: be somebody'],
  demoOnly: ['只有演示的社区能这样进门', 'Only a demo community can be entered like this'],
  severalHomes: ['业主（三套房）', 'owner of several homes'],
  resident: ['居民', 'resident'],
  tenant: ['租客', 'tenant'],
  elsewhere: ['别的社区的居民', 'resident of another community'],
})
