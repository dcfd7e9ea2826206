// Who looked at a person's numbers and opened his home, and what he opened and judged himself: with who, when and why.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

/** As further columns of the question that asks for everything. An opening shows to those concerned once they have been told of it. */
export function heldOpenings(eb: OfPerson) {
  return [
    jsonArrayFrom(phonesRead(eb)).as('phones_read'), jsonArrayFrom(exported(eb)).as('exported'),
    jsonArrayFrom(openings(eb).innerJoin('home_opening_person as shown', join => join.onRef('shown.community_id', '=', 'home_opening.community_id')
      .onRef('shown.opening_id', '=', 'home_opening.id')).whereRef('shown.person_id', '=', 'person.id').where('home_opening.told_at', 'is not', null)).as('opened'),
    jsonArrayFrom(openings(eb).where(either => either.or([either('home_opening.opened_by', '=', either.ref('person.id')),
      either('home_opening.judged_by', '=', either.ref('person.id'))]))).as('openings'),
  ] as const
}

function openings(eb: OfPerson) {
  return eb.selectFrom('home_opening')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'home_opening.community_id').onRef('place.id', '=', 'home_opening.home_id'))
    .innerJoin('person as opener', join => join.onRef('opener.community_id', '=', 'home_opening.community_id').onRef('opener.id', '=', 'home_opening.opened_by'))
    .select([told('home_opening.opened_at').as('at'), 'place.label as home', 'opener.name', 'home_opening.opened_as', 'home_opening.reason', 'home_opening.words',
      'home_opening.verdict', 'home_opening.verdict_words', maybeTold('home_opening.judged_at').as('judged_at')])
    .whereRef('home_opening.community_id', '=', 'person.community_id').orderBy('home_opening.id', 'desc')
}

// The phones that he left with matters of his.
function phonesRead(eb: OfPerson) {
  return eb.selectFrom('matter')
    .innerJoin('journal', join => join.onRef('journal.community_id', '=', 'matter.community_id').on('journal.subject', '=', sql<string>`'matters/' || matter.id`))
    .innerJoin('person as looker', join => join.onRef('looker.community_id', '=', 'journal.community_id').onRef('looker.id', '=', 'journal.person_id'))
    .select([told('journal.at').as('at'), 'looker.name', 'matter.id as matter_id'])
    .whereRef('matter.community_id', '=', 'person.community_id').whereRef('matter.raiser_id', '=', 'person.id')
    .where('journal.action', '=', 'matters.readPhone').orderBy('journal.id', 'desc')
}

// A roster that was taken out with whole numbers held this person's too.
function exported(eb: OfPerson) {
  return eb.selectFrom('journal')
    .innerJoin('person as looker', join => join.onRef('looker.community_id', '=', 'journal.community_id').onRef('looker.id', '=', 'journal.person_id'))
    .select([told('journal.at').as('at'), 'looker.name'])
    .whereRef('journal.community_id', '=', 'person.community_id').where('journal.subject', '=', 'people/roster').where('journal.action', '=', 'roster.export')
    .where(sql<boolean>`journal.facts->>'clear' = 'true'`).whereRef('journal.at', '>=', 'person.made_at').orderBy('journal.id', 'desc')
}
