// S3-26, S3-28, S3-31: raised, asked about on the day, planned on the next, done within a week, shown, rated, struck off.
import {
  acceptMatter, answerPoll, attachPhotos, closeMatter, followMatter, handOnMatter, moveMatter, publishPlan, raiseMatter, rateMatter, renameMatter, replyToMatter,
  routeMatter, spend, startPoll,
} from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { TALES } from './titles.ts'
import type { Tale, Teller } from './teller.ts'

/** The matter that goes through every step. */
export async function* lamp(teller: Teller): Tale {
  const id = yield* talkedOver(teller)
  yield* planned(teller, id)
  yield* done(teller, id)
  yield* rated(teller, id)
}

// Raised in the morning, the homes asked on the same day.
async function* talkedOver({ by, at, place }: Teller): AsyncGenerator<Temporal.Instant, number, void> {
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
  return id
}

// The plan on the next day, the work in the same week.
async function* planned({ by, at, date }: Teller, id: number): Tale {
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
}

async function* done({ by, at }: Teller, id: number): Tale {
  yield at(5, '16:30')
  const staff = await by('propertyStaff')
  await staff.does(attachPhotos, { id, moment: 'after', photos: [await staff.photo('door')] })
  await staff.does(spend, { id, yuan: '1,180.50', what: '感应灯 7 盏', paidFrom: 'public_income' })
  await staff.does(spend, { id, yuan: '100', what: '电线和管', paidFrom: 'property_fee' })
  await staff.does(moveMatter, { id, step: 'show', note: '七盏都装好了，夜里试过。' })
  await staff.does(replyToMatter, { id, text: '一共 1,280.50 元，公共收益出 1,180.50，物业出 100。门口那盏按林阿姨说的加了。' })
  await staff.does(moveMatter, { id, step: 'rate', note: '请大家夜里走一走，评一评。' })
}

async function* rated({ by, at }: Teller, id: number): Tale {
  yield at(4, '19:30')
  await (await by('resident')).does(rateMatter, { id, stars: 5, text: '晚上买菜回来不怕了。' })
  yield at(4, '20:10')
  await (await by('doctor')).does(rateMatter, { id, stars: 5 })
  yield at(3, '08:30')
  await (await by('neighbour')).does(rateMatter, { id, stars: 4, text: '三楼那盏有点慢。' })
  yield at(2, '10:00')
  await (await by('committeeChair')).does(closeMatter, { id, note: '三家评过，没有不满意的，销号。' })
}

function homeIn({ homes }: Actor, building: string): number {
  return homes.find(home => home.label.includes(building))?.id ?? 0
}
