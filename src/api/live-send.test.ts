import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openStream } from './live-send.ts'

const PIECE = 64 * 1024

// A journal without an end, read in pieces of 64 KB, and a reader who takes what he is given only when he likes.
async function endless(then: (reader: Socket, read: () => number) => Promise<void>): Promise<void> {
  let pieces = 0
  const server = createServer((_request, answer) => {
    answer.writeHead(200)
    openStream(answer, async () => true).begin({ position: Infinity }, 0, async cursor => {
      pieces++
      return { upTo: cursor + 1, text: 'x'.repeat(PIECE), guarded: false }
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  try {
    await then(reader, () => pieces)
  } finally {
    reader.destroy()
    server.closeAllConnections()
    server.close()
  }
}

test('nothing is read for somebody who does not take what was sent to him, and it goes on when he does', async () => {
  await endless(async (reader, read) => {
    await pause(300)
    const first = read()
    await pause(300)
    assert.equal(read(), first, 'it was read on')
    // What the system itself keeps for a connection, and no more.
    assert.ok(first * PIECE < 16 * 1024 * 1024, `${first} pieces`)
    reader.resume()
    await pause(300)
    assert.ok(read() > first)
  })
})

test('nothing is read for somebody who has left', async () => {
  await endless(async (reader, read) => {
    reader.resume()
    await pause(100)
    reader.destroy()
    await pause(100)
    const before = read()
    await pause(100)
    assert.equal(read(), before)
  })
})
