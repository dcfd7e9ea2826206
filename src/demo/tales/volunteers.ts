// S1-22, S3-33, S3-36, S3-37: neighbours show what they can do, a doctor proves it, squads get a leader, and a card is printed.
import {
  addQualification, approveSkill, changeVolunteer, checkQualification, enterCredit, joinVolunteers, makeCard, offerSkill, recordInsurance, volunteerOf,
} from '#modules/volunteers/public.ts'
import type { Hand, Tale, Teller } from './teller.ts'

/** From two months ago. */
export async function* volunteers({ at, by, date, look }: Teller): Tale {
  yield at(60, '10:00')
  const secretary = await by('secretary')
  const [doctor, neighbour, resident] = [await by('doctor'), await by('neighbour'), await by('resident')]
  const shows = async (who: Hand, skills: Readonly<Record<string, string>>) => {
    await who.does(joinVolunteers, {})
    for (const [skill, note] of Object.entries(skills)) await who.does(offerSkill, { skill, note })
  }
  await shows(doctor, { emergency_medicine: '夜里也可以敲门', first_aid: '' })
  await shows(neighbour, { carrying: '电梯坏了叫我', phone_teaching: '微信、挂号都教' })
  await shows(resident, { sewing: '改裤脚、换拉链', cooking: '' })
  await neighbour.does(changeVolunteer, { about: '退休前开了三十年公交车', mostAWeek: 3, times: ['6 08:00-12:00', '7 08:00-12:00'] })
  yield at(59, '19:30')
  const { qualification } = await doctor.does(addQualification, { kind: 'clinical_physician', number: '110440100001234', validUntil: date(-400), photo: await doctor.proof('door') })
  yield at(58, '09:10')
  await secretary.does(checkQualification, { id: qualification, yes: true })
  const idOf = async (who: Hand) => (await look(db => volunteerOf(db, who.actor.personId ?? 0)))?.id
  for (const who of [doctor, neighbour, resident]) {
    const known = await look(db => volunteerOf(db, who.actor.personId ?? 0))
    for (const { skill } of known?.skills ?? []) await secretary.does(approveSkill, { id: known?.id, skill, yes: true })
  }
  await secretary.does(recordInsurance, { id: await idOf(neighbour), insurer: '人保财险', number: 'PICC-2026-0001', since: date(58), until: date(-300) })
  yield at(30, '17:00')
  await secretary.does(enterCredit, { id: await idOf(neighbour), kind: 'training', what: '心肺复苏培训', on: date(31), minutes: 180, by: '区红十字会' })
  yield at(20, '20:00')
  await doctor.does(makeCard, { offers: '急诊咨询、陪同看急诊', hours: '每天 8 点到 22 点' })
}
