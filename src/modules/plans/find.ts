// The plan that an act is about: its matter locked, with the newest version and, where one is named, a suggestion.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { matterToChange } from '#modules/matters/public.ts'
import type { Newest, Planned, Suggestion } from '#modules/plans/plan.ts'
import type { Actor } from '#modules/people/public.ts'
import { suggestText } from '#text/plans.ts'

/** The matter, locked, and its newest version. Throws NotFound for a matter that the actor does not see. */
export async function planToChange(db: Reader, actor: Actor, id: number): Promise<Planned> {
  const matter = await matterToChange(db, actor, id)
  return { matter, newest: await newestOf(db, id) }
}

async function newestOf(db: Reader, matterId: number): Promise<Newest | null> {
  const found = await db.selectFrom('plan_version').select(['id', 'number', 'final', 'open_until as openUntil',
    sql<number[]>`array(select part.number::int from plan_part part where part.community_id = plan_version.community_id and part.version_id = plan_version.id
      order by part.position)`.as('parts')])
    .where('community_id', '=', db.community).where('matter_id', '=', matterId).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return found ?? null
}

/** The suggestion of this matter, which is locked. Throws NotFound; also for one that the actor does not see. */
export async function suggestionIn(db: Reader, matterId: number, note: number, seen: (one: Suggestion) => boolean): Promise<Suggestion> {
  const found = await db.selectFrom('plan_suggestion')
    .innerJoin('matter_note', join => join.onRef('matter_note.community_id', '=', 'plan_suggestion.community_id').onRef('matter_note.id', '=', 'plan_suggestion.note_id'))
    .innerJoin('plan_version', join => join.onRef('plan_version.community_id', '=', 'plan_suggestion.community_id').onRef('plan_version.id', '=', 'plan_suggestion.version_id'))
    .select(['plan_suggestion.note_id as id', 'matter_note.person_id as author', 'plan_version.number as version', 'plan_suggestion.fate', 'matter_note.standing'])
    .where('plan_suggestion.community_id', '=', db.community).where('plan_suggestion.matter_id', '=', matterId).where('plan_suggestion.note_id', '=', note)
    .executeTakeFirst()
  if (!found || !seen(found)) throw new NotFound(lang => suggestText(lang).noSuch)
  return found
}
