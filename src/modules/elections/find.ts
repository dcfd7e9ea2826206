// The election that an act is about, locked until the act is done; its rules, its day, and who is who in it.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { type Election } from '#modules/elections/election.ts'
import { say } from '#modules/elections/fields.ts'
import { sourceSaid, type Misfit, type Rule, type Rules } from '#modules/law/public.ts'
import { localDay } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

const COLUMNS = [
  'id', 'estate_id', 'kind', 'requested_on', 'formed_on', 'session_id', 'decision_id', 'seats', 'term_months', 'elected_on', 'met_on', 'term_ends', 'filed_on', 'stopped_at',
] as const

/** The election, locked. Throws NotFound. */
export async function electionToChange(db: Reader, id: number): Promise<Election> {
  // First the lock, then the look: what stands beside it is read as it is once nobody else holds it.
  await db.selectFrom('election').select('id').where('community_id', '=', db.community).where('id', '=', id).forUpdate().execute()
  return electionById(db, id)
}

/** The election. Throws NotFound. */
export async function electionById(db: Reader, id: number): Promise<Election> {
  const found = await elections(db).where('election.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(say('notHere'))
  return asElection(found)
}

/** Elections with their estate, group, members and how the vote stands; conditions are the caller's. */
export function elections(db: Reader) {
  return db.selectFrom('election')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'election.community_id').onRef('place.id', '=', 'election.estate_id'))
    .innerJoin('community', 'community.id', 'election.community_id')
    .leftJoin('decision', join => join.onRef('decision.community_id', '=', 'election.community_id').onRef('decision.id', '=', 'election.decision_id'))
    .select(COLUMNS.map(column => `election.${column}` as const))
    .select(['community.time_zone', 'place.name', 'place.label', 'place.code', 'decision.stage as vote'])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('election_group').select(['election_group.person_id as person', 'election_group.party', 'election_group.leads'])
        .whereRef('election_group.community_id', '=', 'election.community_id').whereRef('election_group.election_id', '=', 'election.id')
        .orderBy('election_group.leads', 'desc').orderBy('election_group.party').orderBy('election_group.person_id')).as('group'),
      jsonArrayFrom(eb.selectFrom('election_member')
        .select(['election_member.id', 'election_member.person_id as person', 'election_member.rank', 'election_member.office', 'election_member.since', 'election_member.until',
          'election_member.post_id as post'])
        .whereRef('election_member.community_id', '=', 'election.community_id').whereRef('election_member.election_id', '=', 'election.id')
        .orderBy('election_member.rank')).as('members'),
    ])
    .where('election.community_id', '=', db.community)
}

type Found = Awaited<ReturnType<ReturnType<typeof elections>['executeTakeFirstOrThrow']>>

/** A row of `elections`. */
export function asElection<Row extends Found>({ time_zone, name, label, code, ...row }: Row) {
  return {
    ...row, zone: time_zone,
    estate: { id: row.estate_id, kind: 'estate' as const, name, label, code, parent_id: null, estate_id: null, building_id: null, entrance_id: null },
  }
}

/** The rules of the estate, and the day there (2026-11-22). */
export async function lawNow(db: Reader, estate: number, now: Temporal.Instant): Promise<{ rules: Rules, today: string }> {
  const today = await localDay(db, now)
  return { today, rules: (await rulesFor(db, estate, today)).rules }
}

/** Throws Invalid where a day is still to come, or lies before another. */
export function notToCome(on: string, today: string, field: string, notBefore: string | null = null): void {
  if (on > today || (notBefore !== null && on < notBefore)) throw invalid([{ field, reason: say('dayWrong') }])
}

/** Throws Invalid with every misfit and its article. */
export function noMisfits(misfits: readonly Misfit[], field: string): void {
  if (misfits.length > 0) throw invalid(misfits.map(({ reason, rule }) => ({ field, reason: cited(reason, rule) })))
}

/** A reason with the article that it stands in. */
export function cited(reason: Misfit['reason'], rule: Rule): Misfit['reason'] {
  return lang => electionText(lang).cited(reason(lang), sourceSaid(rule.source, lang))
}

/** Throws Invalid unless all of these are people of the community. */
export async function peopleHere(db: Reader, people: readonly number[], field: string): Promise<void> {
  const { n } = await db.selectFrom('person').select(eb => eb.fn.countAll<number>().as('n')).where('community_id', '=', db.community)
    .where('id', 'in', [0, ...people]).where('erased_at', 'is', null).executeTakeFirstOrThrow()
  if (n !== new Set(people).size) throw invalid([{ field, reason: say('personWrong') }])
}

/** Who of these owns a home of the estate on a day, by the roster. */
export async function ownersAmong(db: Reader, estate: number, people: readonly number[], today: string): Promise<Set<number>> {
  const rows = await db.selectFrom('tie').innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select('tie.person_id').distinct().where('tie.community_id', '=', db.community).where('tie.kind', '=', 'owner').where('place.estate_id', '=', estate)
    .where('tie.person_id', 'in', [0, ...people]).where('tie.since', '<=', today)
    .where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)])).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
