// Strings that run somewhere, laid into every field in which one can write; and the names of everything that an address can carry.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { hostileStrings, noHostileStrings } from '#test/hostile-strings.ts'
import type { Neighbourhood } from './ground.ts'
import type { Column } from './people.ts'
import { plain, SAMPLES } from './samples.ts'
import { attempt, trial } from './trying.ts'

/** Short enough for every field. */
const OWN = [
  '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "'><b onclick=alert(1)>甲", '</textarea><script>alert(1)</script>', '</title><script src=//x.example>',
  '" autofocus onfocus="alert(1)', '<a href="javascript:alert(1)">甲</a>', '<style>*{color:red}</style>', '<base href="//x.example">', '<!--', ']]><x>', '${alert(1)}{{7*7}}',
]
const TELLING = /<script|onerror|onload|javascript:|<svg|<iframe|<math|srcdoc|<base|<meta|<form|<style|autofocus/iu
const SHORTEST_FIELD = 40

/** Ours, and as many of the published ones as `count`, evenly from all. */
export async function attacks(count: number, longest = SHORTEST_FIELD): Promise<string[]> {
  const fits = (text: string) => TELLING.test(text) && text.length <= longest && text.isWellFormed() && !text.includes('\0')
  const published = noHostileStrings ? [] : Object.values(await hostileStrings()).flat().filter(fits)
  const every = Math.max(1, Math.floor(published.length / count))
  return [...OWN, ...published.filter((_text, i) => i % every === 0).slice(0, count)]
}

/** Every name that a page reads from its address. */
export function parameters(): string[] {
  const root = fileURLToPath(new URL('../../src/web/', import.meta.url))
  const read = /searchParams\.(?:get|has|getAll)\('(\w+)'\)|(?:numberIn|textIn)\([^,()]+, '(\w+)'\)|req\.query\('(\w+)'\)/gu
  const found = globSync('**/*.ts', { cwd: root }).flatMap(path => [...readFileSync(root + path, 'utf8').matchAll(read)])
  return [...new Set(found.map(names => names[1] ?? names[2] ?? names[3] ?? ''))].sort()
}

/** What would end what the others write to. */
const ENDING = /withdraw|close|giveBack|merge|end[A-Z]|moveOut|retire|eraseMyself|dropFilter|import|publish$|rebuild|forget|settleHome|setCalendar|stop|stayAway/u
const WRITERS: readonly Column[] = ['sec', 'rai', 'own', 'has']

/** Writes each string through every act that takes words, as whoever may; answers the acts that took one. */
export async function storeEverywhere(app: Hono, here: Neighbourhood, strings: readonly string[]): Promise<Set<string>> {
  const took = new Set<string>()
  let turn = 0
  for (const [name, sample] of Object.entries(SAMPLES).filter(([name]) => !ENDING.test(name))) {
    for (let round = 0; round < 4; round++) {
      const words = strings[turn++ % strings.length] ?? ''
      for (const column of WRITERS) {
        const input = withWords(sample(trial(here, column, 'own')), words)
        if (!JSON.stringify(input).includes(JSON.stringify(words).slice(1, -1))) continue
        const { status } = await attempt(app, here.cookies[column], { path: `/api/${plain(name)}?community=shicheng`, json: input })
        if (status >= 500) throw new Error(`${name} with ${words}: ${status}`)
        if (status === 201) took.add(name)
      }
    }
  }
  return took
}

// Where the sample says something in Chinese, a person can write what he likes.
function withWords(value: unknown, words: string): object {
  const put = (inner: unknown): unknown => {
    if (typeof inner === 'string') return /\p{Script=Han}/u.test(inner) ? words : inner
    if (Array.isArray(inner)) return inner.map(put)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, put(each)]))
  }
  return put(value) as object
}
