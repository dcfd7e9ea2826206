// The pump electricity (S1-15, S1-16, S1-18): what each home would pay under each key, objections, the agreement, its signatures and its bills.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { unzipSync, strFromU8 } from 'fflate'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import {
  agreementsOf, agreeOnSharing, answerObjection, billOf, changeSharing, documentOf, enterReadings, makeBill, readingsIn, sayOnSharing, signAgreement, startSharing,
  weighed, type Key, type Weighing,
} from '#modules/sharing/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { spread } from '../../src/jobs/notices.ts'

const BUILDING = '榕荫里 3号楼'
const PUMP = { what: '加压水泵电费', yuan: '1,000.01', monthly: true, floors: '1=0\n2-40=1', tableOpen: true }
let here: Village
let people: Village['people']
let id: number
let homes: { id: number, label: string, floor: number }[]

before(async () => {
  here = await village()
  people = here.people
  id = (await here.act(raiseMatter, people.resident, { place: here.community.place(BUILDING), kind: 'idea', text: '水泵电费按户摊，不公平' })).id
  homes = (await here.owner.query(`select place.id::int, place.label, home.floor from place join home on home.community_id = place.community_id and home.place_id = place.id
    where place.community_id = 1 and place.building_id = $1 order by place.id`, [here.community.place(BUILDING)])).rows
})
after(() => here.close())

const look = (actor: Actor = passerBy(1), inside = false): Promise<Weighing | null> => here.house.database.look(1, db => weighed(db, actor, id, inside))
const option = async (key: Key, actor?: Actor, inside = false) => (await look(actor, inside))?.options.find(one => one.key === key)
const agreements = (actor: Actor = passerBy(1), inside = false) => here.house.database.look(1, db => agreementsOf(db, actor, id, inside))
const home = (actor: Actor) => actor.homes.find(one => homes.some(known => known.id === one.id))?.id
const say = (actor: Actor, stance: string, text = '', key: Key = 'household') => here.act(sayOnSharing, actor, { id, home: home(actor), key, stance, text })
const field = (name: string, words = /./) => (problem: Invalid) => problem.problems?.[0]?.field.split('.')[0] === name && words.test(problem.problems[0].reason('zh'))
const refused = (words: RegExp) => (problem: Refused) => problem instanceof Refused && words.test(problem.reason('zh'))
const read = (month: string, some = homes) => here.act(enterReadings, people.secretary, { id, month, readings: some.map((one, i) => ({ home: one.id, amount: `${i + 1}.5` })) })
const sum = (rows: readonly { cents: number }[] | null | undefined) => rows?.reduce((all, row) => all + row.cents, 0)

