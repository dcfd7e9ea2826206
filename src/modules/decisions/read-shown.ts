// What everybody may read of a vote besides its stage and times: questions in words, result, objections, postings.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { told } from '#kit/json-time.ts'
import type { Item } from '#modules/decisions/decision.ts'
import type { Objected } from '#modules/decisions/objections.ts'
import type { Posted } from '#modules/decisions/proofs.ts'
import type { Result } from '#modules/decisions/tally.ts'
import { decisionText } from '#text/decisions.ts'

/** A question as it is read out. */
export interface QuestionShown {
  readonly position: number
  readonly item: Item
  readonly text: string
  readonly detail: string
  readonly seats: number | null
  readonly candidates: readonly { readonly number: number, readonly name: string, readonly about: string }[]
}

/** An objection; `by` is for those who keep the vote, and for whoever objected. Times as ISO text. */
export interface ObjectionShown {
  readonly id: number
  readonly about: Objected
  readonly text: string
  readonly person_id: number
  readonly by: string
  readonly at: string
  readonly answer: string | null
  readonly upheld: boolean | null
}

/** A posting: what hung where since when; `photo` is the hash of its picture. */
export interface PostingShown {
  readonly id: number
  readonly what: Posted
  readonly where: string
  readonly photo: string
  readonly posted_at: string
  readonly by: string
}

/** Everything of one vote that its pages read out, in one statement. Whoever asks has looked the vote up before. Throws NotFound. */
export async function decisionShown(db: Reader, id: number) {
  const found = await db.selectFrom('decision')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'decision.community_id').onRef('organisation.id', '=', 'decision.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'decision.community_id').onRef('place.id', '=', 'decision.building_id'))
    .select(['organisation.name as convener', 'place.label as building', 'decision.result', questionsOf(db, id).as('questions'), objectionsOf(db, id).as('objections'),
      postingsOf(db, id).as('postings'), rollOf(db, id).as('roll')])
    .where('decision.community_id', '=', db.community).where('decision.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(lang => decisionText(lang).notHere)
  // Only `close` writes a result, as `tally` made it; items, subjects and kinds come from the lists of the actions that write them.
  return {
    ...found, result: found.result as Result | null, questions: found.questions as readonly QuestionShown[], objections: found.objections as readonly ObjectionShown[],
    postings: found.postings as readonly PostingShown[],
  }
}

export type DecisionShown = Awaited<ReturnType<typeof decisionShown>>

function questionsOf(db: Reader, id: number) {
  return jsonArrayFrom(db.selectFrom('decision_question')
    .select(['decision_question.position', 'decision_question.item', 'decision_question.text', 'decision_question.detail', 'decision_question.seats'])
    .select(eb => jsonArrayFrom(eb.selectFrom('decision_candidate').select(['decision_candidate.number', 'decision_candidate.name', 'decision_candidate.about'])
      .where('decision_candidate.community_id', '=', db.community).where('decision_candidate.decision_id', '=', id)
      .whereRef('decision_candidate.question', '=', 'decision_question.position').orderBy('decision_candidate.number')).as('candidates'))
    .where('decision_question.community_id', '=', db.community).where('decision_question.decision_id', '=', id).orderBy('decision_question.position'))
}

function objectionsOf(db: Reader, id: number) {
  return jsonArrayFrom(db.selectFrom('decision_objection')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'decision_objection.community_id').onRef('person.id', '=', 'decision_objection.person_id'))
    .select(['decision_objection.id', 'decision_objection.about', 'decision_objection.text', 'decision_objection.person_id', 'person.name as by', told('decision_objection.at').as('at'),
      'decision_objection.answer', 'decision_objection.upheld'])
    .where('decision_objection.community_id', '=', db.community).where('decision_objection.decision_id', '=', id).orderBy('decision_objection.id'))
}

function postingsOf(db: Reader, id: number) {
  return jsonArrayFrom(db.selectFrom('decision_posting')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_posting.community_id').onRef('place.id', '=', 'decision_posting.place_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'decision_posting.community_id').onRef('person.id', '=', 'decision_posting.posted_by'))
    .select(['decision_posting.id', 'decision_posting.what', 'place.label as where', 'decision_posting.photo', told('decision_posting.posted_at').as('posted_at'), 'person.name as by'])
    .where('decision_posting.community_id', '=', db.community).where('decision_posting.decision_id', '=', id).orderBy('decision_posting.posted_at').orderBy('decision_posting.id'))
}

// Heads, area in 0.01 m² and homes of the whole roll.
function rollOf(db: Reader, id: number) {
  return db.selectFrom('decision_voter')
    .select(sql<{ heads: number, area: number, homes: number }>`json_build_object('heads', count(*), 'area', coalesce(sum(area), 0), 'homes', coalesce(sum(homes), 0))`.as('roll'))
    .where('community_id', '=', db.community).where('decision_id', '=', id)
}
