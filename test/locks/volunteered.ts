// Volunteers of one staircase with everything that somebody may lay hands on: a skill, a licence, a record, a card, a minor, a team.
import { joinVolunteers, makeCard, offerSkill } from '#modules/volunteers/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

interface Ground {
  community: number
  homes: readonly { id: number }[]
  secretary: Actor
  raiser: Actor
}

/** Lays them: `raiser` is a volunteer and the guardian of a minor of his home. */
export async function layVolunteers(here: TestHouse, { community, homes, secretary, raiser }: Ground) {
  const one = async (sql: string, values: unknown[]) => Number((await here.owner.query<{ id: number }>(sql, [community, ...values])).rows[0]?.id)
  const person = async (name: string) => {
    const id = await one('insert into person (community_id, name) values ($1, $2) returning id', [name])
    await here.owner.query(`insert into tie (community_id, home_id, person_id, kind, since) values ($1, $2, $3, 'family', '2026-01-01')`, [community, homes[2]?.id, id])
    return id
  }
  const { id: volunteer } = await here.act(joinVolunteers, raiser, {})
  await here.act(offerSkill, raiser, { skill: 'sewing' })
  const card = await here.act(makeCard, raiser, { offers: '缝补', hours: '每天' })
  await here.owner.query('update volunteer set photo = $3 where community_id = $1 and id = $2', [community, volunteer, await sealedPicture(here, community)])
  const child = await person('甄小住')
  const team = await one(`insert into organisation (community_id, kind, name) values ($1, 'team', $2) returning id`, [`甄志愿队${homes[0]?.id}`])
  await here.owner.query(`insert into post (community_id, person_id, organisation_id, kind, since) values ($1, $2, $3, 'volunteer', '2026-01-01')`, [community, child, team])
  const { rows: [code] } = await here.owner.query<{ code: string }>('select code from contact_card where community_id = $1 and id = $2', [community, card.card])
  return {
    volunteer, team, child, frail: await person('甄老住'), cardCode: code?.code ?? '',
    minor: await one(`insert into volunteer (community_id, person_id, joined_at, age, guardian_id) values ($1, $2, now(), 'youth', $3) returning id`, [child, raiser.personId]),
    licence: await one(`insert into volunteer_qualification (community_id, volunteer_id, kind, number_end, photo, sent_at) values ($1, $2, 'nurse', '1234', $3, now()) returning id`,
      [volunteer, await sealedPicture(here, community)]),
    credit: await one(`insert into volunteer_credit (community_id, volunteer_id, kind, what, given_on, minutes, given_by, entered_by, entered_at)
      values ($1, $2, 'training', '急救', '2026-11-01', 60, '红十字会', $3, now()) returning id`, [volunteer, secretary.personId]),
    teamAsking: await one('insert into team_asking (community_id, organisation_id, person_id, asked_at) values ($1, $2, $3, now()) returning id', [team, raiser.personId]),
    callBack: await one('insert into call_back (community_id, card_id, phone_sealed, asked_at) values ($1, $2, $3, now()) returning id',
      [card.card, here.house.means.secrets.encrypt('13900001111')]),
  }
}

async function sealedPicture(here: TestHouse, community: number): Promise<string> {
  const { files, secrets } = here.house.means
  return files.save(community, Buffer.from(secrets.encrypt('')), 'sealed')
}

const CREDIT = { what: '急救', on: '2026-11-02', minutes: 60, by: '红十字会' }
const POLICY = { insurer: '人保', number: 'PICC-1', since: '2026-11-01', until: '2027-10-31' }

