// Who tells the story of the API: every act and every question goes over HTTP, as somebody of the street, and is remembered.
import { addChannel, addDevice } from '#modules/notices/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { createApp } from '../../src/app.ts'

/** One request of the story, and what came back. */
export interface Told {
  name: string
  as: string
  input?: unknown
  query?: Record<string, string>
  status: number
  answer: unknown
}

/** An answer with at least the number of its subject. */
export interface Numbered {
  id: number
  [more: string]: unknown
}

export interface Teller extends TestHouse {
  told: Told[]
  /** Lets this person come in over the API from now on. */
  enter(name: string, person: number): Promise<void>
  /** Somebody of the street, as the modules see him. */
  actor(name: string): Promise<Actor>
  /** Does it; a refusal ends the story. */
  does(as: string, name: string, input: unknown): Promise<Numbered>
  asks(as: string, name: string, query?: Record<string, string>): Promise<{ items: Numbered[], [more: string]: unknown }>
  later(duration: Temporal.DurationLike): void
}

const NOBODY = ''

/** A street with a secretary and nobody else. Close it in `after`. */
export async function teller(): Promise<Teller> {
  const house = await testHouse({ now: '2026-11-23T01:00:00Z' })
  const app = createApp(house.house)
  const people = new Map<string, { id: number, cookie: string }>()
  const told: Told[] = []
  const send = async (one: Omit<Told, 'status' | 'answer'>, init: RequestInit) => {
    const query = new URLSearchParams({ community: 'shicheng', ...one.query })
    const cookie = people.get(one.as)?.cookie ?? NOBODY
    const response = await app.request(`http://localhost/api/${one.name}?${query}`,
      { ...init, headers: { 'content-type': 'application/json', cookie } })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${one.as} could not ${one.name} ${JSON.stringify(one.input ?? one.query)}: ${JSON.stringify(answer)}`)
    told.push({ ...one, status: response.status, answer })
    return answer
  }
  const enter = async (name: string, id: number) => {
    const account = await house.house.signIn.accountFor({ phone: `138 1000 ${String(id).padStart(4, '0')}` })
    await house.owner.query('update membership set account_id = $1 where community_id = 1 and person_id = $2', [account, id])
    await house.owner.query('insert into membership (community_id, person_id, account_id) values (1, $2, $1) on conflict do nothing',
      [account, id])
    people.set(name, { id, cookie: (await house.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ') })
  }
  const { secretary } = await house.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  await enter('secretary', secretary)
  return {
    ...house, told, enter,
    actor: name => house.house.database.look(1, db => actorOf(db, people.get(name)?.id ?? 0, '2026-11-23')),
    // What the story needs of an answer, the document promises; the judge looks at all of it.
    does: async (as, name, input) => await send({ as, name, input }, { method: 'POST', body: JSON.stringify(input) }) as Numbered,
    asks: async (as, name, query = {}) => await send({ as, name, query }, {}) as { items: Numbered[] },
    later: duration => { house.time.now = house.time.now.add(Temporal.Duration.from(duration).round({ largestUnit: 'hour',
      relativeTo: '2026-11-23' })) },
  }
}

/** What only a page can begin: a group that is told, and a device that takes push. */
export async function connected(t: Teller): Promise<{ channel: number, device: number }> {
  const { id: channel } = await t.act(addChannel, await t.actor('secretary'),
    { kind: 'webhook', name: '物业值班程序', url: 'https://example.com/hook' })
  const { id: device } = await t.act(addDevice, await t.actor('resident'),
    { endpoint: 'https://push.example.com/1', p256dh: 'BA', auth: 'x' })
  return { channel, device }
}
