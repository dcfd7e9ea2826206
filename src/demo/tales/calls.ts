// S0-39, S0-40: two calls for help, from the press to the thanks. Nobody goes before he is asked, and the words are gone a week later.
import {
  arriveAtCall, askMore, claimCall, confirmArrival, finishCall, makeCall, raiseFinding, rateCall, widenCall,
} from '#modules/calls/public.ts'
import { giveConsent } from '#modules/people/public.ts'
import type { Tale, Teller } from './teller.ts'

const ASKED = ['doctor', 'neighbour', 'severalHomes', 'tenant', 'stairwellHead', 'committeeChair'] as const

/** Both, on two days of the last week. */
export async function* calls(teller: Teller): Tale {
  yield teller.at(40, '20:00')
  for (const who of ASKED) await (await teller.by(who)).does(giveConsent, { purpose: 'be_asked', wording: 1 })
  for (const who of ['doctor', 'neighbour'] as const) await (await teller.by(who)).does(giveConsent, { purpose: 'show_name', wording: 1 })
  yield* water(teller)
  yield* lockedOut(teller)
}

// The grandmother has no phone of her own: the head of her stairwell enters what she says.
async function* lockedOut({ by, at, place, person }: Teller): Tale {
  yield at(2, '09:41:20')
  const head = await by('stairwellHead')
  const { id } = await head.does(makeCall, {
    need: 'locked_out', place: place('榕荫里 1号楼 1单元 302'), text: '出门倒垃圾，风把门带上了。钥匙在屋里，灶上还炖着汤。', channel: 'phone', phone: '05905550302',
  })
  const neighbour = await by('neighbour')
  yield at(2, '09:42:20')
  await person(null).does(widenCall, { id })
  yield at(2, '09:43:20')
  await person(null).does(widenCall, { id })
  yield at(2, '09:43:26')
  await neighbour.does(claimCall, { id })
  yield at(2, '09:58:10')
  await neighbour.does(arriveAtCall, { id })
  await head.does(confirmArrival, { id })
  yield at(2, '10:12:00')
  await neighbour.does(finishCall, { id })
  yield at(2, '10:30:00')
  await head.does(rateCall, { id, stars: 5, words: '阿婆说：三下两下就开了，汤也没糊，谢谢海生。' })
}

// No water in the house: a neighbour carries some up, asks for a second pair of hands, and what they find becomes a matter.
async function* water({ by, at, place }: Teller): Tale {
  yield at(5, '18:05:00')
  const resident = await by('resident')
  const { id } = await resident.does(makeCall, { need: 'water', place: place('榕荫里 3号楼 1单元 602'), text: '家里停水了，一个人提不动，能帮我提两桶上来吗？' })
  yield at(5, '18:07:10')
  const doctor = await by('doctor')
  await doctor.does(claimCall, { id })
  await doctor.does(askMore, { id })
  yield at(5, '18:09:00')
  const owner = await by('severalHomes')
  await owner.does(claimCall, { id })
  yield at(5, '18:20:00')
  await doctor.does(arriveAtCall, { id })
  await owner.does(arriveAtCall, { id })
  await resident.does(confirmArrival, { id })
  yield at(5, '18:45:00')
  await resident.does(finishCall, { id })
  await resident.does(rateCall, { id, stars: 5, words: '水还热着呢，谢谢你们两位。' })
  await doctor.does(raiseFinding, { id, text: '三号楼六楼水压一直很小，早晚高峰干脆没水，请物业查一查水泵。', kind: 'broken' })
}