/** One good input for each act. */
export const VOLUNTEER_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'volunteers.join': () => ({ age: 'adult' }),
  'volunteers.register': ({ at }) => ({ person: at.frail, age: 'adult', about: '爱聊天' }),
  'volunteers.change': () => ({ mostAWeek: 2 }),
  'volunteers.leave': () => ({}),
  'volunteers.offerSkill': () => ({ skill: 'haircut' }),
  'volunteers.dropSkill': () => ({ skill: 'haircut' }),
  'volunteers.approveSkill': ({ at }) => ({ id: at.volunteer, skill: 'sewing', yes: true }),
  'volunteers.addQualification': ({ mine }) => ({ kind: 'nurse', number: '202500001', photo: mine.picture }),
  'volunteers.setPhoto': ({ mine }) => ({ photo: mine.picture, wording: 1 }),
  'volunteers.dropPhoto': () => ({}),
  'volunteers.dropQualification': ({ at }) => ({ id: at.licence }),
  'volunteers.checkQualification': ({ at }) => ({ id: at.licence, yes: true }),
  'volunteers.nameGuardian': () => ({ name: '甄大住' }),
  'volunteers.answerGuardian': ({ at }) => ({ id: at.minor, yes: true }),
  'volunteers.setAge': ({ at }) => ({ id: at.minor, age: 'adult' }),
  'volunteers.recordInsurance': ({ at }) => ({ id: at.volunteer, ...POLICY }),
  'volunteers.recordInsurance (of a team)': ({ at }) => ({ team: at.team, ...POLICY }),
  'volunteers.enterCredit': ({ at }) => ({ id: at.volunteer, kind: 'training', ...CREDIT }),
  'volunteers.askCorrection': ({ at }) => ({ id: at.credit, words: '是三小时' }),
  'volunteers.correctCredit': ({ at }) => ({ id: at.credit, ...CREDIT }),
  'volunteers.makeSquad': ({ at }) => ({ id: at.team, name: '一支小分队', duty: '量血压' }),
  'volunteers.nameLeader': ({ at }) => ({ id: at.team, person: at.frail }),
  'volunteers.takeIn': ({ at }) => ({ id: at.team, person: at.raiser.personId }),
  'volunteers.letGo': ({ at }) => ({ id: at.team, person: at.child }),
  'volunteers.askToJoin': ({ at }) => ({ id: at.team }),
  'volunteers.answerAsking': ({ at }) => ({ id: at.teamAsking, yes: true }),
  'volunteers.makeCard': () => ({ offers: '理发', hours: '周末' }),
  'volunteers.endCard': () => ({}),
  'volunteers.askCallBack': ({ at }) => ({ code: at.cardCode, phone: '13900001111' }),
  'volunteers.answerCallBack': ({ at }) => ({ id: at.callBack, answer: 'called' }),
}

const AT = '/:community/volunteers'
const here = (path: string) => () => `/shicheng${path}`

/** The pages. */
export const VOLUNTEER_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  [AT]: here('/volunteers'),
  [`${AT}/me`]: here('/volunteers/me'),
  [`${AT}/me/photo`]: here('/volunteers/me/photo'),
  [`${AT}/photo`]: here('/volunteers/photo'),
  [`${AT}/arrange`]: here('/volunteers/arrange'),
  [`${AT}/licence`]: here('/volunteers/licence'),
  [`${AT}/licences/:id`]: ({ at }) => `/shicheng/volunteers/licences/${at.licence}`,
  [`${AT}/check`]: here('/volunteers/check'),
  [`${AT}/cards`]: here('/volunteers/cards'),
  [`${AT}/cards (of a team)`]: ({ at }) => `/shicheng/volunteers/cards?team=${at.team}`,
  [`${AT}/do/:deed`]: here('/volunteers/do/makeCard'),
  [`${AT}/do/:deed (members to choose)`]: ({ at }) => `/shicheng/volunteers/do/nameLeader?id=${at.team}`,
  [`${AT}/:id`]: ({ at }) => `/shicheng/volunteers/${at.volunteer}`,
  '/:community/teams/:id': ({ at }) => `/shicheng/teams/${at.team}`,
  '/:community/card/:code': ({ at }) => `/shicheng/card/${at.cardCode}`,
}

const DEEDS = [
  'join', 'leave', 'register', 'offerSkill', 'dropSkill', 'approveSkill', 'dropPhoto', 'dropQualification', 'checkQualification', 'nameGuardian', 'answerGuardian', 'setAge',
  'recordInsurance', 'enterCredit', 'askCorrection', 'correctCredit', 'makeSquad', 'nameLeader', 'takeIn', 'letGo', 'askToJoin', 'answerAsking', 'makeCard', 'endCard', 'answerCallBack',
] as const

function fields(act: string): Form['fields'] {
  return trial => Object.fromEntries(Object.entries(VOLUNTEER_SAMPLES[act]?.(trial) ?? {}).map(([name, value]) => [name, String(value)]))
}

/** The forms, by the address as the routes have it, with the deed in brackets. */
export const VOLUNTEER_FORMS: Readonly<Record<string, Form>> = {
  [`${AT}/arrange`]: { act: 'volunteers.change', path: here('/volunteers/arrange'), fields: () => ({ about: '', mostAWeek: '2', awayUntil: '' }) },
  [`${AT}/licence`]: {
    act: 'volunteers.addQualification', path: here('/volunteers/licence'), fields: ({ mine }) => ({ kind: 'nurse', number: '202500001', validUntil: '', photoKept: mine.photo }),
  },
  [`${AT}/photo`]: { act: 'volunteers.setPhoto', path: here('/volunteers/photo'), fields: ({ mine }) => ({ wording: '1', photoKept: mine.photo }) },
  ...Object.fromEntries(DEEDS.map((deed): [string, Form] => [`${AT}/do/:deed (${deed})`, {
    act: `volunteers.${deed}`, path: here(`/volunteers/do/${deed}`), fields: fields(`volunteers.${deed}`),
  }])),
  '/:community/card/:code': { act: 'volunteers.askCallBack', path: ({ at }) => `/shicheng/card/${at.cardCode}`, fields: () => ({ phone: '13900001111' }) },
}
