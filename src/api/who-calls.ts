// Who is calling: a program with somebody's key, a page of ours with its cookie, or nobody in particular.
import type { Context } from 'hono'
import { perform, type Caller } from '#kit/action.ts'
import { NotFound, Refused, Unrecognised, type Problem } from '#kit/errors.ts'
import { networkAddress } from '#kit/network-address.ts'
import type { Said } from '#kit/phrase.ts'
import { today } from '#modules/communities/public.ts'
import {
  actorOf, actorOfAccount, isStillGood, isToken, noteToken, passerBy, tokenBehind, type Actor, type Token,
} from '#modules/people/public.ts'
import { frameText } from '#text/frame.ts'
import { doorText } from '#text/tokens.ts'
import type { House } from '../house.ts'

/** How everybody without key or cookie sees. */
export const NOBODY = 'nobody'

/** Somebody at the door of the API, before anything is known of the community. */
export interface Calling {
  /** Whom the limits count: a key, an account, or a network address. */
  readonly countedAs: string
  /** The same for all who see the same: the person or account, or nobody in particular. */
  readonly seesAs: string
  /** The key that was shown, where there was one. */
  readonly token: Token | null
  /** Why nobody can be let in like this; thrown only after it was counted. */
  readonly problem: Problem | null
  /** In which community, and as whom: the key's own, or the one with this short name. Throws NotFound. */
  caller(slug: string | undefined): Promise<Caller<Actor>>
  /** Whether he would still be recognised now: keys end, people sign out. */
  still(): Promise<boolean>
}

/** Recognises whoever sent the request. Never throws for what he sent. */
export async function whoCalls(house: House, c: Context): Promise<Calling> {
  const [, key] = /^Bearer +(\S*) *$/iu.exec(c.req.header('authorization') ?? '') ?? []
  if (key !== undefined) return withToken(house, c, key)
  const session = await house.signIn.whoIs(c.req.raw.headers)
  if (!session) return nobody(house, c, null)
  if (fromElsewhere(house, c)) return nobody(house, c, new Refused(lang => frameText(lang).crossSite))
  const { accountId } = session
  return {
    countedAs: `account ${accountId}`, seesAs: `account ${accountId}`, token: null, problem: null,
    caller: async slug => {
      const community = await communityOf(house, slug)
      return { community: community.id, find: db => actorOfAccount(db, accountId, today(community, house.clock())) }
    },
    still: async () => (await house.signIn.whoIs(c.req.raw.headers))?.accountId === accountId,
  }
}

/** Whoever shows this key, however it came. */
export async function withToken(house: House, c: Context, key: string): Promise<Calling> {
  const token = await tokenBehind(house.database.commons, key, house.clock())
  if (!token) return nobody(house, c, new Unrecognised(lang => isToken(key) ? doorText(lang).keyOver : doorText(lang).notAKey))
  await noteUse(house, token)
  return {
    countedAs: `token ${token.token_hash}`, seesAs: `person ${token.person_id}`, token, problem: null,
    caller: async slug => {
      if (slug !== undefined && slug !== token.slug) throw new NotFound(lang => doorText(lang).otherCommunity)
      return { community: token.community_id, find: db => actorOf(db, token.person_id, today(token, house.clock())) }
    },
    still: () => isStillGood(house.database.commons, token.token_hash, house.clock()),
  }
}

/** Somebody without key or cookie; with a `problem`, somebody whose key or cookie is no good. */
export function nobody(house: House, c: Context, problem: Problem | null): Calling {
  return {
    countedAs: `address ${networkAddress(c, house.proxies)}`, seesAs: NOBODY, token: null, problem,
    caller: async slug => {
      const community = await communityOf(house, slug)
      return { community: community.id, find: async db => passerBy(db.community) }
    },
    still: async () => true,
  }
}

/** What no key may do, whatever its scope: it would make itself immortal, let somebody in, or end what only a person may end. */
const NEVER: ReadonlySet<string> = new Set([
  'people.issueToken', 'people.invite', 'people.eraseMyself', 'people.correctPhone', 'people.linkAccount',
])

/** Why this key may not be used for an action or a question of this name, or null. */
export function keyMayNot({ token }: Pick<Calling, 'token'>, name: string, how: 'ask' | 'act'): Said | null {
  if (!token) return null
  if (how === 'act' && NEVER.has(name)) return lang => doorText(lang).neverByKey
  if (how === 'act' && token.scope === 'read') return lang => doorText(lang).onlyLooks
  const [module = ''] = name.split('.')
  if (token.scope === 'some' && !token.modules.includes(module)) return lang => doorText(lang).otherParts(module)
  return null
}

async function communityOf(house: House, slug: string | undefined) {
  const community = await house.communityAt(slug ?? '')
  if (!community) throw new NotFound(lang => frameText(lang).whichCommunity)
  return community
}

// Browsers say where a request comes from; a cookie that another site makes the browser send is worth nothing here.
function fromElsewhere(house: House, c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin !== house.publicUrl && origin !== new URL(c.req.url).origin
  return /^(cross-site|same-site)$/u.test(c.req.header('sec-fetch-site') ?? '')
}

async function noteUse(house: House, token: Token): Promise<void> {
  const now = house.clock()
  const day = today(token, now)
  if (token.used_on !== null && token.used_on >= day) return
  const who = { community: token.community_id, find: async (db: Parameters<Caller<Actor>['find']>[0]) => actorOf(db, token.person_id, day) }
  await perform(house.database, { ...house.means, now }, noteToken, who, { tokenHash: token.token_hash }).catch((problem: unknown) => {
    if (!(problem instanceof NotFound)) throw problem
  })
}
