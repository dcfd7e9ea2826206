// Two matters in one act: locked in the order of their numbers, so that nobody waits in a circle.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { matterToMove } from '#modules/matters/find.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import type { Actor } from '#modules/people/public.ts'

/** The matter and the other one that a form names in `field`. Throws NotFound for the first, Invalid with `wrong` for the other. */
export async function bothToChange(db: Reader, actor: Actor, asked: { id: number, other: number, field: string, wrong: Said }): Promise<{
  matter: MatterUnderMethod, other: MatterUnderMethod,
}> {
  await lockInOrder(db, [asked.id, asked.other])
  const matter = await matterToMove(db, actor, asked.id)
  const other = await matterToMove(db, actor, asked.other).catch((problem: unknown) => {
    throw problem instanceof NotFound ? invalid([{ field: asked.field, reason: asked.wrong }]) : problem
  })
  return { matter, other }
}

/** Locks matters until the end of the act, the lowest number first. */
export async function lockInOrder(db: Reader, ids: readonly number[]): Promise<void> {
  await db.selectFrom('matter').select('id').where('community_id', '=', db.community).where('id', 'in', [...ids]).orderBy('id').forUpdate().execute()
}
