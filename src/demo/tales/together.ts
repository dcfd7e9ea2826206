// S0-15 to S0-19 and S1-15 to S1-18: the plan of the stilt floor with what became of each suggestion, and the pump electricity shared by use.
import { acceptMatter, moveMatter, raiseMatter, renameMatter, routeMatter } from '#modules/matters/public.ts'
import { giveConsent } from '#modules/people/public.ts'
import { decideSuggestion, publishVersion, suggest, supportSuggestion } from '#modules/plans/public.ts'
import { agreeOnSharing, enterReadings, sayOnSharing, signAgreement, startSharing } from '#modules/sharing/public.ts'
import { VOTES } from './titles.ts'
import type { Tale, Teller } from './teller.ts'

/** Two versions of a plan between `from` days ago and 25 days later; the second says which suggestion changed it. */
export async function* planned({ by, at }: Teller, id: number, from: number): Tale {
  const secretary = await by('secretary')
  const lane = { heading: '消防通道', text: '中间留 3 米，地上画黄线，什么都不放。' }
  yield at(from, '10:00')
  await secretary.does(publishVersion, {
    id, about: '三号楼架空层 138 平方米，先拿第一版出来，听大家说。', yuan: '92,000', days: 14,
    parts: [{ heading: '活动室', text: '东边一半做活动室，装镜子，晚上可以跳舞。' }, { heading: '休息角', text: '西边放茶桌和长椅。' }, lane],
  })
  yield at(from - 2, '20:15')
  const [resident, neighbour, tenant] = [await by('resident'), await by('neighbour'), await by('tenant')]
  await resident.does(giveConsent, { purpose: 'plan_credit', wording: 1 })
  const { suggestion: play } = await resident.does(suggest, { id, stance: 'for', part: 2, text: '能不能多留点地方给孩子？放学了没处玩。' })
  const { suggestion: noise } = await neighbour.does(suggest, { id, stance: 'worry', part: 1, text: '跳舞太吵，二楼三楼晚上睡不好。' })
  const { suggestion: store } = await tenant.does(suggest, { id, stance: 'against', part: 0, text: '活动室占了公共地方，各家闲置的东西往哪放？' })
  yield at(from - 3, '21:00')
  for (const who of ['doctor', 'severalHomes', 'neighbour'] as const) await (await by(who)).does(supportSuggestion, { id, suggestion: play, on: true })
  yield at(from - 20, '15:30')
  await secretary.does(publishVersion, {
    id, about: '第二版：不做舞蹈室了，一半储物，一半给孩子玩。', yuan: '86,200', days: 14,
    parts: [{ heading: '储物间', text: '东边隔成 12 间，各家自愿租，一年 300 元，进公共收益。' }, { part: 2, heading: '儿童角', text: '西边铺软地面，放滑梯和长椅，晚上九点关灯。' }, { part: 3, ...lane }],
  })
  await secretary.does(decideSuggestion, { id, suggestion: play, fate: 'adopted', version: 2, part: 2 })
  await secretary.does(decideSuggestion, { id, suggestion: noise, fate: 'adopted', version: 2, part: 0 })
  await secretary.does(decideSuggestion, { id, suggestion: store, fate: 'partly', version: 2, part: 0, words: '留了 12 间储物；不能每家一间，消防通道要让出来。' })
}

/** The pump electricity of Building 3: what each home would pay under each key, an objection, and the agreement. */
export async function* pump({ by, at, date, place, look }: Teller): Tale {
  yield at(46, '11:40')
  const building = place('榕荫里 3号楼')
  const resident = await by('resident')
  const { id } = await resident.does(raiseMatter, { place: building, kind: 'idea', text: '加压水泵的电费按户平摊，用水少的也交一样多，谁用谁出才公道。', nameShown: true })
  yield at(45, '09:00')
  const secretary = await by('secretary')
  await secretary.does(routeMatter, { id, track: 'council', category: 'other' })
  await secretary.does(renameMatter, { id, title: VOTES.pump })
  await secretary.does(acceptMatter, { id })
  await secretary.does(moveMatter, { id, step: 'discuss', note: '先把几种分法都算给每家看，再坐下来谈。' })
  await secretary.does(startSharing, { id, place: building, what: '加压水泵电费', yuan: '1,486.30', monthly: true, floors: '1=0\n2-40=1', tableOpen: true })
  const homes = await look(db => db.selectFrom('home').innerJoin('place', join => join.onRef('place.community_id', '=', 'home.community_id').onRef('place.id', '=', 'home.place_id'))
    .select(['place.id', 'home.floor']).where('home.community_id', '=', db.community).where('place.building_id', '=', building).orderBy('place.id').execute())
  const month = date(45).slice(0, 7)
  // Cubic metres of water, as the meters would say: a few to twenty, some homes none.
  const readings = homes.map((home, i) => ({ home: home.id, amount: String((i * 7 + (home.floor ?? 1) * 3) % 21) }))
  await secretary.does(enterReadings, { id, month, readings })
  yield at(40, '20:30')
  const doctor = await by('doctor')
  const own = (hand: typeof doctor) => hand.actor.homes.find(home => home.building_id === building)?.id
  await resident.does(sayOnSharing, { id, home: own(resident), key: 'usage', stance: 'good', text: '' })
  await doctor.does(sayOnSharing, { id, home: own(doctor), key: 'usage', stance: 'good', text: '' })
  yield at(33, '19:50')
  const chair = await by('committeeChair')
  const { agreement } = await secretary.does(agreeOnSharing, { id, key: 'usage', effectiveOn: date(2), signatories: [secretary.actor.personId, chair.actor.personId] })
  await secretary.does(signAgreement, { id, agreement })
  yield at(32, '08:30')
  await chair.does(signAgreement, { id, agreement })
}
