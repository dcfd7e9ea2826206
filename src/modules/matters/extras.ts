// What belongs to a matter besides its trail: tasks, money, helpers, links, homes, polls and the plan; one statement for its page.
import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { maybeTold } from '#kit/json-time.ts'
import { joinedIn } from '#modules/matters/joiners.ts'
import { isOne, titleOf } from '#modules/matters/matter.ts'
import { pollsOf } from '#modules/matters/polls.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

export type Extras = Awaited<ReturnType<typeof extrasOf>>

/** All of it, as this actor may see it; only `inside` (`isInside`) are told which homes it touches and who owns a task. Money in cents. */
export async function extrasOf(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const found = await db.selectFrom('matter').select([
    jsonArrayFrom(handlers(db, matterId)).as('handlers'),
    jsonArrayFrom(tasks(db, matterId)).as('tasks'),
    jsonArrayFrom(costs(db, matterId)).as('costs'),
    jsonArrayFrom(plan(db, matterId)).as('plans'),
    jsonArrayFrom(links(db, actor, matterId)).as('links'),
    jsonArrayFrom(visibleTo(db, actor).select(['matter.id', 'matter.title', 'matter.text', 'matter.step'])
      .where('matter.merged_into', '=', matterId).orderBy('matter.id')).as('merged'),
    jsonArrayFrom(homes(db, actor, matterId, inside)).as('homes'),
    homeCount(db, matterId, false).as('homes_all'), homeCount(db, matterId, true).as('homes_settled'),
    jsonArrayFrom(pollsOf(db, actor, matterId)).as('polls'), hasPlans().as('has_plans'), hasSharing().as('has_sharing'),
    hasPolls().as('has_polls'),
  ]).select(eb => [jsonObjectFrom(joinedIn(eb, actor.personId)).as('joined'),
  ]).where('matter.community_id', '=', db.community).where('matter.id', '=', matterId).executeTakeFirstOrThrow()
  return {
    handlers: found.handlers,
    tasks: found.tasks.map(({ owner_id, organisation_id, owner, ...task }) => ({
      ...task, owner: inside ? owner : null, mine: isOne(actor, { person_id: owner_id, organisation_id }),
    })),
    joined: found.joined ?? { joined: 0, came: 0, minutes: 0, own: false },
    costs: found.costs,
    cents: found.costs.reduce((sum, cost) => cost.struck_why === null ? sum + cost.cents : sum, 0),
    plan: found.plans[0] ?? null, hasPlans: found.has_plans, hasSharing: found.has_sharing, hasPolls: found.has_polls,
    links: found.links.map(titled),
    merged: found.merged.map(titled),
    homes: { all: Number(found.homes_all), settled: Number(found.homes_settled), seen: found.homes },
    polls: found.polls.map(poll => ({ ...poll, opened_at: Temporal.Instant.from(poll.opened_at), closes_at: Temporal.Instant.from(poll.closes_at) })),
  }
}

function titled<Row extends { title: string | null, text: string }>({ title, text, ...row }: Row) {
  return { ...row, title: title ?? titleOf(text) }
}

function handlers(db: Reader, matterId: number) {
  return db.selectFrom('matter_handler')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'matter_handler.community_id').onRef('person.id', '=', 'matter_handler.person_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter_handler.community_id')
      .onRef('organisation.id', '=', 'matter_handler.organisation_id'))
    .select(['matter_handler.id', 'matter_handler.person_id', 'matter_handler.organisation_id', 'person.name', 'organisation.name as organisation',
      sql<boolean>`matter_handler.accepted_at is not null`.as('accepted')])
    .where('matter_handler.community_id', '=', db.community).where('matter_handler.matter_id', '=', matterId)
    .where('matter_handler.ended_at', 'is', null).orderBy('matter_handler.id')
}

function tasks(db: Reader, matterId: number) {
  return db.selectFrom('matter_task')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'matter_task.community_id').onRef('person.id', '=', 'matter_task.owner_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter_task.community_id')
      .onRef('organisation.id', '=', 'matter_task.organisation_id'))
    .select(['matter_task.id', 'matter_task.title', 'matter_task.checklist', 'matter_task.position', 'matter_task.owner_id', 'matter_task.organisation_id',
      'person.name as owner', 'organisation.name as organisation', maybeTold('matter_task.due_on').as('due_on'),
      sql<boolean>`matter_task.done_at is not null`.as('done')])
    .where('matter_task.community_id', '=', db.community).where('matter_task.matter_id', '=', matterId)
    .orderBy('matter_task.id')
}

