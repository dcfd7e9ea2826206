// How often a program may come: counted for each key, account or address, reads and writes apart, once for all processes.
import type { Context } from 'hono'
import { TooOften } from '#kit/errors.ts'
import type { TakeOne } from '#kit/limits-ahead.ts'
import { doorText } from '#text/tokens.ts'
import type { ApiRates, House } from '../house.ts'

/** Counts one try and says so in the headers of the answer. Throws TooOften. */
export async function count(house: House, take: TakeOne, c: Context, countedAs: string, how: keyof ApiRates): Promise<void> {
  const rate = house.apiRates[how]
  const { allowed, left, fullIn, wait } = await take(`api ${how} ${countedAs}`, rate, house.clock())
  c.header('ratelimit-policy', policies(house.apiRates))
  c.header('ratelimit', `"${how}";r=${left};t=${allowed ? fullIn : wait}`)
  if (!allowed) throw new TooOften(lang => doorText(lang).tooOften(wait), wait)
}

/** draft-ietf-httpapi-ratelimit-headers-10: q times in w seconds. */
function policies(rates: ApiRates): string {
  return Object.entries(rates).map(([how, { times, seconds }]) => `"${how}";q=${times};w=${seconds}`).join(', ')
}
