// What people agree to, what is held about them, who looked at it, and how it is erased.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { closeMatter, followMatter, matterById, raiseMatter, readPhone } from '#modules/matters/public.ts'
import {
  actorOf, appoint, correctMyself, eraseMyself, giveConsent, peopleNamed, recordMandate, unmask, withdrawConsent, wordingOf, PURPOSE_KEYS, type Actor,
} from '#modules/people/public.ts'
import { wordingText } from '#text/consents.ts'
import { CAST } from '#test/cast.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

const LAMP = { kind: 'broken', text: '楼道灯不亮，晚上看不见台阶' }
let here: Village
let app: Hono

before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const signedIn = async (key: Parameters<typeof cookieOf>[1]) => visitor(app, await cookieOf(here, key))
const place = () => here.community.place('榕荫里 3号楼')
const named = (actor: Actor, name: string) => here.house.database.look(1, db => peopleNamed(db, actor, 'see roster', name))

describe('an agreement', () => {
  test('stands in its own line with its own button, and none is given beforehand', async () => {
    const page = await (await signedIn('tenant')).open('/shicheng/me/consents')
    assert.equal(page.text.match(/value="give"/g)?.length, PURPOSE_KEYS.length)
    assert.doesNotMatch(page.text, /value="withdraw"|checked/)
  })

  test('is given and taken back with one tap each, in the words that were read; both stay on record', async () => {
    const who = await signedIn('resident')
    await who.send('/shicheng/me/consents', { purpose: 'show_name', wording: '1', how: 'give' })
    await who.send('/shicheng/me/consents', { purpose: 'show_name', wording: '1', how: 'give' })
    assert.match((await who.open(`/shicheng/raise?place=${place()}`)).text, /name="nameShown" value="true" checked/)
    await who.send('/shicheng/me/consents', { purpose: 'show_name', how: 'withdraw' })
    assert.doesNotMatch((await who.open(`/shicheng/raise?place=${place()}`)).text, /name="nameShown" value="true" checked/)
    const given = await rows<{ wording: string, back: boolean }>(`select wording, withdrawn_at is not null as back from consent where purpose = 'show_name'`)
    assert.deepEqual(given, [{ wording: 'show_name_1', back: true }])
    const journal = await rows<{ action: string }>(`select action from journal where action like 'people.%onsent' order by id`)
    assert.deepEqual(journal.map(line => line.action), ['people.giveConsent', 'people.giveConsent', 'people.withdrawConsent'])
  })

  test('to a wording that is no longer shown is not taken', async () => {
    await assert.rejects(here.act(giveConsent, here.people.tenant, { purpose: 'be_asked', wording: 0 }), Invalid)
    await assert.rejects(here.act(withdrawConsent, here.people.tenant, { purpose: 'be_asked' }), Refused)
    for (const purpose of PURPOSE_KEYS) assert.ok(wordingText('zh')[wordingOf(purpose)])
  })

  test('fills in her phone when she raises something, only while she agrees', async () => {
    const who = await signedIn('tenant')
    const phone = CAST.tenant.phone
    assert.doesNotMatch((await who.open(`/shicheng/raise?place=${place()}`)).text, new RegExp(phone))
    await who.send('/shicheng/me/consents', { purpose: 'share_phone', wording: '1', how: 'give' })
    assert.match((await who.open(`/shicheng/raise?place=${place()}`)).text, new RegExp(phone))
  })
})

