// Volunteers for whoever looks at pages: the secretary and the doctor joined, with skills, a licence that waits, an insurance, a squad, a card and somebody who wants to be called.
import { recodePhoto } from '#kit/photos.ts'
import { passerBy } from '#modules/people/public.ts'
import * as volunteers from '#modules/volunteers/public.ts'
import { photoOf } from '#test/pictures.ts'
import type { Village } from '#test/village.ts'

/** The file of the doctor, a team with a squad, and the code of the secretary's card. */
export async function volunteersToLookAt(here: Village) {
  const { secretary, doctor, resident } = here.people
  const { id: own } = await here.act(volunteers.joinVolunteers, secretary, {})
  const { id: volunteer } = await here.act(volunteers.joinVolunteers, doctor, {})
  await here.act(volunteers.offerSkill, doctor, { skill: 'emergency_medicine', note: '夜里也行' })
  await here.act(volunteers.offerSkill, doctor, { skill: 'company' })
  await here.act(volunteers.approveSkill, secretary, { id: volunteer, skill: 'company', yes: true })
  await here.act(volunteers.changeVolunteer, secretary, { about: '会包粽子', times: ['6 08:00-12:00', '7 08:00-12:00'], places: [here.community.place('榕荫里')] })
  for (const skill of ['cooking', 'electrics', 'carrying']) await here.act(volunteers.offerSkill, secretary, { skill })
  const photo = await recodePhoto(await photoOf('white'), 'licence.jpg')
  await here.act(volunteers.addQualification, doctor, { kind: 'clinical_physician', number: '110440100001234', validUntil: '2027-03-01', photo })
  await here.act(volunteers.addQualification, secretary, { kind: 'driver', number: '350100198001011234', photo })
  await here.act(volunteers.recordInsurance, secretary, { id: volunteer, insurer: '人保财险', number: 'PICC-2026-0001', since: '2026-11-01', until: '2027-10-31' })
  await here.act(volunteers.enterCredit, secretary, { id: volunteer, kind: 'training', what: '心肺复苏培训', on: '2026-11-15', minutes: 240, by: '区红十字会' })
  await here.act(volunteers.makeCard, secretary, { offers: '帮忙做饭、陪聊天', hours: '每天 8 点到 21 点' })
  const { rows: [card] } = await here.owner.query<{ code: string }>('select code from contact_card where volunteer_id = $1', [own])
  await here.act(volunteers.askCallBack, passerBy(1), { code: card?.code, phone: '13800000099' })
  const { rows: [team] } = await here.owner.query<{ id: number }>(`select id::int from organisation where community_id = 1 and kind = 'team' order by id limit 1`)
  const { squad } = await here.act(volunteers.makeSquad, secretary, { id: team?.id, name: '夜间健康小分队', duty: '量血压、陪同看急诊' })
  await here.act(volunteers.nameLeader, secretary, { id: squad, person: doctor.personId })
  await here.act(volunteers.joinVolunteers, resident, {})
  await here.act(volunteers.askToJoin, resident, { id: team?.id })
  return { volunteer, team: team?.id ?? 0, code: card?.code ?? '' }
}
