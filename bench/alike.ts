// Similar matters: how many of the known groups of real messages are found again, and how long it takes among a million.
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { openDatabase } from '#kit/db.ts'
import { alike } from '#modules/matters/alike.ts'
import { passerBy } from '#modules/people/public.ts'
import { groupsFound, type Message } from './alike-groups.ts'
import { BUILDINGS, chance, FEW, fill, MATTERS, SPREAD } from './million.ts'
import { amount, median, type Figure } from './table.ts'

const DATA = new URL('../../shared/data/citizens-messages/', import.meta.url)
const QUERIES = 150
// Milliseconds.
const AIM = 50

/** Test input only: figures leave this function, never a message. */
export function alikeGroups(): Figure[] {
  if (!existsSync(DATA)) {
    console.log('  skipped: ../shared/data/citizens-messages is not there')
    return []
  }
  const messages = lines<{ id: string, user: string, title: string, body: string }>('messages-votes.jsonl')
    .map(({ id, user, title, body }): Message => ({ id, user, text: `${title}\n${body.trim()}` }))
  return groupsFound(messages, Map.groupBy(lines<{ topic: string, id: string }>('hot-topic-members.jsonl'), member => member.topic))
}

function lines<Row>(name: string): Row[] {
  return readFileSync(new URL(name, DATA), 'utf8').trim().split('\n').map(line => JSON.parse(line) as Row)
}

/** Asks for five similar ones to edited copies of matters, on a database with a million in one community and a million in 500 others. */
export async function alikeMillion(databaseUrl: string): Promise<Figure[]> {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  await owner.query('create database million')
  const settings = { connectionString: databaseUrl.replace(/(?<=@)\/[^?]+/, '/million') }
  try {
    await fill(settings)
    return [
      ...await asked(settings, 'among a million in one community', 1, random => ({ id: 1 + Math.floor(random() * MATTERS), places: BUILDINGS })),
      ...await asked(settings, 'among a million in 500 communities', 2, random => (
        { id: MATTERS + SPREAD * (1 + Math.floor(random() * (MATTERS / SPREAD - 1))), places: FEW })),
    ]
  } finally {
    await owner.query('drop database million with (force)')
    await owner.end()
  }
}

// The limit is one matter read by its number. A neighbour tells the same in another order, from the same building or from any other.
async function asked(settings: pg.PoolConfig, where: string, community: number, pick: (random: () => number) => { id: number, places: number }) {
  const database = openDatabase(settings, { size: 1 })
  const random = chance(7)
  const times: number[] = []
  const bare: number[] = []
  const found = { near: 0, far: 0 }
  try {
    for (let i = 0; i < QUERIES; i++) {
      const { id, places } = pick(random)
      const start = performance.now()
      const { text, place_id } = await database.look(community, db => db.selectFrom('matter').select(['text', 'place_id'])
        .where('community_id', '=', community).where('id', '=', id).executeTakeFirstOrThrow())
      bare.push(performance.now() - start)
      const near = i % 2 === 0
      const placeId = near ? place_id : 2 + Math.floor(random() * places)
      const began = performance.now()
      const offered = await database.look(community, db => alike(db, passerBy(community), { text: toldAgain(text), placeId }))
      times.push(performance.now() - began)
      if (offered.some(matter => matter.id === id)) found[near ? 'near' : 'far']++
    }
  } finally {
    await database.close()
  }
  const share = (count: number): string => `${Math.round(count / (QUERIES / 2) * 100)} %`
  return [
    amount(`5 similar ${where}, the middle one`, median(times), median(bare), 'ms', AIM),
    amount('  95 of 100 within', slow(times), slow(bare), 'ms', AIM),
    { what: '  the one told again is offered: same building', ours: share(found.near), limit: '', ratio: '', aim: '', met: null },
    { what: '  … from any other building', ours: share(found.far), limit: '', ratio: '', aim: '', met: null },
  ]
}

function slow(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

function toldAgain(text: string): string {
  const middle = Math.floor(text.length / 2)
  return `您好，${text.slice(middle)}。${text.slice(0, middle - 2)}`
}