describe('a number', () => {
  test('is masked for whoever looks after the place, and for others there is nobody', async () => {
    const worker = await signedIn('stairwellHead')
    const page = await worker.open(`/shicheng/people?name=${encodeURIComponent('周晓晴')}`)
    assert.match(page.text, /\d{3}\*\*\*\*\d{4}/)
    assert.doesNotMatch(page.text, new RegExp(CAST.tenant.phone))
    assert.deepEqual(await named(here.people.stairwellHead, '林秀英'), [], 'she lives elsewhere')
    assert.equal((await (await signedIn('neighbour')).open('/shicheng/people')).status, 403)
  })

  test('is shown whole once, after why; the journal knows who and why and not the number; the person sees it', async () => {
    const [person] = await named(here.people.secretary, '林秀英')
    const who = await signedIn('secretary')
    const at = `/shicheng/people/${person?.id}/number?name=x`
    assert.equal((await who.send(at, { field: 'phone' })).status, 422)
    const shown = await who.send(at, { field: 'phone', purpose: 'visit' })
    assert.equal(shown.status, 200)
    assert.match(shown.text, new RegExp(CAST.resident.phone))
    const [line] = await rows<{ text: string }>(`select j::text as text from journal j where action = 'people.unmask'`)
    assert.match(line?.text ?? '', /visit/)
    assert.doesNotMatch(line?.text ?? '', new RegExp(CAST.resident.phone))
    assert.match((await (await signedIn('resident')).open('/shicheng/me/data')).text, /陈慧敏看了电话：约个时间上门/)
  })

  test('is not shown to whoever only sees the list, nor to a worker of another place', async () => {
    const [person] = await named(here.people.secretary, '周晓晴')
    const ask = (actor: Actor) => here.act(unmask, actor, { person: person?.id, field: 'phone', purpose: 'check' })
    await assert.rejects(ask(here.people.stairwellHead), Refused)
    await assert.rejects(ask(here.people.tenant), Refused)
    await assert.rejects(here.act(unmask, here.people.secretary, { person: 999_999, field: 'phone', purpose: 'check' }), NotFound)
  })

  test('left with a matter is seen by whoever moves it, each look written down, and gone when it is closed', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { ...LAMP, place: place(), phone: '13900001234', sharePhone: true })
    const who = await signedIn('secretary')
    assert.match((await who.open(`/shicheng/matters/${id}`)).text, /看电话/)
    const shown = await who.send(`/shicheng/matters/${id}/phone`, {})
    assert.equal(shown.status, 200)
    assert.match(shown.text, /13900001234/)
    assert.equal((await rows(`select 1 from journal where action = 'matters.readPhone' and subject = $1`, [`matters/${id}`])).length, 1)
    const neighbour = await signedIn('neighbour')
    assert.doesNotMatch((await neighbour.open(`/shicheng/matters/${id}`)).text, /看电话/)
    assert.equal((await neighbour.send(`/shicheng/matters/${id}/phone`, {})).status, 403)
    await here.act(closeMatter, here.people.secretary, { id, note: '换好了' })
    await assert.rejects(here.act(readPhone, here.people.secretary, { id }), Refused)
  })
})

