// The council or the session that an act is about: found among what the actor may see, locked until the act is done.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Reach } from '#modules/councils/council.ts'
import type { Session } from '#modules/councils/session.ts'
import { covered, everySession, noCouncil, noSession, visibleSessions } from '#modules/councils/visible.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

/** The council, locked. Throws NotFound. */
export async function councilToChange(db: Reader, id: number) {
  const found = await db.selectFrom('council').selectAll().select(covered().as('places'))
    .where('community_id', '=', db.community).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw noCouncil()
  return found
}

/** The session, locked. Throws NotFound. */
export function sessionToChange(db: Reader, actor: Actor, id: number): Promise<Found> {
  return lockedIn(() => visibleSessions(db, actor), id)
}

/** The same for what the clock does of itself. */
export function sessionByClock(db: Reader, id: number): Promise<Found> {
  return lockedIn(() => everySession(db), id)
}

/** A session as acts find it. */
export type Found = Session & { readonly council_id: number, readonly number: number, readonly title: string, readonly council_name: string }

async function lockedIn(sessions: () => ReturnType<typeof everySession>, id: number): Promise<Found> {
  const asked = () => sessions().where('council_session.id', '=', id)
  // First the lock, then the look: who else is invited, or that it is over, is read as it is once nobody else holds it.
  await asked().select('council_session.id').forUpdate('council_session').execute()
  const found = await ruled(asked()).executeTakeFirst()
  if (!found) throw noSession()
  return asSession(found)
}

/** The columns that the rules look at; with `visibleSessions` in front. */
export function ruled(query: ReturnType<typeof everySession>) {
  return query
    .leftJoin('session_minutes', join => join.onRef('session_minutes.community_id', '=', 'council_session.community_id')
      .onRef('session_minutes.session_id', '=', 'council_session.id'))
    .select(['council_session.id', 'council_session.council_id', 'council_session.number', 'council_session.kind', 'council_session.title',
      'council_session.convener_id', 'council_session.keeper_id', 'council_session.begins_at', 'council_session.opened_at',
      'council_session.ended_at', 'council_session.cancelled_at', 'session_minutes.sealed_at', 'council.name as council_name',
      'council.convener_id as council_convener_id', covered().as('places')])
}

type Ruled = Awaited<ReturnType<ReturnType<typeof ruled>['executeTakeFirstOrThrow']>>

/** A row of `ruled` as the rules see it. */
export function asSession<Row extends Ruled>({ places, council_convener_id, ...session }: Row) {
  const council: Reach = { places, convener_id: council_convener_id }
  return { ...session, council }
}

/** A topic of this session. Throws NotFound. */
export async function topicOf(db: Reader, session: number, topic: number) {
  const found = await db.selectFrom('session_topic').select(['id', 'title', 'position'])
    .where('community_id', '=', db.community).where('session_id', '=', session).where('id', '=', topic).executeTakeFirst()
  if (!found) throw new NotFound(lang => sessionText(lang).noTopic)
  return found
}

/** A seat of this session, with the names of whoever has it. Throws NotFound. */
export async function seatOf(db: Reader, session: number, seat: number) {
  const found = await db.selectFrom('session_seat').select(['id', 'person_id', 'organisation_id', 'invited_at', 'came_at', 'signed_at'])
    .where('community_id', '=', db.community).where('session_id', '=', session).where('id', '=', seat).executeTakeFirst()
  if (!found) throw new NotFound(lang => sessionText(lang).noSeat)
  return found
}

/** Whether a seat is the actor's own or that of an organisation in which he holds a post. */
export function isOwnSeat(actor: Actor, seat: { person_id: number | null, organisation_id: number | null }): boolean {
  return (actor.personId !== null && seat.person_id === actor.personId) || actor.posts.some(post => post.organisation_id === seat.organisation_id)
}

/** The person or the organisation that is meant. Throws Invalid when it is not one of the two, or not there. */
export async function whoIsMeant(db: Reader, { person, organisation }: { person?: number, organisation?: number }) {
  const wrong = () => invalid([{ field: person === undefined ? 'organisation' : 'person', reason: lang => councilText(lang).whomWrong }])
  if ((person === undefined) === (organisation === undefined)) throw wrong()
  const there = person === undefined
    ? await db.selectFrom('organisation').select('id').where('community_id', '=', db.community).where('id', '=', organisation ?? 0).executeTakeFirst()
    : await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', person).where('erased_at', 'is', null).executeTakeFirst()
  if (!there) throw wrong()
  return { person_id: person ?? null, organisation_id: organisation ?? null }
}

/** A person of the community who is still there. Throws Invalid for this field. */
export async function personThere(db: Reader, id: number, field: string): Promise<number> {
  const found = await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', id).where('erased_at', 'is', null).executeTakeFirst()
  if (!found) throw invalid([{ field, reason: lang => councilText(lang).whomWrong }])
  return found.id
}

/** The moment of a day and an hour there. */
export async function momentOf(db: Reader, on: string, minute: number): Promise<Temporal.Instant> {
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return Temporal.PlainDate.from(on).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).toInstant()
}
