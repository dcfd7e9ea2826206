// Somebody who helped in every way erases himself: what he wrote goes, what others wrote stays, and nobody waits for him.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { tendActivities } from '#jobs/activities.ts'
import { widenCalls } from '#jobs/calls.ts'
import { tendDuty } from '#jobs/duty.ts'
import { tendErrands } from '#jobs/errands.ts'
import { spread } from '#jobs/notices.ts'
import { tendOrders } from '#jobs/orders.ts'
import { Refused } from '#kit/errors.ts'
import { claimCall, claimCallFor, makeCall } from '#modules/calls/public.ts'
import { rebuildClocks } from '#modules/clocks/public.ts'
import { askErrand, takeErrand } from '#modules/errands/public.ts'
import { ownBalance } from '#modules/hours/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import { eraseMyself, giveConsent, type Actor } from '#modules/people/public.ts'
import { CAST } from '#test/cast.ts'
import { helpedEverywhere, OTHERS, OWN, today } from '#test/helped.ts'
import { datesOf } from '#test/ordering.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let me: Actor
let done: Awaited<ReturnType<typeof helpedEverywhere>>
before(async () => {
  here = await village()
  me = here.people.tenant
  done = await helpedEverywhere(here)
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const local = (minutes: number) => here.time.now.add({ minutes }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
const clocks = () => rows('select subject, name, due_at, ended_at from clock order by subject, name, started_at, due_at')
const call = (who: Actor, more: object) => here.act(makeCall, who, { need: 'locked_out', place: who.homes[0]?.id, ...more })
/** The actions of which somebody was told about one thing, the latest first. */
const told = async (who: Actor, subject: string) => {
  await spread(here.house, 1)
  return (await here.house.database.look(1, db => inboxOf(db, who.personId ?? 0))).filter(one => one.subject === subject).map(one => `${one.action} ${String(one.facts['to'] ?? '')}`)
}
const herself = async () => visitor(createApp(here.house), await cookieOf(here, 'tenant'))
/** Which of these words stand anywhere in the database. */
const found = async (words: readonly string[]) => {
  const tables = await rows<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'sign_in') and table_type = 'BASE TABLE'`)
  const parts = tables.map(({ name }) => `select said from ${name} t, unnest($1::text[]) said where position(said in t::text) > 0`)
  return (await rows<{ said: string }>(`${parts.join(' union ')} order by 1`, [words])).map(({ said }) => said).toSorted()
}

describe('周晓晴, who helped in every way', () => {
  let own: number
  let theirs: number
  let errand: number
  let taken: number

  test('cannot go before her posts are over', async () => {
    await assert.rejects(here.act(eraseMyself, await today(here, me), { sure: true, texts: true }), Refused)
    here.time.now = here.time.now.add({ hours: 24 })
  })

  test('reads on one page all that she wrote, and takes it along', async () => {
    const { resident, severalHomes, neighbour, gridWorker } = here.people
    await here.act(giveConsent, severalHomes, { purpose: 'be_asked', wording: 1 })
    own = (await call(me, { text: '钥匙断在锁里', phone: '13700007777' })).id
    await here.act(claimCall, severalHomes, { id: own })
    theirs = (await call(resident, { text: '门打不开' })).id
    await here.act(claimCallFor, gridWorker, { id: theirs, person: me.personId })
    errand = (await here.act(askErrand, me, { kind: 'parcel', text: '帮拿一个快递', until: local(120) })).id
    await here.act(takeErrand, neighbour, { id: errand, words: '我顺路带上来' })
    taken = (await here.act(askErrand, resident, { kind: 'shopping', text: '买一把青菜', until: local(120) })).id
    await here.act(takeErrand, me, { id: taken, words: '六点给您送到' })
    const who = await herself()
    const [page, file] = [await who.open('/shicheng/me/data'), await who.open('/shicheng/me/data.json')]
    for (const words of OWN.filter(one => !/\d{11}|电工证/u.test(one))) {
      assert.match(page.text, new RegExp(words), `${words} on the page`)
      assert.match(file.text, new RegExp(words), `${words} in the file`)
    }
    for (const part of ['夜间医生', '周三义剪', '集市', '人保财险', '心肺复苏', '修小家电', '八八六六']) assert.match(page.text, new RegExp(part))
    assert.doesNotMatch(page.text + file.text, /13600006666|13500005555/, 'others’ numbers are not hers')
  })

  test('goes: nothing of hers is left in any table, and everything of others', async () => {
    const before = await found(OTHERS)
    assert.deepEqual(before, OTHERS.toSorted())
    assert.equal((await (await herself()).send('/shicheng/me/erase', { sure: 'true', texts: 'true' })).status, 200)
    assert.deepEqual(await found([...OWN, CAST.tenant.name, CAST.tenant.phone, here.house.signIn.phoneIndex(CAST.tenant.phone)]), [])
    assert.deepEqual(await found(OTHERS), OTHERS.filter(words => words !== '我顺路带上来').toSorted(), 'but for what was said to her')
    assert.deepEqual(await rows(`select 1 from volunteer_qualification where photo is not null or number_sealed is not null`), [])
    assert.deepEqual(await rows(`select 1 from call_back where phone_sealed is not null`), [])
    assert.deepEqual(await rows(`select place.label from call join place on place.id = place_id where caller_id = $1`, [me.personId]), [{ label: '榕荫里 1号楼' }], 'not her home')
  })

  test('leaves the ledger of hours as it was, to the minute', async () => {
    assert.deepEqual(await rows('select sum(minutes)::int as sum, count(*)::int as n from hours_entry'), [{ sum: 0, n: 4 }])
    const minutes = (who: Actor) => here.house.database.look(1, db => ownBalance(db, who.personId ?? 0)).then(balance => balance.minutes)
    assert.deepEqual([await minutes(me), await minutes(here.people.neighbour)], [120, 90])
  })

  test('lets nobody run to a door in vain: her call ends, and those who go hear it', async () => {
    await widenCalls(here.house)
    assert.deepEqual(await rows('select ended_how, next_at from call where id = $1', [own]), [{ ended_how: 'called_off', next_at: null }])
    assert.deepEqual(await rows('select 1 from clock where subject = $1 and ended_at is null', [`calls/${own}`]), [])
    assert.equal((await told(here.people.severalHomes, `calls/${own}`))[0], 'calls.widen goneUrgent')
  })

  test('frees her seat: the next ring opens, five minutes begin anew, and whoever called hears of it', async () => {
    const [state] = await rows<{ opened: number, helpers: number, ended_at: null }>(`select opened, ended_at, (select count(*)::int from call_helper where call_id = call.id and released_at is null) as helpers from call where id = $1`, [theirs])
    assert.deepEqual([state?.helpers, state?.ended_at], [0, null])
    assert.ok((state?.opened ?? 0) > 1, 'the second ring')
    assert.equal((await told(here.people.resident, `calls/${theirs}`)).includes('calls.widen leftUrgent'), true)
    assert.equal((await rows(`select 1 from clock where subject = $1 and name = 'answer' and ended_at is null`, [`calls/${theirs}`])).length, 1)
    const kept = await clocks()
    await here.act(rebuildClocks, here.people.secretary, {})
    assert.deepEqual(await clocks(), kept, 'as the journal tells it')
  })

  test('leaves what she wrote down for another to that one', async () => {
    assert.deepEqual(await rows('select ended_at, words from menu_order where id = $1', [done.entered.order]), [{ ended_at: null, words: '玉珠奶奶想理发' }])
    assert.deepEqual(await rows('select ended_at, text, phone_sealed is not null as phone from call where id = $1', [done.entered.call]), [{ ended_at: null, text: '玉珠奶奶进不了门', phone: true }])
  })

  test('gives back her order, her errand, her post and her turn to others, who hear of it', async () => {
    const { resident, neighbour } = here.people
    for (const tend of [tendOrders, tendErrands, tendActivities, tendDuty]) await tend(here.house)
    assert.deepEqual((await datesOf(here, done.order)).map(date => date.state), ['off'])
    assert.equal((await told(neighbour, `orders/${done.order}`))[0], 'orders.remind gone')
    assert.deepEqual((await datesOf(here, done.promised)).map(date => [date.state, date.person_id]), [['open', null]])
    assert.deepEqual(await rows('select ended_how, by_id, text from errand where id = $1', [errand]), [{ ended_how: 'called_off', by_id: null, text: null }])
    assert.equal((await told(neighbour, `errands/${errand}`))[0], 'errands.end gone')
    assert.deepEqual(await rows('select ended_at, taken_by, words from errand where id = $1', [taken]), [{ ended_at: null, taken_by: null, words: null }])
    assert.deepEqual(await rows('select person_id::int as person, waiting from activity_helper where left_at is null'), [{ person: resident.personId, waiting: false }])
    assert.equal((await rows(`select 1 from duty_gap where turn_id is null and left_turn_id is not null`)).length, 1)
  })
})
