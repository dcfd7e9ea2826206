// What of matters has a day: activities with their plan, tasks, and the deadlines of whoever handles them. For calendars.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'

/** How long what was taken back or closed is still told, so that calendar programs learn of it. */
const REMEMBERED = { hours: 30 * 24 }
const MOST = 500

// Matters as somebody sees them, with how often and when each was changed, by the journal.
function withChanges(db: Reader, actor: Actor) {
  return visibleTo(db, actor)
    .innerJoinLateral(eb => eb.selectFrom('journal')
      .select(entry => [entry.fn.countAll<number>().as('times'), entry.fn.max('journal.at').as('last')])
      .where('journal.community_id', '=', db.community).where('journal.subject', '=', sql<string>`'matters/' || matter.id`).as('changed'),
        join => join.onTrue())
    .select(['matter.id', 'matter.title', 'matter.text', 'place.label', 'changed.times', 'changed.last'])
}

/** Activities with a planned day that somebody may join in: those that everybody sees, or those that the actor joined. One statement. */
export async function activitiesPlanned(db: Reader, filter: { estate?: number, joinedBy?: Actor }, now: Temporal.Instant) {
  const recently = at(now.subtract(REMEMBERED))
  return withChanges(db, filter.joinedBy ?? passerBy(db.community))
    .innerJoinLateral(eb => eb.selectFrom('matter_plan').select('matter_plan.due_on').where('matter_plan.community_id', '=', db.community)
      .whereRef('matter_plan.matter_id', '=', 'matter.id').orderBy('matter_plan.note_id', 'desc').limit(1).as('plan'),
        join => join.onTrue())
    .select(['plan.due_on', sql<boolean>`matter.withdrawn_at is not null`.as('cancelled')])
    .where('matter.track', '=', 'activity')
    .where(eb => eb.or([eb('matter.withdrawn_at', 'is', null), eb('matter.withdrawn_at', '>', recently)]))
    .where(eb => eb.or([eb('matter.closed_at', 'is', null), eb('matter.closed_at', '>', recently)]))
    .$if(filter.estate !== undefined, some => some.where('matter.estate_id', '=', filter.estate ?? 0))
    .$if(filter.joinedBy !== undefined, some => some.where('matter.id', 'in',
      eb => eb.selectFrom('matter_joiner').select('matter_joiner.matter_id')
      .where('matter_joiner.community_id', '=', db.community).where('matter_joiner.person_id', '=', filter.joinedBy?.personId ?? 0)))
    .orderBy('matter.id', 'desc').limit(MOST).execute()
}

/** Open tasks with a day that are the actor's or his organisation's; what they say stays on the page. One statement. */
export async function datedTasks(db: Reader, actor: Actor) {
  return withChanges(db, actor)
    .innerJoin('matter_task', join => join.onRef('matter_task.community_id', '=', 'matter.community_id')
      .onRef('matter_task.matter_id', '=', 'matter.id'))
    .select(['matter_task.id as task', 'matter_task.due_on'])
    .where('matter_task.done_at', 'is', null).where('matter_task.due_on', 'is not', null).$narrowType<{ due_on: string }>()
    .where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close')
    .where(eb => eb.or([
      eb('matter_task.owner_id', '=', actor.personId),
      eb.and([eb('matter_task.owner_id', 'is', null), eb('matter_task.organisation_id', 'in', organisationsOf(actor))]),
    ]))
    .orderBy('matter_task.due_on').orderBy('matter_task.id').limit(MOST).execute()
}

/**
 * When the matters that the actor handles, himself or with his organisation, are due next. What is paused has no such moment. One
 * statement.
 */
export async function deadlinesOf(db: Reader, actor: Actor) {
  const person = actor.personId ?? 0
  const organisations = organisationsOf(actor)
  return withChanges(db, actor)
    .innerJoinLateral(eb => eb.selectFrom('clock').select(due => due.fn.min('clock.due_at').as('at'))
      .where('clock.community_id', '=', db.community)
      .where('clock.subject', '=', sql<string>`'matters/' || matter.id`).where('clock.ended_at', 'is', null).as('due'),
        join => join.onTrue())
    .select(['place.kind as place_kind', 'matter.private', 'due.at as due_at'])
    .where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close')
      .where('due.at', 'is not', null).$narrowType<{ due_at: Temporal.Instant }>()
    .where(eb => eb.or([
      eb('matter.lead_id', '=', person),
      eb.and([eb('matter.lead_id', 'is', null), eb('matter.lead_organisation_id', 'in', organisations)]),
      eb.exists(eb.selectFrom('matter_handler').select('matter_handler.id').where('matter_handler.community_id', '=', db.community)
        .whereRef('matter_handler.matter_id', '=', 'matter.id').where('matter_handler.ended_at', 'is', null)
        .where(one => one.or([one('matter_handler.person_id', '=', person),
          one.and([one('matter_handler.person_id', 'is', null), one('matter_handler.organisation_id', 'in', organisations)])]))),
    ]))
    .orderBy('due.at').limit(MOST).execute()
}

function organisationsOf(actor: Actor): number[] {
  return [0, ...actor.posts.map(post => post.organisation_id)]
}