function costs(db: Reader, matterId: number) {
  return db.selectFrom('matter_cost')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'matter_cost.community_id').onRef('person.id', '=', 'matter_cost.person_id'))
    .leftJoin('person as striker', join => join.onRef('striker.community_id', '=', 'matter_cost.community_id').onRef('striker.id', '=', 'matter_cost.struck_by'))
    .select(['matter_cost.id', 'matter_cost.cents', 'matter_cost.what', 'matter_cost.paid_from', 'matter_cost.struck_why', 'person.name', 'striker.name as struck_by',
      maybeTold('matter_cost.at').$castTo<string>().as('at')])
    .where('matter_cost.community_id', '=', db.community).where('matter_cost.matter_id', '=', matterId).orderBy('matter_cost.id')
}

// The newest holds.
function plan(db: Reader, matterId: number) {
  return db.selectFrom('matter_plan')
    .innerJoin('matter_note', join => join.onRef('matter_note.community_id', '=', 'matter_plan.community_id').onRef('matter_note.id', '=', 'matter_plan.note_id'))
    .select(['matter_note.text', 'matter_plan.who', 'matter_plan.cents', maybeTold('matter_plan.due_on').$castTo<string>().as('due_on')])
    .where('matter_plan.community_id', '=', db.community).where('matter_plan.matter_id', '=', matterId)
    .orderBy('matter_plan.note_id', 'desc').limit(1)
}

// Whether a plan in versions, and who pays what, stand on pages of their own.
function hasPlans() {
  return sql<boolean>`exists (select from plan_version one where one.community_id = matter.community_id and one.matter_id = matter.id)`
}

function hasPolls() {
  return sql<boolean>`exists (select from poll one where one.community_id = matter.community_id and one.matter_id = matter.id)`
}

function hasSharing() {
  return sql<boolean>`exists (select from sharing one where one.community_id = matter.community_id and one.matter_id = matter.id)`
}

// Only those that the actor may see; `out`: the other one was taken out of this one, or stands after it.
function links(db: Reader, actor: Actor, matterId: number) {
  return visibleTo(db, actor)
    .innerJoin('matter_link', join => join.onRef('matter_link.community_id', '=', 'matter.community_id').on(eb => eb.or([
      eb.and([eb('matter_link.matter_id', '=', matterId), eb('matter_link.other_id', '=', eb.ref('matter.id'))]),
      eb.and([eb('matter_link.other_id', '=', matterId), eb('matter_link.matter_id', '=', eb.ref('matter.id'))]),
    ])))
    .select(['matter.id', 'matter.title', 'matter.text', 'matter.step', 'matter_link.kind', sql<boolean>`matter_link.matter_id = ${matterId}`.as('out')])
    .where('matter.withdrawn_at', 'is', null).orderBy('matter.id')
}

// Insiders see the list; everybody else at most his own home.
function homes(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const own = [0, ...actor.homes.map(home => home.id)]
  return db.selectFrom('matter_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter_home.community_id').onRef('place.id', '=', 'matter_home.home_id'))
    .select(['place.id', 'place.label', sql<boolean>`matter_home.settled_at is not null`.as('settled')])
    .select(eb => eb('place.id', 'in', own).as('own'))
    .where('matter_home.community_id', '=', db.community).where('matter_home.matter_id', '=', matterId)
    .$if(!inside, rows => rows.where('place.id', 'in', own))
    .orderBy('place.building_id').orderBy('place.entrance_id').orderBy('place.position').orderBy('place.id')
}

function homeCount(db: Reader, matterId: number, settled: boolean) {
  return db.selectFrom('matter_home').select(count => count.fn.countAll<number>().as('n'))
    .where('matter_home.community_id', '=', db.community).where('matter_home.matter_id', '=', matterId)
    .$if(settled, some => some.where('matter_home.settled_at', 'is not', null))
}

// A time or a day inside JSON arrives as ISO text.
