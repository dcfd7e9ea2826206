// A short torture run; `npm run torture` is the long one. See docs/torture.md.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOf, torture } from '#test/torture/run.ts'

test('whatever is killed or cut, each act that was acknowledged is there exactly once, and all that follows from it', async t => {
  const outcome = await torture({ seconds: 10, seed: 20261122, clients: 6, processes: 2, say: line => t.diagnostic(line) })
  for (const line of reportOf(outcome)) t.diagnostic(line)
  assert.deepEqual(outcome.losses, [])
  assert.deepEqual(outcome.doubles, [])
  const kills = Object.values(outcome.kills).reduce((sum, n) => sum + n, 0)
  assert.ok(kills > 0 && outcome.cuts > 0, 'something was killed and something was cut')
  assert.ok(outcome.acts.filter(({ answer }) => answer).length > 0, 'something was acknowledged')
})
