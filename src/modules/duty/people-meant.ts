// Who is to hear of what happens on a roster: questions for person ids, for notices.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** onRoster: everybody who may take its turns. leading: who leads the team, or (where nobody does) the secretaries. */
export const MEANT_ON_DUTY = ['onRoster', 'leading'] as const
export type MeantOnDuty = (typeof MEANT_ON_DUTY)[number]

/** The people meant; `subject` is duty/ROSTER. */
export function peopleOnRoster(db: Reader, to: MeantOnDuty, { subject, today }: { subject: string, today: string }) {
  const roster = Number(/^duty\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const team = db.selectFrom('duty_roster')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .where('duty_roster.community_id', '=', db.community).where('duty_roster.id', '=', roster)
  const here = team.select('organisation.id')
  if (to === 'onRoster') return holders(db, today).where('post.organisation_id', 'in', here).select('post.person_id')
  const leaders = holders(db, today).where('post.kind', 'in', ['grid_leader', 'team_leader'])
    .where(eb => eb.or([eb('post.organisation_id', 'in', here), eb('post.organisation_id', 'in', team.where('organisation.part_of', 'is not', null)
      .select(parent => parent.ref('organisation.part_of').$notNull().as('id')))]))
  return holders(db, today).where(eb => eb.or([
    eb('post.id', 'in', leaders.select('post.id')),
    eb.and([eb('post.kind', '=', 'secretary'), eb.not(eb.exists(leaders.select(sql.lit(1).as('one'))))]),
  ])).select('post.person_id')
}

function holders(db: Reader, today: string) {
  return db.selectFrom('post').where('post.community_id', '=', db.community).where('post.since', '<=', today)
    .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
}
