// Everybody who might try a door: one person for each post, residents of every kind, and those who have no business here.
import { actorOf, appoint, passerBy, POSTS, registerPerson, type Actor, type PostKind } from '#modules/people/public.ts'
import { moveIn } from '#modules/roster/public.ts'
import type { TestHouse } from '#test/database.ts'

/** The columns of the table of rights, in its order. */
export const COLUMNS = [
  'out', 'own', 'ten', 'fam', 'rai', 'has', 'sec', 'bra', 'str', 'gle', 'gwo', 'mic', 'sta', 'cha', 'com', 'man', 'pst', 'tea', 'vol', 'doc', 'par', 'for', 'els',
] as const
export type Column = (typeof COLUMNS)[number]

/** The posts, each held over one estate or one staircase, or (true) over the whole community. */
const HELD: Partial<Record<Column, readonly [post: PostKind, everywhere?: true]>> = {
  bra: ['branch_member', true], str: ['street_officer', true], gle: ['grid_leader'], gwo: ['grid_worker'], mic: ['micro_grid_member'],
  sta: ['stairwell_head'], cha: ['committee_chair'], com: ['committee_member'], man: ['property_manager'], pst: ['property_staff'],
  tea: ['team_leader', true], vol: ['volunteer', true], doc: ['volunteer_doctor', true], par: ['partner_contact', true],
}

/** The posts that somebody in the table holds: the secretary came with the community. */
export const POSTS_TRIED: readonly PostKind[] = ['secretary', ...Object.values(HELD).map(([post]) => post)]

/** Who lives where in the staircase that is everybody's own place. */
const LIVES: Partial<Record<Column, readonly [home: number, tie: 'owner' | 'tenant' | 'family']>> = {
  own: [0, 'owner'], ten: [1, 'tenant'], fam: [0, 'family'], rai: [2, 'owner'],
}

/** A resident's name, phone and document, made so that it can be searched for. */
export function resident(column: string): { name: string, phone: string, document: string } {
  const number = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0)
  return { name: `甄${column}住`, phone: `1380${String(number).padStart(7, '0')}`, document: `E${String(number).padStart(8, '0')}` }
}

type Home = Readonly<{ id: number }>

/** Settles everybody in one community; `at` is their own place. Answers them as actors. */
export async function settlePeople(
  here: TestHouse, secretary: Actor, at: { estate: number, entrance: number, homes: readonly Home[] },
): Promise<Record<Exclude<Column, 'out' | 'els'>, Actor>> {
  const ids = new Map<Column, number>([['sec', secretary.personId ?? 0]])
  for (const [column, [home, tie]] of Object.entries(LIVES)) {
    const { person } = await here.act(moveIn, secretary, { home: at.homes[home]?.id, ...resident(column), tie, since: '2026-01-01' })
    ids.set(column as Column, Number(person))
  }
  for (const [column, [post, everywhere]] of Object.entries(HELD)) {
    const place = everywhere ? '' : post === 'stairwell_head' ? at.entrance : at.estate
    ids.set(column as Column, await postholder(here, secretary, { column, post, place }))
  }
  ids.set('has', await postholder(here, secretary, { column: 'has', post: 'partner_contact', place: '' }))
  ids.set('for', await postholder(here, secretary, { column: 'for', post: 'secretary', place: '' }))
  await here.owner.query(`update post set until = '2026-11-19' where community_id = $1 and person_id = $2`, [secretary.community, ids.get('for')])
  const actors = await here.house.database.look(secretary.community, db =>
    Promise.all([...ids].map(async ([column, id]) => [column, await actorOf(db, id, '2026-11-20')] as const)))
  return Object.fromEntries(actors) as Record<Exclude<Column, 'out' | 'els'>, Actor>
}

/** Somebody who lives elsewhere and holds a post; answers who he is. */
export async function postholder(here: TestHouse, secretary: Actor, given: { column: string, post: PostKind, place: number | '' }): Promise<number> {
  const { column, post, place } = given
  const { id } = await here.act(registerPerson, secretary, { name: `岗${column}位` })
  await here.act(appoint, secretary, {
    person: id, kind: post, organisationKind: POSTS[post][0], organisation: `${column}组`, place, grid: '', since: '2026-01-01',
  })
  return id
}

/** Signs somebody in without a code; answers the Cookie header. */
export async function cookieFor(here: TestHouse, actor: Actor): Promise<string> {
  const account = await here.house.signIn.accountFor({})
  await here.owner.query('update membership set account_id = $1 where community_id = $2 and person_id = $3', [account, actor.community, actor.personId])
  return (await here.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
}

/** Whoever did not sign in. */
export const nobody = (community: number): Actor => passerBy(community)
