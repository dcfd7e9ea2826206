// S0-12 and S0-13: vegetables brought along by somebody who goes anyway, and two who help each other; then what stands on the board today.
import {
  agreeSwap, askErrand, confirmErrand, finishErrand, offerErrand, proposeSwap, takeErrand,
} from '#modules/errands/public.ts'
import type { Tale, Teller } from './teller.ts'

/** A mother who cannot leave her child asks who goes to the market. */
export async function* vegetables({ by, at, date }: Teller): Tale {
  yield at(2, '16:40')
  const goes = await by('severalHomes')
  await goes.does(offerErrand, { kind: 'shopping', text: '五点去南门菜市场，轻的都能带', until: `${date(2)}T18:30`, room: 3 })
  yield at(2, '16:52')
  const mother = await by('tenant')
  const { id } = await mother.does(askErrand, { kind: 'shopping', text: '我在看小孩走不开，谁去市场帮忙带一把青菜、两块豆腐', until: `${date(2)}T19:00` })
  yield at(2, '16:55')
  await goes.does(takeErrand, { id, words: '正要出门，六点到您门口' })
  yield at(2, '18:04')
  await goes.does(finishErrand, { id, minutes: 35 })
  yield at(2, '18:20')
  await mother.does(confirmErrand, { id, minutes: 35, thanks: '菜很新鲜，孩子也谢谢黄叔叔' })
  yield at(1, '19:30')
  await (await by('resident')).does(askErrand, { kind: 'carry', text: '一袋米三十斤，想请人帮忙提上六楼', until: `${date(-2)}T18:00` })
  await (await by('neighbour')).does(offerErrand, { kind: 'shopping', text: '周末开车去大超市，能带重的', until: `${date(-3)}T11:00`, room: 4 })
}

/** One buys vegetables, the other minds the cat: put before both, settled by the second yes. */
export async function* swap({ by, at, date, person }: Teller): Tale {
  yield at(4, '19:10')
  const [doctor, chair] = [await by('doctor'), await by('committeeChair')]
  const { id: first } = await doctor.does(askErrand, { kind: 'shopping', text: '这几天值夜班，想请人顺手带点菜', until: `${date(1)}T12:00`, inReturn: 'pet' })
  yield at(4, '20:25')
  const { id: second } = await chair.does(askErrand, { kind: 'pet', text: '周末出门两天，想请人喂一下猫', until: `${date(1)}T20:00`, inReturn: 'shopping' })
  yield at(4, '20:26')
  const { id } = await person(null).does(proposeSwap, { first, second })
  yield at(4, '20:40')
  await doctor.does(agreeSwap, { id })
  yield at(4, '21:05')
  await chair.does(agreeSwap, { id })
  yield at(2, '10:00')
  await doctor.does(confirmErrand, { id: first, minutes: 30, thanks: '省了我一趟，谢谢' })
  await chair.does(confirmErrand, { id: second, minutes: 20, thanks: '猫很好，谢谢苏医生' })
}
