// Who is told what, when, by which way, and that it arrives once: with a mail server, a push service and receivers on this machine.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import { perform } from '#kit/action.ts'
import { dingtalkSign, feishuSign } from '#kit/channels/robots.ts'
import { settledUpTo } from '#kit/settled.ts'
import { followMatter, raiseMatter } from '#modules/matters/public.ts'
import {
  addChannel, addDevice, chooseNotices, claimDeliveries, confirmMail, giveMail, inboxOf, markRead, muteMatter, noticeWords, retryDelivery,
  spreadNotices, testChannel, undelivered, webhookSecret,
} from '#modules/notices/public.ts'
import { eraseMyself, giveConsent, passerBy, withdrawConsent, type Actor } from '#modules/people/public.ts'
import { deliver, spread, tendNotices } from '../../src/jobs/notices.ts'
import { createApp } from '../../src/app.ts'
import { drain, listen, serve } from '../../src/server.ts'
import { ground, type Ground } from '#test/receivers/ground.ts'
import { httpReceiver, type HttpReceiver } from '#test/receivers/http.ts'
import { mailReceiver, type MailReceiver } from '#test/receivers/mail.ts'
import { pushReceiver, type PushReceiver } from '#test/receivers/push.ts'
import { formsIn, untouched, visitor } from '#test/visitor.ts'

let here: Ground
let mail: MailReceiver
let push: PushReceiver
let outside: HttpReceiver

before(async () => {
  mail = await mailReceiver()
  push = await pushReceiver()
  outside = await httpReceiver()
  here = await ground({ mail: { url: mail.url, from: '石埕社区 <notice@linju.example>' }, sms: { url: `${outside.address}/sms` } })
})
after(async () => {
  await here.close()
  await mail.close()
  push.close()
  outside.close()
})

const raise = async (text = '三号电梯异响', more: object = {}) =>
  (await here.act(raiseMatter, here.people.resident, { place: here.estate, kind: 'broken', text, ...more })).id
const inbox = (who: Actor) => here.house.database.look(1, db => inboxOf(db, who.personId ?? 0))
const lines = async (who: Actor) => (await inbox(who)).map(notice => noticeWords('zh', notice, who).line)
const clock = (time: string) => { here.time.now = Temporal.Instant.from(time) }
const forget = () => { mail.letters.length = push.received.length = outside.received.length = 0 }

/** Confirms a mail address by the link that arrived. */
async function mailFor(who: Actor, address: string): Promise<void> {
  await here.act(giveMail, who, { mail: address, lang: 'zh' })
  await here.tend()
  const link = /https:\S+\/notices\/mail\?(\S+)/.exec(mail.letters.at(-1)?.text ?? '')?.[1] ?? ''
  const query = new URLSearchParams(link)
  await here.act(confirmMail, passerBy(1), { person: query.get('p'), key: query.get('k') })
  forget()
}

