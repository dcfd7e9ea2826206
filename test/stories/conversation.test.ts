// 问计: how a street is asked one wide question, and what nobody learns by it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import {
  castOpinion, closeConversation, conversationById, drawMap, finishConversation, judgeStatement, mapsToDraw, nextStatement, openConversation,
  statementsBehind, statementsShown, suggestStatement,
} from '#modules/opinions/public.ts'
import { actorOf, eraseMyself, passerBy, type Actor } from '#modules/people/public.ts'
import { cookieOf, formsIn, untouched, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'
import { tendConversations } from '../../src/jobs/opinions.ts'

const STREET = {
  question: '我们这条街，五年后该是什么样', until: '2026-12-10',
  statements: ['街上不许停车', '停车位先给有车的人家', '多摆几张椅子', '夜市开到十二点', '夜市十点就收', '树要多种', '小店不许占道', '小店可以把桌子摆到外面'],
}

let here: Village
let app: Hono
let crowd: Actor[]

before(async () => {
  here = await village()
  app = createApp(here.house)
  const { rows } = await here.owner.query(`insert into person (community_id, name) select 1, '街坊' || n from generate_series(1, 30) n returning id`)
  crowd = await Promise.all(rows.map(row => look(db => actorOf(db, Number(row.id), '2026-11-20'))))
})
after(() => here.close())

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)
const open = async (more: object = {}) => (await here.act(openConversation, here.people.secretary, { ...STREET, ...more })).id
const statementsOf = async (id: number) => (await look(db => statementsShown(db, passerBy(1), id))).map(statement => statement.id)
const signedIn = async (key: Parameters<typeof cookieOf>[1]) => visitor(app, await cookieOf(here, key))
const later = (minutes: number) => { here.time.now = here.time.now.add({ minutes }) }

/** Two camps: the first agrees with every odd statement and not with the even ones, the second the other way round; both want trees. */
async function everybodyVotes(id: number, people: readonly Actor[], camps = 2): Promise<void> {
  const statements = await statementsOf(id)
  for (const [person, who] of people.entries()) {
    for (const [at, statement] of statements.entries()) {
      const agrees = at === 5 || (at + person % camps) % 2 === 0
      await here.act(castOpinion, who, { id, statement, opinion: agrees ? 'agree' : 'disagree' })
    }
  }
}

describe('whoever looks after the neighbourhood', () => {
  test('asks a wide question; a neighbour, a tenant and a passer-by cannot', async () => {
    for (const who of [here.people.neighbour, here.people.tenant, here.people.gridWorker, passerBy(1)]) {
      await assert.rejects(here.act(openConversation, who, STREET), Refused)
    }
    assert.ok((await here.act(openConversation, here.people.committeeChair, STREET)).id > 0)
    assert.ok(await open() > 0)
  })

  test('is told what is missing: too few statements, the same twice, a day that is over, a private matter', async () => {
    for (const wrong of [{ statements: ['一句话而已'] }, { statements: ['多种树吧', '多种树吧', ' 多种树吧 '] }, { until: '2026-11-20' }, { until: '2028-01-01' }, { matter: 99_999 }]) {
      await assert.rejects(open(wrong), Invalid)
    }
  })
})

