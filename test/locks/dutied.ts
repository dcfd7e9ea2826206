// A roster of one team with a turn in every state that somebody may act on; and how its doors are tried.
import { addTurns, askLeave, askSwap, makeRoster, writeNote } from '#modules/duty/public.ts'
import { actorOf, appoint, registerPerson, type Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

/** Lays it: `lead` and a mate are on it. At one's own place it is the team of the table's leader, elsewhere another one. */
export async function layDuty(here: TestHouse, { community, entrance, homes, secretary, lead }: {
  community: number, entrance: number, homes: readonly { label: string }[], secretary: Actor, lead: Actor,
}) {
  const name = homes[0]?.label.startsWith('榕荫里') ? 'tea组' : `服务队${entrance}`
  const join = async (person: number) => {
    await here.act(appoint, secretary, { person, kind: 'volunteer', organisationKind: 'team', organisation: name, place: '', grid: '', since: '2026-01-01' })
    return here.house.database.look(community, db => actorOf(db, person, '2026-11-20'))
  }
  const mine = await join(lead.personId ?? 0)
  const mate = await join((await here.act(registerPerson, secretary, { name: `搭班${entrance}` })).id)
  const dutyTeam = mate.posts[0]?.organisation_id ?? 0
  const { id: dutyRoster } = await here.act(makeRoster, secretary, { organisation: dutyTeam, name: '巡查' })
  const turn = async (who: Actor | null, on: string, from = '8:00', until = '12:00') => {
    await here.act(addTurns, secretary, { id: dutyRoster, person: who?.personId ?? '', on, from, until })
    const { rows } = await here.owner.query<{ id: number }>(`select max(id)::int as id from ${who ? 'duty_turn' : 'duty_gap'} where community_id = $1`, [community])
    return rows[0]?.id ?? 0
  }
  const dutyGoing = await turn(mine, '2026-11-20', '8:00', '12:00')
  const dutyBefore = await turn(mate, '2026-11-20', '8:30', '9:30')
  await here.act(writeNote, mate, { id: dutyBefore, text: '三号楼的灯还不亮' })
  const [dutyTurn, dutyLeft, dutyTheirs] = [await turn(mine, '2026-12-01'), await turn(mine, '2026-12-02'), await turn(mate, '2026-12-03')]
  const { id: dutyLeave } = await here.act(askLeave, mine, { id: dutyLeft })
  const { id: dutySwap } = await here.act(askSwap, mate, { id: dutyTheirs, with: mine.personId, forTurn: '' })
  return { dutyTeam, dutyRoster, dutyMate: mate.personId ?? 0, dutyGoing, dutyBefore, dutyTurn, dutyLeave, dutySwap, dutyGap: await turn(null, '2026-12-04') }
}

/** One good input for each act. */
export const DUTY_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'duty.makeRoster': ({ at }) => ({ organisation: at.dutyTeam, name: '夜间值班' }),
  'duty.endRoster': ({ at }) => ({ id: at.dutyRoster }),
  'duty.addTurns': ({ at }) => ({ id: at.dutyRoster, person: at.dutyMate, on: '2026-12-20', from: '8:00', until: '9:00' }),
  'duty.callOffTurn': ({ at }) => ({ id: at.dutyTurn, after: 'drop' }),
  'duty.callOffGap': ({ at }) => ({ id: at.dutyGap }),
  'duty.askSwap': ({ at }) => ({ id: at.dutyTurn, with: at.dutyMate, forTurn: '' }),
  'duty.answerSwap': ({ at }) => ({ id: at.dutySwap, answer: 'no' }),
  'duty.askLeave': ({ at }) => ({ id: at.dutyTurn }),
  'duty.answerLeave': ({ at }) => ({ id: at.dutyLeave, answer: 'no' }),
  'duty.cover': ({ at }) => ({ id: at.dutyGap }),
  'duty.assign': ({ at }) => ({ id: at.dutyGap, person: at.dutyMate }),
  'duty.writeNote': ({ at }) => ({ id: at.dutyGoing, text: '没事' }),
  'duty.readNote': ({ at }) => ({ id: at.dutyBefore }),
}

/** The pages. */
export const DUTY_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/duty': () => '/shicheng/duty',
  '/:community/duty/map': () => '/shicheng/duty/map',
  '/:community/duty/load': () => '/shicheng/duty/load',
  '/:community/duty/new': () => '/shicheng/duty/new',
  '/:community/duty/turns/:id': ({ at }) => `/shicheng/duty/turns/${at.dutyTurn}`,
  '/:community/duty/:id': ({ at }) => `/shicheng/duty/${at.dutyRoster}`,
}

const form = (act: string, path: string, change: (fields: Record<string, unknown>) => object = fields => fields): Form => {
  const input = (trial: Trial) => ({ ...DUTY_SAMPLES[act]?.(trial) }) as Record<string, unknown>
  return {
    act, path: trial => `/shicheng/duty/${path.replace(':id', String(input(trial)['id']))}`,
    fields: trial => Object.fromEntries(Object.entries(change(input(trial))).filter(([name]) => name !== 'id').map(([name, value]) => [name, String(value)])),
  }
}

/** By the address, in the order of the routes. */
export const DUTY_FORMS: Readonly<Record<string, Form>> = {
  '/:community/duty/new': form('duty.makeRoster', 'new'),
  '/:community/duty/gaps/:id/cover': form('duty.cover', 'gaps/:id/cover'),
  '/:community/duty/gaps/:id/assign': form('duty.assign', 'gaps/:id/assign'),
  '/:community/duty/gaps/:id/off': form('duty.callOffGap', 'gaps/:id/off'),
  '/:community/duty/leaves/:id': form('duty.answerLeave', 'leaves/:id'),
  '/:community/duty/swaps/:id': form('duty.answerSwap', 'swaps/:id'),
  '/:community/duty/turns/:id/leave': form('duty.askLeave', 'turns/:id/leave'),
  // One choice says both: with whom, and for which of his turns.
  '/:community/duty/turns/:id/swap': form('duty.askSwap', 'turns/:id/swap', ({ with: person }) => ({ with: `${String(person)}-` })),
  '/:community/duty/turns/:id/note': form('duty.writeNote', 'turns/:id/note'),
  '/:community/duty/turns/:id/read': form('duty.readNote', 'turns/:id/read'),
  '/:community/duty/turns/:id/off': form('duty.callOffTurn', 'turns/:id/off'),
  '/:community/duty/:id/turns': form('duty.addTurns', ':id/turns'),
  '/:community/duty/:id/end': form('duty.endRoster', ':id/end'),
}

/** A good query for each question. */
export const DUTY_QUERIES: Readonly<Record<string, (trial: Trial) => Readonly<Record<string, string | number>>>> = {
  'duty.now': () => ({}),
  'duty.rosters': () => ({}),
  'duty.roster': ({ at }) => ({ id: at.dutyRoster }),
  'duty.mine': () => ({}),
  'duty.notes': () => ({}),
  'duty.coverage': () => ({}),
  'duty.load': () => ({}),
}
