// Whoever watches the installation sees how it is; nobody else does, and nothing there names anybody.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ACTIONS_READ } from '#modules/notices/public.ts'
import { tend } from '#jobs/notices.ts'
import { sealAll } from '#jobs/record.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

const TOKEN = 'watch-0123456789abcdef'

let here: Village
let app: ReturnType<typeof createApp>
before(async () => {
  here = await village()
  app = createApp({ ...here.house, metricsToken: TOKEN })
})
after(() => here.close())

async function figures(): Promise<string> {
  const answer = await app.request('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/u)
  return answer.text()
}

test('the figures are open to the token alone, and closed where there is none', async () => {
  assert.equal((await app.request('/metrics')).status, 404)
  assert.equal((await app.request('/metrics', { headers: { authorization: 'Bearer watch-0123456789abcdee' } })).status, 404)
  const without = createApp(here.house)
  assert.equal((await without.request('/metrics', { headers: { authorization: 'Bearer ' } })).status, 404)
  assert.equal((await without.request('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status, 404)
})

test('every answer is counted under its route, never under its address', async () => {
  await app.request('/shicheng/board?words=张三')
  await app.request('/shicheng/matters/987654')
  await app.request('/api/matters.board?community=shicheng')
  await app.request('/api/nobody.ever?community=shicheng')
  await app.request('/wp-login.php/../etc')
  const text = await figures()
  assert.match(text, /^linju_requests_total\{method="GET",route="\/:community\/board",status="200"\} 1$/mu)
  assert.match(text, /^linju_requests_total\{method="GET",route="\/:community\/matters\/:id",status="404"\} 1$/mu)
  assert.match(text, /^linju_requests_total\{method="GET",route="\/api\/matters\.board",status="200"\} 1$/mu)
  assert.match(text, /^linju_requests_total\{method="GET",route="\/api\/:name",status="404"\} 1$/mu)
  for (const private_ of ['shicheng', '987654', '张三', 'wp-login', 'nobody.ever']) assert.ok(!text.includes(private_), private_)
})

test('what waits after the journal is told with the age of the oldest', async () => {
  const before = await figures()
  assert.match(before, /^linju_backlog\{work="notices"\} \d+$/mu)
  assert.match(before, /^linju_connections\{pool="readers",state="idle"\} \d+$/mu)
  assert.match(before, /^linju_listeners 0$/mu)
  const { rows: [entry] } = await here.owner.query<{ seconds: number }>(`select extract(epoch from $1::timestamptz - min(at))::float8 as seconds
    from journal where action = any ($2)`, [here.time.now.toString(), ACTIONS_READ])
  const shown = /^linju_backlog_seconds\{work="notices"\} (\S+)$/mu.exec(before)?.[1]
  assert.ok(entry && entry.seconds > 0)
  assert.equal(Number(shown), entry.seconds)
  for (const id of [1, 2]) await tend(here.house, { id, slug: 'any', name: 'any' })
  assert.match(await figures(), /^linju_backlog\{work="notices"\} 0$/mu)
  assert.match(await figures(), /^linju_backlog\{work="seals"\} [1-9]\d*$/mu)
  await sealAll(here.house)
  assert.match(await figures(), /^linju_backlog\{work="seals"\} 0$/mu)
})
