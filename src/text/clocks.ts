// Words for clocks and for limits.
import { phrases } from '#kit/phrase.ts'

export const limitWords = phrases({
  minutes: [(n: number) => `${n} 分钟`, (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`],
  hours: [(n: number) => `${n} 小时`, (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'}`],
  days: [(n: number) => `${n} 天`, (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`],
  workingHours: [(n: number) => `${n} 个工作小时`, (n: number) => `${n} working ${n === 1 ? 'hour' : 'hours'}`],
  workingDays: [(n: number) => `${n} 个工作日`, (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`],
  end: [(n: number) => `第 ${n} 个工作日下班前`, (n: number) => `end of working day ${n}`],
  endToday: ['当天下班前', 'end of working day 0'],
})

export const clockText = phrases({
  hoursMinutes: [(h: number, m: number) => `${h} 小时 ${m} 分`, (h: number, m: number) => `${h} h ${m} min`],
  left: [(much: string) => `还剩 ${much}`, (much: string) => `${much} left`],
  nextDay: [(clock: string) => `下个工作日 ${clock} 前`, (clock: string) => `by ${clock} next working day`],
  late: [(much: string) => `超时 ${much}`, (much: string) => `${much} late`],
  soon: ['马上到时限', 'due any minute'],
  justLate: ['时限刚到', 'due just now'],
  paused: ['已暂停', 'paused'],
  pausedFor: [(why: string) => `已暂停，${why}`, (why: string) => `paused: ${why}`],
  met: ['按时办完', 'done in time'],
  metLate: [(much: string) => `晚了 ${much}`, (much: string) => `${much} late`],
  notDue: ['这个时限现在不用提醒', 'Nobody needs to be told of this clock now'],
  summaryRing: ['时限提醒', 'Tell that a limit is near or reached'],
  summaryRebuild: ['按留痕重算时限', 'Make the clocks again from the journal'],
})
