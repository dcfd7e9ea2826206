// A bad line between the clients and the product: it breaks at any moment, also when the answer is already on its way.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Dice } from '#test/torture/random.ts'

export interface BadLine {
  address: string
  cuts(): number
  close(): Promise<void>
}

/** How likely a piece of an answer is swallowed and its line cut, and how likely another line is cut then: as often as there are answers. */
const SWALLOW = 0.03
const ANOTHER = 0.08

/** Passes everything on to this port of this machine. */
export async function badLine(port: number, chance: Dice): Promise<BadLine> {
  const lines = new Set<Socket>()
  let cuts = 0
  const cutAnother = (spared: Socket) => {
    const others = [...lines].filter(line => line !== spared)
    if (others.length === 0) return
    cuts++
    chance.pick(others).destroy()
  }
  const server = createServer(client => {
    const upstream = connect(port, '127.0.0.1')
    const cut = () => {
      client.destroy()
      upstream.destroy()
      lines.delete(client)
    }
    lines.add(client)
    client.pipe(upstream)
    upstream.on('data', piece => {
      if (chance.next() < ANOTHER) cutAnother(client)
      if (chance.next() >= SWALLOW) return void client.write(piece)
      cuts++
      cut()
    })
    for (const end of [client, upstream]) end.on('error', cut).on('close', cut)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    async close() {
      for (const line of lines) line.destroy()
      await new Promise(closed => server.close(closed))
    },
  }
}
