// The five figures of a community that helped for three years, exactly, and quickly at ten thousand servings.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fiveFigures, figuresByTime, hoursOf } from '#modules/hours/public.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

let here: Village
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  await seed()
})
after(() => here.close())

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)

// 16 teams, 903 volunteers, 52 projects, 9,812 person-times, 28,613.5 hours; 10,000 approved servings since 2024 and some that nobody approved.
async function seed(): Promise<void> {
  const run = (sql: string) => here.owner.query(sql)
  // What the database sees to row by row is tried elsewhere; here it would take longer than everything else.
  await run('set session_replication_role = replica')
  await run(`insert into organisation (community_id, kind, name) select 1, 'team', '第' || n || '志愿队' from
    generate_series(1, 16 - (select count(*)::integer from organisation where community_id = 1 and kind = 'team')) n`)
  await run(`insert into organisation (community_id, kind, name, part_of) select 1, 'team', '第一小队', min(id) from organisation where community_id = 1 and kind = 'team'`)
  await run(`insert into person (community_id, name) select 1, '志愿者' || n from generate_series(1, 1000) n`)
  await run(`delete from volunteer where community_id = 1`)
  await run(`insert into volunteer (community_id, person_id, joined_at, left_at) select 1, id, '2024-01-05', case when number > 903 then '2025-06-01'::timestamptz end
    from (select id, row_number() over (order by id) as number from person where community_id = 1 and name like '志愿者%') people where number <= 950`)
  await run(`insert into project (community_id, class, name, since, until) select 1, 'volunteer', '项目' || n, '2024-01-01', case when n > 50 then '2025-12-31'::date end from generate_series(1, 52) n`)
  await run(`insert into serving (community_id, project_id, about, served, proof, began_at, ended_at, recorded_at)
    select 1, (select min(id) from project where community_id = 1) + n % 50, 'seed/' || n, case when n <= 9812 then 1 else 0 end, 'written',
      '2024-01-01 08:00+08'::timestamptz + n * interval '2 hours', '2024-01-01 10:00+08'::timestamptz + n * interval '2 hours', '2026-01-01' from generate_series(1, 10050) n`)
  // Each serving is two hours of one volunteer, some with a second one: 20,000 h and 8,613.5 h.
  await run(`insert into serving_share (community_id, serving_id, person_id, minutes, began_at, ended_at)
    select 1, serving.id, first + n % 900, 120, began_at, ended_at from serving, lateral (select split_part(about, '/', 2)::integer as n) numbered,
      (select min(id) as first from person where community_id = 1 and name like '志愿者%') who where about like 'seed/%'
    union all select 1, serving.id, first + 900 + n % 50, case when n = 4307 then 90 else 120 end, began_at, ended_at from serving, lateral (select split_part(about, '/', 2)::integer as n) numbered,
      (select min(id) as first from person where community_id = 1 and name like '志愿者%') who where about like 'seed/%' and n <= 4307`)
  await run(`begin; update serving set approved_by = 1, approved_at = now() where about like 'seed/%' and split_part(about, '/', 2)::integer <= 10000;
    insert into hours_posting (community_id, serving_id, person_id, posted_by, posted_at) select 1, serving_id, person_id, 1, now() from serving_share
      join serving on serving.id = serving_id where about like 'seed/%' and approved_at is not null;
    insert into hours_entry select 1, hours_posting.id, 'person'::hours_account, hours_posting.person_id, null::bigint, minutes from hours_posting
      join serving_share using (community_id, serving_id, person_id)
      union all select 1, hours_posting.id, 'project'::hours_account, null, project_id, -minutes from hours_posting join serving_share using (community_id, serving_id, person_id)
      join serving on serving.id = serving_id; commit; analyze`)
  await run('reset session_replication_role')
}

describe('a community that helped for three years', () => {
  test('reports sixteen teams, more than 900 volunteers, 50 projects, 9,800 person-times and 28,600 hours, to the last one', async () => {
    const figures = await look(db => fiveFigures(db))
    assert.deepEqual(figures, { teams: 16, volunteers: 903, projects: 52, served: 9812, minutes: 28_613.5 * 60, sessions: 10_000 })
    assert.equal(hoursOf(figures.minutes), '28613.5')
  })

  test('reports the same by year and quarter, on its own calendar, and they add up', async () => {
    const rows = await look(figuresByTime)
    const [whole, ...parts] = rows
    assert.deepEqual([whole?.year, whole?.sessions], [null, 10_000])
    for (const quarters of [true, false]) {
      const those = parts.filter(row => (row.quarter !== null) === quarters)
      assert.deepEqual([those.reduce((sum, row) => sum + row.sessions, 0), those.reduce((sum, row) => sum + row.minutes, 0), those.reduce((sum, row) => sum + row.served, 0)],
        [10_000, whole?.minutes, whole?.served])
    }
    const of2026 = parts.find(row => row.year === 2026 && row.quarter === null)
    assert.deepEqual([of2026?.volunteers, of2026?.projects], [903, 50], 'who left and what ended in 2025 is not among it')
    const { year: _year, quarter: _quarter, ...of2025 } = parts.find(row => row.year === 2025 && row.quarter === null) ?? assert.fail()
    assert.deepEqual(await look(db => fiveFigures(db, '2025-01-01', '2025-12-31')), of2025)
    assert.equal((await look(db => fiveFigures(db, '2024-01-01', '2024-01-01'))).sessions, 7, 'from ten in the morning, every two hours, until midnight there')
  })

  test('shows them to everybody, on the page and to programs', async () => {
    const app = createApp(here.house)
    const page = await (await app.request('/shicheng/hours')).text()
    for (const shown of ['16<small>支', '903<small>人', '52<small>个', '9,812<small>人次', '28,613.5<small>小时', '10,000<small>场']) assert.ok(page.includes(`<b>${shown}`), shown)
    const { parts, ...figures } = await (await app.request('/api/hours.figures?community=shicheng')).json() as { parts: unknown[] }
    assert.deepEqual(figures, { teams: 16, volunteers: 903, projects: 52, served: 9812, hours: 28_613.5, sessions: 10_000 })
    assert.ok(parts.length >= 12)
  })

  test('is counted quickly', async () => {
    await look(figuresByTime)
    const began = performance.now()
    for (let i = 0; i < 5; i++) await look(figuresByTime)
    const each = (performance.now() - began) / 5
    assert.ok(each < 400, `${each.toFixed(0)} ms each`)
  })
})
