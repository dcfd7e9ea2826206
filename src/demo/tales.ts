// Five matters of 石埕 that are told in full, so that the tour can show them: each through the real actions, on its own days.
import { perform, type Action, type Answer } from '#kit/action.ts'
import {
  acceptMatter, addChecklist, addHomes, addTask, answerPoll, arriveAt, attachPhotos, closeMatter, followMatter, goFrom, handOnMatter, hereSubject, joinIn, moveMatter,
  publishPlan, raiseMatter, rateMatter, renameMatter, replyToMatter, routeMatter, spend, startPoll,
} from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'
import { photoOf } from './advance.ts'
import { CAST, type CastKey } from './cast.ts'
import { ZONE } from './hours.ts'
import type { Loaded } from './loaded.ts'
import type { PictureName } from './pictures.ts'

/** The titles by which the tour finds them. */
export const TALES = {
  lamp: '三号楼一单元装感应灯',
  pool: '台风过后小泳池积水',
  deeds: '近两百户办产权证',
  cleanUp: '周六一起清西墙',
  handOver: '新老物业交接',
} as const

type Somebody = Exclude<CastKey, 'elder' | 'elsewhere'>

/** A tale yields the time to which it has come; what follows happens then. */
export type Tale = AsyncGenerator<Temporal.Instant, void, void>

interface Teller {
  by(who: Somebody): Promise<Hand>
  /** So many days ago, at this time of the day. */
  at(daysAgo: number, time: string): Temporal.Instant
  place(label: string): number
  /** A date; negative days lie ahead. */
  date(daysAgo: number): string
  secret(subject: string): string
}

interface Hand {
  does<Schema extends z.ZodType, Subject, A extends Answer>(action: Action<Actor, Schema, Subject, A>, input: Record<string, unknown>): Promise<A>
  photo(name: PictureName): Promise<string>
  actor: Actor
}

/** The tales of this community; each is told from its own present, which whoever tells it moves on. */
export function talesOf({ database, means }: Pick<House, 'database' | 'means'>, there: Loaded, today: Temporal.PlainDate): ((now: () => Temporal.Instant) => Tale)[] {
  return [lamp, pool, deeds, cleanUp, handOver].map(tale => now => tale({
    place: label => there.place(label),
    secret: subject => means.secrets.receipt(subject),
    date: daysAgo => today.subtract({ days: daysAgo }).toString(),
    at: (daysAgo, time) => today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant(),
    by: async who => {
      const actor = await there.actor(CAST[who].phone)
      return {
        actor,
        does: (action, input) => perform(database, { ...means, now: now() }, action, actor, input),
        photo: name => photoOf(database, { ...means, now: now() }, actor, name),
      }
    },
  }))
}

