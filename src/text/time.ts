// Words for times.
import { phrases } from '#kit/phrase.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const timeText = phrases({
  today: [(clock: string) => `今天 ${clock}`, (clock: string) => `today ${clock}`],
  yesterday: [(clock: string) => `昨天 ${clock}`, (clock: string) => `yesterday ${clock}`],
  day: [(month: number, day: number) => `${month}月${day}日`, (month: number, day: number) => `${day} ${MONTHS[month - 1]}`],
  year: [(year: number, month: number, day: number) => `${year}年${month}月${day}日`, (year: number, month: number, day: number) => `${day} ${MONTHS[month - 1]} ${year}`],
  week1: ['周一', 'Mon'],
  week2: ['周二', 'Tue'],
  week3: ['周三', 'Wed'],
  week4: ['周四', 'Thu'],
  week5: ['周五', 'Fri'],
  week6: ['周六', 'Sat'],
  week7: ['周日', 'Sun'],
})