describe('a neighbour', () => {
  test('taps one statement after another on the page, without a script, thinks better of one, and is thanked at the end', async () => {
    const id = await open()
    const who = await signedIn('neighbour')
    const at = `/shicheng/conversations/${id}`
    for (let answered = 0; answered < STREET.statements.length; answered++) {
      const page = await who.open(at)
      assert.match(page.text, new RegExp(`8 句里表态了 ${answered} 句`))
      const form = formsIn(page.text).find(each => each.action === `${at}/opinion`)
      assert.ok(form)
      const sent = await who.send(form.action, { ...untouched(form), opinion: answered % 2 === 0 ? 'agree' : 'disagree' })
      assert.deepEqual([sent.status, sent.location], [303, at])
    }
    assert.match((await who.open(at)).text, /都看完了/)
    const [first] = await statementsOf(id)
    const sent = await who.send(`${at}/opinion`, { statement: String(first), opinion: 'pass', from: 'all' })
    assert.equal(sent.status, 303)
    assert.match((await who.open(`${at}/statements`)).text, /您说：说不好/)
    const { rows } = await here.owner.query('select count(*)::int as votes, count(distinct statement_id)::int as statements from conversation_vote where conversation_id = $1', [id])
    assert.deepEqual(rows, [{ votes: 8, statements: 8 }])
  })

  test('sees the statements in an order of his own', async () => {
    const id = await open()
    const firsts = await Promise.all(crowd.map(who => look(db => nextStatement(db, who, id))))
    assert.ok(new Set(firsts.map(next => next?.id)).size > 3)
  })

  test('who did not sign in reads along and cannot vote; nor does anybody vote on what is not there', async () => {
    const id = await open()
    const [statement = 0] = await statementsOf(id)
    assert.match((await visitor(app).open(`/shicheng/conversations/${id}`)).text, /登录以后就能表态/)
    await assert.rejects(here.act(castOpinion, passerBy(1), { id, statement, opinion: 'agree' }), Refused)
    await assert.rejects(here.act(castOpinion, here.people.elsewhere, { id, statement, opinion: 'agree' }), NotFound)
    await assert.rejects(here.act(castOpinion, crowd[0] ?? passerBy(1), { id: await open(), statement, opinion: 'agree' }), NotFound)
    await assert.rejects(here.act(castOpinion, crowd[0] ?? passerBy(1), { id, statement, opinion: 'maybe' }), Invalid)
  })

  test('and ten taps of the same person at once make one voter and one vote', async () => {
    const id = await open()
    const [statement = 0] = await statementsOf(id)
    const opinions = Array.from({ length: 10 }, (_, tap) => tap % 2 === 0 ? 'agree' : 'disagree')
    await Promise.all(opinions.map(opinion => here.act(castOpinion, here.people.tenant, { id, statement, opinion })))
    const { rows } = await here.owner.query(`select (select count(*)::int from conversation_voter where conversation_id = $1) as voters,
      (select count(*)::int from conversation_vote where conversation_id = $1) as votes`, [id])
    assert.deepEqual(rows, [{ voters: 1, votes: 1 }])
  })
})

