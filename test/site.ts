// A real server on a free port with the village in it: for browsers and for sockets.
import type { AddressInfo } from 'node:net'
import type { BrowserContext } from 'playwright-core'
import type { CastKey } from '../src/demo/cast.ts'
import { drain, listen, serve } from '../src/server.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf } from '#test/visitor.ts'

export interface Site extends Village {
  /** http://localhost:PORT, without a path. */
  address: string
  port: number
  /** Signs this browser in as somebody of the cast. */
  enter(context: BrowserContext, key: Exclude<CastKey, 'elder'>): Promise<void>
}

/** Starts it; `close` in `after`. `patience` in milliseconds, as `listen` has it. */
export async function site(patience?: Parameters<typeof listen>[1]): Promise<Site> {
  const server = await listen({ host: '127.0.0.1', port: 0 }, patience)
  const { port } = server.address() as AddressInfo
  const address = `http://localhost:${port}`
  const here = await village({ publicUrl: address }).catch(async problem => {
    await drain(server)
    throw problem
  })
  serve(server, here.house)
  return {
    ...here, address, port,
    async enter(context, key) {
      const cookies = (await cookieOf(here, key)).split('; ').map(pair => pair.split('='))
      await context.addCookies(cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: address })))
    },
    async close() {
      here.house.means.bell.hush()
      server.closeAllConnections()
      await drain(server)
      await here.close()
    },
  }
}
