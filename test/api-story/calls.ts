// A chapter: somebody calls for help, a neighbour goes, is thanked, and what was found becomes a matter; another call is phoned around.
import { giveConsent } from '#modules/people/public.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** The resident is locked out; the neighbour comes. */
export async function calls(t: Teller, here: Street): Promise<void> {
  const [home] = here.homes
  await t.act(giveConsent, await t.actor('neighbour'), { purpose: 'be_asked', wording: 1 })
  const call = (more: object) => t.does('resident', 'calls.make', { need: 'locked_out', place: home, text: '风把门带上了', channel: 'api', ...more })
  const { id } = await call({})
  await t.asks('neighbour', 'calls.list', { limit: '1', open: 'true' })
  await t.asks('neighbour', 'calls.show', { id: String(id) })
  await t.does('neighbour', 'calls.claim', { id })
  await t.does('neighbour', 'calls.release', { id, why: '孩子发烧了' })
  await t.does('neighbour', 'calls.claim', { id })
  await t.does('resident', 'calls.askMore', { id })
  await t.does('neighbour', 'calls.arrive', { id })
  await t.does('resident', 'calls.confirmArrival', { id })
  t.later({ minutes: 20 })
  await t.does('resident', 'calls.finish', { id, minutes: 15 })
  await t.does('resident', 'calls.rate', { id, stars: 5, words: '多谢' })
  await t.does('neighbour', 'calls.raiseFinding', { id, kind: 'danger', text: '楼道灯不亮，容易摔' })
  await t.asks('resident', 'calls.show', { id: String(id) })
  await phoned(t, here, await call({ need: 'water' }))
  await t.asks('', 'calls.figures')
}

async function phoned(t: Teller, here: Street, { id }: { id: number }): Promise<void> {
  await t.does('neighbour', 'calls.decline', { id })
  await t.does('secretary', 'calls.claimFor', { id, person: here.neighbour })
  await t.does('secretary', 'calls.end', { id, how: 'settled' })
  const { id: wrong } = await t.does('resident', 'calls.make', { need: 'other', place: here.homes[0], text: '', channel: 'api' })
  await t.does('resident', 'calls.callOff', { id: wrong })
}