// S3-26, S3-28, S3-31: raised, asked about on the day, planned on the next, done within a week, shown, rated, struck off.
async function* lamp({ by, at, place, date }: Teller): Tale {
  const entrance = place('榕荫里 3号楼 1单元')
  yield at(9, '08:10')
  const resident = await by('resident')
  const { id } = await resident.does(raiseMatter, {
    place: entrance, kind: 'idea', text: '三号楼一单元楼道太暗，老人摸着墙上楼，能不能装感应灯？大家商量一下。', nameShown: true, photos: [await resident.photo('lamp')],
  })
  yield at(9, '08:50')
  const worker = await by('gridWorker')
  await worker.does(routeMatter, { id, track: 'council', category: 'power' })
  await worker.does(renameMatter, { id, title: TALES.lamp })
  await worker.does(acceptMatter, { id })
  yield at(9, '09:30')
  for (const who of ['neighbour', 'doctor', 'stairwellHead'] as const) await (await by(who)).does(followMatter, { id })
  await worker.does(moveMatter, { id, step: 'discuss', note: '今天就问问这个单元的各家，晚上八点收齐。' })
  const { poll } = await worker.does(startPoll, { id, question: '楼道每层装一盏感应灯，您家觉得行吗？', place: entrance })
  yield at(9, '12:20')
  const doctor = await by('doctor')
  await resident.does(answerPoll, { id, poll, home: homeIn(resident.actor, '3号楼'), answer: 'yes', suggestion: '一楼门口也要一盏，雨天看得清台阶。' })
  await doctor.does(answerPoll, { id, poll, home: homeIn(doctor.actor, '3号楼'), answer: 'yes', suggestion: '' })
  yield at(9, '18:40')
  const owner = await by('severalHomes')
  await owner.does(answerPoll, { id, poll, home: homeIn(owner.actor, '3号楼'), answer: 'no', suggestion: '别太亮，晃眼睛。' })
  yield at(8, '09:00')
  await (await by('gridWorker')).does(moveMatter, { id, step: 'decide', note: '收了三家的话：两家说行，一家怕晃眼。这是问意向，不是业主大会表决。' })
  yield at(8, '15:00')
  const chair = await by('committeeChair')
  await chair.does(publishPlan, { id, text: '每层装一盏感应灯，门口加一盏，选柔光的。', who: '物业郑文彬，吴桂芳盯着', due: date(3), yuan: '1,280.50' })
  await chair.does(moveMatter, { id, step: 'coordinate', note: '方案定了，灯选柔光的，一周内装好。' })
  await chair.does(handOnMatter, { id, person: (await by('propertyStaff')).actor.personId, note: '请文彬来装。' })
  yield at(7, '09:00')
  const staff = await by('propertyStaff')
  await staff.does(acceptMatter, { id })
  await staff.does(moveMatter, { id, step: 'do', note: '灯到了，今明两天装。', warning: '三号楼一单元在装灯，上下楼看脚下的梯子。' })
  yield at(5, '16:30')
  const done = await by('propertyStaff')
  await done.does(attachPhotos, { id, moment: 'after', photos: [await done.photo('door')] })
  await done.does(spend, { id, yuan: '1,180.50', what: '感应灯 7 盏', paidFrom: 'public_income' })
  await done.does(spend, { id, yuan: '100', what: '电线和管', paidFrom: 'property_fee' })
  await done.does(moveMatter, { id, step: 'show', note: '七盏都装好了，夜里试过。' })
  await done.does(replyToMatter, { id, text: '一共 1,280.50 元，公共收益出 1,180.50，物业出 100。门口那盏按林阿姨说的加了。' })
  await done.does(moveMatter, { id, step: 'rate', note: '请大家夜里走一走，评一评。' })
  yield at(4, '19:30')
  await (await by('resident')).does(rateMatter, { id, stars: 5, text: '晚上买菜回来不怕了。' })
  yield at(4, '20:10')
  await (await by('doctor')).does(rateMatter, { id, stars: 5 })
  yield at(3, '08:30')
  await (await by('neighbour')).does(rateMatter, { id, stars: 4, text: '三楼那盏有点慢。' })
  yield at(2, '10:00')
  await (await by('committeeChair')).does(closeMatter, { id, note: '三家评过，没有不满意的，销号。' })
}

// S0-29, S0-30: said today, work starts the next day, and everybody nearby is warned.
async function* pool({ by, at, place }: Teller): Tale {
  yield at(2, '15:20')
  const neighbour = await by('neighbour')
  const { id } = await neighbour.does(raiseMatter, {
    place: place('榕荫里 北门'), kind: 'danger', urgent: true, text: '台风过后废泳池积了半池水，全是蚊子，孩子在边上玩，怕出事。', photos: [await neighbour.photo('water')],
  })
  yield at(2, '15:40')
  const worker = await by('gridWorker')
  await worker.does(routeMatter, { id, track: 'hazard', category: 'hygiene' })
  await worker.does(renameMatter, { id, title: TALES.pool })
  await worker.does(acceptMatter, { id })
  await worker.does(addChecklist, { id, checklist: 'typhoon' })
  await worker.does(handOnMatter, { id, person: (await by('propertyManager')).actor.personId, note: '物业抽水，我去各楼查积水。' })
  yield at(1, '08:30')
  const manager = await by('propertyManager')
  await manager.does(acceptMatter, { id })
  await manager.does(moveMatter, { id, step: 'do', note: '今天一早开始抽水。', warning: '小泳池在清理，大家出入要注意安全。' })
}

