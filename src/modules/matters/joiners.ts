// 参加活动: who joins in, who came, and how long it really was. Pure rules, and the rows.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { activityText } from '#text/activity.ts'

/** How somebody stands to an activity. */
export interface Joiner {
  arrived_at: Temporal.Instant | null
  left_at: Temporal.Instant | null
}

/** Why somebody cannot join in, or null. */
export function mayNotJoin(actor: Actor, matter: Matter, own: Joiner | undefined): Said | null {
  return mayNotTakePart(actor, matter) ?? (own ? lang => activityText(lang).joinedAlready : null)
}

/** Why somebody cannot stay away any more, or null. */
export function mayNotStayAway(actor: Actor, matter: Matter, own: Joiner | undefined): Said | null {
  return mayNotTakePart(actor, matter) ?? (own ? null : lang => activityText(lang).notJoined) ?? (own?.arrived_at ? lang => activityText(lang).hereAlready : null)
}

/** Why somebody cannot say that he has come, or null. */
export function mayNotArrive(actor: Actor, matter: Matter, own: Joiner | undefined): Said | null {
  return mayNotTakePart(actor, matter) ?? (own?.arrived_at ? lang => activityText(lang).hereAlready : null)
}

/** Why somebody cannot say that he goes, or null. */
export function mayNotGo(actor: Actor, matter: Matter, own: Joiner | undefined): Said | null {
  return mayNotTakePart(actor, matter) ?? (own?.arrived_at ? null : lang => activityText(lang).notHere)
    ?? (own?.left_at ? lang => activityText(lang).goneAlready : null)
}

function mayNotTakePart(actor: Actor, matter: Matter): Said | null {
  return mayNot.alive(matter) ?? signedOut(actor) ?? (matter.track === 'activity' ? null : lang => activityText(lang).noActivity)
}

/** What is printed at the place of an activity is made from this; only whoever is there can know it. */
export function hereSubject(community: number, matterId: number): string {
  return `here ${community} ${matterId}`
}

/** The actor's own row. */
export async function joinerOf(db: Reader, matterId: number, personId: number | null): Promise<Joiner | undefined> {
  return db.selectFrom('matter_joiner').select(['arrived_at', 'left_at'])
    .where('community_id', '=', db.community).where('matter_id', '=', matterId).where('person_id', '=', personId ?? 0).executeTakeFirst()
}

/** Everybody who joined in, in the order in which they did: for whoever handles the activity. */
export async function joinersOf(db: Reader, matterId: number) {
  return db.selectFrom('matter_joiner')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'matter_joiner.community_id').onRef('person.id', '=', 'matter_joiner.person_id'))
    .select(['person.id', 'person.name', 'matter_joiner.arrived_at', 'matter_joiner.left_at', 'matter_joiner.minutes'])
    .where('matter_joiner.community_id', '=', db.community).where('matter_joiner.matter_id', '=', matterId)
    .orderBy('matter_joiner.joined_at').orderBy('person.id').execute()
}

/** How many joined, came, and how many minutes that makes; and how the actor stands: as JSON for the matter's page. */
export function joinedIn(eb: ExpressionBuilder<DB, 'matter'>, personId: number | null) {
  const rows = eb.selectFrom('matter_joiner').whereRef('matter_joiner.community_id', '=', 'matter.community_id').whereRef('matter_joiner.matter_id', '=', 'matter.id')
  return rows.select(count => [
    count.fn.countAll<number>().as('joined'),
    count.fn.count<number>('matter_joiner.arrived_at').as('came'),
    count.fn.coalesce(count.fn.sum<number>('matter_joiner.minutes'), count.lit(0)).as('minutes'),
    count.fn.coalesce(count.fn.agg<boolean>('bool_or', [count('matter_joiner.person_id', '=', personId ?? 0)]), count.lit(false)).as('own'),
  ])
}
