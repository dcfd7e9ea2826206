// The cases of one matter as their authors see them: what waits, what was judged and why; and what others see in its place.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { caseUnderLock, type CaseOf } from '#modules/matters/cases.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { Thing } from '#modules/matters/thing.ts'
import { everyMatter } from '#modules/matters/visible.ts'

/** Who looks at a matter: by account (null: without one), and whether as its raiser by receipt. */
export interface Viewer {
  personId: number | null
  asRaiser: boolean
}

/** The newest case of each thing of the matter that is the viewer's own: for `jsonArrayFrom`. */
export function ownCases(db: Reader, matterId: number, { personId, asRaiser }: Viewer) {
  return db.selectFrom('moderation_case').distinctOn(['kind', 'thing_id'])
    .select(['id', 'kind', 'thing_id', 'causes', 'verdict', 'reason', 'words', 'appeal_of', told('due_at').as('due_at'), maybeTold('judged_at').as('judged_at')])
    .where('community_id', '=', db.community).where('matter_id', '=', matterId)
    .where(eb => eb.or([
      ...personId === null ? [] : [eb('author_id', '=', personId)],
      ...asRaiser ? [eb('kind', '=', 'matter')] : [], eb.lit(false),
    ]))
    .orderBy('kind').orderBy('thing_id').orderBy('id', 'desc')
}

/** The open case of a thing whose matter is locked, or undefined. */
export async function openCaseOf(db: Reader, matter: Matter, { kind, id }: Pick<Thing, 'kind' | 'id'>): Promise<CaseOf | undefined> {
  const open = await db.selectFrom('moderation_case').select('id').where('community_id', '=', db.community).where('matter_id', '=', matter.id)
    .where('kind', '=', kind).where('thing_id', '=', id).where('judged_at', 'is', null).executeTakeFirst()
  return open && caseUnderLock(db, open.id)
}

/** The number of the open case of a note. Throws where it has none. */
export async function caseOfNote(db: Reader, note: number): Promise<number> {
  const { id } = await db.selectFrom('moderation_case').select('id').where('community_id', '=', db.community)
    .where('kind', '=', 'note').where('thing_id', '=', note).where('judged_at', 'is', null).executeTakeFirstOrThrow()
  return id
}

/** For what and by which post a matter was taken down that everybody could see before; undefined for any other. One statement. */
export async function takenDown(db: Reader, id: number) {
  return everyMatter(db)
    .innerJoin('moderation_case', join => join.onRef('moderation_case.community_id', '=', 'matter.community_id').onRef('moderation_case.matter_id', '=', 'matter.id'))
    .select(['matter.id', 'moderation_case.reason', 'moderation_case.judged_as', 'moderation_case.judged_at'])
    .where('matter.id', '=', id).where('matter.standing', '=', 'hidden').where('matter.private', '=', false).where('place.kind', '<>', 'home')
    .where('matter.withdrawn_at', 'is', null).where('moderation_case.kind', '=', 'matter').where('moderation_case.verdict', '=', 'hidden')
    .orderBy('moderation_case.id', 'desc').limit(1).executeTakeFirst()
}

/** The reason for which a note, a photo or the words of a rating were taken down, as a column beside `table.id`. */
export function hiddenFor(kind: 'note' | 'photo', table: 'matter_note' | 'matter_photo') {
  return sql<'insult' | 'privacy' | 'advertising' | 'unlawful' | 'flood' | null>`(select reason from moderation_case one
    where one.community_id = ${sql.ref(`${table}.community_id`)} and one.kind = ${sql.lit(kind)} and one.thing_id = ${sql.ref(`${table}.id`)}
      and one.verdict = 'hidden' and ${sql.ref(`${table}.standing`)} = 'hidden' order by one.id desc limit 1)`
}
