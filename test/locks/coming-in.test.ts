// The doors by which people come in, tried by somebody who has no key: over two processes, with borrowed cookies, with codes of others.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { codeFor } from '#test/coming-in.ts'
import { guest, type Guest } from '#test/guest.ts'
import { createApp } from '../../src/app.ts'
import type { House } from '../../src/house.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { resident } from './people.ts'

const { phone } = resident('own')
const another = resident('ten').phone

let here: Neighbourhood
let apps: [Hono, Hono]
const closing: Closing = []

/** Another process on the same database and with the same keys. */
async function beside(publicUrl: string): Promise<House> {
  const config = { dataFolder: here.folder, filesFolder: join(here.folder, 'files'), proxies: 0 }
  return openHouse({ config, settings: here.settings, publicUrl, clock: () => here.time.now }, closing)
}

before(async () => {
  here = await neighbourhood()
  apps = [createApp(here.house), createApp(await beside('http://localhost'))]
})
after(async () => {
  await closeAll(closing)
  await here?.close()
})

const forget = () => here.owner.query('delete from sign_in.attempt; delete from sign_in.code')
const otherThan = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0')
const askCode = (app: Hono, number = phone) => guest(app).send('/sign-in', { phone: number, community: 'shicheng' })
const enter = (who: Guest, code: string, number = phone) => who.send('/sign-in/code', { phone: number, code, community: 'shicheng' })
const isIn = async (who: Guest) => (await who.open('/shicheng/me/data')).path === '/shicheng/me/data'
const sessionIn = (who: Guest) => [...who.cookies].find(([name]) => /session/u.test(name)) ?? assert.fail('no session')

describe('a code', () => {
  test('cannot be guessed by asking two processes: five answers are five, wherever they are given', async () => {
    await forget()
    await askCode(apps[0])
    const code = await codeFor(here, phone)
    for (let n = 1; n <= 5; n++) assert.equal((await enter(guest(apps[n % 2] ?? apps[0]), otherThan(code, n))).status, 422)
    for (const app of apps) {
      const late = guest(app)
      assert.equal((await enter(late, code)).status, 422)
      assert.equal(await isIn(late), false)
    }
  })

  test('opens once, also to whoever sends it to both processes at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      await forget()
      await askCode(apps[0])
      const code = await codeFor(here, phone)
      const several = [0, 1, 0, 1].map(i => guest(apps[i] ?? apps[0]))
      await Promise.all(several.map(who => enter(who, code)))
      const inside = await Promise.all(several.map(isIn))
      assert.equal(inside.filter(Boolean).length, 1)
    }
  })

  test('of one phone opens no other', async () => {
    await forget()
    await askCode(apps[0])
    await askCode(apps[0], another)
    const [own, other] = [await codeFor(here, phone), await codeFor(here, another)]
    const who = guest(apps[0])
    if (own !== other) await enter(who, other)
    assert.equal(await isIn(who), false)
  })

  test('is sent once a minute, whichever process is asked, and says how long to wait', async () => {
    await forget()
    assert.equal((await askCode(apps[0])).status, 200)
    const again = await askCode(apps[1])
    assert.equal(again.status, 429)
    assert.ok(Number(again.headers.get('retry-after')) > 50)
  })

  test('stops whoever asks for one phone after another from one network address', async () => {
    await forget()
    const seen: number[] = []
    for (let n = 0; n < 22; n++) seen.push((await askCode(apps[n % 2] ?? apps[0], `1390000${String(n).padStart(4, '0')}`)).status)
    assert.deepEqual([seen.filter(status => status === 200).length, seen.at(-1)], [20, 429])
  })
})

describe('a session', () => {
  async function signedIn(app = apps[0], before: readonly (readonly [string, string])[] = []): Promise<Guest> {
    await forget()
    const who = guest(app)
    for (const [name, value] of before) who.cookies.set(name, value)
    await askCode(app)
    await enter(who, await codeFor(here, phone))
    return who
  }

  test('that somebody laid ready in her browser is not the one that she gets', async () => {
    const honest = await signedIn()
    const [name, value] = sessionIn(honest)
    const forged = [[name, `${value.slice(0, 20)}.AAAA`], [name, value]] as const
    for (const laid of forged) {
      const who = await signedIn(apps[0], [laid])
      assert.notEqual(sessionIn(who)[1], laid[1])
      // What was laid ready is worth nothing afterwards.
      const thief = guest(apps[1])
      thief.cookies.set(laid[0], laid[1])
      assert.equal(await isIn(thief), false)
    }
  })

  test('that was ended is over in every process at once, for whoever kept a copy of the cookie', async () => {
    const who = await signedIn()
    const copy = guest(apps[1])
    for (const [name, value] of who.cookies) copy.cookies.set(name, value)
    assert.equal(await isIn(copy), true)
    await who.send('/sign-out', { next: '/' })
    assert.equal(await isIn(copy), false)
  })

  test('is no way to be somebody else: a chosen person counts only where the account stands for him', async () => {
    const who = await signedIn()
    who.cookies.set('as_1', String(here.people.sec.personId))
    assert.doesNotMatch((await who.open('/shicheng/me/data')).text, /岗书记1位/u)
    assert.equal((await who.open('/shicheng/roster')).status, 403)
  })

  test('does not end with the right: a post that ends takes its rights with it on the next request', async () => {
    const cookie = here.cookies.gle
    const look = async () => (await apps[0].request('http://localhost/shicheng/people?name=x', { headers: { cookie } })).status
    assert.equal(await look(), 200)
    await here.owner.query(`update post set until = '2026-11-19' where person_id = $1`, [here.people.gle.personId])
    assert.equal(await look(), 403)
  })
})

describe('every cookie', () => {
  test('is out of reach of scripts and other sites, and over https of anybody who listens', async () => {
    const safe = createApp(await beside('https://localhost'))
    const lines: string[] = []
    const ask = async (path: string, form?: Record<string, string>, cookie = '') => {
      const headers = { origin: 'https://localhost', ...cookie && { cookie } }
      const answer = await safe.request(`https://localhost${path}`, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers })
      lines.push(...answer.headers.getSetCookie())
    }
    await forget()
    await ask('/shicheng?lang=en')
    await ask('/look', { look: 'elder.1.auto', here: '/' })
    await ask('/sign-in', { phone, community: 'shicheng' })
    await ask('/sign-in/code', { phone, community: 'shicheng', code: await codeFor(here, phone) })
    const session = lines.find(line => /session/u.test(line))?.split(';')[0] ?? ''
    await ask('/shicheng/who', { as: '1' }, session)
    await ask('/sign-in/passkey/generate-authenticate-options')
    assert.ok(lines.length >= 5, lines.join('\n'))
    for (const line of lines) {
      for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) assert.match(line, new RegExp(`; ?${flag}(?:;|$)`, 'iu'), line)
      assert.doesNotMatch(line, /; ?domain=/iu, line)
      // How a page looks and in which language is no secret.
      if (!/^(?:look|lang)=/u.test(line)) assert.match(line, /; ?Secure(?:;|$)/iu, line)
    }
    assert.match(session, /^__Host-/u)
  })
})