describe('what is held about me', () => {
  test('is shown to me whole, to keep as a file, and to nobody who is not signed in', async () => {
    const who = await signedIn('resident')
    const page = await who.open('/shicheng/me/data')
    assert.match(page.text, new RegExp(CAST.resident.phone))
    assert.match(page.text, /榕荫里 3号楼 1单元 602/)
    const file = JSON.parse((await who.open('/shicheng/me/data.json')).text)
    assert.equal(file.name, '林秀英')
    assert.ok(file.phone.endsWith(CAST.resident.phone))
    assert.ok(file.record.some((line: { action: string }) => line.action === 'matters.raise'))
    assert.equal((await visitor(app).open('/shicheng/me/data.json')).status, 303)
    assert.match((await visitor(app).open('/shicheng/me')).text, /先登录/)
  })

  test('names every table that points to a person', async () => {
    const known = [
      'activity', 'activity_helper', 'api_token', 'ballot', 'ballot_mandate', 'calendar_address', 'calendar_version', 'call', 'call_asked', 'call_back', 'call_helper', 'committee_meeting', 'committee_signature',
      'committee_visit', 'consent', 'conversation', 'conversation_statement', 'conversation_voter', 'council', 'council_seat',
      'council_session', 'decision', 'decision_candidate', 'decision_delivery', 'decision_objection', 'decision_posting',
      'decision_settlement', 'decision_voter', 'delivery', 'duty_leave', 'duty_note', 'duty_roster', 'duty_swap', 'duty_turn',
      'election', 'election_backer', 'election_candidate', 'election_canvasser',
      'election_check', 'election_draft', 'election_group', 'election_item', 'election_member', 'election_objection', 'election_paper',
      'election_posting', 'election_question', 'election_visit', 'errand', 'estate_rules', 'happening', 'home_opening', 'home_opening_person',
      'hook', 'hours_correction', 'hours_entry', 'hours_posting', 'invitation', 'journal', 'lesson_reset', 'mandate', 'matter', 'matter_cost', 'matter_dossier', 'matter_dossier_word',
      'matter_follower', 'matter_handler', 'matter_home', 'matter_joiner', 'matter_link', 'matter_note', 'matter_photo', 'matter_poll',
      'matter_poll_answer', 'matter_rating', 'matter_task', 'membership', 'menu_item', 'menu_order', 'method', 'moderation_case', 'moderation_report',
      'moderation_word', 'notice', 'notice_channel', 'notice_choice', 'notice_device', 'notice_mute', 'order_consent', 'order_date', 'paper_reading',
      'patrol_point',
      'plan_suggestion', 'plan_support', 'plan_version', 'poll', 'poll_ballot', 'poll_voter', 'post', 'project', 'recall', 'recall_backer',
      'reply_template', 'saved_filter', 'service', 'serving', 'serving_share', 'session_addendum', 'session_minute', 'session_minutes', 'session_point',
      'session_question', 'session_seat', 'session_speaker', 'session_task', 'sharing', 'sharing_agreement', 'sharing_bill',
      'sharing_objection', 'sharing_opinion', 'sharing_reading', 'sharing_signatory', 'star_table', 'team_asking', 'tie', 'volunteer', 'volunteer_credit',
      'volunteer_policy', 'volunteer_qualification', 'volunteer_skill',
    ]
    const pointing = await rows<{ name: string }>(`select distinct conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid = 'person'::regclass order by name`)
    assert.deepEqual(pointing.map(table => table.name), known, 'a new table: add it to held.ts and erase-myself.ts')
  })

  test('can be corrected: my own name', async () => {
    const who = await signedIn('doctor')
    assert.equal((await who.send('/shicheng/me/data', { name: '' })).status, 422)
    assert.equal((await who.send('/shicheng/me/data', { name: '苏明玥' })).status, 303)
    assert.equal((await here.house.database.look(1, db => actorOf(db, here.people.doctor.personId ?? 0, '2026-11-20'))).name, '苏明玥')
    await assert.rejects(here.act(correctMyself, { ...here.people.doctor, personId: null }, { name: '某' }), Refused)
  })
})

describe('a new phone', () => {
  test('is mine once I have its code; a wrong code changes nothing', async () => {
    const who = await signedIn('stairwellHead')
    const index = async () => (await rows<{ phone_index: string }>('select phone_index from membership where person_id = $1', [here.people.stairwellHead.personId]))[0]?.phone_index
    const before = await index()
    assert.equal((await who.send('/shicheng/me/phone', { phone: '123' })).status, 422)
    assert.match((await who.send('/shicheng/me/phone', { phone: '139 0000 7777' })).text, /name="code"/)
    const [sent] = await here.house.codes.recentCodes()
    const wrong = sent?.code === '000000' ? '000001' : '000000'
    assert.equal((await who.send('/shicheng/me/phone', { phone: '139 0000 7777', code: wrong })).status, 422)
    assert.equal(await index(), before)
    assert.equal((await who.send('/shicheng/me/phone', { phone: '139 0000 7777', code: sent?.code ?? '' })).status, 303)
    assert.equal(await index(), here.house.signIn.phoneIndex('13900007777'))
    assert.match((await who.open('/shicheng/me')).text, /先登录/, 'the old session is over')
  })
})

describe('on my page', () => {
  test('I see my devices and end one, or all the others; what was ended is out at once', async () => {
    const [first, second, third] = [await signedIn('severalHomes'), await signedIn('severalHomes'), await signedIn('severalHomes')]
    const others = (text: string) => [...text.matchAll(/name="session" value="([^"]+)"(?:(?!<\/form>).)*<button/gs)].map(([, id = '']) => id)
    const page = await first.open('/shicheng/me')
    assert.equal(others(page.text).length, 2)
    await first.send('/shicheng/me/sessions', { session: others(page.text)[0] ?? '' })
    assert.equal(others((await first.open('/shicheng/me')).text).length, 1)
    await first.send('/shicheng/me/sessions', {})
    for (const ended of [second, third]) assert.match((await ended.open('/shicheng/me')).text, /先登录/)
    assert.match((await first.open('/shicheng/me')).text, /黄国栋/)
  })

  test('nobody ends somebody else’s device', async () => {
    const mine = await (await signedIn('tenant')).open('/shicheng/me')
    const session = /name="session" value="([^"]+)"/.exec(mine.text)?.[1] ?? ''
    await (await signedIn('resident')).send('/shicheng/me/sessions', { session })
    assert.equal((await rows('select 1 from sign_in.session where id = $1', [session])).length, 1)
  })
})

