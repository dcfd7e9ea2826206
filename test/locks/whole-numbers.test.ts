// Whole phones and documents: each look is asked for, allowed and written down, whatever was sent before.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { resident, type Column } from './people.ts'
import { attempt } from './trying.ts'

let here: Neighbourhood
let app: Hono
before(async () => {
  here = await neighbourhood()
  app = createApp(here.house)
})
after(() => here?.close())

const looks = async (action: string) => (await here.owner.query('select from journal where action = $1', [action])).rowCount
const numberOf = (column: Column, person: number, requestKey: string) =>
  attempt(app, here.cookies[column], { path: `/shicheng/people/${person}/number`, form: { field: 'phone', purpose: 'matter', requestKey } })
const phoneOf = (column: Column, matter: number, requestKey: string) =>
  attempt(app, here.cookies[column], { path: `/shicheng/matters/${matter}/phone`, form: { requestKey } })
/** The number with the spaces in which people read it. */
const shows = (text: string, number: string) => text.replace(/[\s\u2009\u00a0-]/gu, '').includes(number)

describe('a form that was sent once', () => {
  test('shows nobody else’s number to whoever sends it again for another person', async () => {
    const key = randomUUID()
    const { own, other } = here.spots
    const phone = (person: number) => here.owner.query<{ phone_sealed: string }>('select phone_sealed from person where id = $1', [person])
      .then(({ rows }) => here.house.means.secrets.decrypt(rows[0]?.phone_sealed ?? '').replace('+86', ''))
    const first = await numberOf('gwo', own.person, key)
    assert.equal(first.status, 200)
    assert.ok(shows(first.text, await phone(own.person)))
    const second = await numberOf('gwo', other.person, key)
    assert.equal(second.status, 403)
    assert.ok(!shows(second.text, await phone(other.person)))
  })

  test('is written down again each time that it shows a number', async () => {
    const key = randomUUID()
    const before = await looks('people.unmask') ?? 0
    for (let time = 1; time <= 3; time++) {
      await numberOf('gwo', here.spots.own.person, key)
      assert.equal(await looks('people.unmask'), before + time)
    }
  })

  test('shows no phone of a matter any more once the post has ended', async () => {
    const key = randomUUID()
    const { fresh } = here.spots.own
    const { phone } = resident('rai')
    const first = await phoneOf('pst', fresh, key)
    assert.ok(shows(first.text, phone))
    assert.equal(await looks('matters.readPhone'), 1)
    await phoneOf('pst', fresh, key)
    assert.equal(await looks('matters.readPhone'), 2)
    await here.owner.query(`update post set until = '2026-11-19' where person_id = $1`, [here.people.pst.personId])
    const late = await phoneOf('pst', fresh, key)
    assert.equal(late.status, 403)
    assert.ok(!shows(late.text, phone))
  })
})
