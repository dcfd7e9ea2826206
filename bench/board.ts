// How many board pages a second are shown, beside a route that sends as many bytes.
import { load, request } from './load.ts'
import type { Server } from './process.ts'
import { median, rate, type Figure } from './table.ts'
import { SLUG } from './village.ts'

const ROUNDS = 3
const AIM = 0.5

/** The public board as somebody sees it who is not signed in. */
export async function board(ours: Server, bare: Server): Promise<Figure[]> {
  const path = `/${SLUG}/board`
  const bytes = (await (await fetch(`http://127.0.0.1:${ours.port}${path}`)).bytes()).length
  const page = { port: ours.port, status: 200, requests: [request('GET', path)] }
  const same = { port: bare.port, status: 200, requests: [request('GET', `/bytes/${bytes}`)] }
  const found = { page: [] as number[], same: [] as number[] }
  for (const ask of [page, same]) await load({ ...ask, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++) {
    found.page.push((await load(page)).perSecond)
    found.same.push((await load(same)).perSecond)
  }
  return [rate(`board page (${Math.round(bytes / 1024)} KB), beside as many bytes`, median(found.page), median(found.same), AIM)]
}
