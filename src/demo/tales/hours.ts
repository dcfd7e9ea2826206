// S4-34, S1-25: what was served is written down by one and approved by another; a doctor has her hours corrected, and one serving waits.
import { addProject, amendHours, answerCorrection, approveHours, askCorrection, recordHours, refuseHours } from '#modules/hours/public.ts'
import type { Tale, Teller } from './teller.ts'

/** Three Wednesdays at the clinic of the stilt floor, and a walk to the hospital. */
export async function* hoursServed({ by, at, date, place }: Teller): Tale {
  yield at(40, '09:20')
  const [secretary, worker] = [await by('secretary'), await by('gridWorker')]
  const { id: clinic } = await secretary.does(addProject, { name: '周三义诊', class: 'volunteer', since: date(120) })
  const { id: walks } = await secretary.does(addProject, { name: '陪老人看病', class: 'volunteer', since: date(120) })
  await secretary.does(addProject, { name: '代办老年卡', class: 'administration', since: date(90) })
  const sheet = (daysAgo: number, more: object = {}) => ({
    project: clinic, date: date(daysAgo), from: '09:00', until: '11:00', place: place('榕荫里'), content: '量血压、测血糖', served: 18, quality: '老人都说方便', people: '苏明月\n陈海生 60', ...more,
  })
  for (const daysAgo of [32, 25]) {
    yield at(daysAgo, '17:10')
    const { id } = await worker.does(recordHours, sheet(daysAgo))
    yield at(daysAgo - 1, '08:40')
    await secretary.does(approveHours, { id })
  }
  yield at(18, '17:05')
  const { id: third } = await worker.does(recordHours, sheet(18, { served: 21 }))
  yield at(17, '08:35')
  await secretary.does(refuseHours, { id: third, why: '陈海生那天请假了' })
  yield at(17, '09:15')
  await worker.does(amendHours, { id: third, ...sheet(18, { served: 21, people: '苏明月 100' }) })
  yield at(16, '08:30')
  await secretary.does(approveHours, { id: third })
  yield at(15, '20:10')
  const { correction } = await (await by('doctor')).does(askCorrection, { id: third, minutes: 120, why: '我收摊到 11 点才走' })
  yield at(14, '09:00')
  await secretary.does(answerCorrection, { id: correction, granted: 'yes', answer: '签到本上也是 11 点' })
  yield at(2, '16:40')
  await worker.does(recordHours, sheet(3, { project: walks, from: '14:00', until: '16:30', content: '陪老人去医院拿药', served: 1, quality: '', people: '陈海生' }))
}
