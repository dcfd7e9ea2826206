// Strings made to break things: naughty strings, script payloads, attack strings; and which of them are there on this machine.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DATA = new URL('../../shared/data/', import.meta.url)

/** Why the tests that need these strings are skipped, or false. */
export const noHostileStrings = existsSync(DATA) ? false : 'the hostile strings are not here: ../shared/data'

/** Every string once, by where it comes from. */
export async function hostileStrings(): Promise<Record<'blns' | 'dompurify' | 'crs', string[]>> {
  const naughty = JSON.parse(readFileSync(new URL('blns/blns.json', DATA), 'utf8')) as string[]
  const { default: cases } = await import(new URL('dompurify/test/fixtures/expect.mjs', DATA).href) as { default: { payload: string }[] }
  return { blns: once(naughty), dompurify: once(cases.map(one => one.payload)), crs: once(attacks()) }
}

// Of each case of an attack: what stands behind = in its query or body, as it was meant to arrive.
function attacks(): string[] {
  return globSync('crs-tests/tests/**/*.yaml', { cwd: fileURLToPath(DATA) }).sort().flatMap(file =>
    [...readFileSync(new URL(file, DATA), 'utf8').matchAll(/^\s+(?:uri|data): ?(.+)$/gm)].flatMap(([, line = '']) => {
      const sent = line.trim().replace(/^(["'])(.*)\1$/s, '$2')
      return [sent, ...sent.split(/[?&]/).slice(1).map(pair => decoded(pair.slice(pair.indexOf('=') + 1)))]
    }))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function once(strings: string[]): string[] {
  return [...new Set(strings)].filter(text => text !== '')
}
