// Third chapter: a lamp that does not shine, from being raised to being closed; and what goes with others.
import { addPhoto, askAgain } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { recodePhoto } from '#kit/photos.ts'
import { photoOf } from '#test/pictures.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** Raised, routed, asked about, taken on. */
export async function raised(t: Teller, here: Street): Promise<number> {
  await t.asks('resident', 'matters.alike', { place: String(here.entrance), text: '二楼楼道灯不亮' })
  const { id } = await t.does('resident', 'matters.raise', { place: here.entrance, kind: 'broken', text: '二楼楼道灯不亮，晚上看不见台阶',
    channel: 'api' })
  await t.does('neighbour', 'matters.follow', { id })
  await t.does('neighbour', 'matters.comment', { id, text: '我家门口也不亮' })
  await t.does('worker', 'matters.route', { id, track: 'hazard', category: 'power' })
  await t.does('worker', 'matters.ask', { id, text: '是靠电梯那盏吗' })
  await t.does('resident', 'matters.answer', { id, text: '对，靠电梯那盏' })
  await t.does('worker', 'matters.setUrgent', { id, urgent: true })
  await t.does('worker', 'matters.rename', { id, title: '1号楼二楼楼道灯' })
  await t.does('worker', 'matters.noteInside', { id, text: '上个月也坏过' })
  await t.does('resident', 'matters.urge', { id })
  await t.does('worker', 'matters.handOn', { id, organisation: here.company, note: '请物业换灯' })
  await t.does('staff', 'matters.giveBack', { id, note: '今天没有灯管' })
  await t.does('worker', 'matters.accept', { id })
  return id
}

/** Worked on: tasks, helpers, money, homes, words to everybody. */
export async function workedOn(t: Teller, here: Street, id: number): Promise<void> {
  await t.does('worker', 'matters.addHandler', { id, organisation: here.company })
  await t.does('staff', 'matters.acceptHandling', { id })
  const { task } = await t.does('worker', 'matters.addTask', { id, title: '买灯管', organisation: here.company, due: '2026-11-24' })
  await t.asks('staff', 'matters.tasks')
  await t.does('staff', 'matters.finishTask', { id, task })
  await t.does('worker', 'matters.addChecklist', { id, checklist: 'typhoon' })
  const { cost } = await t.does('staff', 'matters.spend', { id, yuan: '38.50', what: '灯管一支', paidFrom: 'property_fee' })
  await t.does('staff', 'matters.addHomes', { id, places: [here.building] })
  await t.does('staff', 'matters.settleHome', { id, home: here.homes[0] })
  await t.does('worker', 'matters.reply', { id, text: '今天下午换好' })
  await polled(t, here, id)
  await t.asks('resident', 'matters.extras', { id: String(id) })
  await t.does('staff', 'matters.strikeCost', { id, cost, why: '发票开错了' })
  await t.does('worker', 'matters.endHandler', { id,
    handler: ((await t.asks('worker', 'matters.extras', { id: String(id) }))['handlers'] as { id: number }[])[0]?.id })
  await t.does('worker', 'matters.pause', { id, note: '等灯管到货' })
  await t.does('worker', 'matters.resume', { id })
}

async function polled(t: Teller, here: Street, id: number): Promise<void> {
  const { poll } = await t.does('worker', 'matters.startPoll', { id, question: '换成感应灯好不好', place: here.building })
  await t.does('resident', 'matters.answerPoll', { id, poll, home: here.homes[0], answer: 'yes', suggestion: '亮久一点' })
  await t.does('worker', 'matters.publishPlan', { id, text: '换成感应灯', who: '安居物业', due: '2026-11-25', yuan: '120' })
  await t.does('worker', 'matters.recordDecision', { id, text: '大家同意换感应灯' })
}

/** Shown, rated, closed, found good a month later; and opened again. */
export async function closed(t: Teller, id: number): Promise<void> {
  const { items: tasks } = await t.asks('worker', 'matters.queue', { tab: 'mine' })
  for (const task of (await t.asks('worker', 'matters.extras',
    { id: String(tasks[0]?.id) }))['tasks'] as { id: number }[]) await t.does('worker', 'matters.finishTask', { id, task: task.id })
  await t.does('worker', 'matters.move', { id, step: 'do', note: '今天下午换' })
  const { token } = await t.act(addPhoto, passerBy(1), { photo: await recodePhoto(await photoOf('#f3eee4'), 'lamp.jpg') })
  await t.does('worker', 'matters.attachPhotos', { id, moment: 'after', photos: [token] })
  await t.does('worker', 'matters.move', { id, step: 'show', note: '换好了' })
  await t.does('worker', 'matters.reply', { id, text: '换成感应灯了，请看看' })
  await t.does('worker', 'matters.move', { id, step: 'rate', note: '请大家评' })
  await t.does('resident', 'matters.rate', { id, stars: 5, text: '亮堂了' })
  await t.does('secretary', 'matters.close', { id, note: '换好了，大家满意' })
  await lookedAt(t, String(id))
  t.later({ days: 31 })
  await t.act(askAgain, passerBy(1), { id })
  await t.does('resident', 'matters.sayHeld', { id })
  await t.does('resident', 'matters.reopen', { id, note: '又不亮了' })
}

async function lookedAt(t: Teller, id: string): Promise<void> {
  await t.asks('resident', 'matters.show', { id })
  await t.asks('resident', 'matters.trail', { id, limit: '2' })
  await t.asks('resident', 'matters.clocks', { id })
  await t.asks('resident', 'matters.ratings', { id })
  await t.asks('resident', 'matters.dossier', { id })
  await t.asks('', 'matters.list', { limit: '1', open: 'false' })
  await t.asks('', 'matters.board')
  await t.asks('', 'matters.tracking')
  for (const words of ['kinds', 'steps', 'tracks', 'categories']) await t.asks('', `matters.${words}`)
}

/** What belongs together, what comes apart, what is taken back, and what is nobody else’s business. */
export async function others(t: Teller, here: Street): Promise<void> {
  const raise = (text: string) => t.does('resident', 'matters.raise', { place: here.lift, kind: 'broken', text })
  const { id: one } = await raise('电梯门关得太快，夹了两次')
  const { id: other } = await raise('电梯里的灯也一闪一闪')
  await t.does('worker', 'matters.link', { id: one, other })
  await t.does('worker', 'matters.merge', { id: other, into: one, note: '同一部电梯' })
  await t.does('worker', 'matters.split', { id: one, text: '电梯按钮也松了' })
  await t.does('worker', 'matters.setPrivate', { id: one, private: true, text: '电梯门夹人' })
  const { id: third } = await raise('电梯里有人抽烟')
  await t.does('resident', 'matters.withdraw', { id: third })
}

/** 周六一起清西墙: who joins in, comes, and goes again. */
export async function activity(t: Teller, here: Street): Promise<void> {
  const { id } = await t.does('resident', 'matters.raise', { place: here.entrance, kind: 'idea', text: '周六上午一起清西墙的杂草' })
  await t.does('worker', 'matters.route', { id, track: 'activity', category: 'activity' })
  await t.does('resident', 'matters.joinIn', { id })
  await t.does('resident', 'matters.stayAway', { id })
  await t.does('resident', 'matters.arrive', { id, code: t.house.means.secrets.receipt(`here 1 ${id}`) })
  t.later({ hours: 2 })
  await t.does('resident', 'matters.go', { id })
}