describe('what happens', () => {
  test('is told once to each: workers of the raising, raiser and followers of a step, never the one who did it', async () => {
    const id = await raise()
    await here.act(followMatter, here.people.neighbour, { id })
    await here.act(followMatter, here.people.worker, { id })
    await here.happen('matters.move', id, here.people.worker, { from: 'raise', to: 'do' })
    await here.tend()
    await here.tend()
    assert.deepEqual(await lines(here.people.worker), ['您管的地方有人提了一件事'])
    assert.deepEqual(await lines(here.people.resident), ['走到“办”这一步了'])
    assert.deepEqual(await lines(here.people.neighbour), ['走到“办”这一步了'])
    assert.deepEqual(await lines(here.people.secretary), [])
  })

  test('is not told to whoever follows only afterwards', async () => {
    const id = await raise()
    await here.happen('matters.move', id, here.people.worker, { from: 'raise', to: 'do' })
    await here.tend()
    await here.act(followMatter, here.people.neighbour, { id })
    const before = (await lines(here.people.neighbour)).length
    await here.happen('matters.accept', id, here.people.worker)
    await here.tend()
    assert.deepEqual((await lines(here.people.neighbour)).slice(0, -before || undefined), ['有人接了'])
  })

  /** Somebody who has written an entry and not committed yet. */
  const writing = async (id: number, action: string): Promise<pg.Client> => {
    const client = new pg.Client(here.settings)
    await client.connect()
    await client.query('begin')
    await client.query(`insert into journal (community_id, at, action, person_id, subject, facts, answer)
      values (1, $1, $2, $3, $4, '{}', '{}')`, [here.time.now.toString(), action, here.people.worker.personId, `matters/${id}`])
    return client
  }
  const end = async (client: pg.Client) => {
    await client.query('commit')
    await client.end()
  }

  test('is not missed when a later entry is committed first', async () => {
    const id = await raise()
    await here.tend()
    const slow = await writing(id, 'matters.reply')
    await here.happen('matters.accept', id, here.people.worker)
    const before = (await inbox(here.people.resident)).length
    assert.equal(await here.house.database.look(1, settledUpTo), null)
    await spread(here.house, 1)
    assert.equal((await inbox(here.people.resident)).length, before)
    await end(slow)
    await spread(here.house, 1)
    assert.deepEqual((await lines(here.people.resident)).slice(0, 2), ['有人接了', '有新的回话'])
  })

  test('does not wait for whoever began to write later', async () => {
    const id = await raise()
    const first = await writing(id, 'matters.readPhone')
    const asked = here.house.database.look(1, settledUpTo)
    await pause(50)
    const later = await writing(id, 'matters.readPhone')
    await end(first)
    assert.notEqual(await asked, null)
    await end(later)
  })

  test('is told once when two processes read it at the same time', async () => {
    const id = await raise()
    await here.tend()
    await here.happen('matters.accept', id, here.people.worker)
    const before = (await inbox(here.people.resident)).length
    await Promise.all([1, 2, 3, 4].map(() => spread(here.house, 1)))
    assert.equal((await inbox(here.people.resident)).length, before + 1)
  })

  test('is told once even when the cursor is thrown back', async () => {
    await here.tend()
    const [before] = await here.rows<{ journal_id: string }>('select journal_id from notice_cursor')
    const id = await raise()
    await here.happen('matters.accept', id, here.people.worker)
    await here.tend()
    const told = await here.rows('select id from notice order by id')
    await here.rows('update notice_cursor set journal_id = $1', [before?.journal_id])
    const upTo = await here.house.database.look(1, settledUpTo)
    const read = await perform(here.house.database, { ...here.house.means, now: here.time.now }, spreadNotices, passerBy(1), { upTo })
    assert.equal(read.made, 0)
    assert.deepEqual(await here.rows('select id from notice order by id'), told)
  })

  test('is told to nobody once the matter is settled, but for its closing and a reopening', async () => {
    const id = await raise()
    await here.tend()
    await here.rows(`update matter set step = 'close' where id = $1`, [id])
    const before = (await lines(here.people.resident)).length
    await here.happen('matters.reply', id, here.people.worker)
    await here.happen('clocks.ring', id, null, { level: 'alarm', person: here.people.resident.personId })
    await here.happen('matters.move', id, here.people.worker, { from: 'rate', to: 'close' })
    await here.happen('matters.reopen', id, here.people.worker)
    await here.tend()
    assert.deepEqual((await lines(here.people.resident)).slice(0, -before || undefined), ['又提起来了，接着办', '销号了，存了档'])
  })
})

