// S3-35, S0-42: doctors who are on call at night, and the grid's rounds by day: a hand-over, a swap, a leave that nobody has covered yet.
import {
  addTurns, answerLeave, answerSwap, askLeave, askSwap, makeRoster, readNote, turnsOfRoster, writeNote,
} from '#modules/duty/public.ts'
import type { Hand, Tale, Teller } from './teller.ts'

const NIGHT = { from: '22:00', until: '6:00', weeks: 5 }
const DAY = { from: '8:00', until: '18:00', days: [1, 2, 3, 4, 5], weeks: 5 }

/** From two weeks ago to three weeks ahead. */
export async function* duty(teller: Teller): Tale {
  const { at, by, date } = teller
  yield at(14, '09:00')
  const secretary = await by('secretary')
  const doctor = await by('doctor')
  const { id } = await secretary.does(makeRoster, { organisation: doctor.actor.posts[0]?.organisation_id, name: '夜间医生', onCall: true })
  const [first, second] = await mates(teller, doctor)
  if (!first || !second) return
  for (const [i, who] of [doctor, first, second].entries()) await secretary.does(addTurns, { id, person: who.actor.personId, on: date(9 - i), ...NIGHT })
  const leader = await by('gridLeader')
  const rounds = await leader.does(makeRoster, { organisation: leader.actor.posts[0]?.organisation_id, name: '白天巡查' })
  await leader.does(addTurns, { id: rounds.id, person: (await by('gridWorker')).actor.personId, on: date(13), ...DAY })
  const turn = async (who: Hand, daysAgo: number) => {
    const from = at(daysAgo, '22:00').epochMilliseconds
    const turns = await teller.look(db => turnsOfRoster(db, id, at(daysAgo, '22:00')))
    return turns.find(one => one.person_id === who.actor.personId && one.from_at.epochMilliseconds === from)?.id
  }
  yield at(8, '05:40')
  const note = await turn(doctor, 9)
  await doctor.does(writeNote, { id: note, text: '昨晚来过两个电话，都是血压高，量过了，没送医院。天冷了，今晚多留意独居的老人。' })
  yield at(8, '21:30')
  await first.does(readNote, { id: note })
  yield at(6, '12:00')
  const { id: swap } = await doctor.does(askSwap, { id: await turn(doctor, -5), with: first.actor.personId, forTurn: await turn(first, -6) })
  yield at(6, '12:40')
  await first.does(answerSwap, { id: swap, answer: 'yes' })
  yield at(1, '19:00')
  const { id: leave } = await second.does(askLeave, { id: await turn(second, -7) })
  yield at(1, '19:30')
  await secretary.does(answerLeave, { id: leave, answer: 'yes' })
}

// Two more of the doctor's team.
async function mates({ look, neighbour }: Teller, doctor: Hand): Promise<Hand[]> {
  const team = doctor.actor.posts[0]?.organisation_id ?? 0
  const rows = await look(db => db.selectFrom('post').select('person_id').where('community_id', '=', db.community).where('organisation_id', '=', team)
    .where('kind', '=', 'volunteer_doctor').where('until', 'is', null).where('person_id', '<>', doctor.actor.personId ?? 0).orderBy('id').limit(2).execute())
  return Promise.all(rows.map(row => neighbour(row.person_id)))
}
