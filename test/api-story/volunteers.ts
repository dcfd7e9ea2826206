// A chapter: neighbours join, show what they can do and prove it; a team with a squad; a contact card, and somebody who is called back.
import { z } from 'zod'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** The smallest picture there is: an example need not be long. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4BwAA8ADv8GkuoQAAAABJRU5ErkJggg=='

/** The resident joins; a child of her home wants to as well. */
export async function volunteers(t: Teller, here: Street): Promise<void> {
  const { id } = await t.does('resident', 'volunteers.join', {})
  await t.does('resident', 'volunteers.change', { about: '会一点木工', mostAWeek: 2, times: ['6 08:00-12:00'], places: [] })
  await t.does('resident', 'volunteers.offerSkill', { skill: 'nursing', note: '量血压' })
  await t.does('secretary', 'volunteers.approveSkill', { id, skill: 'nursing', yes: true })
  const paper = { kind: 'nurse', number: '202535001234', photo: PHOTO }
  const { qualification: old } = await t.does('resident', 'volunteers.addQualification', { ...paper, validUntil: '2028-01-01' })
  await t.does('resident', 'volunteers.dropQualification', { id: old })
  const { qualification } = await t.does('resident', 'volunteers.addQualification', paper)
  await t.does('secretary', 'volunteers.checkQualification', { id: qualification, yes: true })
  await t.does('resident', 'volunteers.setPhoto', { photo: PHOTO, wording: 1 })
  await t.does('resident', 'volunteers.dropPhoto', {})
  await t.does('resident', 'volunteers.offerSkill', { skill: 'sewing' })
  await t.does('resident', 'volunteers.dropSkill', { skill: 'sewing' })
  await recorded(t, id)
  await t.asks('', 'volunteers.overview')
  await t.asks('resident', 'volunteers.mine')
  await inTeam(t, here)
  await minors(t, here)
  await card(t)
}

async function recorded(t: Teller, id: number): Promise<void> {
  await t.does('secretary', 'volunteers.recordInsurance', { id, insurer: '人保财险', number: 'PICC-2026-0001', since: '2026-11-01', until: '2027-10-31' })
  const training = { what: '心肺复苏培训', on: '2026-11-15', minutes: 240, by: '区红十字会' }
  const { credit } = await t.does('secretary', 'volunteers.enterCredit', { id, kind: 'training', ...training })
  await t.does('resident', 'volunteers.askCorrection', { id: credit, words: '是三小时，不是四小时' })
  await t.does('secretary', 'volunteers.correctCredit', { id: credit, ...training, minutes: 180 })
}

const withTeams = z.object({ teams: z.array(z.object({ id: z.number(), name: z.string() })) })

async function inTeam(t: Teller, here: Street): Promise<void> {
  await t.does('secretary', 'people.appoint', { person: here.worker, kind: 'team_leader', organisationKind: 'team', organisation: '邻聚力服务队', since: '2026-11-01' })
  const { teams } = withTeams.parse(await t.asks('', 'volunteers.overview'))
  const id = teams.find(team => team.name === '邻聚力服务队')?.id
  const { squad } = await t.does('secretary', 'volunteers.makeSquad', { id, name: '健康服务小分队', duty: '量血压、陪同看急诊' })
  await t.does('secretary', 'volunteers.nameLeader', { id: squad, person: here.worker })
  await t.does('resident', 'volunteers.askToJoin', { id: squad })
  const { rows } = await t.owner.query<{ id: number }>('select id::int from team_asking where community_id = 1')
  await t.does('secretary', 'volunteers.answerAsking', { id: rows[0]?.id, yes: true, as: 'volunteer_doctor' })
  await t.does('resident', 'volunteers.letGo', { id: squad, person: here.resident })
  await t.does('secretary', 'volunteers.takeIn', { id: squad, person: here.resident })
  await t.does('resident', 'volunteers.letGo', { id: squad, person: here.resident })
}

async function minors(t: Teller, here: Street): Promise<void> {
  const { id: child } = await t.does('secretary', 'people.registerPerson', { name: '林小满', home: await label(t, here), tie: 'family' })
  await t.does('secretary', 'volunteers.register', { person: child, age: 'youth', skills: ['phone_teaching'], about: '周末有空' })
  await t.enter('child', child)
  const { id } = await t.does('child', 'volunteers.nameGuardian', { name: '林秀英' })
  await t.does('resident', 'volunteers.answerGuardian', { id, yes: true })
  await t.does('secretary', 'volunteers.setAge', { id, age: 'adult' })
  await t.does('child', 'volunteers.leave', {})
}

async function label(t: Teller, { homes }: Street): Promise<string> {
  const { rows } = await t.owner.query<{ label: string }>('select label from place where community_id = 1 and id = $1', [homes[0]])
  return rows[0]?.label ?? ''
}

async function card(t: Teller): Promise<void> {
  const { card: number } = await t.does('resident', 'volunteers.makeCard', { offers: '量血压、换药', hours: '每天 8 点到 21 点' })
  const { rows } = await t.owner.query<{ code: string }>('select code from contact_card where community_id = 1 and id = $1', [number])
  const { callBack } = await t.does('', 'volunteers.askCallBack', { code: rows[0]?.code, phone: '13800000099' })
  await t.does('resident', 'volunteers.answerCallBack', { id: callBack, answer: 'called' })
  await t.does('resident', 'volunteers.endCard', {})
}