describe('before anybody agrees', () => {
  test('whoever handles it says what is shared and by whom; a place elsewhere or with one home is not taken', async () => {
    const start = (more: object) => here.act(startSharing, people.secretary, { id, place: here.community.place(BUILDING), ...PUMP, ...more })
    await assert.rejects(here.act(startSharing, people.resident, { id, place: here.community.place(BUILDING), ...PUMP }), Refused)
    await assert.rejects(start({ place: homes[0]?.id }), field('place'))
    await assert.rejects(start({ yuan: '0' }), field('yuan'))
    await assert.rejects(start({ floors: '一楼不交' }), field('floors'))
    await assert.rejects(say(people.resident, 'good'), refused(/没有在商量/))
    const { homes: count } = await start({})
    assert.equal(count, homes.length)
    await assert.rejects(start({}), refused(/已经在商量/))
  })

  test('each key sums to the amount, and what is not known is said, never guessed', async () => {
    assert.deepEqual([(await option('usage'))?.lacks, (await option('usage'))?.missingCount], ['no_reading', homes.length])
    assert.equal((await option('benefit'))?.lacks, 'nobody')
    await here.owner.query('update home set area = null, area_source = null where community_id = 1 and place_id = $1', [homes[0]?.id])
    const area = await option('area', people.secretary, true)
    assert.deepEqual([area?.lacks, area?.missing.map(one => one.label), area?.table], ['no_area', [homes[0]?.label], null])
    assert.deepEqual((await option('area'))?.missing, [], 'which home it is, is no business of others')
    await here.owner.query(`update home set area = 8000, area_source = 'registered' where community_id = 1 and place_id = $1`, [homes[0]?.id])
    await assert.rejects(here.act(enterReadings, people.secretary, { id, month: '2026-11', readings: [{ home: 999_999, amount: '1' }] }), field('readings'))
    await assert.rejects(here.act(enterReadings, people.secretary, { id, month: '2026-13', readings: [{ home: homes[0]?.id, amount: '1' }] }), field('month'))
    await assert.rejects(here.act(enterReadings, people.resident, { id, month: '2026-11', readings: [{ home: homes[0]?.id, amount: '1' }] }), Refused)
    await read('2026-11')
    for (const key of ['usage', 'area', 'household', 'floor'] as const) assert.equal(sum((await option(key, people.secretary, true))?.table), 100_001, key)
    const floor = await option('floor', people.secretary, true)
    for (const one of homes.filter(known => known.floor === 1)) assert.equal(floor?.table?.find(row => row.home === one.id)?.cents, 0)
  })

  test('her own home stands first; neighbours see what each pays where that is open, and never what a home uses', async () => {
    const mine = await option('usage', people.resident)
    assert.deepEqual(mine?.mine.map(row => row.home), [home(people.resident)])
    assert.ok((mine?.mine[0]?.weight ?? 0) > 0)
    assert.equal(mine?.table, null, 'the money would tell the usage')
    const household = await option('household', people.resident)
    assert.equal(household?.table?.length, homes.length)
    assert.ok(household?.table?.every(row => row.weight === null || row.home === home(people.resident)))
    for (const actor of [passerBy(1), people.tenant]) {
      const all = (await look(actor))?.options ?? []
      assert.ok(all.every(one => one.table === null && one.mine.length === 0), 'totals only')
      assert.deepEqual((await look(actor))?.benefit, [])
    }
    assert.equal((await look())?.homes, homes.length)
  })

  test('a list of readings is taken whole or not at all', () => {
    const table = (rows: string[][]) => readingsIn({ header: ['房号', '用量（吨）'], headerLine: 1, rows: rows.map((cells, i) => ({ line: i + 2, cells })) }, homes)
    const [first, second] = homes
    const end = (label = '') => label.split(' ').at(-1) ?? ''
    assert.deepEqual(table([[end(first?.label), '12.5吨'], [second?.label ?? '', '3']]).readings, [{ home: first?.id, amount: '12.5吨' }, { home: second?.id, amount: '3' }])
    const wrong = table([['999', '1'], [end(first?.label), '很多'], [end(first?.label), '1'], [end(second?.label), '-2']])
    assert.deepEqual(wrong.problems.map(problem => problem('zh').slice(0, 5)), ['第 2 行', '第 3 行', '第 4 行', '第 5 行'])
    assert.match(readingsIn({ header: ['甲', '乙'], headerLine: 1, rows: [] }, homes).problems[0]?.('zh') ?? '', /要有一列房号/)
  })
})

