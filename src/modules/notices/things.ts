// What a notice is about where it is no matter: a poll, a session, a council, a vote of the owners, an election. Each is named by one question.
import { sql, type ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { thingText } from '#text/notice-things.ts'

type OfNotice = ExpressionBuilder<DB, 'notice' | 'journal'>

/** A thing as it is named. `inside`: nothing but its kind may leave the house. */
export interface Thing {
  readonly title: string | null
  readonly place: string | null
  readonly inside: boolean
  /** Nobody is wanted for it any more. */
  readonly settled: boolean
}

const number = sql<number>`split_part(journal.subject, '/', 2)::bigint`

/** By the first part of a subject, such as polls/12. A new kind of thing is a line here, its name in `thingText`, and its occasions. */
const THINGS = {
  // What belongs to a matter that is not public any more is not named.
  polls: (eb: OfNotice) => eb.selectFrom('poll')
    .leftJoin('matter as about', join => join.onRef('about.community_id', '=', 'poll.community_id').onRef('about.id', '=', 'poll.matter_id'))
    .select(named(sql`case when about.id is null or (not about.private and about.standing = 'shown') then poll.question end`))
    .whereRef('poll.community_id', '=', 'notice.community_id').where('poll.id', '=', number),
  sessions: (eb: OfNotice) => eb.selectFrom('council_session')
    .innerJoin('council', join => join.onRef('council.community_id', '=', 'council_session.community_id').onRef('council.id', '=', 'council_session.council_id'))
    .select(named(sql`concat(council.name, ' · ', council_session.title)`, sql`council_session.room`, sql`council_session.kind = 'mediation'`))
    .whereRef('council_session.community_id', '=', 'notice.community_id').where('council_session.id', '=', number),
  councils: (eb: OfNotice) => eb.selectFrom('council').select(named(sql`council.name`))
    .whereRef('council.community_id', '=', 'notice.community_id').where('council.id', '=', number),
  decisions: (eb: OfNotice) => eb.selectFrom('decision')
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'decision.community_id').onRef('estate.id', '=', 'decision.estate_id'))
    .select(named(sql`decision.title`, sql`estate.label`)).whereRef('decision.community_id', '=', 'notice.community_id').where('decision.id', '=', number),
  volunteers: (eb: OfNotice) => eb.selectFrom('volunteer').select(named(sql`null::text`)).whereRef('volunteer.community_id', '=', 'notice.community_id').where('volunteer.id', '=', number),
  teams: (eb: OfNotice) => eb.selectFrom('organisation as team').select(named(sql`team.name`)).whereRef('team.community_id', '=', 'notice.community_id').where('team.id', '=', number),
  elections: (eb: OfNotice) => eb.selectFrom('election')
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'election.community_id').onRef('estate.id', '=', 'election.estate_id'))
    .select(named(sql`null::text`, sql`estate.label`)).whereRef('election.community_id', '=', 'notice.community_id').where('election.id', '=', number),
  servings: (eb: OfNotice) => eb.selectFrom('serving')
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
    .select(named(sql`project.name`)).whereRef('serving.community_id', '=', 'notice.community_id').where('serving.id', '=', number),
  duty: (eb: OfNotice) => eb.selectFrom('duty_roster')
    .innerJoin('organisation as team', join => join.onRef('team.community_id', '=', 'duty_roster.community_id').onRef('team.id', '=', 'duty_roster.organisation_id'))
    .select(named(sql`concat(team.name, ' · ', duty_roster.name)`)).whereRef('duty_roster.community_id', '=', 'notice.community_id').where('duty_roster.id', '=', number),
  // The entrance, never the home: that is for whoever goes.
  calls: (eb: OfNotice) => eb.selectFrom('call')
    .innerJoin('place as spot', join => join.onRef('spot.community_id', '=', 'call.community_id').onRef('spot.id', '=', 'call.place_id'))
    .leftJoin('place as around', join => join.onRef('around.community_id', '=', 'call.community_id')
      .on('around.id', '=', sql<number>`coalesce(spot.entrance_id, spot.building_id, spot.estate_id, spot.id)`))
    .select(named(sql`null::text`, sql`around.label`, sql`false`, sql`call.ended_at is not null or call.wanted <= (select count(*) from call_helper
      where call_helper.community_id = call.community_id and call_helper.call_id = call.id and call_helper.released_at is null)`))
    .whereRef('call.community_id', '=', 'notice.community_id').where('call.id', '=', number),
  activities: (eb: OfNotice) => eb.selectFrom('activity')
    .leftJoin('place as spot', join => join.onRef('spot.community_id', '=', 'activity.community_id').onRef('spot.id', '=', 'activity.place_id'))
    .select(named(sql`activity.name`, sql`spot.label`)).whereRef('activity.community_id', '=', 'notice.community_id').where('activity.id', '=', number),
  orders: (eb: OfNotice) => eb.selectFrom('menu_order')
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'menu_order.community_id').onRef('estate.id', '=', 'menu_order.estate_id'))
    .select(named(sql`menu_item.name`, sql`estate.label`)).whereRef('menu_order.community_id', '=', 'notice.community_id').where('menu_order.id', '=', number),
  // Neither the words nor the home: who reads a notice over a shoulder learns of no empty home.
  errands: (eb: OfNotice) => eb.selectFrom('errand')
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'errand.community_id').onRef('estate.id', '=', 'errand.estate_id'))
    .select(named(sql`null::text`, sql`estate.label`)).whereRef('errand.community_id', '=', 'notice.community_id').where('errand.id', '=', number),
}

type Kind = keyof typeof THINGS

type Piece = ReturnType<typeof sql>

function named(title: Piece, place: Piece = sql`null::text`, inside: Piece = sql`false`, settled: Piece = sql`false`) {
  return sql<Thing>`json_build_object('title', ${title}, 'place', ${place}, 'inside', ${inside}, 'settled', ${settled})`.as('thing')
}

/** The thing that the journal entry is about, as a column; null where it is none of these. Only the question about its kind is asked. */
export function thingTold(eb: OfNotice) {
  const cases = Object.entries(THINGS).map(([kind, question]) => sql`when ${sql.lit(kind)} then (${question(eb)})`)
  return sql<Thing | null>`case split_part(journal.subject, '/', 1) ${sql.join(cases, sql` `)} end`
}

/** Which kind of thing a subject names, or null. */
export function kindOf(subject: string): Kind | null {
  const [first = ''] = subject.split('/')
  return isKind(first) ? first : null
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(THINGS, name)
}

/** How it is said; `inHouse`: it is read in the page by whoever was told. */
export function thingWords(lang: Lang, kind: Kind, thing: Thing | null, told: { line: string, inHouse: boolean }): { title: string, line: string, place: string } {
  const t = thingText(lang)
  if (thing?.inside && !told.inHouse) return { title: t[kind], line: t.inside, place: '' }
  return { title: thing?.title ?? t[kind], line: told.line, place: thing?.place ?? '' }
}
