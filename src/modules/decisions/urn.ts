// One question for whoever puts a ballot in: the vote, its questions, and the voter's number on the roll.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { question } from '#kit/question.ts'
import type { Urn } from '#modules/decisions/ballots.ts'
import type { Rules } from '#modules/law/public.ts'
import { notHere, type Question } from '#modules/decisions/decision.ts'

/** The vote, and the number of the person on its roll; null where he is not on it. Throws NotFound. */
export async function urnFor(db: Reader, id: number, { person }: { person: number | null }): Promise<{ urn: Urn, number: number | null }> {
  const [found] = await db.ask(urnOf({ community: db.community, id, person: person ?? 0 }))
  if (!found) throw notHere()
  const { number, questions, time_zone, estate_id, name, label, code, key_sealed, rules, ...urn } = found
  const estate = { id: estate_id, kind: 'estate' as const, name, label, code, parent_id: null, estate_id: null, building_id: null, entrance_id: null }
  // Only `putQuestion` writes an item, of ITEMS; only `announce` the rules, as `resolve` made them.
  return { urn: { ...urn, key: key_sealed, rules: rules as Rules | null, questions: questions as readonly Question[], zone: time_zone, estate }, number }
}

const urnOf = question<{ community: number, id: number, person: number }>()((db, { community, id, person }) => db.selectFrom('decision')
  .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision.community_id').onRef('place.id', '=', 'decision.estate_id'))
  .innerJoin('community', 'community.id', 'decision.community_id')
  .leftJoin('decision_voter', join => join.onRef('decision_voter.community_id', '=', 'decision.community_id')
    .onRef('decision_voter.decision_id', '=', 'decision.id').on('decision_voter.person_id', '=', person))
  .select(eb => ['decision.id', 'decision.stage', 'decision.opens_at', 'decision.closes_at', 'decision.key_sealed', 'decision.rules', 'decision.estate_id', 'community.time_zone',
    'place.name', 'place.label', 'place.code', 'decision_voter.number',
    jsonArrayFrom(eb.selectFrom('decision_question').whereRef('decision_question.community_id', '=', 'decision.community_id')
      .whereRef('decision_question.decision_id', '=', 'decision.id')
      .select(each => ['decision_question.position', 'decision_question.item', 'decision_question.seats',
        sql<number[]>`coalesce(${each.selectFrom('decision_candidate').select(sql`json_agg(decision_candidate.number order by decision_candidate.number)`.as('n'))
          .whereRef('decision_candidate.community_id', '=', 'decision_question.community_id')
          .whereRef('decision_candidate.decision_id', '=', 'decision_question.decision_id')
          .whereRef('decision_candidate.question', '=', 'decision_question.position')}, '[]'::json)`.as('candidates')])
      .orderBy('decision_question.position')).as('questions')])
  .where('decision.community_id', '=', community).where('decision.id', '=', id).where('decision.stage', '<>', 'draft'))
