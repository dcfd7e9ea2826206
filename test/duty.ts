// Rosters for stories and for whoever looks at pages: the doctors at night.
import assert from 'node:assert/strict'
import type { Reader } from '#kit/db.ts'
import { addTurns, askLeave, makeRoster, turnsOfRoster } from '#modules/duty/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import type { Village } from '#test/village.ts'
import { tendDuty } from '../src/jobs/duty.ts'
import { spread } from '../src/jobs/notices.ts'

/** Makes one at the house's time; answers its number and that of a turn to come. */
export async function dutyToLookAt(here: Village): Promise<{ roster: number, turn: number }> {
  const { secretary, doctor } = here.people
  const organisation = doctor.posts[0]?.organisation_id
  const { id: roster } = await here.act(makeRoster, secretary, { organisation, name: '夜间医生', onCall: true })
  const today = here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const put = (person: number | null, days: number, from: string, until: string) =>
    here.act(addTurns, secretary, { id: roster, person: person ?? '', on: today.add({ days }).toString(), from, until })
  await put(doctor.personId, 0, '0:00', '23:59')
  await put(doctor.personId, 3, '22:00', '6:00')
  await put(null, 4, '22:00', '6:00')
  const turns = await here.house.database.look(1, db => turnsOfRoster(db, roster, here.time.now))
  const turn = turns.filter(one => one.person_id === doctor.personId).at(-1)?.id ?? 0
  await here.act(askLeave, doctor, { id: turn })
  return { roster, turn }
}

/** The doctors of the village with their leader and a roster at night; and what a story does with it again and again. */
export async function doctorsAtNight(here: Village) {
  const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
  const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
  const posts = await rows<{ person_id: string, organisation_id: string }>(`select person_id, organisation_id from post
    where community_id = 1 and organisation_id = $1 order by id`, [here.people.doctor.posts[0]?.organisation_id])
  const actors = await Promise.all(posts.map(post => look(db => actorOf(db, Number(post.person_id), '2026-11-20'))))
  const leader = actors.find(one => one.posts.some(post => post.kind === 'team_leader')) ?? assert.fail('the team has no leader')
  const others = actors.filter(one => one.personId !== leader.personId && one.personId !== here.people.doctor.personId)
  const team = Number(posts[0]?.organisation_id)
  const { id: doctors } = await here.act(makeRoster, leader, { organisation: team, name: '夜间医生', onCall: true })
  const turns = async () => (await look(db => turnsOfRoster(db, doctors, here.time.now)))
    .map(turn => ({ ...turn, day: turn.from_at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString() }))
  return {
    rows, look, leader, others, team, doctors, turns,
    other: (n: number) => others[n] ?? assert.fail('too few in the team'),
    put: (person: Actor | null, on: string, more: object = {}) =>
      here.act(addTurns, leader, { id: doctors, person: person?.personId ?? '', on, from: '22:00', until: '6:00', ...more }),
    turnOf: async (person: Actor, day: string) =>
      (await turns()).find(turn => turn.person_id === person.personId && turn.day === day)?.id ?? assert.fail(`no turn on ${day}`),
    gapOn: async (day: string) => (await turns()).find(turn => turn.person_id === null && turn.day === day)?.id ?? assert.fail(`no gap on ${day}`),
    at: (text: string) => { here.time.now = Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Shanghai').toInstant() },
    lines: async (who: Actor) => {
      await tendDuty(here.house)
      await spread(here.house, 1)
      return (await look(db => inboxOf(db, who.personId ?? 0))).map(notice => noticeWords('zh', notice, who).line)
    },
  }
}
