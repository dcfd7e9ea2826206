// How many matters a second can be raised, signed in and durable, beside a route that does one INSERT on the same database.
import { load, request } from './load.ts'
import type { Server } from './process.ts'
import { median, rate, type Figure } from './table.ts'
import { ESTATES, SLUG, TEXT, type Village } from './village.ts'

const ROUNDS = 3
const AIM = 0.8

/** Measures in turns, so that a noisy moment meets both. */
export async function raise(village: Village, ours: Server, bare: Server): Promise<Figure[]> {
  const bodies = Array.from({ length: ESTATES }, (_, i) => JSON.stringify({ place: i + 1, kind: 'broken', text: TEXT }))
  const posts = ({ port }: Server, path: string) => (
    { port, status: 201, requests: bodies.map(body => request('POST', path, { cookie: village.cookie }, body)) }
  )
  const asks = {
    ours: posts(ours, `/api/matters.raise?community=${SLUG}`), insert: posts(bare, '/insert'), matter: posts(bare, '/matter'),
  }
  const found = { ours: [] as number[], insert: [] as number[], matter: [] as number[] }
  for (const ask of Object.values(asks)) await load({ ...ask, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++) {
    for (const key of ['ours', 'insert', 'matter'] as const) found[key].push((await load(asks[key])).perSecond)
  }
  return [
    rate('raise a matter, beside one bare INSERT', median(found.ours), median(found.insert), AIM),
    rate('raise a matter, beside one INSERT of the same matter', median(found.ours), median(found.matter)),
  ]
}
