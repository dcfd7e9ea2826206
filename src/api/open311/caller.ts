// Who is asking: whoever's api_key was shown, or somebody passing by. A cookie is no answer here.
import type { Context } from 'hono'
import type { Caller } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import type { TakeOne } from '#kit/limits-ahead.ts'
import type { Community } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { open311Text } from '#text/open311.ts'
import { doorText } from '#text/tokens.ts'
import type { ApiRates, House } from '../../house.ts'
import { count } from '../limits.ts'
import { keyMayNot, nobody, withToken, type Calling } from '../who-calls.ts'

/** Whoever shows this key ('' for nobody in particular), counted. Throws TooOften, and Refused for a key that is no good for it. */
export async function recognised(house: House, take: TakeOne, c: Context, key: string, how: keyof ApiRates): Promise<Calling> {
  const shown = key || (/^Bearer +(\S+) *$/iu.exec(c.req.header('authorization') ?? '')?.[1] ?? '')
  const calling = shown === '' ? nobody(house, c, null) : await withToken(house, c, shown)
  await count(house, take, c, calling.countedAs, how)
  if (calling.problem) throw new Refused(lang => open311Text(lang).badKey)
  const mayNot = keyMayNot(calling, raiseMatter.name, how === 'writes' ? 'act' : 'ask')
  if (mayNot) throw new Refused(mayNot)
  return calling
}

/** The same in a community. Throws Refused for a key of another one: the specification says 403 for every key that is no good. */
export async function callerIn(community: Community, calling: Calling): Promise<Caller<Actor>> {
  if (calling.token && calling.token.slug !== community.slug) throw new Refused(lang => doorText(lang).otherCommunity)
  return calling.caller(community.slug)
}
