// Every page asks little, and every question about a community's table names the community: the first lock, and the way to the right shard.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { planActivity } from '#modules/activities/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { actorOf, passerBy } from '#modules/people/public.ts'
import { addTopic, convene, foundCouncil, openSession } from '#modules/councils/public.ts'
import { draftDecision } from '#modules/decisions/public.ts'
import { openConversation } from '#modules/opinions/public.ts'
import { closePoll, openPoll } from '#modules/polls/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { createApp } from '../../src/app.ts'

/** Statements that one look at a page may take, with whoever looks; sign-in's own one is not counted. */
const MOST = 6

/** What stands for each named part of an address, or for one that follows a certain word. */
const SAMPLES: Record<string, string> = { leaflet: 'refund', act: 'ask', deed: 'keepDesk', agreement: '1', bill: '1', community: 'shicheng', code: 'LIFT', id: '1', 'homes/:id': '2', entry: '1', hash: '0'.repeat(64), helper: '1', kind: 'refused', part: 'matters', token: 'x', secret: 'x', 'data/:file': 'matters.csv', 'services/:file': 'lift.json', 'requests/:file': '1.json', 'tokens/:file': 'x.json' }

/** Pages that rightly answer 404 to these samples: what they need is secret, a file, or not configured. */
const NOT_THERE: readonly string[] = [
  '/:community/sessions/:id/minutes', '/:community/sessions/:id/minutes.docx',
  '/metrics', '/:community/calendars/:secret',
  '/:community/activities/:id/points',
  '/:community/polls/:id/ballots.blt',
  '/:community/orders/:id/do/:deed',
  '/:community/servings/:id',
  '/:community/help/:id/helpers/:helper', '/:community/volunteers/me/photo',
  '/:community/volunteers/licences/:id', '/:community/volunteers/:id', '/:community/volunteers/do/:deed', '/:community/teams/:id',
  '/:community/elections/:id/papers.docx', '/:community/elections/:id/heard',
  '/:community/decisions/:id/photos/:hash',
  '/:community/openings/:id', '/:community/tour', '/sign-in/oidc', '/sign-in/demo/:token', '/set-up/:token', '/set-up/:token/look-round', '/:community/matters/:id/photos/:hash',
  '/:community/matters/:id/dossier', '/:community/matters/:id/dossier.zip', '/:community/matters/:id/change',
  '/:community/record/checkpoint', '/:community/record/consistency', '/:community/matters/:id/proof/:entry', '/:community/matters/:id/plans/answer',
  '/:community/matters/:id/sharing/agreements/:agreement', '/:community/matters/:id/sharing/bills/:bill',
  '/open311/v2/tokens/:file',
]

let asked: string[] = []
let village: TestHouse
let app: ReturnType<typeof createApp>
let cookie = ''

