import { testHouse } from '#test/database.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { passerBy, actorOf } from '#modules/people/public.ts'
import { Session } from 'node:inspector/promises'
const v = await testHouse()
await v.act(foundCommunity, passerBy(1), { name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001' })
for (let i = 0; i < 50; i++) await v.owner.query(`insert into place(community_id, kind,name,label,code) values (1,'estate','e${i}','e${i}','e${i}')`)
const who = await v.house.database.look(1, db => actorOf(db, 1, '2026-11-20'))
const text = '三号电梯异响，升到五楼就嘎嘎响'
const place = () => 1 + Math.floor(Math.random() * 50)
const ours = () => v.act(raiseMatter, who, { place: place(), kind: 'broken', text })
const par = Number(process.env.PAR ?? 32)
const run = async (n: number) => { let left = n; await Promise.all(Array.from({length: par}, async () => { while (left-- > 0) await ours() })) }
await run(1500)
for (let i = 0; i < 2; i++) { const t = performance.now(), c = process.cpuUsage(); await run(2000); const u = process.cpuUsage(c); console.log(Math.round(2000 / (performance.now() - t) * 1000), '/s', Math.round((u.user + u.system) / 2000), 'us') }
if (process.argv[2]) {
const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 200 }); await s.post('Profiler.start')
await run(3000)
const { profile } = await s.post('Profiler.stop')
const self = new Map<string, number>(); const file = new Map<string, number>(); let total = 0
const byId = new Map(profile.nodes.map(n => [n.id, n]))
profile.samples!.forEach((id, i) => { const n = byId.get(id)!; const d = profile.timeDeltas![i]!; const f = n.callFrame
  if (f.functionName === '(idle)') return
  total += d; const u = f.url.replace(/.*\/main\//, '').replace(/.*node_modules\//, ''); const k = f.functionName + ' ' + u + ':' + f.lineNumber; self.set(k, (self.get(k) ?? 0) + d)
  const p = u.startsWith('node:') || u === '' ? (u || f.functionName) : u.split('/')[0] === 'src' ? u : u.split('/')[0]!; file.set(p, (file.get(p) ?? 0) + d) })
const show = (m: Map<string, number>, n: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).forEach(([k, d]) => console.log((100 * d / total).toFixed(1).padStart(5), (d / 3000).toFixed(1).padStart(6) + 'us', k))
show(file, 25); console.log('---'); show(self, 40)
}
await v.close()
