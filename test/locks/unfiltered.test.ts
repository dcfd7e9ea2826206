// The whole application with its own filters taken out of every statement: the database alone keeps the communities apart.
import assert from 'node:assert/strict'
import { after, before, describe, mock, test } from 'node:test'
import pg from 'pg'
import { QUESTIONS } from '../../src/api/questions.ts'
import { PAGES } from './addresses.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import type { Column } from './people.ts'
import { QUERIES } from './questions.ts'
import { plain } from './samples.ts'
import { attempt, dryApp, each, trial } from './trying.ts'

/** Those who see the most. */
const WHO: readonly Column[] = ['sec', 'gle', 'own', 'out']
/** Pages of no community, or of all. */
const ABOVE: readonly string[] = ['/', '/street/:id', '/q/:code', '/sign-in']
/** What only stands in the other community: its places, its people, and the words of its matters, which name the place. */
const THEIRS = /茶亭里|甄zf住|岗书记2位|chating社区/u

// "matter"."community_id" = $3, or = another table's: the value stays, so that the statement still takes it.
const FILTER = /(?:"?\w+"?\.)?"?\bcommunity_id\b"? = (?:(\$\d+)|(?:"?\w+"?\.)?"?\bcommunity_id\b"?)/gu
/** Global tables, which no policy guards: their filters are how the application finds its way before it knows the community. */
const FINDING = /\b(?:membership|api_token)\b/u

let stripped = 0
let here: Neighbourhood

before(async () => {
  here = await neighbourhood()
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
  mock.method(pg.Client.prototype, 'query', function (this: pg.Client, asked: unknown, ...rest: unknown[]) {
    return query.call(this, withoutFilters(asked), ...rest)
  })
})
after(async () => {
  mock.restoreAll()
  await here?.close()
})

function withoutFilters(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || !('text' in asked) || typeof asked.text !== 'string' || FINDING.test(asked.text)) return asked
  if (!/^\s*(?:select|with)\b/iu.test(asked.text)) return asked
  const text = asked.text.replace(FILTER, (_filter, value?: string) => value ? `(${value}::integer is not null)` : 'true')
  if (text !== asked.text) stripped++
  // Another statement than the one of this name.
  return { ...asked, text, name: undefined }
}

/** Where something of the other community is shown; what only multiplies rows may end as an error of ours. */
async function leaks(): Promise<string[]> {
  const app = dryApp(here)
  const found: string[] = []
  const look = async (name: string, path: string, column: Column) => {
    const { text } = await attempt(app, here.cookies[column], { path })
    if (THEIRS.test(text)) found.push(`${name} as ${column}: ${THEIRS.exec(text)?.[0] ?? ''}`)
  }
  for (const column of WHO) {
    await each(Object.entries(PAGES).filter(([name]) => !ABOVE.includes(name)), ([name, path]) => look(name, path(trial(here, column, 'own')), column))
    await each(Object.entries(QUERIES), ([name, query]) => {
      const asked = Object.entries(query(trial(here, column, 'own'))).map(([key, value]) => [key, String(value)])
      return look(name, `/api/${plain(name)}?${new URLSearchParams([['community', 'shicheng'], ...asked])}`, column)
    })
  }
  return found
}

describe('without a single filter in its statements', () => {
  test('the application still shows nothing of another community, on any page or over the API', async () => {
    assert.deepEqual(await leaks(), [])
    assert.ok(stripped > 200, `${stripped} statements lost their filters`)
    assert.ok(QUESTIONS.length > 10)
  })

  test('and without the policies too it would: so it is they that hold', async () => {
    const { rows } = await here.owner.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`)
    for (const { name } of rows) await here.owner.query(`alter table ${name} disable row level security`)
    assert.ok((await leaks()).length > 20)
  })
})
