// What travels when somebody opens the board: the first time with everything that the page needs, later the page alone.
import { get } from 'node:http'
import type { Server } from './process.ts'
import { amount, type Figure } from './table.ts'
import { SLUG } from './village.ts'

// Kilobytes.
const FIRST = 30
const LATER = 10

/** Counts bodies as they travel to a browser that takes compressed answers. */
export async function weight(ours: Server): Promise<Figure[]> {
  const address = new URL(`http://127.0.0.1:${ours.port}/${SLUG}/board`)
  const html = await (await fetch(address)).text()
  const parts = new Set([...html.matchAll(/\b(?:href|src)="(\/static\/[^"#]+)/g)].map(([, path]) => path ?? ''))
  const page = await bytesOf(address)
  let all = page
  for (const path of parts) all += await bytesOf(new URL(path, address))
  return [
    amount(`board, first visit (page and ${parts.size} files)`, all / 1024, null, 'KB', FIRST),
    amount('board, later visits (page alone)', page / 1024, null, 'KB', LATER),
  ]
}

function bytesOf(address: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br, gzip' } }, answer => {
      if (answer.statusCode !== 200) return reject(new Error(`${address.pathname} answered ${answer.statusCode}`))
      let bytes = 0
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