describe('erasing', () => {
  test('is refused while somebody holds a post, and without saying it twice', async () => {
    await assert.rejects(here.act(eraseMyself, here.people.gridWorker, { sure: true }), Refused)
    await assert.rejects(here.act(eraseMyself, here.people.severalHomes, {}), Invalid)
    const { id } = await here.act(appoint, here.people.secretary, { person: here.people.severalHomes.personId, kind: 'volunteer',
      organisationKind: 'team', organisation: '平安队', since: '2026-12-01' })
    await assert.rejects(here.act(eraseMyself, here.people.severalHomes, { sure: true }), Refused, 'a post that is still to begin')
    await here.owner.query('delete from post where id = $1', [id])
    const who = await signedIn('severalHomes')
    const asked = await who.send('/shicheng/me/erase', { texts: 'true' })
    assert.match(asked.location, /sure=1&texts=1/)
    assert.match((await who.open(asked.location)).text, /真的抹掉/)
    assert.match((await who.open('/shicheng/me')).text, /黄国栋/)
  })

  test('takes name and phone out of every table, her words on wish, her account too; the journal and the electorate stay', async () => {
    const phone = CAST.tenant.phone
    const me = here.people.tenant
    const { id } = await here.act(raiseMatter, me, { ...LAMP, text: '我是周晓晴，灯坏了', place: place(), nameShown: true, phone, sharePhone: true })
    const other = await here.act(raiseMatter, here.people.resident, { ...LAMP, place: place() })
    await here.act(followMatter, me, { id: other.id })
    await here.act(recordMandate, me, { principal: me.personId, agent: here.people.resident.personId, evidence: 'self' })
    const who = await signedIn('tenant')
    const before = await rows(`select * from journal order by id`)
    const [member] = await rows<{ account_id: string }>('select account_id from membership where person_id = $1', [me.personId])

    assert.equal((await who.send('/shicheng/me/erase', { sure: 'true', texts: 'true' })).status, 200)

    assert.deepEqual((await rows(`select * from journal order by id`)).slice(0, before.length), before)
    const index = here.house.signIn.phoneIndex(phone)
    const tables = await rows<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'sign_in') and table_type = 'BASE TABLE'`)
    for (const { name } of tables) {
      const left = await rows<{ row: string }>(`select t::text as row from ${name} t where t::text like '%周晓晴%' or t::text like $1 or t::text like $2`, [`%${phone}%`, `%${index}%`])
      assert.deepEqual(left, [], name)
    }
    assert.deepEqual(await rows('select name, phone_sealed, document_sealed from person where id = $1', [me.personId]),
      [{ name: '已抹去', phone_sealed: null, document_sealed: null }])
    for (const table of ['session', 'identity', 'passkey']) {
      assert.deepEqual(await rows(`select 1 from sign_in.${table} where account_id = $1`, [member?.account_id]), [], table)
    }
    assert.deepEqual(await rows('select 1 from tie where person_id = $1', [me.personId]), [])
    assert.deepEqual(await rows('select 1 from matter_follower where person_id = $1', [me.personId]), [])
    assert.deepEqual(await rows('select 1 from mandate where principal_id = $1 and ended_at is null', [me.personId]), [])
    const matter = await here.house.database.look(1, db => matterById(db, here.people.resident, id))
    assert.equal(matter.text, '（提的人抹去了原文）')
    assert.equal(matter.has_phone, false)
    assert.match((await who.open('/shicheng/me')).text, /先登录/)
    assert.deepEqual(await named(here.people.secretary, '已抹去'), [])
  })

  test('leaves an owner in the electorate, without a name', async () => {
    const me = here.people.severalHomes
    await here.act(eraseMyself, me, { sure: true })
    const ties = await rows<{ name: string }>(`select person.name from tie join person on person.id = tie.person_id and person.community_id = tie.community_id
      where tie.person_id = $1 and tie.kind = 'owner' and tie.until is null`, [me.personId])
    assert.deepEqual(ties.map(tie => tie.name), ['已抹去', '已抹去', '已抹去'])
  })
})
