// A million open matters in one community and as many spread over 500 others, in a database of their own: the worst that likeness may meet.
import pg from 'pg'
import { likenessOf } from '#modules/matters/likeness.ts'
import { migrate } from '#kit/migrate.ts'

export const MATTERS = 1_000_000
export const BUILDINGS = 2000
export const SPREAD = 500
export const FEW = 4
const CHUNK = 20_000

// Made up; every text is put together from these, so the words are far less different than people's.
const THINGS = [
  '电梯', '单元门', '路灯', '水管', '下水道', '化粪池', '垃圾桶', '消防通道', '楼顶', '外墙', '充电桩', '健身器材', '绿化带', '停车位', '门禁', '监控',
  '快递柜', '儿童滑梯', '广场舞音响', '烧烤店', '棋牌室', '地下室', '水泵房', '配电箱', '井盖', '围墙', '楼道灯', '排烟管', '晾衣架', '信箱',
]
const TROUBLES = [
  '坏了好几天', '一直异响', '漏水', '堵住了', '臭味很重', '被占用', '没有人修', '半夜吵得睡不着', '裂了一条缝', '关不上', '打不开', '不亮了', '掉下来砸到车',
  '停了三次', '冒烟', '生锈断了', '积水很深', '长满了草', '有老鼠', '被撞歪了', '贴满小广告', '老人摔了一跤', '一到下雨就淹', '水压很低', '晃得厉害',
]
const WHENS = ['昨天晚上', '上个星期', '从国庆开始', '今天早上', '连着三天', '半个月了', '去年冬天起', '每到周末', '一下雨', '放学的时候']
const WISHES = ['请物业来看看', '希望早点修好', '麻烦网格员问一下', '打过电话没有人来', '孩子和老人都不方便', '谢谢', '再不管要出事', '邻居们都有意见']
const NAMED = '榕桥槐杏柳枫桂梅兰竹菊荷泉溪潭岭峰岩砚墨琴棋书画诗酒茶盐麦谷粟禾莲萍蓉芳菲霞虹霜雪雾露晨曦暮岚峦崎嵘巍峨浩瀚澜涛漪涟'

/** A number from 0 to 1 for each call, the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = state + 0x6d2b79f5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
}

/** A made-up complaint of some 15 to 40 characters. */
export function complaint(random: () => number): string {
  const one = (list: readonly string[] | string) => list[Math.floor(random() * list.length)] ?? ''
  const name = random() < 0.3 ? `${one(NAMED)}${one(NAMED)}${one(NAMED)}旁边的` : ''
  const spot = `${1 + Math.floor(random() * 30)}号楼${random() < 0.5 ? `${1 + Math.floor(random() * 18)}层` : ''}`
  const second = random() < 0.5 ? `，${one(THINGS)}也${one(TROUBLES)}` : ''
  return `${one(WHENS)}${spot}${name}${one(THINGS)}${one(TROUBLES)}${second}，${one(WISHES)}`
}

/** Fills a fresh database; the matters of community 1 are the numbers 1 to 1,000,000, at the buildings 2 to 2,001 of its one estate, which is 1;
 * the next million belongs to the communities 2 to 501 in turn, each with an estate and four buildings. */
export async function fill(settings: pg.PoolConfig): Promise<void> {
  await migrate(settings)
  const client = new pg.Client(settings)
  await client.connect()
  await client.query('set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = \'512MB\'')
  await places(client)
  const indexes = await withoutIndexes(client)
  const random = chance(1)
  for (let from = 1; from <= 2 * MATTERS; from += CHUNK) await matters(client, from, random)
  for (const index of indexes) await client.query(index)
  await client.query('vacuum analyze matter')
  await client.end()
}

async function places(client: pg.Client): Promise<void> {
  await client.query(`insert into street (name) values ('榕城街道')`)
  await client.query(`insert into community (id, street_id, slug, name, method) select n, 1, 'c' || n, '社区' || n, '163' from generate_series(1, $1) n`,
    [SPREAD + 1])
  await client.query(`insert into place (community_id, id, parent_id, kind, name, label, estate_id, code) overriding system value
    select community.id, n, nullif(1, n), (case when n = 1 then 'estate' else 'building' end)::place_kind, n, '榕荫里 ' || n, nullif(1, n),
      'P' || community.id || '-' || n
    from community cross join lateral generate_series(1, 1 + case when community.id = 1 then $1::integer else $2::integer end) n`, [BUILDINGS, FEW])
  await client.query('analyze')
}

// Built anew at the end, all of them: many times faster than one entry at a time.
async function withoutIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string, definition: string }>(`select indexname as name, indexdef as definition
    from pg_indexes where tablename = 'matter' and indexname <> 'matter_pkey'`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(row => row.definition)
}

async function matters(client: pg.Client, from: number, random: () => number): Promise<void> {
  const ids = Array.from({ length: CHUNK }, (_, i) => from + i)
  const texts = ids.map(() => complaint(random))
  const communities = ids.map(id => id <= MATTERS ? 1 : 2 + id % SPREAD)
  const buildings = ids.map(id => 2 + Math.floor(id / SPREAD) % (id <= MATTERS ? BUILDINGS : FEW))
  const likenesses = texts.map((text, i) => `{${likenessOf(communities[i] ?? 1, text).join(',')}}`)
  // No search: it is measured elsewhere.
  await client.query(`insert into matter (community_id, id, place_id, estate_id, building_id, kind, text, search, likeness, raiser_id)
    overriding system value
    select community, id, building, 1, building, 'broken', text, '', likeness::integer[], id / 20
    from unnest($1::integer[], $2::bigint[], $3::integer[], $4::text[], $5::text[]) as row (community, id, building, text, likeness)`,
  [communities, ids, buildings, texts, likenesses])
}
