// The open data, declared once: the files, the data dictionary and the page are made from this.
import type { Reader } from '#kit/db.ts'
import { hiddenMonths, openCosts, openMatters, openMonths, openSpending, openSteps, type After } from '#modules/matters/public.ts'
import { openPlaces } from '#modules/places/public.ts'
import { services } from '#modules/services/public.ts'
import type { columnTypeText, dataColumnText, dataSetText } from '#text/open-data.ts'

/** What stands in a cell; null is an empty one. */
export type Cell = string | number | boolean | null
export type SetName = keyof ReturnType<typeof dataSetText>
type ColumnType = keyof ReturnType<typeof columnTypeText>
type Named<Name extends string, Key> = Key extends `${Name}.${infer Column}` ? Column : never
type ColumnOf<Name extends SetName> = Named<Name, keyof ReturnType<typeof dataColumnText>>

export interface DataSet {
  readonly name: SetName
  /** In the order of the file. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /** The rows after a number; `last` is the number to go on from, null at the end. */
  readonly page: (db: Reader, after: After) => Promise<{ rows: readonly (readonly Cell[])[], last: number | null }>
}

// A set that the dictionary does not describe column by column is a compile error.
function paged<Name extends SetName, Row>(name: Name, columns: Record<ColumnOf<Name>, ColumnType>, source: {
  ask: (db: Reader, after: After) => Promise<Row[]>, cells: (row: Row) => Record<ColumnOf<Name>, Cell>, number: (row: Row) => number,
    thick?: true,
}): DataSet {
  const names = Object.keys(columns) as ColumnOf<Name>[]
  return {
    name, columns,
    async page(db, after) {
      const found = await source.ask(db, after)
      const last = found.at(-1)
      // Where one number has several rows a page is full sooner or later than its rows say: only an empty one is the end.
      const ended = last === undefined || (!source.thick && found.length < after.most)
      return { rows: found.map(row => { const cells = source.cells(row); return names.map(column => cells[column]) }),
        last: ended ? null : source.number(last) }
    },
  }
}

function whole<Name extends SetName, Row>(name: Name, columns: Record<ColumnOf<Name>, ColumnType>, source: {
  ask: (db: Reader) => Promise<Row[]>, cells: (row: Row) => Record<ColumnOf<Name>, Cell>,
}): DataSet {
  const names = Object.keys(columns) as ColumnOf<Name>[]
  return {
    name, columns,
    page: async db => ({ rows: (await source.ask(db))
      .map(row => { const cells = source.cells(row); return names.map(column => cells[column]) }), last: null }),
  }
}

const time = (at: Temporal.Instant | null) => at === null ? null : at.toString({ smallestUnit: 'second' })

/** In the order of the page. */
export const DATA_SETS: readonly DataSet[] = [
  paged('matters', {
    number: 'integer', estate: 'text', building: 'text', kind: 'text', category: 'text', track: 'text', urgent: 'boolean', step: 'text',
      raised_at: 'time',
    step_since: 'time', closed_at: 'time', closed_as: 'text', level: 'text', merged_into: 'integer', organisation: 'text',
      limits: 'integer',
    limits_kept: 'integer', ratings: 'integer', stars: 'number', cents: 'cents',
  }, {
    ask: openMatters, number: row => row.id,
    cells: ({ id, kept, stars, raised_at, step_since, closed_at, ...same }) => ({
      ...same, number: id, limits_kept: kept, stars: stars === null ? null : Number(stars),
      raised_at: time(raised_at), step_since: time(step_since), closed_at: time(closed_at),
    }),
  }),
  paged('steps', { number: 'integer', step: 'text', since: 'time' }, {
    ask: openSteps, number: row => row.id, thick: true, cells: ({ id, step, since }) => ({ number: id, step, since: time(since) }),
  }),
  paged('costs', { number: 'integer', matter: 'integer', day: 'date', paid_from: 'text', cents: 'cents' }, {
    ask: openCosts, number: row => row.id, cells: ({ id, ...same }) => ({ ...same, number: id }),
  }),
  whole('months', { month: 'month', estate: 'text', track: 'text', raised: 'integer', done: 'integer', turned_down: 'integer' },
    { ask: openMonths, cells: row => row }),
  whole('hidden', { month: 'month', raised: 'integer' }, { ask: hiddenMonths, cells: row => row }),
  whole('spending', { month: 'month', paid_from: 'text', cents: 'cents' }, { ask: openSpending, cells: row => row }),
  whole('services', {
    number: 'integer', class: 'text', name: 'text', about: 'text', provider: 'text', place: 'text', hours: 'text', phone: 'text',
      changed_at: 'time',
  }, { ask: services, cells: ({ id, changed_at, ...same }) => ({ ...same, number: id, changed_at: time(changed_at) }) }),
  paged('places', { number: 'integer', in: 'integer', kind: 'text', name: 'text', label: 'text' }, {
    ask: openPlaces, number: row => row.id, cells: ({ id, parent_id, ...same }) => ({ ...same, number: id, in: parent_id }),
  }),
]
