// The people that a visitor of the demo can be: each with a link that signs in and a key for programs.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { perform } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { hashOfToken, issueToken, newToken } from '#modules/people/public.ts'
import { demoText } from '#text/demo.ts'
import { postText } from '#text/people.ts'
import type { House } from '../house.ts'
import { CAST, type CastKey, type CastMember } from './cast.ts'
import { introduce } from './introduce.ts'
import type { Loaded } from './loaded.ts'

/** One line of identities.json. */
export interface Identity {
  name: string
  post: string
  /** The community's short name in addresses. */
  community: string
  signInUrl: string
  apiToken: string
}

/** Who is offered, in this order. */
export const OFFERED = [
  'resident', 'severalHomes', 'tenant', 'stairwellHead', 'gridWorker', 'gridLeader', 'propertyStaff', 'committeeChair', 'doctor', 'secretary',
  'streetOfficer', 'elsewhere',
] as const satisfies readonly CastKey[]
export type OfferedKey = (typeof OFFERED)[number]

/** What somebody offered is called: the post, or what he is to his homes. */
export function calling(key: OfferedKey, lang: Lang): string {
  const { post }: CastMember = CAST[key]
  if (post) return postText(lang)[post]
  if (key === 'severalHomes' || key === 'tenant' || key === 'elsewhere') return demoText(lang)[key]
  return demoText(lang).resident
}

/** The code in the link that signs in as this person; only this installation can make it. */
export function demoCode(secrets: Secrets, community: number, personId: number): string {
  return `${community}-${personId}-${secrets.receipt(`demo ${community} ${personId}`)}`
}

/** The account behind a demo code, or null when the code was not made here or its community is no demo. Works as often as wanted. */
export async function accountOfDemoCode(database: Pick<Database, 'commons'>, secrets: Secrets, code: string): Promise<string | null> {
  const [community = 0, personId = 0] = code.split('-').map(Number)
  if (!Number.isSafeInteger(community) || !Number.isSafeInteger(personId) || code !== demoCode(secrets, community, personId)) return null
  const found = await database.commons.selectFrom('membership').innerJoin('community', 'community.id', 'membership.community_id')
    .select('account_id').where('community_id', '=', community).where('person_id', '=', personId).where('demo', '=', true)
    .executeTakeFirst()
  return found?.account_id ?? null
}

/** Makes the offered people ready to be signed in as, and issues a key to each. */
export async function makeIdentities(house: House, loaded: readonly Loaded[]): Promise<Identity[]> {
  const made: Identity[] = []
  for (const key of OFFERED) {
    const member: CastMember = CAST[key]
    const there = loaded.find(one => one.slug === member.community)
    if (!there) throw new Error(`${member.name} has no community`)
    const actor = await there.actor(member.phone)
    const means = { ...house.means, now: house.clock() }
    const accountId = await house.signIn.accountFor({ phone: member.phone })
    await perform(house.database, means, introduce, actor, { accountId })
    const apiToken = newToken()
    await perform(house.database, means, issueToken, actor, { name: 'demo', tokenHash: hashOfToken(apiToken) })
    const code = demoCode(house.means.secrets, there.id, actor.personId ?? 0)
    const signInUrl = `${house.publicUrl}/sign-in/demo/${code}`
    made.push({ name: member.name, post: calling(key, 'zh'), community: member.community, signInUrl, apiToken })
  }
  return made
}

/** Writes identities.json, readable by this account only; returns its path. */
export async function writeIdentities(folder: string, identities: readonly Identity[]): Promise<string> {
  const path = join(folder, 'identities.json')
  await writeFile(path, `${JSON.stringify(identities, null, 2)}\n`, { mode: 0o600 })
  return path
}
