// What the neighbourhood is asked: a ballot with an end and a count, and a wide question with its opinion map.
import { castOpinion } from '#modules/opinions/public.ts'
import { actorOf } from '#modules/people/public.ts'
import { closePolls } from '../../src/jobs/polls.ts'
import { tendConversations } from '../../src/jobs/opinions.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** One building is asked what it wants before its door; a second question was the wrong one, and is called off. */
export async function voted(t: Teller, here: Street): Promise<void> {
  const { id } = await t.does('secretary', 'polls.open', {
    question: '1号楼门口的空地摆什么', about: '三样都放得下，先做哪一样', rule: 'instant_runoff', options: ['长椅', '花箱', '晾衣架'],
    place: here.building, closes: dayIn(t, 6), quorum: 25,
  })
  const query = { id: String(id) }
  const [own, next] = here.homes
  await t.asks('resident', 'polls.list', { limit: '1' })
  await t.does('resident', 'polls.cast', { id, home: own, marks: [1, 2, 3] })
  await t.does('neighbour', 'polls.cast', { id, home: next, marks: [2, 1, 0] })
  await t.does('resident', 'polls.cast', { id, home: own, marks: [2, 1, 3] })
  await t.asks('resident', 'polls.show', query)
  const { id: wrong } = await t.does('secretary', 'polls.open', { question: '周日的义诊改到上午好不好', closes: dayIn(t, 3), unit: 'person' })
  await t.does('secretary', 'polls.callOff', { id: wrong, why: '日子写错了，义诊在周六' })
  t.later({ days: 7 })
  await closePolls(t.house)
  await t.asks('', 'polls.result', query)
}

const STREET = {
  question: '我们这条街，五年后该是什么样', about: '先听大家怎么想，再谈怎么改',
  statements: ['街上不许停车', '停车位先给有车的人家', '多摆几张椅子', '夜市开到十二点', '夜市十点就收', '树要多种', '小店可以把桌子摆到外面'],
}

/** Everybody is asked about the street: people tap and add to it, a moderator looks, the map is drawn, the votes are published. */
export async function conversed(t: Teller): Promise<void> {
  const { id } = await t.does('secretary', 'opinions.open', { ...STREET, until: dayIn(t, 20) })
  const query = { id: String(id) }
  const { items } = await t.asks('', 'opinions.statements', query)
  const opinions = ['disagree', 'agree', 'agree', 'pass']
  for (const [at, opinion] of opinions.entries()) await t.does('resident', 'opinions.cast', { id, statement: items[at]?.id, opinion })
  await suggested(t, id)
  await crowd(t, id)
  await tendConversations(t.house)
  await t.asks('', 'opinions.list', { limit: '1' })
  await t.asks('', 'opinions.show', query)
  await t.does('secretary', 'opinions.close', { id })
  await t.asks('', 'opinions.votes', { ...query, limit: '2' })
}

async function suggested(t: Teller, id: number): Promise<void> {
  const { statement } = await t.does('neighbour', 'opinions.suggest', { id, text: '街角放个工具箱' })
  await t.does('secretary', 'opinions.judge', { id, statement, verdict: 'accepted' })
  const { statement: again } = await t.does('neighbour', 'opinions.suggest', { id, text: '再多种点树' })
  await t.does('secretary', 'opinions.judge', { id, statement: again, verdict: 'refused', reason: 'said_already', words: '“树要多种”里有了' })
}

const CAMP = 8
const TREES = 5

// A map takes two camps that are large enough; nobody would read what each of them asked.
async function crowd(t: Teller, id: number): Promise<void> {
  const { items } = await t.asks('', 'opinions.statements', { id: String(id) })
  const { rows } = await t.owner.query<{ id: number }>(
    `insert into person (community_id, name) select 1, '街坊' || n from generate_series(1, $1::int) n returning id::int`, [2 * CAMP])
  for (const [at, person] of rows.entries()) {
    const actor = await t.house.database.look(1, db => actorOf(db, person.id, dayIn(t, 0)))
    for (const [of, statement] of items.entries()) {
      const opinion = of === TREES || (of + at) % 2 === 0 ? 'agree' : 'disagree'
      await t.act(castOpinion, actor, { id, statement: statement.id, opinion })
    }
  }
}

/** The day of the street so many days from now. */
export function dayIn(t: Teller, days: number): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()
}
