// Which steps of which versions of the method are somebody's by his posts, and where.
import { sql, type ExpressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { DB, Step } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { within } from '#modules/matters/visible.ts'
import { methodIn, shippedSource, STEPS, type Method } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** Versions of the method (null: of matters older than methods) that give the actor's posts the same steps, each with its places (null: all). */
export interface Reach {
  versions: (number | null)[]
  posts: { steps: Step[], places: readonly number[] | null }[]
}

/** What the actor's posts reach, for every version of the method. One statement. */
export async function reachOf(db: Reader, actor: Actor): Promise<Reach[]> {
  if (actor.posts.length === 0) return []
  const rows = await db.selectFrom('community').leftJoin('method', 'method.community_id', 'community.id')
    .select(['community.method as key', 'method.id', 'method.source'])
    .where('community.id', '=', db.community).orderBy('method.version', 'desc').execute()
  const versions = rows.flatMap(({ id, source }) => id === null || source === null ? [] : [{ id, method: methodIn(source) }])
  const inForce = versions[0]?.method ?? methodIn(shippedSource(rows[0]?.key ?? '163'))
  return alike([{ id: null, method: inForce }, ...versions], actor)
}

// Most versions differ in clocks and words only: what is the same is asked once.
function alike(versions: readonly { id: number | null, method: Method }[], actor: Actor): Reach[] {
  const found = new Map<string, Reach>()
  for (const { id, method } of versions) {
    const posts = actor.posts.map(({ kind, places }) => ({ places, steps: stepsOf(method, kind) })).filter(({ steps }) => steps.length > 0)
    const key = JSON.stringify(posts)
    found.set(key, { posts, versions: [...found.get(key)?.versions ?? [], id] })
  }
  return [...found.values()].filter(({ posts }) => posts.length > 0)
}

function stepsOf(method: Method, post: string): Step[] {
  return STEPS.filter(step => method.steps[step]?.may.some(kind => kind === post))
}

/** Whether a matter waits at one of those steps and places. */
export function reaches(eb: ExpressionBuilder<DB, 'matter' | 'place'>, reach: readonly Reach[]): Expression<SqlBool> {
  return eb.or(reach.map(({ versions, posts }) => eb.and([
    eb(sql<number>`coalesce(matter.method_id, 0)`, 'in', versions.map(id => id ?? 0)),
    eb.or(posts.map(({ steps, places }) => eb.and([
      eb('matter.step', 'in', steps),
      ...places === null ? [] : [eb.or(within(places).map(([column, ids]) => eb(column, 'in', ids)))],
    ]))),
  ])))
}
