// Finding an item of the menu, or what belongs to it, to change it.
import type { Reader } from '#kit/db.ts'
import { invalid } from '#kit/check.ts'
import { NotFound } from '#kit/errors.ts'
import { say } from '#modules/orders/fields.ts'

/** The item, locked: orders that count what is left of a day come one after another. Throws NotFound. */
export async function itemToChange(db: Reader, id: number) {
  return db.selectFrom('menu_item').selectAll().where('community_id', '=', db.community).where('id', '=', id).forUpdate().executeTakeFirstOrThrow(noItem)
}

/** There is no such item. */
export function noItem(): NotFound {
  return new NotFound(say('noItem'))
}

/** Throws Invalid where the team is none, or the project is none of those that run. */
export async function teamAndProject(db: Reader, { team, project }: { team: number | null, project: number | null }, today: string): Promise<void> {
  const isTeam = team === null || await db.selectFrom('organisation').select('id').where('community_id', '=', db.community).where('id', '=', team).where('kind', '=', 'team').executeTakeFirst()
  if (!isTeam) throw invalid([{ field: 'team', reason: say('itemTeamWrong') }])
  const runs = project === null || await db.selectFrom('project').select('id').where('community_id', '=', db.community).where('id', '=', project)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', today)])).executeTakeFirst()
  if (!runs) throw invalid([{ field: 'project', reason: say('itemProjectWrong') }])
}
