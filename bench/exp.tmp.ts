import { testHouse } from '#test/database.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { passerBy, actorOf } from '#modules/people/public.ts'
import { pairs } from '#kit/search.ts'
import pg from 'pg'
const v = await testHouse()
await v.act(foundCommunity, passerBy(1), { name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001' })
for (let i = 0; i < 50; i++) await v.owner.query(`insert into place(community_id, kind,name,label,code) values (1,'estate','e${i}','e${i}','e${i}')`)
const who = await v.house.database.look(1, db => actorOf(db, 1, '2026-11-20'))
const size = Number(process.env.SIZE ?? 10)
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
const run = async (name: string, n: number, f: () => Promise<unknown>, par = 32) => {
  const t = performance.now(), c = cpu(); let left = n
  await Promise.all(Array.from({length: par}, async () => { while (left-- > 0) await f() }))
  const ms = performance.now() - t
  console.log(name.padEnd(30), String(Math.round(n / ms * 1000)).padStart(6), '/s', 'node cpu us each', Math.round((cpu() - c) / n * 1000)); return n / ms
}
await v.owner.query('create table bare (id bigint generated always as identity primary key, text text, at timestamptz default now())')
await v.owner.query('grant all on bare to linju_writer')
const text = '三号电梯异响，升到五楼就嘎嘎响'
const search = pairs('榕荫里 3号楼 2单元 ' + text).map((p, i) => `'${p}':${i+1}`).join(' ')
const place = () => 1 + Math.floor(Math.random() * 50)
const mk = (pipeline: boolean) => { const p = new pg.Pool({...v.settings, max: size, options: '-c role=linju_writer', pipeline} as never); return p }
const plain = mk(false), piped = mk(true)
const Q = {
  sess: (id: number) => ({ name: 's', text: 'select id, label, kind from place where community_id = $1 and id = $2', values: [1, id] }),
  matter: (id: number) => ({ name: 'm', text: 'insert into matter(community_id, place_id, estate_id, building_id, kind, text, search, urgent, channel, raiser_id, entered_by, name_shown, phone_sealed, raised_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14) returning id',
    values: [1, id, id, null, 'broken', text, search, false, 'page', 1, null, false, null, '2026-11-20T01:00:00Z'] }),
  journal: (m: number) => ({ name: 'j', text: 'insert into journal(community_id, at, action, person_id, on_behalf_of, subject, facts, answer, request_key) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
    values: [1, '2026-11-20T01:00:00Z', 'matters.raise', 1, null, 'matters/' + m, '{"place":1,"kind":"broken","urgent":false,"channel":"page","photos":0}', `{"id":${m},"receipt":"ABCDEFGH"}`, null] }),
}
const oneInsert = async () => { const c = await plain.connect(); try { await c.query("begin; set local app.community = '1'"); await c.query(Q.matter(place())); await c.query('commit') } finally { c.release() } }
const seq = async () => { const c = await plain.connect(); try {
  await c.query('begin'); await c.query("set local app.community = '1'"); const id = place(); await c.query(Q.sess(id)); const { rows } = await c.query(Q.matter(id)); await c.query(Q.journal(rows[0].id)); await c.query('commit') } finally { c.release() } }
const pip = async () => { const c = await piped.connect(); try {
  const b = c.query("begin; set local app.community = '1'"); const id = place(); await c.query(Q.sess(id)); await b; const { rows } = await c.query(Q.matter(id)); const j = c.query(Q.journal(rows[0].id)); await c.query('commit'); await j } finally { c.release() } }
await v.owner.query(`create function raise1(p bigint, t text, s text) returns bigint language plpgsql as $$ declare m bigint; begin
  perform set_config('app.community','1', true);
  perform label from place where community_id = 1 and id = p;
  insert into matter(community_id, place_id, estate_id, kind, text, search, raiser_id, raised_at) values (1,p,p,'broken',t,s::tsvector,1,now()) returning id into m;
  insert into journal(community_id, at, action, person_id, subject, facts, answer) values (1, now(), 'matters.raise', 1, 'matters/'||m, '{"place":1,"kind":"broken","urgent":false,"channel":"page","photos":0}', '{"id":1,"receipt":"ABCDEFGH"}');
  return m; end $$`)
const func = () => plain.query({ name: 'f', text: 'select raise1($1,$2,$3)', values: [place(), text, search] })
const ours = () => v.act(raiseMatter, who, { place: place(), kind: 'broken', text })
for (let i=0;i<2;i++) {
  await run('bare', 6000, () => plain.query({ name: 'ins', text: 'insert into bare(text) values ($1) returning id', values: [text] }))
  await run('bare piped', 6000, () => piped.query({ name: 'ins', text: 'insert into bare(text) values ($1) returning id', values: [text] }))
  await run('matter insert only', 3000, oneInsert)
  await run('one function', 3000, func)
  await run('raw sequential', 3000, seq)
  await run('raw pipelined', 3000, pip)
  await run('perform', 2000, ours)
}
await v.owner.query('alter table journal drop constraint journal_community_id_fkey')
await run('raw pipelined, no journal fk', 3000, pip)
const idx = await v.owner.query(`select indexname from pg_indexes where tablename='matter' and indexname not like '%pkey'`)
for (const {indexname} of idx.rows) { await v.owner.query(`drop index ${indexname}`); await run('function, without ' + indexname, 3000, func) }
await v.owner.query('alter table matter disable trigger all; alter table journal disable trigger all')
await run('function, no fks', 3000, func)
await plain.end(); await piped.end(); await v.close()