describe('a statement that somebody adds', () => {
  test('waits for a look, is shown without a name, and only then voted on', async () => {
    const id = await open()
    const { statement } = await here.act(suggestStatement, here.people.neighbour, { id, text: '  街角放一个  工具箱\n' })
    await assert.rejects(here.act(castOpinion, here.people.tenant, { id, statement, opinion: 'agree' }), NotFound)
    assert.deepEqual(await look(db => statementsBehind(db, here.people.tenant, id)), [])
    const seen = await (await signedIn('secretary')).open(`/shicheng/conversations/${id}`)
    assert.match(seen.text, /街角放一个 工具箱/)
    assert.doesNotMatch(seen.text, /陈海生/)
    await here.act(judgeStatement, here.people.secretary, { id, statement, verdict: 'accepted' })
    await here.act(castOpinion, here.people.tenant, { id, statement, opinion: 'agree' })
    assert.doesNotMatch((await visitor(app).open(`/shicheng/conversations/${id}/statements`)).text, /陈海生/)
  })

  test('that is refused needs a reason; the journal has the reason and not the words, and its author reads both', async () => {
    const id = await open()
    const { statement } = await here.act(suggestStatement, here.people.neighbour, { id, text: '树要多种一些吧' })
    const judged = { id, statement, verdict: 'refused' }
    await assert.rejects(here.act(judgeStatement, here.people.secretary, judged), Invalid)
    await assert.rejects(here.act(judgeStatement, here.people.tenant, { ...judged, reason: 'off_topic' }), Refused)
    await here.act(judgeStatement, here.people.gridLeader, { ...judged, reason: 'said_already', words: '第六句就是' })
    await assert.rejects(here.act(judgeStatement, here.people.secretary, { ...judged, reason: 'off_topic' }), Refused)
    const [line] = (await here.owner.query(`select facts::text from journal where action = 'opinions.judge' order by id desc limit 1`)).rows
    assert.match(line.facts, /said_already/)
    assert.doesNotMatch(line.facts, /第六句就是|树/)
    const page = await (await signedIn('neighbour')).open(`/shicheng/conversations/${id}`)
    assert.match(page.text, /没放：已经有人说过/)
    assert.match(page.text, /第六句就是/)
    assert.deepEqual(await look(db => statementsBehind(db, here.people.tenant, id)), [])
  })

  test('is not judged by whoever wrote it, not taken twice, and not without end', async () => {
    const id = await open()
    const { statement } = await here.act(suggestStatement, here.people.gridLeader, { id, text: '晚上路灯亮一点' })
    await assert.rejects(here.act(judgeStatement, here.people.gridLeader, { id, statement, verdict: 'accepted' }), Refused)
    await assert.rejects(here.act(suggestStatement, here.people.tenant, { id, text: '晚上路灯亮一点' }), Invalid)
    await assert.rejects(here.act(suggestStatement, here.people.tenant, { id, text: '长'.repeat(141) }), Invalid)
    for (let n = 0; n < 10; n++) await here.act(suggestStatement, here.people.tenant, { id, text: `还有一句话，第 ${n} 句` })
    await assert.rejects(here.act(suggestStatement, here.people.tenant, { id, text: '再来一句' }), Refused)
  })

  test('comes back with what was typed where it is too long', async () => {
    const id = await open()
    const sent = await (await signedIn('tenant')).send(`/shicheng/conversations/${id}/statements`, { text: '长'.repeat(141) })
    assert.equal(sent.status, 422)
    assert.match(sent.text, /写 4 到 140 个字/)
    assert.match(sent.text, /长{141}/)
  })
})

describe('the opinion map', () => {
  test('is not drawn for six, and says kindly why', async () => {
    const id = await open()
    await everybodyVotes(id, crowd.slice(0, 6))
    assert.deepEqual((await look(db => mapsToDraw(db, here.time.now))).filter(due => due === id), [])
    await assert.rejects(here.act(drawMap, passerBy(1), { id }), Refused)
    assert.match((await visitor(app).open(`/shicheng/conversations/${id}`)).text, /够 7 个人表态以后才画/)
  })

  test('of thirty in two camps shows two groups, what they share and what tells them apart, and nobody’s name or place', async () => {
    const id = await open()
    await everybodyVotes(id, crowd)
    later(6)
    await tendConversations(here.house)
    const { map, map_voters: voters } = await look(db => conversationById(db, passerBy(1), id))
    assert.equal(voters, 30)
    assert.deepEqual(map?.groups.map(group => group.size), [15, 15])
    const statements = await statementsOf(id)
    assert.equal(map?.shared[0]?.id, statements[5])
    const page = (await visitor(app).open(`/shicheng/conversations/${id}`)).text
    assert.match(page, /A 群.*15 人/s)
    assert.equal(page.match(/<ellipse/g)?.length, 2)
    assert.doesNotMatch(page, /街坊\d|style=/)
  })

  test('is drawn again only after seven people said something new', async () => {
    const id = await open()
    await everybodyVotes(id, crowd.slice(0, 20))
    await here.act(drawMap, passerBy(1), { id })
    const due = async () => (await look(db => mapsToDraw(db, here.time.now))).includes(id)
    later(10)
    await everybodyVotes(id, crowd.slice(20, 26))
    assert.equal(await due(), false, 'six: one could read off what they said')
    await everybodyVotes(id, crowd.slice(26, 27))
    assert.equal(await due(), true)
    await here.act(drawMap, passerBy(1), { id })
    assert.equal(await due(), false)
  })

  test('never shows a group of fewer than seven', async () => {
    const id = await open()
    await everybodyVotes(id, crowd.slice(0, 12))
    later(6)
    await here.act(drawMap, passerBy(1), { id })
    const { map } = await look(db => conversationById(db, passerBy(1), id))
    assert.deepEqual([map?.why, map?.groups, map?.shared], ['few', [], []])
    assert.match((await visitor(app).open(`/shicheng/conversations/${id}`)).text, /每群至少 7 人才画/)
  })
})

