// The rings of a call: those of the community's method, or the delivered ones; a call keeps the rule under which it began.
import type { Reader } from '#kit/db.ts'
import { needOf } from '#modules/calls/needs.ts'
import { DEFAULT_RINGS, type RingRule } from '#modules/calls/rings.ts'
import { methodIn, methodInForce } from '#modules/methods/public.ts'

/** How many of the medical squad on call are asked at once with the nearest neighbours. */
const MEDICS = 2

/** Nobody around is asked before a worker has phoned back: whoever calls this often may be playing. */
const BY_PHONE: RingRule = [{ who: 'grid_worker', after: 0, most: 2 }, { who: 'leader', after: 60, most: 2 }]

/** The rings of a new call: where it is about health, those on call are asked first; too often: workers alone. */
export async function ringsFor(db: Reader, need: string, tooOften: boolean): Promise<RingRule> {
  if (tooOften) return BY_PHONE
  const rings = methodIn((await methodInForce(db)).source).rings ?? DEFAULT_RINGS
  return needOf(need).health ? [{ who: 'on_duty', after: 0, most: MEDICS }, ...rings] : rings
}
