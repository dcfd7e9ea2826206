// A whole estate votes within ten minutes over every channel, and all connections to the database die in the middle: counted exactly.
// Here with 400 owners in one process; `npm run simulate:vote -- 20000` does it with processes that are killed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createApp } from '../../src/app.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { layEstate } from '#test/simulate/vote/estate.ts'
import { opened } from '#test/simulate/vote/prepare.ts'
import { reckon } from '#test/simulate/vote/reckon.ts'
import { rushed } from '#test/simulate/vote/rush.ts'
import type { Door } from '#test/simulate/vote/send.ts'

const OWNERS = 400
let here: TestHouse
before(async () => {
  here = await testHouse({ now: '2026-11-02T01:00:00Z' })
})
after(() => here.close())

test('each owner is counted once, as the last thing that he did says, whatever was sent twice or broke', async () => {
  const estate = await layEstate(here, OWNERS)
  const vote = await opened(here, estate)
  const began = here.time.now = vote.opens.add({ minutes: 60 })
  const app = createApp(here.house)
  const door: Door = async (path, headers, body) => {
    const answer = await app.request(path, { method: 'POST', headers, body })
    return { status: answer.status, body: await answer.json() }
  }
  const { plans, tally } = await rushed({ door, vote, estate, began }, 7, {
    shares: [0.3, 0.6],
    disaster: async () => void await here.owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
    progress: share => void (here.time.now = began.add({ milliseconds: Math.floor(share * 599_000) })),
  })
  assert.deepEqual(tally.wrong.slice(0, 5), [])
  assert.ok(tally.repeated > 10 && tally.refused > 0 && tally.broken > 0, 'nothing was sent twice, refused or broken: the seed is no test')
  const { wrong, ledger, counted } = await reckon(here, estate, vote, plans)
  assert.deepEqual(wrong.slice(0, 5), [])
  assert.ok(ledger > counted && counted > OWNERS * 0.85)
})
