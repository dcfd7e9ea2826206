// What is known of one volunteer: for himself, for whoever checks him, and for later modules.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { told } from '#kit/json-time.ts'
import type { Actor } from '#modules/people/public.ts'
import { countsOn, licensedOn } from '#modules/volunteers/counts.ts'
import { say } from '#modules/volunteers/fields.ts'
import { teamsServed } from '#modules/volunteers/find.ts'
import { checksVolunteers, mayNotCheck } from '#modules/volunteers/volunteer.ts'

type OfVolunteer = ExpressionBuilder<DB, 'volunteer'>

/** The present registration of a person with his skills, times (minutes since midnight there) and places; undefined where there is none. One statement. */
export async function volunteerOf(db: Reader, personId: number) {
  return db.selectFrom('volunteer').select(['id', 'person_id', 'about', 'most_a_week', 'away_until', 'age'])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('volunteer_skill').select(['skill', 'note']).whereRef('volunteer_skill.community_id', '=', 'volunteer.community_id')
        .whereRef('volunteer_skill.volunteer_id', '=', 'volunteer.id').where('refused_why', 'is', null).orderBy('skill')).as('skills'),
      timesOf(eb).as('times'), placesOf(eb).as('places'),
    ])
    .where('volunteer.community_id', '=', db.community).where('volunteer.person_id', '=', personId).where('volunteer.left_at', 'is', null).executeTakeFirst()
}

/** Everything about a volunteer, as he sees it himself. */
export type VolunteerFile = NonNullable<Awaited<ReturnType<typeof ownFile>>>

/** The actor's own; undefined where he has not joined. One statement. */
export async function ownFile(db: Reader, personId: number, today: string) {
  return filed(db, today).where('volunteer.person_id', '=', personId).where('volunteer.left_at', 'is', null).executeTakeFirst()
}

/** Somebody's, for whoever checks him. Throws NotFound to all others, Refused to a checker of other teams. */
export async function fileToCheck(db: Reader, actor: Actor, id: number, today: string): Promise<VolunteerFile> {
  const file = checksVolunteers(actor) ? await filed(db, today).where('volunteer.id', '=', id).where('volunteer.left_at', 'is', null).executeTakeFirst() : undefined
  if (!file) throw new NotFound(say('nobody'))
  const reason = mayNotCheck(actor, file)
  if (reason) throw new Refused(reason)
  return file
}

/** Young volunteers of whom the actor is the guardian. One statement. */
export async function minorsOf(db: Reader, personId: number) {
  return db.selectFrom('volunteer').innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['volunteer.id', 'person.name', 'volunteer.age', 'volunteer.guardian_agreed_at'])
    .where('volunteer.community_id', '=', db.community).where('volunteer.guardian_id', '=', personId).where('volunteer.left_at', 'is', null).orderBy('volunteer.id').execute()
}

function filed(db: Reader, today: string) {
  return db.selectFrom('volunteer').innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['volunteer.id', 'volunteer.person_id', 'person.name', 'volunteer.about', 'volunteer.most_a_week', 'volunteer.away_until', 'volunteer.age',
      'volunteer.guardian_id', 'volunteer.guardian_agreed_at', 'volunteer.joined_at',
      sql<boolean>`volunteer.photo is not null`.as('has_photo'), teamsServed(today).as('teams')])
    .select(eb => [
      eb.selectFrom('person as guardian').select('guardian.name').whereRef('guardian.community_id', '=', 'volunteer.community_id')
        .whereRef('guardian.id', '=', 'volunteer.guardian_id').as('guardian'),
      skillsOf(eb, today).as('skills'), timesOf(eb).as('times'), placesOf(eb).as('places'), qualificationsOf(eb).as('qualifications'),
      policies(eb).as('policies'), creditsOf(eb).as('credits'), cardOf(eb).as('card'), callBacksOf(eb).as('callBacks'),
    ])
    .where('volunteer.community_id', '=', db.community).where('person.erased_at', 'is', null)
}

function skillsOf(eb: OfVolunteer, today: string) {
  return jsonArrayFrom(eb.selectFrom('volunteer_skill')
    .select(['volunteer_skill.skill', 'volunteer_skill.note', 'volunteer_skill.refused_why', sql<boolean>`volunteer_skill.approved_at is not null`.as('approved'),
      countsOn(today).as('counts'), licensedOn(today).as('licensed')])
    .whereRef('volunteer_skill.community_id', '=', 'volunteer.community_id').whereRef('volunteer_skill.volunteer_id', '=', 'volunteer.id').orderBy('volunteer_skill.offered_at'))
}

function timesOf(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('volunteer_time').select(['weekday', 'from_minute', 'until_minute']).whereRef('volunteer_time.community_id', '=', 'volunteer.community_id')
    .whereRef('volunteer_time.volunteer_id', '=', 'volunteer.id').orderBy('weekday').orderBy('from_minute'))
}

function placesOf(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('volunteer_place')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'volunteer_place.community_id').onRef('place.id', '=', 'volunteer_place.place_id'))
    .select(['place.id', 'place.label']).whereRef('volunteer_place.community_id', '=', 'volunteer.community_id')
    .whereRef('volunteer_place.volunteer_id', '=', 'volunteer.id').orderBy('place.id'))
}

function qualificationsOf(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('volunteer_qualification').select(['id', 'kind', 'number_end', 'valid_until', 'refused_why', sql<boolean>`checked_at is not null`.as('checked')])
    .whereRef('volunteer_qualification.community_id', '=', 'volunteer.community_id').whereRef('volunteer_qualification.volunteer_id', '=', 'volunteer.id')
    .where('ended_at', 'is', null).orderBy('id'))
}

function policies(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('volunteer_policy').select(['id', 'insurer', 'number_end', 'since', 'until'])
    .whereRef('volunteer_policy.community_id', '=', 'volunteer.community_id').whereRef('volunteer_policy.volunteer_id', '=', 'volunteer.id').orderBy('until', 'desc').limit(20))
}

function creditsOf(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('volunteer_credit').select(['id', 'kind', 'what', 'given_on', 'minutes', 'given_by', 'asked', 'struck'])
    .whereRef('volunteer_credit.community_id', '=', 'volunteer.community_id').whereRef('volunteer_credit.volunteer_id', '=', 'volunteer.id').orderBy('given_on', 'desc').orderBy('id').limit(200))
}

function cardOf(eb: OfVolunteer) {
  return jsonObjectFrom(eb.selectFrom('contact_card').select(['id', 'code', 'offers', 'hours']).whereRef('contact_card.community_id', '=', 'volunteer.community_id')
    .whereRef('contact_card.volunteer_id', '=', 'volunteer.id').where('ended_at', 'is', null))
}

// Who waits for a call: the number is opened only for the volunteer himself.
function callBacksOf(eb: OfVolunteer) {
  return jsonArrayFrom(eb.selectFrom('call_back')
    .innerJoin('contact_card', join => join.onRef('contact_card.community_id', '=', 'call_back.community_id').onRef('contact_card.id', '=', 'call_back.card_id'))
    .select(['call_back.id', told('call_back.asked_at').as('asked_at'), 'call_back.phone_sealed']).whereRef('contact_card.community_id', '=', 'volunteer.community_id')
    .whereRef('contact_card.volunteer_id', '=', 'volunteer.id').where('call_back.answered_at', 'is', null).where('call_back.phone_sealed', 'is not', null)
    .orderBy('call_back.id', 'desc').limit(20))
}
