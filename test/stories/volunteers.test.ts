// Volunteers: joining with one tap, skills that count only when they should, guardians, insurance, records and leaving.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Conflict, Invalid, NotFound, Refused } from '#kit/errors.ts'
import { recodePhoto } from '#kit/photos.ts'
import { tendVolunteers } from '#jobs/volunteers.ts'
import { tend } from '#jobs/notices.ts'
import type { Actor } from '#modules/people/public.ts'
import * as v from '#modules/volunteers/public.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'

const SHICHENG = { id: 1, slug: 'shicheng', name: '石埕社区' }
let here: Village
before(async () => { here = await village({ now: '2026-11-20T01:00:00Z' }) })
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const today = () => here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
const later = async (days: number) => {
  here.time.now = here.time.now.add({ hours: 24 * days })
  await tendVolunteers(here.house)
}
const join = (who: Actor, more: object = {}) => here.act(v.joinVolunteers, who, more)
const file = async (who: Actor) => (await here.house.database.look(1, db => v.ownFile(db, who.personId ?? 0, today()))) ?? assert.fail('not a volunteer')
const held = async (skill: v.Skill) => here.house.database.look(1, async db => (await v.skillsHeld(db, [skill], today()).execute()).map(row => row.person_id))
const askedOf = async (who: Actor) => (await rows<{ n: number }>(`select count(*)::int as n from consent where person_id = $1 and purpose = 'be_asked' and withdrawn_at is null`, [who.personId]))[0]?.n
const told = async (who: Actor, action: string) => {
  await tend(here.house, SHICHENG)
  return (await rows<{ n: number }>(`select count(*)::int as n from notice join journal on journal.community_id = notice.community_id and journal.id = notice.journal_id
    where notice.person_id = $1 and journal.action = $2`, [who.personId, action]))[0]?.n
}
const papers = async (more: object = {}) => ({ kind: 'clinical_physician', number: '110440100001234', validUntil: '2027-03-01', photo: await recodePhoto(await photoOf('white'), 'p.jpg'), ...more })

