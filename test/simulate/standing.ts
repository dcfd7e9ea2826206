// How matters stand: what the laws of `lawful.ts` look at, for one matter or many in two statements.
import { sql } from 'kysely'
import type { Step, Track } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { question } from '#kit/question.ts'
import { CLOCK_COLUMNS, clockOf, type Clock } from '#modules/clocks/public.ts'
import { methodIn, type Method } from '#modules/methods/public.ts'

export interface Standing {
  id: number
  step: Step
  track: Track | null
  category: string | null
  isPrivate: boolean
  urgent: boolean
  methodId: number
  method: Method
  raisedAt: Temporal.Instant
  stepSince: Temporal.Instant
  acceptedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  /** As its sealed file says; null while it has none. */
  closedAs: 'done' | 'turned_down' | null
  level: string | null
  isWithdrawn: boolean
  mergedInto: number | null
  isPaused: boolean
  waitsForResident: boolean
  leadId: number | null
  routedBy: number | null
  reopenedFrom: number | null
  /** All of them, the oldest first. */
  clocks: (Clock & { id: number })[]
}

/** The matters of these ids. */
export async function standings(db: Reader, ids: readonly number[]): Promise<Map<number, Standing>> {
  const asked = { community: db.community, ids, subjects: ids.map(id => `matters/${id}`) }
  const [rows, clocks] = await Promise.all([db.ask(mattersOf(asked)), db.ask(clocksAbout(asked))])
  const bySubject = Object.groupBy(clocks, clock => clock.subject)
  const clocksFor = (id: number) => (bySubject[`matters/${id}`] ?? []).map(({ id: clockId, ...clock }) => ({ id: clockId, ...clockOf(clock) }))
  return new Map(rows.map(row => [row.id, standing(row, clocksFor(row.id))]))
}

interface Asked { community: number, ids: readonly number[], subjects: readonly string[] }

const mattersOf = question<Asked>()((db, { community, ids }) => matters(db)
  .where('matter.community_id', '=', community).where('matter.id', '=', sql<number>`any(${ids}::bigint[])`).orderBy('matter.id'))

const clocksAbout = question<Asked>()((db, { community, subjects }) => db.selectFrom('clock').select(['clock.id', ...CLOCK_COLUMNS])
  .where('clock.community_id', '=', community).where('clock.subject', '=', sql<string>`any(${subjects}::text[])`).orderBy('clock.id'))

function matters(db: Pick<Reader, 'selectFrom'>) {
  return db.selectFrom('matter')
    .innerJoin('method', join => join.onRef('method.community_id', '=', 'matter.community_id').onRef('method.id', '=', 'matter.method_id'))
    .leftJoin('matter_dossier', join => join.onRef('matter_dossier.community_id', '=', 'matter.community_id')
      .onRef('matter_dossier.matter_id', '=', 'matter.id'))
    .select(['matter.id', 'matter.step', 'matter.track', 'matter.category', 'matter.private', 'matter.urgent', 'matter.raised_at',
      'matter.step_since', 'matter.accepted_at', 'matter.closed_at', 'matter.withdrawn_at', 'matter.merged_into', 'matter.paused_at',
      'matter.waits_for_resident', 'matter.lead_id', 'matter.routed_by', 'matter.reopened_from', 'method.id as method_id', 'method.source',
      'matter_dossier.closed_as', 'matter_dossier.level'])
}

type Row = Awaited<ReturnType<ReturnType<typeof matters>['execute']>>[number]

function standing(row: Row, clocks: Standing['clocks']): Standing {
  return {
    id: row.id, step: row.step, track: row.track, category: row.category, isPrivate: row.private, urgent: row.urgent,
    methodId: row.method_id, method: methodIn(row.source), raisedAt: row.raised_at, stepSince: row.step_since,
    acceptedAt: row.accepted_at, closedAt: row.closed_at, closedAs: row.closed_as, level: row.level,
    isWithdrawn: row.withdrawn_at !== null, mergedInto: row.merged_into, isPaused: row.paused_at !== null,
    waitsForResident: row.waits_for_resident, leadId: row.lead_id, routedBy: row.routed_by, reopenedFrom: row.reopened_from, clocks,
  }
}

/** No act can change it any more. */
export function isOver({ step, isWithdrawn }: Pick<Standing, 'step' | 'isWithdrawn'>): boolean {
  return step === 'close' || isWithdrawn
}
