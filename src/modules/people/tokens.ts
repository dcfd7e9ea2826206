// The questions about keys of programs: whose it is, and which somebody has.
import { at, type Database, type Reader } from '#kit/db.ts'
import { hashOfToken, type TokenScope } from '#modules/people/token.ts'

/** A key that is good now: for whom, where, and what it may be used for. */
export interface Token {
  /** SHA-256 of the key, in hex. */
  readonly token_hash: string
  readonly community_id: number
  readonly person_id: number
  /** The community's short name and time zone. */
  readonly slug: string
  readonly time_zone: string
  readonly scope: TokenScope
  readonly modules: readonly string[]
  /** The last day on which it was used, or null. */
  readonly used_on: string | null
}

/** The key behind these characters, while it is good; asked before the community is known. */
export async function tokenBehind(commons: Database['commons'], token: string, now: Temporal.Instant): Promise<Token | undefined> {
  return commons.selectFrom('api_token').innerJoin('community', 'community.id', 'api_token.community_id')
    .select(['api_token.token_hash', 'api_token.community_id', 'api_token.person_id', 'api_token.scope', 'api_token.modules',
      'api_token.used_on', 'community.slug', 'community.time_zone'])
    .where('token_hash', '=', hashOfToken(token)).where('ends_at', '>', at(now)).executeTakeFirst()
}

/** Whether the key with this hash is good now. */
export async function isStillGood(commons: Database['commons'], hash: string, now: Temporal.Instant): Promise<boolean> {
  const found = await commons.selectFrom('api_token').select('token_hash')
    .where('token_hash', '=', hash).where('ends_at', '>', at(now)).executeTakeFirst()
  return found !== undefined
}

/** The keys of a person, newest first, those that ran out among them. */
export async function tokensOf(db: Reader, personId: number) {
  return db.selectFrom('api_token').select(['token_hash', 'name', 'scope', 'modules', 'made_at', 'ends_at', 'used_on'])
    .where('community_id', '=', db.community).where('person_id', '=', personId).orderBy('made_at', 'desc').orderBy('token_hash').execute()
}