describe('what homes think of it', () => {
  test('is said for one’s own home, once for each key; whoever is against says why', async () => {
    await say(people.resident, 'good')
    await say(people.resident, 'bearable')
    await assert.rejects(say(people.doctor, 'against'), field('text'))
    await assert.rejects(here.act(sayOnSharing, people.doctor, { id, home: home(people.resident), key: 'household', stance: 'good' }), field('home'))
    await assert.rejects(here.act(sayOnSharing, people.tenant, { id, home: people.tenant.homes[0]?.id, key: 'household', stance: 'good' }), refused(/自己家/))
    await say(people.doctor, 'against', '我家没人住，也要交一样多')
    assert.deepEqual((await option('household'))?.said, { good: 0, bearable: 1, against: 1 })
    assert.deepEqual((await look())?.objections.map(one => [one.key, one.text, one.answer]), [['household', '我家没人住，也要交一样多', null]])
  })

  test('is answered before anything is agreed, and whoever objected is told', async () => {
    const [objection] = (await look())?.objections ?? []
    const agree = () => here.act(agreeOnSharing, people.secretary, { id, key: 'usage', effectiveOn: '2026-12-01', signatories: [people.committeeChair.personId] })
    await assert.rejects(agree(), field('key', /1 条/))
    await assert.rejects(here.act(answerObjection, people.resident, { id, objection: objection?.id, words: '不改' }), Refused)
    await assert.rejects(here.act(answerObjection, people.secretary, { id, objection: 999_999, words: '不改' }), NotFound)
    await here.act(answerObjection, people.secretary, { id, objection: objection?.id, words: '那就按用量，不用水不交' })
    assert.equal((await look())?.objections[0]?.answer, '那就按用量，不用水不交')
    await spread(here.house, 1)
    assert.ok((await here.house.database.look(1, db => inboxOf(db, people.doctor.personId ?? 0))).some(notice => notice.action === 'sharing.answer'))
  })

  test('no longer counts where what was weighed has changed', async () => {
    const change = (more: object) => here.act(changeSharing, people.secretary, { id, ...PUMP, ...more })
    await say(people.resident, 'good', '', 'floor')
    await change({ floors: '1=0\n2-40=1.5', benefit: [homes[1]?.id, homes[2]?.id] })
    assert.equal((await option('floor'))?.said.good, 0)
    assert.equal((await option('household'))?.said.bearable, 1, 'that one came out the same')
    assert.deepEqual((await option('benefit', people.secretary, true))?.table?.filter(row => row.cents > 0).map(row => row.cents), [50_001, 50_000])
    await assert.rejects(change({ benefit: [999_999] }), field('benefit'))
    await change({ yuan: '1200' })
    assert.equal((await option('household'))?.said.bearable, 0)
  })
})

describe('an agreement', () => {
  test('names its key, its day and its representatives, and is sealed by its hash', async () => {
    const agree = (more: object) => here.act(agreeOnSharing, people.secretary,
      { id, key: 'usage', effectiveOn: '2026-12-01', signatories: [people.committeeChair.personId, people.propertyManager.personId, people.resident.personId], ...more })
    await assert.rejects(agree({ key: 'benefit' }), field('key', /缺数/))
    await assert.rejects(agree({ effectiveOn: '2026-11-01' }), field('effectiveOn'))
    await assert.rejects(agree({ signatories: [people.elsewhere.personId, 999_999] }), field('signatories'))
    await assert.rejects(agree({ signatories: [people.tenant.personId] }), field('signatories'), 'neither a post nor a home that shares')
    await say(people.resident, 'good', '', 'usage')
    const { hash } = await agree({})
    const [made] = await agreements()
    assert.equal(createHash('sha256').update(made?.content ?? '').digest('hex'), hash)
    assert.match(made?.content ?? '', /赞成 1 户，能接受 0 户，反对 0 户/)
    const { rows: [entry] } = await here.owner.query<{ facts: object }>(`select facts from journal where action = 'sharing.agree'`)
    assert.equal(JSON.stringify(entry?.facts).includes(String(hash)), true)
    assert.equal(await look(), null, 'nothing is weighed any more')
  })

  test('shows each home its own share only, for it is by usage', async () => {
    assert.deepEqual((await agreements())[0]?.shares, [])
    assert.deepEqual((await agreements(people.resident))[0]?.shares.map(share => share.home), [home(people.resident)])
    assert.equal(sum((await agreements(people.secretary, true))[0]?.shares), 120_000)
  })

  test('holds once everybody has signed, by a tap or on paper, each for himself', async () => {
    const agreement = (await agreements())[0]?.id
    const sign = (actor: Actor, person?: number | null) => here.act(signAgreement, actor, { id, agreement, ...person && { person } })
    await assert.rejects(sign(people.tenant), refused(/没有这个人/))
    await sign(people.committeeChair)
    await assert.rejects(sign(people.committeeChair), refused(/签过/))
    await assert.rejects(sign(people.resident, people.propertyManager.personId), Refused, 'only whoever handles it records paper')
    await sign(people.secretary, people.propertyManager.personId)
    await assert.rejects(here.act(makeBill, people.secretary, { id, month: '2026-12', yuan: '1200' }), field('month', /生效/))
    await sign(people.resident)
    assert.deepEqual((await agreements())[0]?.signatories.map(one => one.way).toSorted(), ['paper', 'tap', 'tap'])
    await spread(here.house, 1)
    assert.ok((await here.house.database.look(1, db => inboxOf(db, people.doctor.personId ?? 0))).some(notice => notice.action === 'sharing.sign'))
  })

  test('is a Word document; its table is in it only for those who may see it', async () => {
    const words = async (actor: Actor, inside: boolean) => {
      const [made] = await agreements(actor, inside)
      assert.ok(made)
      return strFromU8(unzipSync(await documentOf(made, at => at.toString().slice(0, 10)))['word/document.xml'] ?? new Uint8Array())
    }
    const [whole, neighbour] = [await words(people.secretary, true), await words(people.doctor, false)]
    assert.match(whole, /分摊约定（第 1 份）/)
    assert.match(whole, /在纸上签名/)
    assert.ok(whole.includes(homes[0]?.label ?? '?'))
    assert.ok(!neighbour.includes(homes[0]?.label ?? '?'))
  })
})