// S0-31: one matter for all the households that it touches, with milestones at offices outside.
async function* deeds({ by, at, place, date }: Teller): Tale {
  yield at(30, '10:00')
  const owner = await by('severalHomes')
  const { id } = await owner.does(raiseMatter, { place: place('榕荫里'), kind: 'other', text: '我们小区好多户一直办不下产权证，想请社区牵头，一起跟开发商和登记中心谈。' })
  yield at(30, '15:00')
  const leader = await by('gridLeader')
  await leader.does(routeMatter, { id, track: 'council', category: 'property' })
  await leader.does(renameMatter, { id, title: TALES.deeds })
  await leader.does(acceptMatter, { id })
  await leader.does(addHomes, { id, places: [place('榕荫里 1号楼'), place('榕荫里 2号楼'), place('榕荫里 3号楼')] })
  await leader.does(moveMatter, { id, step: 'discuss', note: '先把每户的情况登记好，再一起去谈。' })
  for (const [title, ago] of [['开发商补交竣工备案材料', 12], ['不动产登记中心受理', -5], ['分批领证', -40]] as const) await leader.does(addTask, { id, title, due: date(ago) })
  await leader.does(replyToMatter, { id, text: '三栋楼都登记好了。下一步：开发商补材料，登记中心受理，分批领证。' })
}

// S0-33: people do it themselves; who comes is counted on the spot.
async function* cleanUp({ by, at, place, secret }: Teller): Tale {
  yield at(12, '19:00')
  const head = await by('stairwellHead')
  const { id } = await head.does(raiseMatter, { place: place('榕荫里'), kind: 'idea', text: '西墙边堆了好多建筑垃圾，周六大家一起动手清一清吧，带手套。', nameShown: true, photos: [await head.photo('bins')] })
  yield at(11, '09:00')
  const worker = await by('gridWorker')
  await worker.does(routeMatter, { id, track: 'activity', category: 'activity' })
  await worker.does(renameMatter, { id, title: TALES.cleanUp })
  await worker.does(acceptMatter, { id })
  const joiners = ['resident', 'severalHomes', 'tenant', 'doctor', 'neighbour', 'committeeChair', 'propertyStaff'] as const
  yield at(10, '20:00')
  for (const who of joiners) await (await by(who)).does(joinIn, { id })
  await worker.does(moveMatter, { id, step: 'discuss', note: '定在周六上午，铲子和车物业借。' })
  await worker.does(moveMatter, { id, step: 'coordinate', note: '物业出一辆车，居委会备水。' })
  await worker.does(moveMatter, { id, step: 'do', note: '周六八点，西墙见。' })
  const code = secret(hereSubject(worker.actor.community, id))
  const here = [...joiners, 'stairwellHead' as const]
  for (const [i, who] of here.entries()) {
    yield at(8, `08:0${i}`)
    await (await by(who)).does(arriveAt, { id, code })
  }
  for (const [i, who] of here.entries()) {
    yield at(8, `10:3${i}`)
    await (await by(who)).does(goFrom, { id })
  }
  yield at(8, '11:00')
  const after = await by('gridWorker')
  await after.does(attachPhotos, { id, moment: 'after', photos: [await after.photo('tree')] })
  await after.does(moveMatter, { id, step: 'show', note: '来的人比想的多，两个半小时清完。' })
}

// S0-32: what the old company hands to the new one, item by item.
async function* handOver({ by, at, place }: Teller): Tale {
  yield at(6, '10:00')
  const chair = await by('committeeChair')
  const { id } = await chair.does(raiseMatter, { place: place('榕荫里'), kind: 'other', text: '新物业下月进场，跟老物业的图纸、账目、钥匙都要一样样交接清楚。' })
  yield at(6, '14:00')
  const worker = await by('gridLeader')
  await worker.does(routeMatter, { id, track: 'council', category: 'property' })
  await worker.does(renameMatter, { id, title: TALES.handOver })
  yield at(6, '15:00')
  await (await by('committeeChair')).does(acceptMatter, { id })
  await chair.does(addChecklist, { id, checklist: 'handover' })
}

function homeIn({ homes }: Actor, building: string): number {
  return homes.find(home => home.label.includes(building))?.id ?? 0
}
