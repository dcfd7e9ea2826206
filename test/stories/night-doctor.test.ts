// S3-35: a child burns with fever at two in the morning; the doctor of the squad who is on call is asked first, whatever the hour.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { spread } from '#jobs/notices.ts'
import { Invalid } from '#kit/errors.ts'
import { neighboursOf } from '#modules/calls/neighbours.ts'
import { claimCall, makeCall } from '#modules/calls/public.ts'
import { addTurns, makeRoster } from '#modules/duty/public.ts'
import { placeById } from '#modules/places/public.ts'
import { checkQualification } from '#modules/volunteers/public.ts'
import { village, type Village } from '#test/village.ts'
import { volunteersToLookAt } from '#test/volunteers.ts'

/** Two in the morning of the 21st, there. */
const NIGHT = Temporal.Instant.from('2026-11-20T18:00:00Z')
let here: Village
let home: number

before(async () => {
  here = await village()
  home = here.community.place('榕荫里 2号楼 1单元 301')
  await volunteersToLookAt(here)
  const { secretary, doctor } = here.people
  const { id } = await here.act(makeRoster, secretary, { organisation: doctor.posts[0]?.organisation_id, name: '夜间医生', onCall: true })
  await here.act(addTurns, secretary, { id, person: doctor.personId, on: '2026-11-20', from: '22:00', until: '6:00' })
  here.time.now = NIGHT
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const fits = async () => {
  const place = await here.house.database.look(1, db => placeById(db, home))
  const around = { place, need: 'ill', now: here.time.now, today: '2026-11-21', zone: 'Asia/Shanghai' }
  return (await here.house.database.look(1, db => neighboursOf(db, 'on_duty', around))).find(one => one.id === here.people.doctor.personId)
}

describe('the doctor on call', () => {
  test('counts as one who can only once her licence was checked', async () => {
    assert.deepEqual([(await fits())?.skilled, (await fits())?.onDuty], [false, true])
    const [licence] = await rows<{ id: string }>(`select id from volunteer_qualification where kind = 'clinical_physician'`)
    await here.act(checkQualification, here.people.secretary, { id: Number(licence?.id), yes: true })
    assert.equal((await fits())?.skilled, true)
  })

  test('is asked in the first ring, at once and at night, after whoever calls has read that 120 comes first', async () => {
    const { neighbour, doctor } = here.people
    await assert.rejects(here.act(makeCall, neighbour, { need: 'ill', place: home, text: '孙子烧到 39 度 5' }), Invalid)
    const { id } = await here.act(makeCall, neighbour, { need: 'ill', place: home, text: '孙子烧到 39 度 5', emergency: true })
    assert.deepEqual(await rows('select ring, who from call_asked where call_id = $1 and person_id = $2', [id, doctor.personId]), [{ ring: 1, who: 'on_duty' }])
    await spread(here.house, 1)
    assert.deepEqual(await rows(`select urgency::text from notice join journal on journal.id = journal_id
      where subject = $1 and notice.person_id = $2`, [`calls/${id}`, doctor.personId]), [{ urgency: 'life' }])
    await here.act(claimCall, doctor, { id })
    assert.deepEqual(await rows('select person_id::int from call_helper where call_id = $1', [id]), [{ person_id: doctor.personId }])
  })
})
