// Chapter of duty: a roster of the grid, a turn that is swapped, one that is left and covered, one handed over; and where nobody is near.
import { tendDuty } from '../../src/jobs/duty.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** Tells of all of it; two days pass. */
export async function onDuty(t: Teller, { worker }: Street): Promise<void> {
  const { id: colleague } = await t.does('secretary', 'people.registerPerson', { name: '曾美华' })
  await t.enter('colleague', colleague)
  await t.does('secretary', 'people.appoint', { person: colleague, kind: 'micro_grid_member', organisationKind: 'grid', organisation: '第三网格', since: '2026-11-01' })
  const { items: posts } = await t.asks('', 'people.posts')
  const organisation = posts.find(post => post['organisation'] === '第三网格')?.['organisationId']
  const { id } = await t.does('secretary', 'duty.makeRoster', { organisation, name: '白天巡查' })
  const put = (person: number | '', days: number) => t.does('secretary', 'duty.addTurns', { id, person, on: dayIn(t, days), from: '8:00', until: '18:00' })
  for (const [person, days] of [[worker, 1], [colleague, 2], [worker, 3], [colleague, 4], [worker, 5], ['', 6], ['', 7]] as const) await put(person, days)
  const shown = async () => (await t.asks('secretary', 'duty.roster', { id: String(id) }))['turns'] as Shown[]
  const [first, second, third, , fifth, open, spare] = await shown()
  await t.asks('worker', 'duty.rosters')
  await t.does('worker', 'duty.askSwap', { id: third?.turn, with: colleague, forTurn: second?.turn })
  const { swaps } = await t.asks('colleague', 'duty.mine')
  await t.does('colleague', 'duty.answerSwap', { id: (swaps as { swap: number }[])[0]?.swap, answer: 'yes' })
  const { id: leave } = await t.does('worker', 'duty.askLeave', { id: fifth?.turn })
  await t.does('secretary', 'duty.answerLeave', { id: leave, answer: 'yes' })
  await t.does('colleague', 'duty.cover', { id: open?.gap })
  const left = (await shown()).find(turn => turn.gap !== null && turn.from === fifth?.from)
  await t.does('secretary', 'duty.assign', { id: left?.gap, person: colleague })
  await t.does('secretary', 'duty.callOffGap', { id: spare?.gap })
  const last = (await shown()).findLast(turn => turn.turn !== null)
  await t.does('secretary', 'duty.callOffTurn', { id: last?.turn, after: 'drop' })
  await handedOver(t, first?.turn ?? 0, colleague)
  await t.asks('', 'duty.coverage', { when: 'night' })
  await t.asks('secretary', 'duty.coverage')
  await t.asks('secretary', 'duty.load')
  await t.does('secretary', 'duty.endRoster', { id })
}

interface Shown {
  turn: number | null
  gap: number | null
  from: string
}

// The day begins; whoever follows in the afternoon confirms what he read.
async function handedOver(t: Teller, turn: number, colleague: number): Promise<void> {
  t.later(t.time.now.until(Temporal.ZonedDateTime.from(`${dayIn(t, 1)}T17:30[Asia/Shanghai]`).toInstant()))
  await tendDuty(t.house)
  const { items: rosters } = await t.asks('secretary', 'duty.rosters')
  await t.does('secretary', 'duty.addTurns', { id: rosters[0]?.id, person: colleague, on: dayIn(t, 0), from: '18:00', until: '22:00' })
  await t.asks('', 'duty.now')
  await t.does('worker', 'duty.writeNote', { id: turn, text: '2 号楼楼道灯还不亮，物业说明早来换' })
  await t.asks('colleague', 'duty.notes')
  await t.does('colleague', 'duty.readNote', { id: turn })
}

function dayIn(t: Teller, days: number): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()
}
