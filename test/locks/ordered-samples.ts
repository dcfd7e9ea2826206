// The menu and orders: good inputs, forms and addresses for whoever tries their doors.
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

const ITEM = { name: '理发', about: '给老人理发', skills: [], minutes: '30', meantFor: 'living', mostADay: '3', offHours: '2' }
type Laid = keyof Trial['at']['orders']
const dated = (which: Laid, more: object = {}) => ({ at }: Trial) => ({ id: at.orders[which].id, date: at.orders[which].date, ...more })
const home = ({ at }: Trial) => at.raiser.homes[0]?.id ?? at.homes[0]?.id

/** By the name of the act. */
export const ORDER_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'orders.makeItem': () => ITEM,
  'orders.changeItem': ({ at }) => ({ id: at.item, ...ITEM }),
  'orders.retireItem': ({ at }) => ({ id: at.item }),
  'orders.place': trial => ({ item: trial.at.item, place: home(trial), named: '老人家', words: '坐坐', on: '2026-11-30', at: '10:00' }),
  'orders.place (for a caller)': trial => ({ item: trial.at.item, place: home(trial), entered: true, words: '坐坐', on: '2026-11-30', at: '10:00' }),
  'orders.agree': ({ at, who }) => ({ id: at.toAgree, share: 'words', how: who.personId === at.raiser.personId ? 'self' : 'at_door' }),
  'orders.withdraw': ({ at }) => ({ id: at.agreed, how: 'at_door' }),
  'orders.accept': dated('open'),
  'orders.giveBack': dated('taken', { why: '孩子发烧' }),
  'orders.begin': dated('soon'),
  'orders.finish': dated('begun'),
  'orders.confirm': dated('served'),
  'orders.rate': dated('served', { stars: '5' }),
  'orders.judgeRating': dated('rated', { show: 'yes' }),
  'orders.callOff': dated('open', { why: '不用了' }),
  'orders.end': ({ at }) => ({ id: at.orders.open.id, why: '不用了' }),
  'orders.takePlace': dated('held'),
}

const DEEDS = ['agree', 'withdraw', 'accept', 'giveBack', 'begin', 'finish', 'confirm', 'rate', 'judgeRating', 'callOff', 'end', 'takePlace'] as const

function fields(act: string): Form['fields'] {
  return trial => Object.fromEntries(Object.entries(ORDER_SAMPLES[act]?.(trial) ?? {}).filter(([name, value]) => !['id', 'skills', 'item'].includes(name) && value !== false)
    .map(([name, value]) => [name, String(value)]))
}

function idOf(act: string, trial: Trial): string {
  const { id, item } = (ORDER_SAMPLES[act]?.(trial) ?? {}) as { id?: number, item?: number }
  return String(id ?? item)
}

const form = (act: string, path: (id: string) => string): Form => ({ act, path: trial => `/shicheng/${path(idOf(act, trial))}`, fields: fields(act) })

/** By the address as the routes have it, with the deed in brackets. */
export const ORDER_FORMS: Readonly<Record<string, Form>> = {
  '/:community/menu/new': form('orders.makeItem', () => 'menu/new'),
  '/:community/menu/:id/change': form('orders.changeItem', id => `menu/${id}/change`),
  '/:community/menu/:id/retire': form('orders.retireItem', id => `menu/${id}/retire`),
  '/:community/menu/:id/order': form('orders.place', id => `menu/${id}/order`),
  ...Object.fromEntries(DEEDS.map(deed => [`/:community/orders/:id/do/:deed (${deed})`, form(`orders.${deed}`, id => `orders/${id}/do/${deed}`)])),
}

/** By the address of a page. */
export const ORDER_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/menu': () => '/shicheng/menu',
  '/:community/menu/new': () => '/shicheng/menu/new',
  '/:community/menu/:id': ({ at }) => `/shicheng/menu/${at.item}`,
  '/:community/menu/:id/change': ({ at }) => `/shicheng/menu/${at.item}/change`,
  '/:community/menu/:id/order': ({ at }) => `/shicheng/menu/${at.item}/order`,
  '/:community/orders': () => '/shicheng/orders',
  '/:community/orders/offers': () => '/shicheng/orders/offers',
  '/:community/orders/team': () => '/shicheng/orders/team',
  '/:community/orders/:id': ({ at }) => `/shicheng/orders/${at.orders.open.id}`,
  '/:community/orders/:id/do/:deed': ({ at }) => `/shicheng/orders/${at.orders.taken.id}/do/giveBack?date=${at.orders.taken.date}`,
}
