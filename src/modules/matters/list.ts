// The list of matters for programs: one after another, the newest first, from a number on.
import { sql } from 'kysely'
import type { Step, Track } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import { searchQuery } from '#kit/search.ts'
import { visibleTo, within } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/**
 * Which matters: at a place or in it, of a step, with these words; `own`: raised or followed by the actor; `open`: not closed, or only
 * closed.
 */
export interface ListFilter {
  place?: number
  step?: Step
  track?: Track
  category?: string
  kind?: string
  words?: string
  own?: boolean
  open?: boolean
  since?: string
}

/**
 * At most `limit` matters that the actor may see, below the number `before` (null: from the newest on). What was taken back is left out.
 * One statement.
 */
export async function mattersListed(db: Reader, actor: Actor, filter: ListFilter,
  { before, limit }: { before: number | null, limit: number }) {
  return chosen(db, actor, filter)
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter.community_id').onRef('organisation.id', '=',
      'matter.lead_organisation_id'))
    .select(['matter.id', 'matter.kind', 'matter.title', 'matter.text', 'matter.step', 'matter.track', 'matter.category', 'matter.urgent',
      'matter.private',
      'matter.raised_at', 'matter.step_since', 'matter.closed_at', 'matter.merged_into', 'matter.place_id', 'place.label',
      'place.kind as place_kind',
      'organisation.name as organisation', sql<boolean>`coalesce(matter.raiser_id = ${actor.personId}, false)`.as('mine')])
    .select(eb => eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
      .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'))
    .$if(before !== null, asked => asked.where('matter.id', '<', before ?? 0))
    .orderBy('matter.id', 'desc').limit(limit).execute()
}

function chosen(db: Reader, actor: Actor, { place, step, track, category, kind, words, own, open, since }: ListFilter) {
  const wanted = words === undefined ? null : searchQuery(words)
  return visibleTo(db, actor).where('matter.withdrawn_at', 'is', null)
    .$if(place !== undefined, asked => asked.where(eb => eb.or(within([place ?? 0]).map(([column, ids]) => eb(column, 'in', ids)))))
    .$if(step !== undefined, asked => asked.where('matter.step', '=', step ?? 'raise'))
    .$if(track !== undefined, asked => asked.where('matter.track', '=', track ?? 'hazard'))
    .$if(category !== undefined, asked => asked.where('matter.category', '=', category ?? ''))
    .$if(kind !== undefined, asked => asked.where('matter.kind', '=', kind ?? ''))
    .$if(open !== undefined, asked => asked.where('matter.step', open ? '<>' : '=', 'close'))
    .$if(since !== undefined, asked => asked.where('matter.raised_at', '>=', at(Temporal.Instant.from(since ?? ''))))
    .$if(own === true, asked => asked.where(eb => eb.or([
      eb('matter.raiser_id', '=', actor.personId),
      eb('matter.id', 'in', eb.selectFrom('matter_follower').select('matter_id')
        .where('matter_follower.community_id', '=', db.community).where('matter_follower.person_id', '=', actor.personId)),
    ])))
    .$if(wanted !== null, asked => asked.where('matter.id', 'in', sql<number>`(select matters_found(${wanted}))`))
}