before(async () => {
  village = await testHouse({ sqlLog: ({ sql }) => void asked.push(sql) })
  app = createApp(village.house)
  const { secretary } = await village.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  await village.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'LIFT');
    insert into place (community_id, kind, name, label, code, parent_id, estate_id) values (1, 'home', '602', '602', 'HOME', 1, 1);
    insert into home (community_id, place_id) values (1, 2)`)
  await village.act(raiseMatter, passerBy(1), { place: 1, kind: 'broken', text: '三号电梯异响' })
  const poll = await village.act(openPoll, await village.house.database.look(1, db => actorOf(db, secretary, '2026-11-20')), { question: '放不放信箱', closes: '2026-11-27' })
  await village.owner.query(`update poll set opens_at = '2026-11-01', closes_at = '2026-11-10'`)
  await village.act(closePoll, passerBy(1), { id: poll.id })
  const { id: conversation } = await village.act(openConversation, await village.house.database.look(1, db => actorOf(db, secretary, '2026-11-20')), { question: '这条街五年后什么样', statements: ['多种点树', '少停点车', '夜市早收'], until: '2026-11-27' })
  await village.owner.query('update conversation set ended_at = closes_at where id = $1', [conversation])
  await village.owner.query(`insert into conversation_voter (community_id, conversation_id, mark) select 1, $1, n from generate_series(1, 7) n`, [conversation])
  const chair = await village.house.database.look(1, db => actorOf(db, secretary, '2026-11-20'))
  await village.act(draftDecision, chair, { estate: 1, title: '门口装感应灯', about: '花公共收益三千元' })
  await village.act(planActivity, chair, { name: '集市', place: 1, meeting: '南门', on: '2026-11-28', from: '9:00', until: '12:00' })
  const council = await village.act(foundCouncil, chair, { name: '议事亭', room: '亭子', place: '1', grid: '', on: '2026-11-21', from: '19:30', minutes: 90, rule: 'FREQ=MONTHLY;BYDAY=3SA', quorum: 50, homes: 1 })
  const session = await village.act(convene, chair, { id: council.id, kind: 'listening', title: '夜话', on: '2026-11-21', from: '19:30', minutes: 90, room: '亭子' })
  await village.act(openSession, chair, { id: session.id })
  await village.act(addTopic, chair, { id: session.id, matters: [1] })
  await village.owner.query(`insert into election (community_id, estate_id, kind, request, requested_on, made_by, made_at) values (1, 1, 'first', '想成立业委会', '2026-11-01', $1, now())`, [secretary])
  await village.owner.query(`with item as (insert into menu_item (community_id, class, kind, name, about, not_done, skills, minutes, meant_for, most_a_day, off_hours, made_by, made_at)
      values (1, 'volunteer', 'service', '修小家电', '能修就修', '', '{}', 60, 'everybody', 5, 2, $1, now()) returning id),
    placed as (insert into menu_order (community_id, item_id, person_id, ordered_by, entered, needs_consent, words, place_id, estate_id, repeat, begins_on, minute, ordered_at)
      select 1, id, $1, $1, false, false, '电视打不开了', 2, 1, 'once', '2026-12-01', 600, now() from item returning id)
    insert into order_date (community_id, order_id, begins_at, ends_at, state) select 1, id, '2026-12-01T02:00Z', '2026-12-01T03:00Z', 'open' from placed`, [secretary])
  await village.owner.query(`insert into call (community_id, place_id, channel, need, urgent, called_at, until_at, rings)
    values (1, 2, 'code', 'water', true, '2026-11-20', '2026-11-21', '[{"who":"building","after":0,"most":4}]')`)
  await village.owner.query(`insert into errand (community_id, side, kind, estate_id, place_id, by_id, channel, text, standing, made_at, from_at, until_at)
    values (1, 'ask', 'shopping', 1, 1, $1, 'page', '带点菜', 'shown', '2026-11-20', '2026-11-20', '2027-11-20')`, [secretary])
  await village.owner.query(`with team as (insert into organisation (community_id, kind, name) values (1, 'team', '巡逻队') returning id),
    member as (insert into post (community_id, person_id, organisation_id, kind, since) select 1, $1, id, 'volunteer', '2026-01-01' from team),
    roster as (insert into duty_roster (community_id, organisation_id, name, on_call, made_by, made_at) select 1, id, '夜巡', false, $1, now() from team returning id)
    insert into duty_turn (community_id, roster_id, person_id, from_at, until_at) select 1, id, $1, '2026-12-01T10:00Z', '2026-12-01T12:00Z' from roster`, [secretary])
  await village.owner.query(`insert into invitation (community_id, person_id, code_index, ends_at)
    values (1, $1, 'x', '2026-12-01')`, [secretary])
  const account = await village.house.signIn.accountFor({ phone: '138 0000 0001' })
  await village.owner.query('update membership set account_id = $1 where person_id = $2', [account, secretary])
  cookie = (await village.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
})
after(() => village.close())

// An open line never ends by itself, and what is only passed on asks nothing.
const pages = () => new Set(app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*') && !path.endsWith('/live')
  && !/^\/(?:healthz|readyz|api\/)/.test(path)).map(({ path }) => path))

function addressOf(path: string): string {
  return path.replace(/(\w+\/)?:(\w+)/g, (whole: string, before = '', name: string) =>
    before + (SAMPLES[whole] ?? SAMPLES[name] ?? assert.fail(`say in SAMPLES what stands for :${name} in ${path}`)))
}

async function visit(path: string, signedIn: boolean): Promise<{ status: number, asked: string[] }> {
  asked = []
  const response = await app.request(addressOf(path), signedIn ? { headers: { cookie } } : {})
  await response.text()
  return { status: response.status, asked }
}

describe('every page', () => {
  for (const who of ['somebody who only looks', 'the secretary']) {
    test(`takes ${who} at most ${MOST} statements`, async () => {
      const signedIn = who === 'the secretary'
      for (const path of pages()) {
        const { status, asked } = await visit(path, signedIn)
        assert.ok(status < 500, `${path} answered ${status}`)
        if (signedIn) assert.equal(status === 404, NOT_THERE.includes(path), `${path} answered ${status}: is it rightly in NOT_THERE?`)
        assert.ok(asked.length <= MOST, `${path} took ${asked.length}:\n${asked.join('\n')}`)
      }
    })
  }

  test('is among those counted', () => assert.ok(pages().size >= 8, [...pages()].join(' ')))
})

test('every statement about a table of a community names the community, once for each table', async () => {
  const { rows } = await village.owner.query<{ name: string }>(`select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id' and table_name not in ('membership', 'api_token')`)
  const owned = new RegExp(`\\b(?:from|join|into|update) "?(?:${rows.map(({ name }) => name).join('|')})"?(?![\\w"])`, 'g')
  const everything = new Set<string>()
  for (const path of pages()) {
    for (const signedIn of [false, true]) (await visit(path, signedIn)).asked.forEach(sql => everything.add(sql))
  }
  asked = []
  await village.act(raiseMatter, passerBy(1), { place: 1, kind: 'broken', text: '二楼的灯不亮了' })
  for (const sql of [...everything, ...asked]) {
    const tables = sql.match(owned) ?? []
    const named = sql.match(/\bcommunity_id\b/g) ?? []
    assert.ok(named.length >= tables.length, `${tables.length} tables, ${named.length} times community_id:\n${sql}`)
  }
  assert.ok([...everything].some(sql => owned.exec(sql)), 'nothing was asked')
})
