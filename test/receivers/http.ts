// A receiver on this machine: keeps what is posted to it, and answers as the test wants.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Buffer
}

export interface HttpReceiver {
  /** http://127.0.0.1:PORT */
  address: string
  received: Received[]
  /** The statuses of the next answers; 200 when there is none left. 302 redirects to `elsewhere`. */
  statuses: number[]
  /** The body of every answer. */
  answer: string
  elsewhere: string
  close(): void
}

export async function httpReceiver(): Promise<HttpReceiver> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray() as Buffer[])
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    here.received.push({ path: pathname, query: searchParams, headers: request.headers as Record<string, string>, body })
    const status = here.statuses.shift() ?? 200
    response.writeHead(status, { 'content-type': 'application/json', ...status === 302 && { location: here.elsewhere } }).end(here.answer)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const here: HttpReceiver = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received: [], statuses: [], answer: '{"errcode":0}',
      elsewhere: '',
    close: () => server.close(),
  }
  return here
}
