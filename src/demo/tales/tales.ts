// Five matters of 石埕 that are told in full, so that the tour can show them: each through the real actions, on its own days.
import { perform } from '#kit/action.ts'
import {
  acceptMatter, addChecklist, addHomes, addTask, arriveAt, attachPhotos, caseOfNote, commentOnMatter, goFrom, handOnMatter, hideCase, hereSubject, joinIn, moveMatter, raiseMatter, renameMatter,
  replyToMatter, routeMatter,
} from '#modules/matters/public.ts'
import { recodePhoto, type Photo } from '#kit/photos.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import type { House } from '../../house.ts'
import { photoOf } from '../advance.ts'
import { CAST } from '../cast.ts'
import { ZONE } from '../hours.ts'
import type { Loaded } from '../loaded.ts'
import { drawn, type PictureName } from '../pictures.ts'
import type { Scale } from '../plan.ts'
import { assembly } from './assembly.ts'
import { activities } from './activities.ts'
import { calls } from './calls.ts'
import { orders } from './orders.ts'
import { council } from './council.ts'
import { duty } from './duty.ts'
import { swap, vegetables } from './errands.ts'
import { hoursServed } from './hours.ts'
import { lamp } from './lamp.ts'
import { TALES } from './titles.ts'
import { pump } from './together.ts'
import { volunteers } from './volunteers.ts'
import { roof, stiltFloor } from './votes.ts'
import type { Hand, Tale, Teller } from './teller.ts'

/** The tales of this community; each is told from its own present, which whoever tells it moves on. Whole votes are told in the street only. */
export function talesOf(house: Pick<House, 'database' | 'means'>, there: Loaded, today: Temporal.PlainDate, scale: Scale = 'street'): ((now: () => Temporal.Instant) => Tale)[] {
  const told = [lamp, pool, deeds, cleanUp, handOver, ...scale === 'street' ? [stiltFloor, roof, pump, assembly, council, volunteers, duty, hoursServed, vegetables, swap, orders, calls, activities] : []]
  return told.map(tale => now => tale(teller(house, there, today, now)))
}

function teller({ database, means }: Pick<House, 'database' | 'means'>, there: Loaded, today: Temporal.PlainDate, now: () => Temporal.Instant): Teller {
  const hand = (actor: Actor): Hand => ({
    actor,
    does: (action, input) => perform(database, { ...means, now: now() }, action, actor, input),
    photo: name => photoOf(database, { ...means, now: now() }, actor, name),
    proof: proofOf,
  })
  return {
    place: label => there.place(label),
    secret: subject => means.secrets.receipt(subject),
    date: daysAgo => today.subtract({ days: daysAgo }).toString(),
    at: (daysAgo, time) => today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant(),
    look: ask => database.look(there.id, ask),
    caseOf: note => database.look(there.id, db => caseOfNote(db, note)),
    by: async who => hand(await there.actor(CAST[who].phone)),
    person: id => hand({ ...passerBy(there.id), personId: id }),
    neighbour: async id => hand(await database.look(there.id, db => actorOf(db, id, today.toString()))),
  }
}

const proofs = new Map<PictureName, Promise<Photo>>()

function proofOf(name: PictureName): Promise<Photo> {
  const proof = proofs.get(name) ?? drawn(name).then(picture => recodePhoto(picture, `${name}.png`))
  proofs.set(name, proof)
  return proof
}

// S0-29, S0-30: said today, work starts the next day, and everybody nearby is warned.
async function* pool({ by, at, place, caseOf }: Teller): Tale {
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
  yield at(1, '09:10')
  await (await by('severalHomes')).does(commentOnMatter, { id, text: '西边下水口也堵着，抽完水一起通一通吧。' })
  const { note } = await (await by('tenant')).does(commentOnMatter, { id, text: '专业清池，日结兼职也招，价钱好说。' })
  await (await by('tenant')).does(commentOnMatter, { id, text: '要帮手打我电话 13812345678。' })
  yield at(1, '09:30')
  await (await by('gridLeader')).does(hideCase, { id: await caseOf(note), reason: 'advertising', words: '公开栏只说社区的事。' })
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
