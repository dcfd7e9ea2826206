// The files of the open data, written while they are read: a page of rows at a time, however many there are.
import type { Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { writeCsv } from '#kit/tables.ts'
import { openDataText } from '#text/open-data.ts'
import type { House } from '../../../house.ts'
import { communityAsked } from './asked.ts'
import { DATA_SETS, type Cell, type DataSet } from './sets.ts'

/** Rows that are held in memory at once. */
const AT_ONCE = 1000
const MARK = 3

/** GET /:community/open-data/:file, such as matters.csv */
export function file(house: House): Handler {
  return async c => {
    const community = await communityAsked(house, c)
    const [, name, format] = /^([a-z]+)\.(csv|json)$/u.exec(c.req.param('file') ?? '') ?? []
    const set = DATA_SETS.find(one => one.name === name)
    if (!set) throw new NotFound(lang => openDataText(lang).noFile)
    const rows = pages(house, community.id, set)
    const written = format === 'csv' ? csv(set, rows)
      : json(set, rows, { community: community.slug, made: house.clock().toString({ smallestUnit: 'second' }) })
    return new Response(ReadableStream.from(written), { headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8', 'cache-control': 'no-cache',
      'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${community.slug}-${set.name}.${format}"`,
    } })
  }
}

type Rows = AsyncGenerator<readonly (readonly Cell[])[]>

async function* pages(house: House, community: number, set: DataSet): Rows {
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const { rows, last } = await house.database.look(community, db => set.page(db, { after: from, most: AT_ONCE }))
    yield rows
    after = last
  }
}

async function* csv(set: DataSet, pagesOfRows: Rows): AsyncGenerator<Uint8Array> {
  yield writeCsv(Object.keys(set.columns), [])
  for await (const rows of pagesOfRows) {
    const [first, ...rest] = rows.map(cells => cells.map(cell => cell === null ? '' : String(cell)))
    // Only the beginning of a file has a byte order mark.
    if (first) yield writeCsv(first, rest).subarray(MARK)
  }
}

async function* json(set: DataSet, pagesOfRows: Rows, about: Record<string, string>): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder()
  const names = Object.keys(set.columns)
  yield bytes.encode(`{${Object.entries({ set: set.name, licence: 'CC-BY-4.0', ...about })
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`).join('')}"rows":[`)
  let begun = false
  for await (const rows of pagesOfRows) {
    const text = rows.map(cells => JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i]])))).join(',\n')
    if (text) yield bytes.encode(`${begun ? ',\n' : '\n'}${text}`)
    begun ||= text !== ''
  }
  yield bytes.encode('\n]}\n')
}
