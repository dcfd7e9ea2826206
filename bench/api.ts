// What the door for programs costs: raise and read with a key, counted by the limits, beside a route that does the one statement and nothing else.
import pg from 'pg'
import { hashOfToken, newToken } from '#modules/people/public.ts'
import { load, request } from './load.ts'
import type { Server } from './process.ts'
import { median, rate, type Figure } from './table.ts'
import { ESTATES, TEXT, type Village } from './village.ts'

const ROUNDS = 3
/** How many matters are read in turn. */
const READ = 100

/** Measures in turns, so that a noisy moment meets all. */
export async function api(village: Village, ours: Server, bare: Server): Promise<Figure[]> {
  const authorization = `Bearer ${await secretarysKey(village.databaseUrl)}`
  const reads = (headers: Record<string, string>) => Array.from({ length: READ }, (_, i) => request('GET', `/api/matters.show?id=${i + 1}`, headers))
  const bodies = Array.from({ length: ESTATES }, (_, i) => JSON.stringify({ place: i + 1, kind: 'broken', text: TEXT }))
  const asks = {
    raise: { port: ours.port, status: 201, requests: bodies.map(body => request('POST', '/api/matters.raise', { authorization }, body)) },
    insert: { port: bare.port, status: 201, requests: bodies.map(body => request('POST', '/insert', {}, body)) },
    read: { port: ours.port, status: 200, requests: reads({ authorization }) },
    same: { port: ours.port, status: 304, requests: reads({ authorization, 'if-none-match': '*' }) },
    select: { port: bare.port, status: 200, requests: Array.from({ length: READ }, (_, i) => request('GET', `/matter/${i + 1}`)) },
  }
  const keys = Object.keys(asks) as (keyof typeof asks)[]
  const found = Object.fromEntries(keys.map(key => [key, [] as number[]])) as Record<keyof typeof asks, number[]>
  for (const ask of Object.values(asks)) await load({ ...ask, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++) for (const key of keys) found[key].push((await load(asks[key])).perSecond)
  return [
    rate('raise through the API with a key, beside one bare INSERT', median(found.raise), median(found.insert)),
    rate('read a matter through the API with a key, beside one bare SELECT', median(found.read), median(found.select)),
    rate('… that the program has already (304)', median(found.same), median(found.select)),
  ]
}

async function secretarysKey(databaseUrl: string): Promise<string> {
  const key = newToken()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`insert into api_token (token_hash, community_id, person_id, name, ends_at)
    select $1, 1, person_id, 'bench', now() + interval '1 day' from post where community_id = 1 and kind = 'secretary' limit 1`, [hashOfToken(key)])
  await client.end()
  return key
}
