// Real conversations cast again, vote by vote, through the API by made-up members: the table comes out as it was published, cell for cell.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { SILENT } from '#kit/opinion/votes.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { hashOfToken, newToken, passerBy } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { createApp } from '../../src/app.ts'
import { NOT_HERE, published, type ConversationName, type Published } from '../polis/published.ts'

const WORDS = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const
/** So many members tap at the same time. */
const AT_ONCE = 6

let here: TestHouse
let app: Hono
let secretary = ''

before(async () => {
  here = await testHouse()
  app = createApp(here.house)
  const founded = await here.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  secretary = await keyOf(Number(founded.secretary))
})
after(() => here.close())

async function keyOf(person: number): Promise<string> {
  const token = newToken()
  await here.owner.query(`insert into api_token (community_id, person_id, name, token_hash, made_at, ends_at) values (1, $1, 'replay', $2, $3, '2027-01-01')`,
    [person, hashOfToken(token), here.time.now.toString()])
  return token
}

async function member(number: number): Promise<string> {
  const { rows: [row] } = await here.owner.query('insert into person (community_id, name) values (1, $1) returning id', [`邻居${number}`])
  return keyOf(Number(row.id))
}

async function act(key: string, name: string, input: object): Promise<Record<string, number>> {
  const answer = await app.request(`http://localhost/api/${name}`, {
    method: 'POST', body: JSON.stringify(input), headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  })
  assert.equal(answer.status, 201, await answer.clone().text())
  return await answer.json() as Record<string, number>
}

async function statementsOf(id: number): Promise<{ id: number, text: string }[]> {
  const answer = await app.request(`http://localhost/api/opinions.statements?id=${id}&limit=200`, { headers: { authorization: `Bearer ${secretary}` } })
  assert.equal(answer.status, 200)
  const { items } = await answer.json() as { items: { id: number, text: string }[] }
  return items
}

// The first three open it; the others are added by one member after another and let through by the secretary. Answers our number of each of theirs.
async function opened({ table }: Published, name: string, authors: readonly string[]): Promise<{ id: number, ours: Map<number, number> }> {
  const texts = table.statements.map(statement => `${name} 第 ${statement} 句`)
  const { id = 0 } = await act(secretary, 'opinions.open', { question: `再问一遍：${name}`, statements: texts.slice(0, 3), until: '2026-12-01' })
  for (const [at, text] of texts.slice(3).entries()) {
    const { statement } = await act(authors[at] ?? '', 'opinions.suggest', { id, text })
    await act(secretary, 'opinions.judge', { id, statement, verdict: 'accepted' })
  }
  const ids = new Map((await statementsOf(id)).map(statement => [statement.text, statement.id]))
  return { id, ours: new Map(table.statements.map((statement, at) => [statement, ids.get(texts[at] ?? '') ?? 0])) }
}

async function replayed(name: ConversationName): Promise<{ same: number, cells: number, votes: number }> {
  const conversation = published(name)
  const { table, votes } = conversation
  assert.ok(votes)
  const keys = new Map<number, string>()
  for (const voter of table.voters) keys.set(voter, await member(voter))
  const { id, ours } = await opened(conversation, name, [...keys.values()])
  // A vote on something that was taken out of the published table has no column to stand in.
  const cast = votes.filter(vote => ours.has(vote.statement)).toSorted((a, b) => a.at - b.at)
  const waiting = Map.groupBy(cast, vote => vote.voter).values().toArray()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let own = waiting.shift(); own; own = waiting.shift()) {
      for (const { voter, statement, opinion } of own) {
        await act(keys.get(voter) ?? '', 'opinions.cast', { id, statement: ours.get(statement), opinion: WORDS[`${opinion}`] })
      }
    }
  }))
  // Who has which random number is known until the end only.
  const { rows } = await here.owner.query(`select v.mark, p.name from conversation_voter v join person p on p.community_id = v.community_id and p.id = v.person_id
    where v.community_id = 1 and v.conversation_id = $1`, [id])
  const marks = new Map(rows.map(row => [Number(String(row.name).slice(2)), Number(row.mark)]))
  await act(secretary, 'opinions.close', { id })
  return { ...await compared(conversation, { id, ours, marks }), votes: cast.length }
}

interface Ours {
  id: number
  ours: ReadonlyMap<number, number>
  marks: ReadonlyMap<number, number>
}

// From the file that everybody can take along.
async function compared({ table: { voters, statements, cells } }: Published, { id, ours, marks }: Ours): Promise<{ same: number, cells: number }> {
  const file = await app.request(`http://localhost/shicheng/conversations/${id}/votes.csv`)
  assert.equal(file.status, 200)
  const [header = '', ...lines] = (await file.text()).trimEnd().split('\n')
  const columns = header.split(',').slice(1).map(Number)
  const rows = new Map(lines.map(line => line.split(',')).map(([mark, ...row]) => [Number(mark), row]))
  assert.equal(lines.length, voters.length)
  let same = 0
  for (const [row, voter] of voters.entries()) {
    const own = rows.get(marks.get(voter) ?? 0) ?? []
    for (const [column, statement] of statements.entries()) {
      const cell = cells[row * statements.length + column]
      const said = own[columns.indexOf(ours.get(statement) ?? 0)]
      if (said === (cell === SILENT ? '' : String(cell))) same++
    }
  }
  return { same, cells: cells.length }
}

// The second takes as long as the first and shows nothing else; both are replayed before a release.
const second = process.env['LINJU_REPLAY'] === 'all' ? NOT_HERE : 'LINJU_REPLAY=all replays it too'

for (const [name, skip] of [['brexit-consensus', NOT_HERE], ['scoop-hivemind.ubi', second]] as const) {
  test(`${name} comes out as it was published`, { skip }, async t => {
    const began = performance.now()
    const { same, cells, votes } = await replayed(name)
    t.diagnostic(`${same} of ${cells} cells after ${votes} votes in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    assert.equal(same, cells)
  })
}

test('afterwards nothing leads from a row of the table to a person', { skip: NOT_HERE }, async () => {
  const { rows: [row] } = await here.owner.query('select count(*)::int as all, count(person_id)::int as known, count(voted_at)::int as timed from conversation_voter')
  assert.ok(row.all > 200)
  assert.deepEqual([row.known, row.timed], [0, 0])
})
