// The cases that wait for whoever looks, and the one that an act is about; they start from the matters that he may see.
import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB, Moderated, NoteKind, Standing } from '#db/tables.ts'
import { at, type Database, type Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { asMatter, matterByClock, matterToMove, ruled } from '#modules/matters/find.ts'
import { handles, type Matter, type MatterUnderMethod } from '#modules/matters/matter.ts'
import { everyMatter, visibleTo, within } from '#modules/matters/visible.ts'
import { causesIn, mayAppear, mayNotJudge, type Case } from '#modules/moderation/public.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

/** A case with what is judged, and how it stands now. */
export interface CaseOf extends Case {
  standing: Standing | null
  note_kind: NoteKind | null
}

/** A case under the lock of its matter, for an act. */
export interface CaseToJudge {
  one: CaseOf
  matter: MatterUnderMethod
}

const SHOWN = 50

/** What waits for the actor, what is due first; at most fifty, and in `total` how many there are. One statement. */
export async function casesFor(db: Reader, actor: Actor) {
  const rows = await detailed(ruled(atHis(db, actor)), actor.personId).where('moderation_case.judged_at', 'is', null)
    .select(eb => [
      'moderation_case.opened_at', 'moderation_case.due_at', 'moderation_case.appeal', sql<number>`count(*) over ()`.as('total'),
      eb.selectFrom('matter_photo').select('matter_photo.thumbnail').where('matter_photo.community_id', '=', db.community)
        .whereRef('matter_photo.id', '=', 'moderation_case.thing_id').where('moderation_case.kind', '=', 'photo').as('thumbnail'),
      jsonArrayFrom(eb.selectFrom('moderation_report').select(['moderation_report.reason', 'moderation_report.words'])
        .where('moderation_report.community_id', '=', db.community).whereRef('moderation_report.case_id', '=', 'moderation_case.id')
        .orderBy('moderation_report.id').limit(20)).as('reports'),
    ])
    .orderBy('moderation_case.due_at').orderBy('moderation_case.id').limit(SHOWN).execute()
  return rows.map(row => {
    const [one, matter] = [asCase(row), asMatter(row)]
    const { opened_at, due_at, appeal, thumbnail, reports, total } = row
    return { ...one, opened_at, due_at, appeal, thumbnail, reports, total, label: matter.place.label, refusal: mayNotJudge(actor, one, around(actor, matter)) }
  })
}

/** One of them as its page shows it. */
export type Waits = Awaited<ReturnType<typeof casesFor>>[number]

/** How many wait for the actor. One statement. */
export async function casesWaiting(db: Reader, actor: Actor): Promise<number> {
  const { n } = await withCase(atHis(db, actor)).where('moderation_case.judged_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

/** The case and its matter, locked. Throws NotFound where it is none of the actor's. */
export async function caseToJudge(db: Reader, actor: Actor, id: number): Promise<CaseToJudge> {
  const there = await withCase(atHis(db, actor)).select('matter.id').where('moderation_case.id', '=', id).executeTakeFirst()
  if (!there) throw noSuchCase()
  const matter = await matterToMove(db, actor, there.id)
  const row = await detailed(atHis(db, actor), actor.personId).where('moderation_case.id', '=', id).executeTakeFirst()
  if (!row) throw noSuchCase()
  return { one: asCase(row), matter }
}

/** The same for what the clock does. */
export async function caseByClock(db: Reader, id: number): Promise<CaseToJudge & { due_at: Temporal.Instant }> {
  const there = await withCase(everyMatter(db)).select('matter.id').where('moderation_case.id', '=', id).executeTakeFirst()
  if (!there) throw noSuchCase()
  const matter = await matterByClock(db, there.id)
  const row = await detailed(everyMatter(db), null).select('moderation_case.due_at').where('moderation_case.id', '=', id).executeTakeFirstOrThrow()
  return { one: asCase(row), matter, due_at: row.due_at }
}

/** A case whose matter is locked already, for its author. */
export async function caseUnderLock(db: Reader, id: number): Promise<CaseOf> {
  return asCase(await detailed(everyMatter(db), null).where('moderation_case.id', '=', id).executeTakeFirstOrThrow())
}

/** The cases of all communities whose time is over, with whether they appear by themselves. */
export async function casesDue(commons: Database['commons'], now: Temporal.Instant) {
  const rows = await commons.selectFrom(sql<{ community_id: number, case_id: number, causes: string[] }>`moderation_due(${at(now)})`.as('due')).selectAll().execute()
  return rows.map(({ causes, ...due }) => ({ ...due, appears: mayAppear({ causes: causesIn(causes) }) }))
}

/** Why the actor may not judge this case, or null: asked under the lock. */
export function refuseJudging(actor: Actor, { one, matter }: CaseToJudge) {
  return mayNotJudge(actor, one, around(actor, matter))
}

function around(actor: Actor, matter: Matter) {
  return { place: matter.place, entered_by: matter.entered_by, handled_by_me: handles(actor, matter) }
}

function noSuchCase(): NotFound {
  return new NotFound(lang => moderationText(lang).noSuchCase)
}

// Where he judges; nobody judges where he sees nothing.
function atHis(db: Reader, actor: Actor) {
  const places = placesOf(actor, 'moderate')
  return visibleTo(db, actor).$if(places !== null, some => some.where(eb => eb.or(within([0, ...places ?? []]).map(([column, ids]) => eb(column, 'in', ids)))))
}

function withCase<Chosen>(query: Matters<Chosen>) {
  return query.innerJoin('moderation_case', join => join.onRef('moderation_case.community_id', '=', 'matter.community_id')
    .onRef('moderation_case.matter_id', '=', 'matter.id'))
}

type Matters<Chosen> = SelectQueryBuilder<DB, 'matter' | 'place', Chosen>

function detailed<Chosen>(query: Matters<Chosen>, personId: number | null) {
  return withCase(query)
    .select(['moderation_case.id as case_id', 'moderation_case.matter_id', 'moderation_case.kind as thing', 'moderation_case.thing_id', 'moderation_case.causes',
      'moderation_case.author_id', 'moderation_case.verdict', 'moderation_case.appeal_of'])
    .select(eb => [
      eb.selectFrom('moderation_case as first').select('first.judged_by').whereRef('first.community_id', '=', 'moderation_case.community_id')
        .whereRef('first.id', '=', 'moderation_case.appeal_of').as('first_judge'),
      eb.exists(eb.selectFrom('moderation_report').select('moderation_report.id').whereRef('moderation_report.community_id', '=', 'moderation_case.community_id')
        .whereRef('moderation_report.case_id', '=', 'moderation_case.id').where('moderation_report.person_id', '=', personId ?? 0)).as('reported_by_me'),
      jsonObjectFrom(thingIn(eb)).as('stands'),
    ])
}

// One of the four, under the same names.
function thingIn(eb: ExpressionBuilder<DB, 'matter' | 'moderation_case'>) {
  const ofKind = (kind: Moderated) => eb('moderation_case.kind', '=', kind)
  return eb.selectFrom('matter as itself').select([sql<string | null>`itself.text`.as('text'), 'itself.standing', sql<NoteKind | null>`null`.as('note_kind')])
    .whereRef('itself.community_id', '=', 'moderation_case.community_id').whereRef('itself.id', '=', 'moderation_case.thing_id').where(ofKind('matter'))
    .unionAll(eb.selectFrom('matter_note').select(['matter_note.text', 'matter_note.standing', 'matter_note.kind as note_kind'])
      .whereRef('matter_note.community_id', '=', 'moderation_case.community_id').whereRef('matter_note.id', '=', 'moderation_case.thing_id').where(ofKind('note')))
    .unionAll(eb.selectFrom('matter_rating').select(['matter_rating.text', 'matter_rating.standing', sql<NoteKind | null>`null`.as('note_kind')])
      .whereRef('matter_rating.community_id', '=', 'moderation_case.community_id').whereRef('matter_rating.id', '=', 'moderation_case.thing_id').where(ofKind('rating')))
    .unionAll(eb.selectFrom('matter_photo').select([sql<string | null>`null`.as('text'), 'matter_photo.standing', sql<NoteKind | null>`null`.as('note_kind')])
      .whereRef('matter_photo.community_id', '=', 'moderation_case.community_id').whereRef('matter_photo.id', '=', 'moderation_case.thing_id').where(ofKind('photo')))
}

type Row = Omit<Case, 'id' | 'kind' | 'causes' | 'reported_by_me' | 'text'> & {
  case_id: number, thing: Moderated, causes: string[], reported_by_me: unknown, stands: { text: string | null, standing: Standing, note_kind: NoteKind | null } | null,
}

function asCase({ case_id, matter_id, thing, thing_id, causes, author_id, verdict, appeal_of, first_judge, reported_by_me, stands }: Row): CaseOf {
  return {
    id: case_id, matter_id, kind: thing, thing_id, causes: causesIn(causes), author_id, verdict, appeal_of, first_judge, reported_by_me: reported_by_me === true,
    text: stands?.text ?? null, standing: stands?.standing ?? null, note_kind: stands?.note_kind ?? null,
  }
}
