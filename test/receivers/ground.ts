// A small community for tests of notices: one building, a few people, and receivers that stand for the world outside.
import { foundCommunity } from '#modules/communities/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import type { House } from '../../src/house.ts'
import { tend } from '../../src/jobs/notices.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

export interface Ground extends TestHouse {
  house: House
  people: Record<'secretary' | 'worker' | 'resident' | 'neighbour', Actor>
  estate: number
  home: number
  /** Everything that is due is told, gathered and sent. */
  tend(): Promise<void>
  /** An act as the journal has it; answers its id. */
  happen(action: string, matter: number, by: Actor | null, facts?: object): Promise<number>
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>
}

const HERE = { id: 1, slug: 'shicheng', name: '石埕社区' }

/** 20 November 2026, nine in the morning there. `carriers` as far as they differ from those of an installation without settings. */
export async function ground(carriers: Partial<House['carriers']> = {}): Promise<Ground> {
  const village = await testHouse({ now: '2026-11-20T01:00:00Z', publicUrl: 'https://linju.example' })
  const house = { ...village.house, carriers: { ...village.house.carriers, reach: { loopback: true }, ...carriers } }
  const rows = async <Row>(sql: string, values: unknown[] = []) => (await village.owner.query(sql, values)).rows as Row[]
  const { secretary } = await village.act(foundCommunity, passerBy(1), {
    name: HERE.name, street: '榕城街道', slug: HERE.slug, method: '163', secretaryName: '苏文清', secretaryPhone: '13800000001',
  })
  const estate = await place(rows, 'estate', '榕荫里', null)
  const home = await place(rows, 'home', '602', estate)
  const person = async (name: string, number: number) => {
    const [row] = await rows<{ id: string }>('insert into person (community_id, name, phone_sealed) values (1, $1, $2) returning id',
      [name, house.means.secrets.encrypt(`+861380000000${number}`)])
    await rows('insert into membership (community_id, person_id, phone_index) values (1, $1, $2)', [row?.id,
      house.means.secrets.blindIndex(`+861380000000${number}`)])
    return Number(row?.id)
  }
  const worker = await person('吴桂芳', 2)
  await rows(`insert into organisation (community_id, kind, name) values (1, 'grid', '一网格')`)
  await rows(`insert into post (community_id, person_id, organisation_id, kind, since)
    select 1, $1, id, 'grid_worker', '2026-01-01' from organisation where name = '一网格'`, [worker])
  const ids = { secretary, worker, resident: await person('林秀英', 3), neighbour: await person('陈海生', 4) }
  const people = await house.database.look(1, async db => ({
    secretary: await actorOf(db, ids.secretary, '2026-11-20'), worker: await actorOf(db, ids.worker, '2026-11-20'),
    resident: await actorOf(db, ids.resident, '2026-11-20'), neighbour: await actorOf(db, ids.neighbour, '2026-11-20'),
  }))
  return {
    ...village, house, people, estate, home, rows,
    tend: () => tend(house, HERE),
    async happen(action, matter, by, facts = {}) {
      const [row] = await rows<{ id: string }>(`insert into journal (community_id, at, action, person_id, subject, facts, answer)
        values (1, $1, $2, $3, $4, $5, '{}') returning id`, [village.time.now.toString(), action, by?.personId ?? null, `matters/${matter}`, JSON.stringify(facts)])
      return Number(row?.id)
    },
  }
}

async function place(rows: Ground['rows'], kind: string, name: string, parent: number | null): Promise<number> {
  const [row] = await rows<{ id: string }>(`insert into place (community_id, kind, name, label, code, parent_id, estate_id)
    values (1, $1, $2, $2, $3, $4, $4) returning id`, [kind, name, kind.toUpperCase(), parent])
  if (kind === 'home') await rows('insert into home (community_id, place_id) values (1, $1)', [row?.id])
  return Number(row?.id)
}