describe('the bill of a month', () => {
  const bill = (month: string, yuan: string) => here.act(makeBill, people.secretary, { id, month, yuan })

  test('is made of the readings of that month, all of them, to the cent, and once', async () => {
    await assert.rejects(bill('2026-11', '1200'), field('month', /生效/))
    await read('2026-12', homes.slice(1))
    await assert.rejects(bill('2026-12', '987.65'), field('month', /缺 1 户/))
    await read('2026-12', homes.slice(0, 1))
    const { bill: made } = await bill('2026-12', '987.65')
    await assert.rejects(bill('2026-12', '987.65'), field('month', /已经出了/))
    await assert.rejects(read('2026-12'), field('month', /已经出了/), 'what was billed is not changed')
    const seen = (actor: Actor, inside = false) => here.house.database.look(1, db => billOf(db, actor, { matter: id, bill: made }, inside))
    assert.equal(sum((await seen(people.secretary, true))?.lines), 98_765)
    assert.deepEqual((await seen(people.resident))?.lines.map(line => line.home), [home(people.resident)])
    assert.deepEqual((await seen(passerBy(1)))?.lines, [])
    assert.equal(await here.house.database.look(1, db => billOf(db, people.secretary, { matter: id + 999, bill: made }, true)), undefined)
  })

  test('goes by a later agreement once that one holds', async () => {
    await here.act(startSharing, people.secretary, { id, place: here.community.place(BUILDING), ...PUMP })
    const { agreement } = await here.act(agreeOnSharing, people.secretary, { id, key: 'household', effectiveOn: '2027-01-01', signatories: [people.secretary.personId] })
    await assert.rejects(bill('2027-01', '100'), field('month', /缺/), 'not signed: still by usage')
    await here.act(signAgreement, people.secretary, { id, agreement })
    await bill('2027-01', '100')
    const [second, first] = await agreements(people.resident)
    assert.deepEqual([second?.number, second?.bills.map(one => one.month), first?.bills.map(one => one.month)], [2, ['2027-01'], ['2026-12']])
    assert.equal(second?.shares.length, homes.length, 'open, and not by usage')
    assert.match(second?.content ?? '', /SHA-256：[0-9a-f]{64}/)
  })

  test('and what homes use stand in no journal entry', async () => {
    const { rows } = await here.owner.query<{ facts: Record<string, unknown> }>(`select facts from journal where action like 'sharing.%'`)
    assert.ok(rows.length > 15)
    assert.ok(rows.every(({ facts }) => !/amount|水泵|没人住/.test(JSON.stringify(facts))))
  })
})