describe('at the end', () => {
  test('the clock ends it; nobody votes any more, and the table can be taken along without leading to anybody', async () => {
    const id = await open({ until: '2026-11-21' })
    await everybodyVotes(id, crowd.slice(0, 8))
    const csv = `/shicheng/conversations/${id}/votes.csv`
    assert.equal((await visitor(app).open(csv)).status, 403)
    const before = here.time.now
    await assert.rejects(here.act(finishConversation, passerBy(1), { id }), Refused)
    here.time.now = Temporal.Instant.from('2026-11-21T16:00:00Z')
    await tendConversations(here.house)
    const [statement = 0] = await statementsOf(id)
    await assert.rejects(here.act(castOpinion, crowd[0] ?? passerBy(1), { id, statement, opinion: 'agree' }), Refused)
    await assert.rejects(here.act(finishConversation, passerBy(1), { id }), Refused)
    const lines = (await visitor(app).open(csv)).text.trim().split('\n')
    assert.equal(lines.length, 9)
    assert.equal(lines.filter(line => line.split(',').slice(1).every(cell => ['1', '-1'].includes(cell))).length, 8)
    const { rows } = await here.owner.query('select count(person_id)::int as known from conversation_voter where conversation_id = $1', [id])
    assert.deepEqual(rows, [{ known: 0 }])
    here.time.now = before
  })

  test('whoever opened it or the secretary ends it early; another organiser and a neighbour do not; it ends once', async () => {
    const { id } = await here.act(openConversation, here.people.committeeChair, STREET)
    await assert.rejects(here.act(closeConversation, here.people.neighbour, { id }), Refused)
    await assert.rejects(here.act(closeConversation, here.people.gridLeader, { id }), Refused)
    const ends = await Promise.allSettled([1, 2, 3].map(() => here.act(closeConversation, here.people.secretary, { id })))
    assert.equal(ends.filter(end => end.status === 'fulfilled').length, 1)
    assert.match((await visitor(app).open(`/shicheng/conversations/${id}`)).text, /表态的不到 7 人，总表不公布/)
  })

  test('no entry of the journal says what anybody thinks of which statement', async () => {
    const { rows } = await here.owner.query(`select facts::text || answer::text as told from journal where action = 'opinions.cast'`)
    assert.ok(rows.length > 100)
    for (const { told } of rows) assert.doesNotMatch(told, /agree|pass|statement|opinion/)
  })
})

test('whoever is erased leaves votes of nobody and words of nobody', async () => {
  const id = await open()
  const [who = passerBy(1)] = crowd
  await here.act(suggestStatement, who, { id, text: '我家门口要有灯' })
  await everybodyVotes(id, [who])
  await here.act(eraseMyself, who, { sure: true, texts: true })
  const { rows: [left] } = await here.owner.query(`select (select count(person_id)::int from conversation_voter where person_id = $1) as voters,
    (select count(*)::int from conversation_statement where author_id = $1 or text like '%我家门口%') as statements,
    (select count(*)::int from conversation_vote where conversation_id = $2) as votes`, [who.personId, id])
  assert.deepEqual(left, { voters: 0, statements: 0, votes: 8 })
})
