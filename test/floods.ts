// What the stories of moderation share: acts that come through a door, residents by the hundred, and cases by what they are about.
import type { z } from 'zod'
import { perform, type Action, type Answer } from '#kit/action.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import type { Village } from '#test/village.ts'

/** Carries out an act that came from this network address: the house's own acts come from none, and are not counted. */
export function through(here: Village, address: string) {
  return <Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, actor: Actor, input: object): Promise<A> =>
    perform(here.house.database, { ...here.house.means, now: here.time.now, from: address }, act, actor, input)
}

/** So many residents who have an account. */
export async function neighbours(here: Village, count: number): Promise<Actor[]> {
  const { rows } = await here.owner.query<{ id: string }>(
    `insert into person (community_id, name) select 1, '邻居' || n from generate_series(1, $1) n returning id`, [count])
  return here.house.database.look(1, db => Promise.all(rows.map(({ id }) => actorOf(db, Number(id), '2026-11-20'))))
}

/** A matter that is held, of somebody who raised too much. */
export async function heldMatter(here: Village, matter: object): Promise<{ id: number, receipt: string, author: Actor }> {
  const [author] = await neighbours(here, 1)
  if (!author) throw new Error('nobody came')
  const raise = (input: object) => through(here, '198.51.100.2')(raiseMatter, author, { place: here.community.place('榕荫里 3号楼'), kind: 'broken', ...input })
  for (let i = 0; i < 12; i++) await raise({ text: `先提的第 ${i} 件，楼道灯` })
  const { id, receipt, held } = await raise(matter)
  if (!held) throw new Error('it was not held')
  return { id, receipt, author }
}

/** The number of the newest case about a thing of this matter. */
export async function caseOf(here: Village, matter: number, kind = 'matter'): Promise<number> {
  const { rows } = await here.owner.query<{ id: string }>('select id from moderation_case where matter_id = $1 and kind = $2 order by id desc limit 1', [matter, kind])
  return Number(rows[0]?.id)
}
