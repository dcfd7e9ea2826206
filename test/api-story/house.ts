// Last chapter: what the secretary keeps in order: services, hours, the way of working, saved words and views.
import type { Teller } from './teller.ts'

const DAY = '9:00-12:00 14:00-17:00'

/** Services, calendar, method, bill. */
export async function community(t: Teller): Promise<void> {
  const service = { class: 'government', name: '居住证明', about: '带身份证，当场开', provider: '居委会', place: '一楼 1 号窗', hours: '周一到周五 9:00–17:00' }
  const { id } = await t.does('secretary', 'services.add', service)
  await t.does('secretary', 'services.change', { id, ...service, hours: '周一到周六 9:00–17:00' })
  await t.asks('', 'services.list')
  await t.does('secretary', 'services.retire', { id })
  const week = { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY, saturday: '', sunday: '' }
  await t.does('secretary', 'clocks.setCalendar', { validFrom: nextDay(t), ...week, holidays: 'cn' })
  await t.asks('', 'clocks.calendar')
  await t.does('secretary', 'clocks.rebuild', {})
  const method = await t.asks('', 'methods.show')
  await t.does('secretary', 'methods.publish', { source: String(method['source']).replace('当天征求意见', '当天问大家'), after: method['version'] })
  await t.asks('', 'methods.versions')
  await t.asks('', 'bill.quarter', { quarter: '2026Q4' })
  await t.does('secretary', 'matters.forgetLessons', {})
}

function nextDay(t: Teller): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString()
}

/** Saved words and views of whoever works. */
export async function desk(t: Teller): Promise<void> {
  const { id: template } = await t.does('worker', 'matters.saveTemplate', { name: '收到', text: '{称呼}您好，{地点}的事收到了' })
  const { id: filter } = await t.does('worker', 'matters.saveFilter', { name: '快超时的', query: 'tab=late' })
  await t.asks('worker', 'matters.choices')
  await t.does('worker', 'matters.dropFilter', { id: filter })
  await t.does('worker', 'matters.retireTemplate', { id: template })
  await t.asks('worker', 'matters.queue', { limit: '1' })
}