describe('on the page', () => {
  const as = async (key: Parameters<typeof cookieOf>[1]) => visitor(createApp(here.house), await cookieOf(here, key))
  const at = () => `/shicheng/matters/${id}/sharing`
  const labelOf = (actor: Actor) => homes.find(one => one.id === home(actor))?.label ?? '?'

  test('she sees what her home pays; signed out nobody sees a home', async () => {
    const [resident, nobody] = [await (await as('resident')).open(at()), await (await as(null)).open(at())]
    assert.match(resident.text, /您家交/)
    for (const { label } of homes) assert.ok(!nobody.text.includes(label), label)
    assert.match(nobody.text, /约定全文/)
  })

  test('a table of readings is taken whole, or comes back with its lines', async () => {
    const secretary = await as('secretary')
    await secretary.send(`${at()}/edit`, { starts: 'true', place: String(here.community.place(BUILDING)), ...PUMP, monthly: 'true', tableOpen: 'true' })
    const upload = (lines: string) => {
      const form = new FormData()
      form.set('month', '2027-02')
      form.set('file', new File([lines], 'x.csv', { type: 'text/csv' }))
      return secretary.send(`${at()}/readings/file`, form, true)
    }
    const wrong = await upload(`房号,用量\n${homes[0]?.label},1.5\n九号楼,2`)
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /第 3 行/)
    assert.equal((await upload(`房号,用量\n${homes.map(one => `${one.label},2.25`).join('\n')}`)).status, 303)
    assert.match((await secretary.open(`${at()}/readings?month=2027-02`)).text, /value="2\.25"/)
    assert.equal((await (await as('resident')).open(`${at()}/readings`)).status, 403)
  })

  test('homes say what they think, it is answered, agreed and signed by forms alone', async () => {
    const [secretary, resident, neighbour] = [await as('secretary'), await as('resident'), await as('neighbour')]
    assert.match((await neighbour.open(at())).text, /只能替自己家说/)
    const say = { home: String(home(people.resident)), key: 'floor', stance: 'against', text: '' }
    assert.equal((await resident.send(at(), say)).status, 422)
    assert.equal((await resident.send(at(), { ...say, text: '一楼也用水' })).status, 303)
    const [objection] = (await look())?.objections ?? []
    await secretary.send(`${at()}/answer`, { objection: String(objection?.id), words: '那就按面积' })
    assert.equal((await secretary.send(`${at()}/agree`, { key: 'area', effectiveOn: '2027-02-01', signatories: [] })).status, 422)
    await secretary.send(`${at()}/agree`, { key: 'area', effectiveOn: '2027-02-01', signatories: [String(people.secretary.personId)] })
    const [third] = await agreements()
    await secretary.send(`${at()}/sign`, { agreement: String(third?.id) })
    here.time.now = here.time.now.add({ hours: 24 * 80 })
    const made = await (await as('secretary')).send(`${at()}/bill`, { month: '2027-02', yuan: '88.88' })
    assert.match(made.location, /bills\/\d+/)
    const bill = await (await as('doctor')).open(made.location)
    assert.ok(bill.text.includes(labelOf(people.doctor)) && bill.text.includes(labelOf(people.resident)), 'open, and by area')
  })

  test('the Word document and the table come as files', async () => {
    const app = createApp(here.house)
    const [third] = await agreements()
    const file = await app.request(`${at()}/agreements/${third?.id}`)
    assert.equal(file.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    assert.ok(!strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array()).includes(homes[0]?.label ?? '?'))
    assert.equal((await app.request(`${at()}/agreements/999`)).status, 404)
  })
})
