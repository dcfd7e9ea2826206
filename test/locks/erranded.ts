// Errands of one staircase in every state that somebody may act on: asked, offered, taken, waiting for a look, and a swap.
import { askErrand, offerErrand, proposeSwap, takeErrand } from '#modules/errands/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Trial } from './samples.ts'

const UNTIL = '2026-11-20T20:00'

/** Lays them: `raiser` asks and offers, `lead` takes. */
export async function layErrands(here: TestHouse, { community, entrance, raiser, lead }: { community: number, entrance: number, raiser: Actor, lead: Actor }) {
  const ask = async (who: Actor, more: object = {}) =>
    (await here.act(askErrand, who, { kind: 'shopping', text: '带一把青菜', until: UNTIL, place: entrance, ...more })).id
  const errand = await ask(raiser)
  const errandTaken = await ask(raiser, { kind: 'parcel' })
  await here.act(takeErrand, lead, { id: errandTaken })
  const errandHeld = await ask(raiser, { text: '加微信办证刷单' })
  const trip = (await here.act(offerErrand, raiser, { kind: 'carry', text: '有力气，能帮着搬', until: UNTIL, place: entrance })).id
  const [first, second] = [await ask(raiser, { kind: 'pet', inReturn: 'home' }), await ask(lead, { kind: 'home', inReturn: 'pet' })]
  const { id: swap } = await here.act(proposeSwap, passerBy(community), { first, second })
  return { errand, errandTaken, errandHeld, trip, errandSwap: swap, errandWanted: first }
}

/** One good input for each act. */
export const ERRAND_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'errands.ask': ({ at }) => ({ kind: 'shopping', text: '带一把青菜', until: UNTIL, place: at.entrance }),
  'errands.ask (for another)': ({ at }) => ({ kind: 'shopping', text: '带一把青菜', until: UNTIL, place: at.entrance, askedFor: '小林' }),
  'errands.offer': ({ at }) => ({ kind: 'shopping', text: '去菜市场', until: UNTIL, place: at.entrance }),
  'errands.take': ({ at }) => ({ id: at.errand }),
  'errands.release': ({ at }) => ({ id: at.errandTaken }),
  'errands.callOff': ({ at }) => ({ id: at.errand }),
  'errands.finish': ({ at }) => ({ id: at.errandTaken, minutes: 20 }),
  'errands.confirm': ({ at }) => ({ id: at.errandTaken, minutes: 20 }),
  'errands.report': ({ at }) => ({ id: at.errand }),
  'errands.judge': ({ at }) => ({ id: at.errandHeld, verdict: 'shown' }),
  'errands.agreeSwap': ({ at }) => ({ id: at.errandSwap }),
  'errands.declineSwap': ({ at }) => ({ id: at.errandSwap }),
}

const one = (path = '') => ({ at }: Trial) => `/shicheng/errands/${at.errand}${path}`

/** The pages. */
export const ERRAND_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/errands': () => '/shicheng/errands',
  '/:community/errands/new': () => '/shicheng/errands/new',
  '/:community/errands/import': () => '/shicheng/errands/import',
  '/:community/errands/:id': one(),
  '/:community/errands/:id (waiting for a look)': ({ at }) => `/shicheng/errands/${at.errandHeld}`,
  '/:community/errands/:id/card': one('/card'),
}