describe('mail', () => {
  test('goes to an address only after its owner opened the link, and to the last address only', async () => {
    await here.act(giveMail, here.people.resident, { mail: 'first@example.cn', lang: 'zh' })
    await here.tend()
    const old = new URLSearchParams(/mail\?(\S+)/.exec(mail.letters[0]?.text ?? '')?.[1])
    await mailFor(here.people.resident, 'xiuying@example.cn')
    await assert.rejects(here.act(confirmMail, passerBy(1), { person: old.get('p'), key: old.get('k') }), /old/)
    const [row] = await here.rows<{ mail_sealed: string }>('select mail_sealed from notice_choice')
    assert.ok(row && !row.mail_sealed.includes('example'))
  })

  test('fills nobody’s letter box with confirmations', async () => {
    for (const n of [1, 2, 3]) await here.act(giveMail, here.people.neighbour, { mail: `n${n}@example.cn`, lang: 'zh' })
    await assert.rejects(here.act(giveMail, here.people.neighbour, { mail: 'n4@example.cn', lang: 'zh' }), { name: 'TooOften' })
    await here.rows(`update notice_choice set mail_sealed = null where person_id = $1`, [here.people.neighbour.personId])
    await here.tend()
    forget()
  })

  test('brings what can wait once a day at the chosen hour: three things in one letter', async () => {
    await here.rows('update notice set read_at = now() where read_at is null')
    const ids = [await raise('一楼的灯不亮'), await raise('二楼的灯不亮'), await raise('三楼的灯不亮')]
    for (const id of ids) await here.happen('matters.move', id, here.people.worker, { from: 'raise', to: 'do' })
    clock('2026-11-20T10:59:00Z')
    await here.tend()
    assert.equal(mail.letters.length, 0)
    clock('2026-11-20T11:00:30Z')
    await here.tend()
    await here.tend()
    assert.equal(mail.letters.length, 1)
    const [letter] = mail.letters
    assert.deepEqual(letter?.to, ['xiuying@example.cn'])
    assert.equal(letter?.headers['subject'], '石埕社区：3 条消息')
    for (const [i, id] of ids.entries()) {
      assert.ok(letter?.text.includes(`${'一二三'[i]}楼的灯不亮\n走到“办”这一步了\nhttps://linju.example/shicheng/matters/${id}\n`), letter?.text)
    }
    forget()
  })

  test('has no second digest on the same day, and none without news', async () => {
    const id = await raise('四楼的灯不亮')
    await here.happen('matters.move', id, here.people.worker, { to: 'do' })
    clock('2026-11-20T13:00:00Z')
    await here.tend()
    assert.equal(mail.letters.length, 0)
    clock('2026-11-21T11:00:30Z')
    await here.tend()
    assert.equal(mail.letters.length, 1)
    clock('2026-11-22T11:00:30Z')
    await here.tend()
    assert.equal(mail.letters.length, 1)
    forget()
  })

  test('says nothing of what was read, settled or taken back before its hour', async () => {
    const [read, settled] = [await raise('五楼的灯不亮'), await raise('六楼的灯不亮')]
    for (const id of [read, settled]) await here.happen('matters.move', id, here.people.worker, { to: 'do' })
    await here.tend()
    await here.act(markRead, here.people.resident, { matter: read })
    await here.rows(`update matter set step = 'close' where id = $1`, [settled])
    clock('2026-11-23T11:00:30Z')
    await here.tend()
    assert.equal(mail.letters.length, 0)
  })

  test('is stopped for one matter in one tap, signed out, as a mail programme does it (RFC 8058)', async () => {
    clock('2026-11-24T01:00:00Z')
    const id = await raise('七楼的灯不亮')
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    const [letter] = mail.letters
    assert.equal(letter?.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
    const stop = /^<https:\/\/linju\.example(\/\S+)>$/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1] ?? assert.fail()
    const app = createApp(here.house)
    const tap = (path: string) => app.request(`https://linju.example${path}`, {
      method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal((await tap(stop.replace(`m=${id}`, `m=${id - 1}`))).status, 403)
    assert.equal((await tap(stop.replace(/p=\d+/, `p=${here.people.neighbour.personId}`))).status, 403)
    assert.ok((await tap(stop)).status < 400)
    const before = (await inbox(here.people.resident)).length
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.equal((await inbox(here.people.resident)).length, before)
    assert.equal(mail.letters.length, 1)
    forget()
  })

  test('does not say what was raised inside a home', async () => {
    const id = await raise('卧室天花板渗水', { place: here.home })
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.ok(!JSON.stringify(mail.letters).includes('渗水'))
    assert.match(mail.letters[0]?.text ?? '', new RegExp(`^林秀英，您好：\n\n${id} 号的事\n`))
    forget()
  })
})

describe('push', () => {
  test('is encrypted for the browser, signed by us, and comes at once when it is urgent', async () => {
    await here.act(addDevice, here.people.resident, push.subscription)
    const id = await raise('八楼的灯不亮')
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    const [opened] = push.opened(here.house.carriers.push.publicKey)
    assert.equal(opened?.title, '八楼的灯不亮')
    assert.equal(opened?.line, '经办的人想问您一句，等您回话')
    assert.ok(opened?.stop?.includes('/notices/stop?'))
    const stored = JSON.stringify(await here.rows('select * from notice_device'))
    assert.ok(!stored.includes('/push/1') && !stored.includes(push.subscription.auth))
    forget()
  })

  test('waits for the end of the quiet hours, but not when it is about life', async () => {
    clock('2026-11-24T15:00:00Z')
    const id = await raise('九楼的灯不亮')
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.equal(push.received.length, 0)
    await here.act(addDevice, here.people.worker, { ...push.subscription, endpoint: `${push.address}/push/2` })
    await raise('电线掉下来了', { kind: 'danger', urgent: true })
    await here.tend()
    assert.deepEqual(push.received.map(one => one.path), ['/push/2'])
    clock('2026-11-24T22:59:00Z')
    await here.tend()
    assert.equal(push.received.length, 1)
    clock('2026-11-24T23:00:30Z')
    await here.tend()
    // The worker's own digest, which came too late for its hour, waited for the morning as well.
    assert.deepEqual(push.received.map(one => one.path).sort(), ['/push/1', '/push/2', '/push/2'])
    await here.rows('delete from notice_device where person_id = $1', [here.people.worker.personId])
    forget()
  })

  test('is not quiet for somebody who chose the same hour twice', async () => {
    clock('2026-11-25T15:00:00Z')
    await here.act(chooseNotices, here.people.resident, { digestHour: 8, quietFrom: 0, quietUntil: 0, lang: 'en' })
    const id = await raise('十楼的灯不亮')
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.equal(push.opened(here.house.carriers.push.publicKey)[0]?.line, 'Whoever handles it has a question and waits for your answer')
    forget()
  })

  test('to a browser that is gone ends, and the browser is forgotten', async () => {
    push.statuses.push(410)
    const id = await raise('楼顶的灯不亮')
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.deepEqual(await here.rows('select 1 from notice_device where person_id = $1', [here.people.resident.personId]), [])
    assert.deepEqual(await here.house.database.look(1, db => undelivered(db, here.time.now)), [])
    forget()
  })
})

describe('a text message', () => {
  test('comes only with consent, only when it is urgent, and holds no words of anybody', async () => {
    clock('2026-11-26T01:00:00Z')
    const ask = async () => {
      const id = await raise('地下室进水')
      await here.happen('matters.move', id, here.people.worker, { to: 'do' })
      await here.happen('matters.ask', id, here.people.worker)
      await here.tend()
      return { id, texts: outside.received.filter(one => one.path === '/sms')
        .map(one => JSON.parse(one.body.toString()) as { phone: string, text: string }) }
    }
    assert.deepEqual((await ask()).texts, [])
    await here.act(giveConsent, here.people.resident, { purpose: 'sms_notices', wording: 1 })
    const { id, texts } = await ask()
    assert.equal(texts.length, 1)
    assert.equal(texts[0]?.phone, '+8613800000003')
    assert.match(texts[0]?.text ?? '', new RegExp(`${id} (号的事|)`))
    assert.ok(!texts[0]?.text.includes('进水'))
    forget()
    await here.act(chooseNotices, here.people.resident, { digestHour: 8, quietFrom: 22, quietUntil: 7, lang: 'zh' })
    clock('2026-11-26T16:00:00Z')
    assert.deepEqual((await ask()).texts, [])
    await here.act(withdrawConsent, here.people.resident, { purpose: 'sms_notices' })
    clock('2026-11-27T01:00:00Z')
    await here.tend()
    assert.deepEqual(outside.received, [])
    forget()
  })
})

describe('groups and programs', () => {
  const channel = async (kind: string, path: string, secret = '') =>
    (await here.act(addChannel, here.people.secretary, { kind, name: kind, url: outside.address + path, secret })).id
  const end = () => here.rows('update notice_channel set ended_at = now() where ended_at is null')
  const told = (path: string) => outside.received.filter(one => one.path === path)

  test('are told in the open only, each signed as it asks', async () => {
    const hook = await channel('webhook', '/hook')
    await channel('wecom', '/wecom?key=1')
    await channel('dingtalk', '/dingtalk?access_token=1', 'SECding')
    await channel('feishu', '/feishu', 'feishu secret')
    await raise('卧室漏水了', { place: here.home })
    const id = await raise('大门关不上')
    await here.tend()
    const [signed] = told('/hook')
    const secret = webhookSecret(here.house.means.secrets, 1, hook)
    const at = Date.now
    Date.now = () => here.time.now.epochMilliseconds
    assert.deepEqual(new Webhook(secret).verify(signed?.body.toString() ?? '', signed?.headers ?? {}), {
      type: 'matters.raise', timestamp: here.time.now.toString(), data: { community: 'shicheng', matter: id,
        url: `https://linju.example/shicheng/matters/${id}` },
    })
    Date.now = at
    const [ding] = told('/dingtalk')
    assert.equal(ding?.query.get('sign'), dingtalkSign('SECding', Number(ding?.query.get('timestamp'))))
    const feishu = JSON.parse(told('/feishu')[0]?.body.toString() ?? '') as { timestamp: string, sign: string, content: { text: string } }
    assert.equal(feishu.sign, feishuSign('feishu secret', feishu.timestamp))
    assert.match(feishu.content.text, new RegExp(`matters/${id}$`))
    assert.deepEqual(['/hook', '/wecom', '/dingtalk', '/feishu'].map(path => told(path).length), [1, 1, 1, 1])
    await end()
    forget()
  })

  test('that fail twice get it at the third try, with the same id', async () => {
    const id = await channel('webhook', '/third')
    outside.statuses.push(503, 500)
    await here.act(testChannel, here.people.secretary, { id })
    await here.tend()
    await here.tend()
    assert.equal(told('/third').length, 1)
    here.time.now = here.time.now.add({ seconds: 61 })
    await here.tend()
    here.time.now = here.time.now.add({ minutes: 5 })
    await here.tend()
    here.time.now = here.time.now.add({ minutes: 60 })
    await here.tend()
    assert.equal(told('/third').length, 3)
    assert.equal(new Set(told('/third').map(one => one.headers['webhook-id'])).size, 1)
    assert.deepEqual(await here.rows(`select state, error from delivery where channel_id = $1`, [id]), [{ state: 'sent', error: null }])
    await end()
    forget()
  })

  test('that never answer are given up after six tries; the secretary sees who and why, without the address, and tries again', async () => {
    const id = await channel('wecom', '/never')
    outside.answer = '{"errcode":93000,"errmsg":"invalid webhook url"}'
    await here.act(testChannel, here.people.secretary, { id })
    await here.tend()
    outside.answer = '{"errcode":0}'
    const other = await channel('webhook', '/silent')
    outside.statuses.push(...Array.from({ length: 6 }, () => 500))
    await here.act(testChannel, here.people.secretary, { id: other })
    for (let i = 0; i < 8; i++) {
      await here.tend()
      here.time.now = here.time.now.add({ hours: 13 })
    }
    const list = await here.house.database.look(1, db => undelivered(db, here.time.now))
    assert.deepEqual(list.map(({ via, channel, error, tries }) => ({ via, channel, error, tries })), [
      { via: 'webhook', channel: 'webhook', error: 'http 500', tries: 6 }, { via: 'wecom', channel: 'wecom', error: 'wecom 93000',
        tries: 1 },
    ])
    await assert.rejects(here.act(retryDelivery, here.people.worker, { id: list[0]?.id }), { name: 'Refused' })
    for (const row of list) await here.act(retryDelivery, here.people.secretary, { id: row.id })
    await here.tend()
    assert.deepEqual(await here.house.database.look(1, db => undelivered(db, here.time.now)), [])
    await end()
    forget()
  })

  test('are not followed to another address, and never reached inside this machine’s own network', async () => {
    outside.elsewhere = `${outside.address}/secret`
    outside.statuses.push(302)
    await here.act(testChannel, here.people.secretary, { id: await channel('webhook', '/moved') })
    await here.tend()
    assert.equal(told('/secret').length, 0)
    const closed = { ...here.house, carriers: { ...here.house.carriers, reach: { loopback: false } } }
    await here.act(testChannel, here.people.secretary, { id: await channel('webhook', '/inside') })
    await deliver(closed, { id: 1, slug: 'shicheng', name: '石埕社区' })
    assert.equal(told('/inside').length, 0)
    assert.deepEqual((await here.house.database.look(1, db => undelivered(db, here.time.now)))
      .map(one => one.error), ['address', 'http 302'])
    await end()
    forget()
  })
})

describe('a crash', () => {
  test('between taking and sending loses nothing: the next one sends when the claim has run out', async () => {
    clock('2026-12-10T01:00:00Z')
    const id = await raise('水箱盖开着')
    await here.happen('matters.ask', id, here.people.worker)
    await spread(here.house, 1)
    const { id: taken } = await perform(here.house.database, { ...here.house.means, now: here.time.now }, claimDeliveries, passerBy(1),
      { claim: randomUUID() })
    assert.ok(taken > 0)
    await here.tend()
    assert.equal(mail.letters.length, 0)
    here.time.now = here.time.now.add({ minutes: 6 })
    await here.tend()
    assert.equal(mail.letters.length, 1)
    forget()
  })

  test('between sending and writing down sends once more at most, under the same id; the inbox has it once', async () => {
    const id = await raise('井盖松了')
    await here.happen('matters.ask', id, here.people.worker)
    await spread(here.house, 1)
    const broken = { ...here.house, database: { ...here.house.database, change: (() => {
      let changes = 0
      const change: typeof here.house.database.change = (community, run, last) => {
        if (++changes === 2) throw new Error('killed')
        return here.house.database.change(community, run, last)
      }
      return change
    })() } }
    await assert.rejects(deliver(broken, { id: 1, slug: 'shicheng', name: '石埕社区' }), /killed/)
    assert.equal(mail.letters.length, 1)
    here.time.now = here.time.now.add({ minutes: 6 })
    await here.tend()
    await here.tend()
    here.time.now = here.time.now.add({ hours: 13 })
    await here.tend()
    assert.equal(mail.letters.filter(letter => letter.text.includes('井盖')).length, 2)
    assert.equal(new Set(mail.letters.map(letter => letter.headers['message-id'])).size, 1)
    assert.equal((await inbox(here.people.resident)).filter(notice => notice.matter_id === id).length, 1)
    forget()
  })

  test('while many send at once sends each message once', async () => {
    clock('2026-12-11T01:00:00Z')
    for (let i = 0; i < 12; i++) await here.happen('matters.ask', await raise(`第 ${i} 盏灯不亮`), here.people.worker)
    await spread(here.house, 1)
    await Promise.all(Array.from({ length: 4 }, () => here.tend()))
    assert.equal(mail.letters.length, 12)
    forget()
  })
})

describe('somebody who mutes a matter on the page', () => {
  test('hears no more of it, and nobody can mute for another', async () => {
    const id = await raise('水管一直响')
    const person = here.people.resident.personId
    await assert.rejects(here.act(muteMatter, here.people.neighbour, { person, matter: id }), { name: 'Refused' })
    await here.act(muteMatter, here.people.resident, { person, matter: id })
    await here.happen('matters.ask', id, here.people.worker)
    await here.tend()
    assert.ok(!(await inbox(here.people.resident)).some(notice => notice.matter_id === id))
  })
})

describe('on the page', () => {
  const app = () => createApp(here.house)
  const signedIn = async (who: Actor, number: number) => {
    return visitor(app(), await cookieFor(who, number))
  }

  test('a resident sees what is new, reads one by going there, mutes one, and has read the rest with one tap', async () => {
    const resident = await signedIn(here.people.resident, 3)
    await here.act(markRead, here.people.resident, {})
    const ids = [await raise('东门的锁坏了'), await raise('西门的锁坏了'), await raise('北门的锁坏了')]
    for (const id of ids) await here.happen('matters.move', id, here.people.worker, { to: 'do' })
    await here.tend()
    assert.match((await resident.open('/shicheng')).text, /3 条没看/)
    const { text } = await resident.open('/shicheng/notices')
    for (const gate of ['东', '西', '北']) assert.ok(text.includes(`${gate}门的锁坏了`))
    const [first] = formsIn(text).filter(form => form.action === '/shicheng/notices')
    const seen = await resident.send('/shicheng/notices', { ...untouched(first ?? assert.fail()), how: 'see' })
    assert.equal(seen.location, `/shicheng/matters/${ids[2]}`)
    assert.equal((await resident.send('/shicheng/notices', { how: 'mute', matter: String(ids[1]) })).status, 303)
    assert.match((await resident.open('/shicheng/notices')).text, /这件事不再提醒/)
    const [all] = formsIn((await resident.open('/shicheng/notices')).text)
      .filter(form => form.controls.some(control => control.name === 'upTo'))
    await resident.send('/shicheng/notices', { ...untouched(all ?? assert.fail()), how: 'all' })
    assert.ok(!(await resident.open('/shicheng')).text.includes('条没看'))
    assert.ok(!(await resident.open('/shicheng/notices')).text.includes('还没看的'))
  })

  test('what became private since is only a number to whoever just followed it', async () => {
    const id = await raise('楼道里堆了旧家具')
    await here.act(followMatter, here.people.neighbour, { id })
    await here.happen('matters.move', id, here.people.worker, { to: 'discuss' })
    await here.tend()
    const neighbour = await signedIn(here.people.neighbour, 4)
    assert.match((await neighbour.open('/shicheng/notices')).text, /旧家具/)
    await here.rows('update matter set private = true where id = $1', [id])
    const { text } = await neighbour.open('/shicheng/notices')
    const card = text.split('<form').find(part => part.includes(`name="matter" value="${id}"`)) ?? ''
    assert.ok(!text.includes('旧家具') && card.includes(`${id} 号的事`) && !card.includes('榕荫里'))
    await here.happen('matters.reply', id, here.people.worker)
    const before = (await inbox(here.people.neighbour)).length
    await here.tend()
    assert.equal((await inbox(here.people.neighbour)).length, before)
  })

  test('hours, mail and devices are chosen by oneself, with what is wrong said beside the field', async () => {
    const neighbour = await signedIn(here.people.neighbour, 4)
    const at = '/shicheng/me/notices'
    assert.equal((await neighbour.send(at, { digestHour: '8', quietFrom: '21', quietUntil: '6' })).status, 303)
    assert.match((await neighbour.open(at)).text, /<option value="21" selected>/)
    const wrong = await neighbour.send(`${at}/mail`, { mail: 'not an address' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="not an address"/)
    assert.equal((await neighbour.send(`${at}/mail`, { mail: 'haisheng@example.cn' })).status, 303)
    assert.match((await neighbour.open(at)).text, /点开里面的链接/)
    assert.equal((await neighbour.send(`${at}/device`, { endpoint: 'https://10.0.0.1/push', p256dh: push.subscription.p256dh,
      auth: push.subscription.auth })).status, 422)
    assert.equal((await neighbour.send(`${at}/device`, { ...push.subscription, p256dh: 'AAAA' })).status, 422)
    assert.equal((await neighbour.send(`${at}/device`, push.subscription)).status, 303)
    assert.match((await neighbour.open(at)).text, /加的一台/)
    await here.tend()
    const link = /notices\/mail\?\S+/.exec(mail.letters.at(-1)?.text ?? '')?.[0]
    const signedOut = visitor(app())
    assert.match((await signedOut.open(`/shicheng/${link}`)).text, /是我的邮箱/)
    assert.equal((await signedOut.send(`/shicheng/${link}x`, {})).status, 403)
    assert.match((await signedOut.send(`/shicheng/${link}`, {})).text, /以后发到这个邮箱/)
    assert.match((await neighbour.open(at)).text, /一天一封/)
    forget()
  })

  test('the link of a message asks before it stops, and can be taken back', async () => {
    const id = await raise('雨棚漏了水')
    await here.act(followMatter, here.people.neighbour, { id })
    await here.happen('matters.reopen', id, here.people.worker)
    await here.tend()
    const stop = /\/shicheng\/notices\/stop\?\S+/.exec(mail.letters.find(letter => letter.to.includes('haisheng@example.cn'))?.text ?? '')?.[0] ?? assert.fail()
    const signedOut = visitor(app())
    assert.match((await signedOut.open(stop)).text, new RegExp(`${id} 号的事，以后有动静不再告诉您`))
    const muted = () => here.rows('select 1 from notice_mute where person_id = $1', [here.people.neighbour.personId])
    assert.equal((await muted()).length, 0)
    assert.match((await signedOut.send(stop, { how: 'stop' })).text, /不再提醒了/)
    assert.equal((await muted()).length, 1)
    assert.match((await signedOut.send(stop, { how: 'again' })).text, /还告诉您/)
    assert.equal((await muted()).length, 0)
    const resident = await signedIn(here.people.resident, 3)
    const own = stop.replace(/p=\d+/, `p=${here.people.resident.personId}`)
    assert.equal((await resident.send(own, {})).status, 403)
    assert.equal((await resident.send(own.replace(/&k=.*/, ''), {})).status, 403)
    forget()
  })

  test('the secretary connects a group and tries it; nobody else sees groups or what was not delivered', async () => {
    const secretary = await signedIn(here.people.secretary, 1)
    const resident = await signedIn(here.people.resident, 3)
    for (const path of ['/shicheng/channels', '/shicheng/undelivered']) assert.equal((await resident.open(path)).status, 403)
    assert.equal((await secretary.send('/shicheng/channels', { kind: 'wecom', name: '物业群', url: 'http://192.168.0.1/robot',
      secret: '' })).status, 422)
    assert.equal((await secretary.send('/shicheng/channels', { kind: 'dingtalk', name: '物业群',
      url: `${outside.address}/robot?access_token=keyOfTheGroup`, secret: 'SEC1' })).status, 303)
    const changing = async () => {
      const [form] = formsIn((await secretary.open('/shicheng/channels')).text).filter(one => one.action.endsWith('/change'))
      return untouched(form ?? assert.fail())
    }
    const { text } = await secretary.open('/shicheng/channels')
    assert.ok(text.includes('物业群') && !text.includes('keyOfTheGroup') && !text.includes('SEC1'))
    outside.answer = '{"errcode":310000,"errmsg":"sign not match"}'
    await secretary.send('/shicheng/channels/change', { ...await changing(), how: 'test' })
    await here.tend()
    assert.match((await secretary.open('/shicheng/channels')).text, /没送到：dingtalk 310000/)
    outside.answer = '{"errcode":0}'
    const missing = await secretary.open('/shicheng/undelivered')
    assert.match(missing.text, /物业群/)
    const [again] = formsIn(missing.text).filter(one => one.action === '/shicheng/undelivered')
    await secretary.send('/shicheng/undelivered', untouched(again ?? assert.fail()))
    await here.tend()
    assert.match((await secretary.open('/shicheng/channels')).text, /送到/)
    await secretary.send('/shicheng/channels/change', { ...await changing(), how: 'end' })
    assert.deepEqual(await here.rows(`select url_sealed, secret_sealed from notice_channel where name = '物业群'`), [{ url_sealed: '',
      secret_sealed: null }])
    forget()
  })

  test('an open inbox hears of a new notice within a second and a half, and nobody else hears it', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 })
    serve(server, here.house)
    const rest = tendNotices(here.house)
    const { port } = server.address() as AddressInfo
    const live = `http://127.0.0.1:${port}/shicheng/live?about=notices/`
    const cookie = await cookieFor(here.people.resident, 3)
    const stranger = await fetch(`${live}${here.people.neighbour.personId}`, { headers: { cookie } })
    assert.equal(stranger.status, 404)
    const answer = await fetch(`${live}${here.people.resident.personId}`, { headers: { cookie }, signal: AbortSignal.timeout(5000) })
    assert.equal(answer.status, 200)
    const id = await raise('信报箱的门掉了')
    const began = performance.now()
    await here.happen('matters.move', id, here.people.worker, { to: 'do' })
    here.house.means.bell.ring(1, `matters/${id}`)
    let heard = ''
    for await (const piece of answer.body ?? []) {
      heard += new TextDecoder().decode(piece)
      if (heard.includes(`data: notices/${here.people.resident.personId}`)) break
    }
    assert.ok(performance.now() - began < 1500, `${performance.now() - began} ms`)
    await rest()
    here.house.means.bell.hush()
    server.closeAllConnections()
    await drain(server)
    forget()
  })

  test('whoever erased himself is told nothing more, and his addresses are gone', async () => {
    await here.act(eraseMyself, here.people.neighbour, { sure: true })
    await here.tend()
    for (const table of ['notice', 'notice_choice', 'notice_device', 'notice_mute']) {
      assert.deepEqual(await here.rows(`select 1 from ${table} where person_id = $1`, [here.people.neighbour.personId]), [], table)
    }
  })

  async function cookieFor(who: Actor, number: number): Promise<string> {
    const account = await here.house.signIn.accountFor({ phone: `1380000000${number}` })
    await here.rows('update membership set account_id = $1 where person_id = $2', [account, who.personId])
    return (await here.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
  }
})
