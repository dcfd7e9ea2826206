// S1-20, S1-21: a television that works again, and an old woman who is visited every week at the wish of a neighbour who travels.
import {
  acceptOrder, agreeToVisits, beginOrder, confirmOrder, finishOrder, makeItem, placeOrder, planAhead, rateOrder,
} from '#modules/orders/public.ts'
import { joinVolunteers, offerSkill } from '#modules/volunteers/public.ts'
import type { Tale, Teller } from './teller.ts'

const MENU = [
  { name: '修小家电', about: '看看电视、电饭煲、风扇哪里坏了，能修就修；零件钱自己出，手工不要钱。', notDone: '不修燃气灶，不动插座里的线。', skills: ['appliance_repair'], minutes: 60 },
  { name: '看望老人', kind: 'visit', about: '坐坐，聊聊，看看米油够不够，有事帮着说一声。', notDone: '不代办存取款，不打听家事。', skills: ['company'], minutes: 40 },
  { name: '教用手机', about: '打视频、挂号、扫码，慢慢教，写成纸条带回家。', notDone: '不代管密码。', skills: ['phone_teaching'], minutes: 60, class: 'social' },
  { name: '换开关插座', about: '换坏了的开关和插座，持证的师傅来。', notDone: '不改线路。', skills: ['electrics'], minutes: 45 },
  { name: '帮填表、跑窗口', about: '老人、行动不便的，网格员上门帮着填，代跑社区窗口。', notDone: '不代签名。', skills: [], minutes: 45, class: 'administration' },
  { name: '邻里纠纷', kind: 'dispute', about: '漏水、噪声、停车说不拢的，请调解员。', notDone: '', skills: [], minutes: 60, class: 'administration' },
] as const

/** The menu is put up, and both stories are told. */
export async function* orders(teller: Teller): Tale {
  yield teller.at(30, '10:00')
  const secretary = await teller.by('secretary')
  const ids: number[] = []
  for (const item of MENU) ids.push((await secretary.does(makeItem, { ...item, skills: [...item.skills] })).id)
  const helper = await teller.by('neighbour')
  await helper.does(joinVolunteers, {})
  for (const skill of ['appliance_repair', 'company', 'phone_teaching']) await helper.does(offerSkill, { skill, note: '' })
  yield* television(teller, ids[0] ?? 0)
  yield* visits(teller, ids[1] ?? 0)
}

async function* television({ by, at, place, date, look }: Teller, item: number): Tale {
  yield at(12, '19:20')
  const resident = await by('resident')
  const { id } = await resident.does(placeOrder, { item, place: place('榕荫里 3号楼 1单元 602'), words: '家里电视打不开了，灯亮着没画面，能帮我看看吗？', on: date(11), at: '19:30' })
  const when = await look(db => db.selectFrom('order_date').select('id').where('community_id', '=', db.community).where('order_id', '=', id).executeTakeFirstOrThrow())
  yield at(12, '19:41')
  const helper = await by('neighbour')
  await helper.does(acceptOrder, { id, date: when.id })
  yield at(11, '19:28')
  await helper.does(beginOrder, { id, date: when.id })
  yield at(11, '20:05')
  await helper.does(finishOrder, { id, date: when.id })
  await resident.does(confirmOrder, { id, date: when.id })
  await resident.does(rateOrder, { id, date: when.id, stars: '5', text: '没问题三个字一说就来了，插头松了，十分钟修好，还陪我调了台。' })
}

// The grandmother has no phone: the head of her stairwell asks her at the door, and writes down that she said yes.
async function* visits({ by, at, place, date, look, person }: Teller, item: number): Tale {
  yield at(9, '21:10')
  const tenant = await by('tenant')
  const { id } = await tenant.does(placeOrder, { item, place: place('榕荫里 1号楼 1单元 302'), named: '黄玉珠', words: '我常出差，想请人每星期去看看阿婆。', on: date(7), at: '15:30', repeat: 'weekly' })
  yield at(8, '17:00')
  const head = await by('stairwellHead')
  await head.does(agreeToVisits, { id, share: 'words', how: 'at_door' })
  await person(null).does(planAhead, { id })
  const when = await look(db => db.selectFrom('order_date').select('id').where('community_id', '=', db.community).where('order_id', '=', id).orderBy('begins_at').executeTakeFirstOrThrow())
  yield at(8, '18:15')
  const helper = await by('neighbour')
  await helper.does(acceptOrder, { id, date: when.id })
  yield at(7, '15:33')
  await helper.does(beginOrder, { id, date: when.id })
  yield at(7, '16:12')
  await helper.does(finishOrder, { id, date: when.id, came: 'met', seen: 'well', log: '聊了老家的事，米还有半袋，说下星期想吃线面。' })
  await head.does(confirmOrder, { id, date: when.id })
}