describe('whoever wants to help', () => {
  test('joins with one tap, is asked from then on, and twice is once', async () => {
    const { resident } = here.people
    assert.equal(await askedOf(resident), 0)
    const first = await join(resident)
    assert.deepEqual(await join(resident), first)
    assert.equal(await askedOf(resident), 1)
    await assert.rejects(here.act(v.offerSkill, here.people.tenant, { skill: 'haircut' }), Refused, 'first one joins')
  })

  test('says when and where he has time and how often he wants to be asked, and writes it anew whenever he likes', async () => {
    const { resident } = here.people
    const estate = here.community.place('榕荫里')
    await here.act(v.changeVolunteer, resident, { about: '会一点木工', mostAWeek: 2, times: ['6 08:00-12:00', '7 18:00-22:00'], places: [estate] })
    const known = await here.house.database.look(1, db => v.volunteerOf(db, resident.personId ?? 0))
    assert.deepEqual(known?.times, [{ weekday: 6, from_minute: 480, until_minute: 720 }, { weekday: 7, from_minute: 1080, until_minute: 1320 }])
    assert.deepEqual([known?.most_a_week, known?.places.map(place => place.id)], [2, [estate]])
    for (const wrong of [{ times: ['8 08:00-12:00'] }, { times: ['1 12:00-08:00'] }, { times: ['1 08:70-09:00'] }, { mostAWeek: 51 }, { places: [999_999] }, { about: '加微信 13800138000' }]) {
      await assert.rejects(here.act(v.changeVolunteer, resident, wrong), Invalid, JSON.stringify(wrong))
    }
    await here.act(v.changeVolunteer, resident, {})
    assert.deepEqual((await file(resident)).times, [])
  })

  test('offers a skill that counts at once, and stands on the list once somebody else looked at it', async () => {
    const { resident, secretary } = here.people
    const shown = () => here.house.database.look(1, db => v.skillsShown(db, today()))
    await here.act(v.offerSkill, resident, { skill: 'sewing', note: '改裤脚' })
    assert.deepEqual(await held('sewing'), [resident.personId])
    assert.deepEqual((await shown()).filter(row => row.skill === 'sewing'), [])
    assert.equal(await told(secretary, 'volunteers.offerSkill'), 1)
    const { id } = await file(resident)
    await assert.rejects(here.act(v.approveSkill, resident, { id, skill: 'sewing', yes: true }), Refused)
    await assert.rejects(here.act(v.approveSkill, here.people.gridWorker, { id, skill: 'sewing', yes: true }), Refused)
    await assert.rejects(here.act(v.approveSkill, secretary, { id, skill: 'sewing', yes: false }), Invalid, 'why not?')
    await here.act(v.approveSkill, secretary, { id, skill: 'sewing', yes: true })
    assert.deepEqual((await shown()).find(row => row.skill === 'sewing'), { skill: 'sewing', note: '改裤脚', name: null }, 'without consent there is no name')
    await here.act(v.approveSkill, secretary, { id, skill: 'sewing', yes: false, why: '先见个面再说' })
    assert.deepEqual(await held('sewing'), [])
    assert.equal(await told(resident, 'volunteers.approveSkill'), 2)
    await assert.rejects(here.act(v.approveSkill, secretary, { id, skill: 'haircut', yes: true }), Conflict)
  })

  test('is not asked while he is away', async () => {
    const { resident } = here.people
    await here.act(v.offerSkill, resident, { skill: 'company' })
    await here.act(v.changeVolunteer, resident, { awayUntil: '2026-11-20' })
    assert.deepEqual(await held('company'), [])
    await here.act(v.changeVolunteer, resident, { awayUntil: '2026-11-19' })
    assert.deepEqual(await held('company'), [resident.personId])
  })

  test('a neighbour without a phone is registered at the door, and nobody is registered over his head', async () => {
    const { gridWorker, stairwellHead, resident, tenant } = here.people
    const [elder] = await rows<{ id: number }>(`select id::int from person where community_id = 1 and name = '黄玉珠'`)
    const input = { person: elder?.id, skills: ['company', 'sewing'], about: '爱聊天' }
    await assert.rejects(here.act(v.registerVolunteer, resident, input), Refused)
    await here.act(v.registerVolunteer, stairwellHead, input)
    await here.act(v.registerVolunteer, gridWorker, { ...input, skills: ['company'] })
    const known = await here.house.database.look(1, db => v.volunteerOf(db, elder?.id ?? 0))
    assert.deepEqual([known?.about, known?.skills.map(one => one.skill)], ['爱聊天', ['company']])
    await assert.rejects(here.act(v.registerVolunteer, gridWorker, { person: tenant.personId }), Refused, 'who has a phone taps himself')
  })
})

