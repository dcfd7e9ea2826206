// The machine's own limit: the same kind of server with nothing behind it. Run as a process of its own; says its port when it listens.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import pg from 'pg'

const ONE_ROW = 'insert into bench_bare (text) values ($1) returning id'
const ONE_MATTER = `select matter.id, matter.kind, text, step, urgent, raised_at, label from matter
  join place on place.community_id = matter.community_id and place.id = place_id where matter.community_id = 1 and matter.id = $1`
const SAME_MATTER = `insert into matter (community_id, place_id, estate_id, kind, text, search, channel, raiser_id, raised_at)
  values (1, $1, $1, 'broken', $2, $3, 'api', 1, now()) returning id`
const pairs = "'三号':1 '号电':2 '电梯':3 '梯异':4 '异响':5 '升到':6 '到五':7 '五楼':8 '楼就':9 '就嘎':10 '嘎嘎':11 '嘎响':12"

const app = new Hono<{ Bindings: HttpBindings }>()
const listeners = new Set<HttpBindings['outgoing']>()

if (process.env.BENCH_DATABASE) insertingInto(new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 10 }))

const pages = new Map<number, string>()
app.get('/bytes/:length', c => {
  const length = Number(c.req.param('length'))
  const page = pages.get(length) ?? 'x'.repeat(length)
  pages.set(length, page)
  return c.html(page)
})

app.get('/live', c => {
  const out = c.env.outgoing
  out.writeHead(200, { 'content-type': 'text/event-stream' })
  out.write('\n\n')
  listeners.add(out)
  out.on('close', () => listeners.delete(out))
  return RESPONSE_ALREADY_SENT
})
app.post('/tell', c => {
  for (const out of listeners) out.write('data: matters/100000\n\n')
  return c.text('told', 201)
})

const server = createServer(getRequestListener(app.fetch))
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.once('SIGTERM', () => process.exit(0))

function insertingInto(pool: pg.Pool): void {
  app.get('/matter/:id', async c => {
    const { rows } = await pool.query({ name: 'read', text: ONE_MATTER, values: [c.req.param('id')] })
    return c.json(rows[0])
  })
  app.post('/insert', async c => {
    const { text } = await c.req.json<{ text: string }>()
    const { rows } = await pool.query<{ id: string }>({ name: 'bare', text: ONE_ROW, values: [text] })
    return c.json({ id: rows[0]?.id }, 201)
  })
  app.post('/matter', async c => {
    const { text, place } = await c.req.json<{ text: string, place: number }>()
    const { rows } = await pool.query<{ id: string }>({ name: 'matter', text: SAME_MATTER, values: [place, text, pairs] })
    return c.json({ id: rows[0]?.id }, 201)
  })
}
