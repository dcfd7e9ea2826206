// What everybody can follow: the open matters of a community by time, and the street's counts over its communities.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../app.ts'

let here: TestHouse
let anybody: Visitor
const asked: string[] = []
const ESTATES = [['榕荫里', 'E1', 11], ['望潮园', 'E2', 12]] as const
before(async () => {
  here = await testHouse({ sqlLog: ({ sql }) => void asked.push(sql) })
  const found = (id: number, slug: string, name: string, on: string) => here.act(foundCommunity, passerBy(id), {
    name, street: on, slug, method: '163', secretaryName: '陈慧敏', secretaryPhone: `1380000000${id}`,
  })
  await found(1, 'shicheng', '石埕社区', '榕海街道')
  await found(2, 'chating', '茶亭社区', '榕海街道')
  await found(3, 'beijiao', '北郊社区', '北郊街道')
  for (const [name, code, id] of ESTATES) {
    await here.owner.query(`insert into place (community_id, id, kind, name, label, code) overriding system value values (1, ${id}, 'estate', '${name}', '${name}', '${code}')`)
  }
  await here.owner.query(`insert into place (community_id, id, kind, name, label, code, parent_id, estate_id) overriding system value values (1, 20, 'home', '602', '榕荫里 602', 'H', 11, 11)`)
  await here.owner.query(`insert into place (community_id, id, kind, name, label, code) overriding system value values (2, 30, 'estate', '茶亭里', '茶亭里', 'E3')`)
  anybody = fresh()
})
after(() => here.close())

// What the tests write past the actions rings no bell, so an app that has kept no page yet is asked.
const fresh = () => visitor(createApp(here.house))

const raise = async (place: number, text: string, community = 1) => here.act(raiseMatter, passerBy(community), { place, kind: 'broken', text })
const at = (time: string) => { here.time.now = Temporal.Instant.from(time) }
const titles = (text: string) => [...text.matchAll(/<b class="row-title">([^<]+)<\/b>/g)].map(([, title]) => title)

describe('the tracking list', () => {
  test('shows what is open with its limit and who has it, the latest first, and counts what is not public', async () => {
    at('2026-11-16T01:00:00Z')
    await raise(11, '路灯坏了三盏')
    at('2026-11-19T01:00:00Z')
    await raise(12, '大门的闸机不认卡')
    await raise(20, '家里厨房的下水管一直漏水')
    const gone = await raise(11, '已经收回去的事情')
    await here.act(withdrawMatter, passerBy(1), gone)
    at('2026-11-19T02:00:00Z')
    const { text, status } = await anybody.open('/shicheng/tracking')
    assert.equal(status, 200)
    assert.deepEqual(titles(text), ['路灯坏了三盏', '大门的闸机不认卡'])
    assert.match(text, /没办完 2 件.*超时 1 件/s)
    assert.match(text, /路灯坏了三盏.*还没有人接.*class="clock late".*大门的闸机不认卡.*还剩 \d/s)
    assert.match(text, /另有 1 件不公开/)
    assert.doesNotMatch(text, /厨房|已经收回去/)
  })

  test('can be narrowed to what is late and to an estate, and names the organisation and the post that has it', async () => {
    assert.deepEqual(titles((await anybody.open('/shicheng/tracking?late=1')).text), ['路灯坏了三盏'])
    assert.deepEqual(titles((await anybody.open('/shicheng/tracking?estate=12')).text), ['大门的闸机不认卡'])
    assert.match((await anybody.open('/shicheng/tracking?estate=12&late=1')).text, /没有超时的/)
    await here.owner.query(`update matter set lead_id = (select id from person where community_id = 1), accepted_at = now(),
      lead_organisation_id = (select id from organisation where community_id = 1) where community_id = 1 and text like '路灯%'`)
    anybody = fresh()
    assert.match((await anybody.open('/shicheng/tracking')).text, /石埕社区居委会<i class="sep"> · <\/i>书记/)
    assert.doesNotMatch((await anybody.open('/shicheng/tracking')).text, /陈慧敏/)
  })

  test('takes a few statements however long it is, fifty at a time', async () => {
    await here.owner.query(`with raised as (insert into matter (community_id, place_id, estate_id, kind, text, search, track)
        select 1, 12, 12, 'broken', '第 ' || n || ' 盏灯不亮', '', 'hazard' from generate_series(1, 120) n returning id)
      insert into clock (community_id, subject, name, counting, started_at, allowed, chain, used, running_since, rung, due_at)
        select 1, 'matters/' || id, 'raise', 'plain', '2026-11-01', 1000, '{}', 0, '2026-11-01', 2, timestamptz '2026-11-01' + id * interval '1 minute' from raised`)
    anybody = fresh()
    asked.length = 0
    const first = titles((await anybody.open('/shicheng/tracking')).text)
    // One more for whoever is signed in, and one for the community where it is not remembered; six are allowed.
    assert.ok(asked.length <= 4, asked.join('\n'))
    const third = (await anybody.open('/shicheng/tracking?page=3')).text
    assert.equal(first.length, 50)
    assert.equal(titles(third).length, 22)
    assert.match(third, /第 3 页，共 3 页/)
    for (const query of ['page=999999', 'page=-1', 'estate=x&late', 'page=2&estate=99999999999999999999']) assert.equal((await anybody.open(`/shicheng/tracking?${query}`)).status, 200, query)
  })
})

describe('the street', () => {
  test('sees counts of its own communities alone, by name or number', async () => {
    await raise(30, '茶亭里的门禁坏了', 2)
    await here.owner.query(`insert into matter_rating (community_id, matter_id, stars, at) select 1, id, 5, '2026-11-18' from matter where community_id = 1 order by id limit 1`)
    await here.owner.query(`insert into matter_rating (community_id, matter_id, stars, at) select 1, id, 1, '2026-10-18' from matter where community_id = 1 order by id limit 1 offset 1`)
    const { text, status } = await anybody.open(`/street/${encodeURIComponent('榕海街道')}`)
    assert.equal(status, 200)
    assert.match(text, /石埕社区.*?<td class="r"[^>]*>123<\/td><td class="r"[^>]*>121<\/td><td class="r"[^>]*>0<\/td><td[^>]*>5\.0 分，1 人评/s)
    assert.match(text, /茶亭社区.*?<td class="r"[^>]*>1<\/td>.*还没有人评.*合计.*?>124</s)
    assert.doesNotMatch(text, /北郊|门禁|路灯/)
    assert.equal((await anybody.open('/street/1')).text, text)
    for (const name of ['9', '没有这个', '0', '99999999999', '%00']) assert.equal((await anybody.open(`/street/${name}`)).status, 404, name)
  })

  test('gives nothing but counts to whoever asks the database', async () => {
    const { rows } = await here.owner.query(`select string_agg(distinct data_type, ',') as types from information_schema.parameters
      where specific_name like 'street_counts%' and parameter_mode = 'OUT'`)
    assert.deepEqual(rows, [{ types: 'ARRAY,bigint,integer' }])
  })
})