describe('a skill that law binds to a licence', () => {
  test('counts from the day on which somebody else checked the licence until its last day, and its owner is told before', async () => {
    const { doctor, secretary } = here.people
    await join(doctor)
    await here.act(v.offerSkill, doctor, { skill: 'emergency_medicine' })
    const { id } = await file(doctor)
    await here.act(v.approveSkill, secretary, { id, skill: 'emergency_medicine', yes: true })
    assert.deepEqual(await held('emergency_medicine'), [], 'a word is no licence')
    await assert.rejects(here.act(v.addQualification, doctor, await papers({ validUntil: '2026-11-19' })), Invalid, 'over already')
    const { qualification } = await here.act(v.addQualification, doctor, await papers())
    assert.deepEqual(await held('emergency_medicine'), [])
    await assert.rejects(here.act(v.checkQualification, doctor, { id: qualification, yes: true }), Refused, 'never one’s own')
    await here.act(v.checkQualification, secretary, { id: qualification, yes: true })
    await assert.rejects(here.act(v.checkQualification, secretary, { id: qualification, yes: true }), Refused, 'once')
    assert.deepEqual([await held('emergency_medicine'), await held('dental')], [[doctor.personId], []])
    const before = here.time.now
    await later(70)
    assert.equal(await told(doctor, 'volunteers.remindQualification'), 0)
    await later(3)
    await tendVolunteers(here.house)
    assert.equal(await told(doctor, 'volunteers.remindQualification'), 1, 'once, thirty days before')
    assert.deepEqual(await held('emergency_medicine'), [doctor.personId])
    await later(30)
    assert.deepEqual(await held('emergency_medicine'), [], 'over')
    here.time.now = before
  })

  test('its picture lies sealed, is seen by owner and checker alone, and is gone when it is taken back', async () => {
    const { doctor, secretary, resident, gridLeader } = here.people
    const { qualification } = await here.act(v.addQualification, doctor, await papers({ kind: 'nurse', validUntil: null }))
    const look = (who: Actor) => here.house.database.look(1, db => v.qualificationPhoto(db, who, Number(qualification), today()))
    const hash = await look(doctor)
    assert.equal(await look(secretary), hash)
    for (const other of [resident, gridLeader]) await assert.rejects(look(other), NotFound)
    const bytes = await here.house.means.files.open(1, hash, v.SEALED) ?? assert.fail('no file')
    assert.equal(bytes.includes(Buffer.from('JFIF')), false)
    await assert.rejects(here.act(v.dropQualification, resident, { id: qualification }), NotFound)
    await here.act(v.dropQualification, doctor, { id: qualification })
    assert.equal(await here.house.means.files.open(1, hash, v.SEALED), null)
    await assert.rejects(look(doctor), NotFound)
    const [row] = await rows<{ number_sealed: string | null }>('select number_sealed from volunteer_qualification where id = $1', [qualification])
    assert.equal(row?.number_sealed, null)
    const journal = await rows<{ said: string }>(`select facts::text || answer::text as said from journal where action like 'volunteers.%'`)
    assert.doesNotMatch(journal.map(({ said }) => said).join(''), /110440100001234|改裤脚|爱聊天|先见个面/u)
  })
})

describe('risky work', () => {
  test('waits for an accident insurance that runs', async () => {
    const { resident, secretary, gridWorker } = here.people
    await here.act(v.offerSkill, resident, { skill: 'carrying' })
    assert.deepEqual(await held('carrying'), [])
    const { id } = await file(resident)
    const policy = { insurer: '人保', number: 'PICC-2026-0001', since: '2026-11-01', until: '2026-12-31' }
    await assert.rejects(here.act(v.recordInsurance, gridWorker, { id, ...policy }), Refused)
    await assert.rejects(here.act(v.recordInsurance, resident, { id, ...policy }), Refused)
    await assert.rejects(here.act(v.recordInsurance, secretary, { id, ...policy, until: '2026-10-01' }), Invalid)
    await assert.rejects(here.act(v.recordInsurance, secretary, policy), Invalid, 'of whom?')
    await here.act(v.recordInsurance, secretary, { id, ...policy })
    assert.deepEqual(await held('carrying'), [resident.personId])
    const policies = await here.house.database.look(1, db => v.policiesOf(db, [resident.personId ?? 0]))
    assert.equal(v.mayDoRisky('patrol', policies, '2026-12-31'), null)
    assert.notEqual(v.mayDoRisky('patrol', policies, '2027-01-01'), null)
    assert.notEqual(v.mayDoRisky({ risky: true }, [], '2026-12-01'), null)
    assert.equal(v.mayDoRisky('sewing', [], '2027-01-01'), null)
  })
})

