// 业主共同决定: the vote that an act is about, who keeps it, and what it must answer. Nobody outside the community sees one; drafts only who keeps them.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Decision as Row, DecisionStage } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Asked } from '#modules/decisions/choices.ts'
import { KINDS, type Kind, type Rules, type Sitting } from '#modules/law/public.ts'
import { lacks, type Actor, type Right } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import { stageText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

/** What a question is by law: Civil Code 278 I 1–9, or the consent of every interested owner (279). */
export const ITEMS = [...KINDS, 'interested'] as const
export type Item = Kind | 'interested'

/** A question with what the law calls it. */
export interface Question extends Asked {
  readonly item: Item
}

/** A vote as the rules see it. */
export interface Decision extends Omit<Selectable<Row>, 'community_id' | 'result' | 'rules'> {
  readonly rules: Rules | null
  readonly questions: readonly Question[]
  readonly estate: Place
  readonly zone: string
}

const COLUMNS = [
  'id', 'estate_id', 'building_id', 'matter_id', 'title', 'about', 'secret', 'first', 'extraordinary', 'developer_id', 'own_rules_id', 'rules', 'advisory', 'stage', 'as_of', 'frozen_at',
  'objections_until', 'announced_at', 'opens_at', 'closes_at', 'closed_at', 'posted_at', 'dropped_reason', 'damaged_at', 'roll_root', 'key_sealed', 'organisation_id', 'made_by', 'made_at',
] as const

/** The vote, locked against everything else that changes it as a whole. Throws NotFound. */
export async function decisionToChange(db: Reader, actor: Actor, id: number): Promise<Decision> {
  // First the lock, then the look: what stands beside it is read as it is once nobody else holds it.
  await db.selectFrom('decision').select('id').where('community_id', '=', db.community).where('id', '=', id).forUpdate().execute()
  return decisionById(db, actor, id)
}

/** The vote for whoever may know of it. Throws NotFound. */
export async function decisionById(db: Reader, actor: Actor, id: number): Promise<Decision> {
  const found = await decisions(db).where('decision.id', '=', id).executeTakeFirst()
  const decision = found && asDecision(found)
  if (!decision || (decision.stage === 'draft' && mayNotKeep(actor, decision) !== null)) throw notHere()
  return decision
}

/** The vote for what the clock does of itself, locked. Throws NotFound. */
export async function decisionByClock(db: Reader, id: number): Promise<Decision> {
  await db.selectFrom('decision').select('id').where('community_id', '=', db.community).where('id', '=', id).forUpdate().execute()
  const found = await decisions(db).where('decision.id', '=', id).executeTakeFirst()
  if (!found) throw notHere()
  return asDecision(found)
}

/** Votes with their estate and questions; conditions are the caller's. */
export function decisions(db: Reader) {
  return db.selectFrom('decision')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision.community_id').onRef('place.id', '=', 'decision.estate_id'))
    .innerJoin('community', 'community.id', 'decision.community_id')
    .select(COLUMNS.map(column => `decision.${column}` as const))
    .select(['community.time_zone', 'place.name', 'place.label', 'place.code', questionsOf(db).as('questions')])
    .where('decision.community_id', '=', db.community)
}

type Found = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>

/** A row of `decisions`. */
export function asDecision({ rules, questions, time_zone, name, label, code, ...row }: Found): Decision {
  return {
    // Only `announce` writes the rules, as `resolve` made them; only `putQuestion` writes an item, of ITEMS.
    ...row, rules: rules as Rules | null, questions: questions as readonly Question[], zone: time_zone,
    estate: { id: row.estate_id, kind: 'estate', name, label, code, parent_id: null, estate_id: null, building_id: null, entrance_id: null },
  }
}

function questionsOf(db: Reader) {
  return jsonArrayFrom(db.selectFrom('decision_question').whereRef('decision_question.decision_id', '=', sql.ref('decision.id'))
    .where('decision_question.community_id', '=', db.community)
    .select(eb => ['decision_question.position', 'decision_question.item', 'decision_question.seats',
      sql<number[]>`coalesce(${eb.selectFrom('decision_candidate').select(sql`json_agg(decision_candidate.number order by decision_candidate.number)`.as('numbers'))
        .where('decision_candidate.community_id', '=', db.community).whereRef('decision_candidate.decision_id', '=', 'decision_question.decision_id')
        .whereRef('decision_candidate.question', '=', 'decision_question.position')}, '[]'::json)`.as('candidates')])
    .orderBy('decision_question.position'))
}

/** What sort of sitting the calendar takes it for. */
export function sittingOf({ first, extraordinary, questions }: Pick<Decision, 'first' | 'extraordinary' | 'questions'>): Sitting {
  return { first, extraordinary, election: questions.some(({ seats }) => seats !== null) }
}

/** Why the actor may not keep this vote, or null: the committee's and the secretary's charge. */
export function mayNotKeep(actor: Actor, { estate }: Pick<Decision, 'estate'>): Said | null {
  return lacks(actor, 'keep decision', estate)
}

/** The same for one of these stages only; `right` where more may than those who keep it. */
export function mayNotIn(stages: readonly DecisionStage[], right: Right = 'keep decision') {
  return (actor: Actor, { estate, stage }: Pick<Decision, 'estate' | 'stage'>): Said | null =>
    stages.includes(stage) ? lacks(actor, right, estate) : lang => decisionText(lang).notNow(stageText(lang)[stage])
}

export function notHere(): NotFound {
  return new NotFound(lang => decisionText(lang).notHere)
}
