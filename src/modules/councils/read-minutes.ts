// Sealed minutes with what stands beside them: names, signatures and addenda.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { SeatParty } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { minutesIn, sealOf, type MinutesContent } from '#modules/councils/minutes.ts'
import { NEIGHBOURS } from '#modules/councils/read.ts'
import { maskedName } from '#modules/people/public.ts'

/** Whoever was there, with how he signed. */
export interface Present {
  readonly seat: number
  readonly party: SeatParty
  readonly organisation: string | null
  /** Null where nobody is named, or the name was erased. */
  readonly name: string | null
  readonly signed: { readonly at: Temporal.Instant, readonly onPaper: boolean } | null
}

/** Minutes as they are shown. */
export interface Minutes {
  readonly content: MinutesContent
  /** The sealed text itself: whoever hashes it gets `hash`. Null where it speaks of a matter that is not public any more. */
  readonly text: string | null
  readonly hash: string
  /** Whether the text still is what was sealed. */
  readonly intact: boolean
  readonly sealedAt: Temporal.Instant
  readonly present: readonly Present[]
  readonly owners: ReadonlyMap<number, string>
  readonly addenda: readonly { id: number, text: string, hash: string, at: Temporal.Instant, intact: boolean }[]
}

/**
 * The minutes of a session that the actor was found to see; null while they are not sealed. `inside`: with everybody's name; others read
 * nothing but the numbers of matters that are not public any more. One statement.
 */
export async function minutesOf(db: Reader, sessionId: number, inside: boolean): Promise<Minutes | null> {
  const found = await db.selectFrom('session_minutes').select(['content', 'hash', 'sealed_at'])
    .select([
      jsonArrayFrom(db.selectFrom('session_seat').select(['id', 'party', 'name', 'salt', maybeTold('signed_at').as('signed_at'), 'signed_on_paper'])
        .where('community_id', '=', db.community).where('session_id', '=', sessionId)).as('seats'),
      jsonArrayFrom(db.selectFrom('session_task').select(['id', 'owner_name']).where('community_id', '=', db.community).where('session_id', '=', sessionId)).as('owners'),
      jsonArrayFrom(db.selectFrom('session_addendum').select(['id', 'text', 'hash', told('added_at').as('at')])
        .where('community_id', '=', db.community).where('session_id', '=', sessionId).orderBy('id')).as('addenda'),
      jsonArrayFrom(noLongerPublic(db, sessionId)).as('closed'),
    ])
    .where('community_id', '=', db.community).where('session_id', '=', sessionId).executeTakeFirst()
  if (!found) return null
  const whole = minutesIn(found.content)
  const closed = new Set(inside ? [] : found.closed.map(one => one.matter_id))
  const topics = whole.topics.map(topic => topic.matters.some(id => closed.has(id)) ? { ...topic, title: '', text: '', decision: '', tasks: [] } : topic)
  const content = { ...whole, topics }
  const shown = (party: SeatParty, name: string | null) => name === null || inside || !NEIGHBOURS.has(party) ? name : maskedName(name)
  return {
    content, text: topics.every((topic, i) => topic === whole.topics[i]) ? found.content : null, hash: found.hash, intact: sealOf(found.content) === found.hash, sealedAt: found.sealed_at,
    present: content.present.map(({ seat, party, organisation }) => {
      const row = found.seats.find(one => one.id === seat)
      return { seat, party, organisation, name: shown(party, row?.name ?? null),
        signed: row?.signed_at ? { at: Temporal.Instant.from(row.signed_at), onPaper: row.signed_on_paper } : null }
    }),
    owners: new Map(found.owners.flatMap(({ id, owner_name }) => owner_name === null ? [] : [[id, inside ? owner_name : maskedName(owner_name)] as const])),
    addenda: found.addenda.map(({ at, ...one }) => ({ ...one, at: Temporal.Instant.from(at), intact: sealOf(one.text) === one.hash })),
  }
}

function noLongerPublic(db: Reader, sessionId: number) {
  return db.selectFrom('session_topic')
    .innerJoin('session_topic_matter', join => join.onRef('session_topic_matter.community_id', '=', 'session_topic.community_id').onRef('session_topic_matter.topic_id', '=', 'session_topic.id'))
    .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'session_topic_matter.community_id').onRef('matter.id', '=', 'session_topic_matter.matter_id'))
    .select('session_topic_matter.matter_id').where('session_topic.community_id', '=', db.community).where('session_topic.session_id', '=', sessionId)
    .where(eb => eb.or([eb('matter.private', '=', true), eb('matter.standing', '<>', 'shown'), eb('matter.withdrawn_at', 'is not', null)]))
}
