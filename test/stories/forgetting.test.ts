// What has reached its end is erased by the clock, and not before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { moveOut } from '#modules/roster/public.ts'
import { forgetDue, passerBy, somethingToForget } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

let here: Village
before(async () => { here = await village() })
after(() => here.close())

const phoneOf = async (id: number | null) => (await here.owner.query<{ phone_sealed: string | null }>('select phone_sealed from person where community_id = $1 and id = $2',
  [here.community.id, id])).rows[0]?.phone_sealed ?? null
const due = () => here.house.database.look(here.community.id, db => somethingToForget(db, here.time.now))
const forget = () => here.act(forgetDue, passerBy(here.community.id), {})

test('a tenant who moved out keeps her way in for a year; then her phone goes, and her name stays with what she did', async () => {
  const { tenant, secretary, resident } = here.people
  assert.ok(await phoneOf(tenant.personId))
  const { rows: [tie] } = await here.owner.query<{ id: string }>('select id from tie where person_id = $1 and until is null', [tenant.personId])
  await here.act(moveOut, secretary, { tie: Number(tie?.id), until: here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString() })
  const left = here.time.now
  here.time.now = left.add({ hours: 24 * 365 })
  await forget()
  assert.ok(await phoneOf(tenant.personId), 'on the last day of the year it is still there')
  here.time.now = left.add({ hours: 24 * 368 })
  assert.equal(await due(), true)
  assert.equal((await forget()).id, 1)
  assert.equal(await phoneOf(tenant.personId), null)
  assert.ok(await phoneOf(resident.personId), 'whoever lives here keeps his')
  assert.ok(await phoneOf(secretary.personId), 'whoever holds a post keeps his')
  const { rows } = await here.owner.query<{ name: string, phone_index: string | null }>(`select name, phone_index from person
    join membership on membership.community_id = person.community_id and person_id = person.id where person.community_id = $1 and person.id = $2`, [here.community.id, tenant.personId])
  assert.deepEqual([rows[0]?.name === '', rows[0]?.phone_index], [false, null])
})

test('an invitation is forgotten ninety days after its end', async () => {
  await here.owner.query(`insert into invitation (community_id, person_id, code_index, ends_at) values ($1, $2, 'long ago', $3), ($1, $2, 'lately', $4)`,
    [here.community.id, here.people.secretary.personId, here.time.now.subtract({ hours: 91 * 24 }).toString(), here.time.now.subtract({ hours: 89 * 24 }).toString()])
  await forget()
  const { rows } = await here.owner.query<{ code_index: string }>(`select code_index from invitation where code_index in ('long ago', 'lately')`)
  assert.deepEqual(rows.map(row => row.code_index), ['lately'])
  assert.equal(await due(), false)
})

test('everybody can read what is kept, for what, and when it ends, in both languages', async () => {
  const app = createApp(here.house)
  for (const [lang, words] of [['zh', '搬走满一年'], ['en', 'A year after you moved out']] as const) {
    const page = await app.request(`/privacy?lang=${lang}`)
    assert.equal(page.status, 200)
    assert.match(await page.text(), new RegExp(words))
  }
  assert.match(await (await app.request('/shicheng')).text(), /href="\/privacy"/u)
})
