import { test } from 'node:test'
import { testHouse } from './database.ts'
import { loadDemo } from '../src/demo/load.ts'
import { makeIdentities } from '../src/demo/identities.ts'
test('x', async () => {
  const h = await testHouse({ now: new Date().toISOString() })
  try {
  let last = performance.now(); const t0 = last; let shown = -1
  const l = await loadDemo(h.house, s => { const p = Math.floor(s * 20); if (p !== shown) { shown = p; console.log(p * 5, Math.round(performance.now() - t0)) } }, { scale: (process.env.SCALE ?? 'village') as 'village' })
  console.log('loaded', performance.now() - t0)
  console.log((await makeIdentities(h.house, l)).slice(0, 3))
  console.log('ids', performance.now() - t0)
  for (const q of ["select community_id, kind, count(*) from place group by 1,2 order by 1,2", "select community_id, count(*) from person group by 1 order by 1", "select community_id, step, withdrawn_at is null w, count(*) from matter group by 1,2,3 order by 1,2",
    "select action, count(*) from journal group by 1", "select kind, count(*) from organisation group by 1", "select kind, count(*) from tie group by 1", "select kind, count(*) from grid group by 1", "select count(*) from matter_photo"])
    console.log((await h.owner.query(q)).rows.map(r => Object.values(r).join(' ')).join(' | '))
  } finally { await h.close() }
})