describe('somebody below 18', () => {
  test('is asked for nothing before the guardian of his own home agreed, and below 16 never when somebody calls', async () => {
    const { tenant, severalHomes, gridWorker, resident } = here.people
    const { id } = await join(tenant, { age: 'youth' })
    await here.act(v.offerSkill, tenant, { skill: 'phone_teaching' })
    assert.deepEqual([await held('phone_teaching'), await askedOf(tenant)], [[], 0])
    await assert.rejects(here.act(v.nameGuardian, tenant, { name: resident.name }), Invalid, 'not of his home')
    await here.act(v.nameGuardian, tenant, { name: severalHomes.name })
    assert.equal(await told(severalHomes, 'volunteers.nameGuardian'), 1)
    for (const other of [tenant, resident]) await assert.rejects(here.act(v.answerGuardian, other, { id, yes: true }), Refused)
    await here.act(v.answerGuardian, severalHomes, { id, yes: true })
    assert.deepEqual([await held('phone_teaching'), await askedOf(tenant)], [[tenant.personId], 1])
    await assert.rejects(here.act(v.makeCard, tenant, { offers: '教手机', hours: '周末' }), Refused, 'no card for minors')
    await assert.rejects(here.act(v.setAge, tenant, { id, age: 'adult' }), Refused, 'he does not make himself older')
    await here.act(v.setAge, gridWorker, { id, age: 'junior' })
    assert.equal(await askedOf(tenant), 0)
    await here.act(v.answerGuardian, severalHomes, { id, yes: false })
    assert.deepEqual(await held('phone_teaching'), [])
    await join(tenant, { age: 'adult' })
    assert.deepEqual([(await file(tenant)).age, await askedOf(tenant)], ['junior', 0], 'coming back makes nobody older')
    await here.act(v.setAge, gridWorker, { id, age: 'adult' })
    assert.deepEqual([(await file(tenant)).guardian_id, await askedOf(tenant)], [null, 1])
  })
})

describe('what somebody learnt', () => {
  test('is entered by a post, seen by him, and corrected when he says that it is wrong', async () => {
    const { resident, secretary, gridWorker } = here.people
    const { id } = await file(resident)
    const credit = { kind: 'training', what: '急救培训', on: '2026-11-15', minutes: 240, by: '红十字会' }
    await assert.rejects(here.act(v.enterCredit, gridWorker, { id, ...credit }), Refused)
    await assert.rejects(here.act(v.enterCredit, secretary, { id, ...credit, on: '2026-11-21' }), Invalid, 'still to come')
    const { credit: number } = await here.act(v.enterCredit, secretary, { id, ...credit })
    await assert.rejects(here.act(v.askCorrection, here.people.doctor, { id: number, words: '不是四小时' }), NotFound)
    await here.act(v.askCorrection, resident, { id: number, words: '不是四小时，是三小时' })
    assert.equal(await told(secretary, 'volunteers.askCorrection'), 1)
    const { kind: _, ...fields } = credit
    await assert.rejects(here.act(v.correctCredit, resident, { id: number, ...fields, minutes: 180 }), Refused, 'never one’s own')
    await here.act(v.correctCredit, secretary, { id: number, ...fields, minutes: 180 })
    assert.deepEqual((await file(resident)).credits.map(({ minutes, asked }) => ({ minutes, asked })), [{ minutes: 180, asked: null }])
  })
})

describe('whoever leaves', () => {
  test('is not asked any more, what he offered is gone, and he may come back', async () => {
    const { doctor } = here.people
    await here.act(v.makeCard, doctor, { offers: '急诊咨询', hours: '每天' })
    await here.act(v.leaveVolunteers, doctor, {})
    assert.equal(await askedOf(doctor), 0)
    assert.deepEqual(await rows(`select 1 from contact_card where ended_at is null`), [])
    assert.deepEqual(await rows('select 1 from volunteer_qualification where ended_at is null'), [])
    assert.deepEqual(await rows(`select 1 from post where person_id = $1 and kind = 'volunteer_doctor' and until is null`, [doctor.personId]), [])
    await assert.rejects(here.act(v.leaveVolunteers, doctor, {}), Refused)
    await join(doctor)
    assert.deepEqual((await file(doctor)).skills, [])
  })
})
