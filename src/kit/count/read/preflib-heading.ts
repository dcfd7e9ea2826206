// What a PrefLib file says of itself before its ballots.
import { MOST_CANDIDATES, wholeNumber, type Line, type Refuse } from './lines.ts'

/** Names by label, in their order; what the file says there should be; and its lines of ballots. */
export interface PrefLibHeading {
  readonly title: string
  readonly names: ReadonlyMap<string, string>
  readonly categories: number
  readonly voters: number
  readonly orders: number
  readonly ballots: readonly Line[]
}

const KEY = /^([A-Z]+(?: [A-Z]+)*)(?: (\d{1,9}))?$/u

/** A heading of `# KEY: value` lines. */
export function newHeading(lines: readonly Line[], last: number, kind: string, refuse: Refuse): PrefLibHeading {
  const values = new Map<string, { value: string, line: number }>()
  const names = new Map<string, string>()
  const categories = new Set<string>()
  const end = lines.findIndex(line => !line.text.startsWith('#'))
  const heading = end < 0 ? lines : lines.slice(0, end)
  for (const { text, number } of heading) {
    const colon = text.indexOf(':')
    const whole = text.slice(1, Math.max(colon, 0)).trim().replaceAll(/\s+/gu, ' ')
    const [, key, label = ''] = KEY.exec(whole) ?? refuse(number, 'unreadable', text)
    const value = text.slice(colon + 1).trim()
    if (values.has(whole)) refuse(number, 'twice', whole)
    values.set(whole, { value, line: number })
    if (key === 'ALTERNATIVE NAME') names.set(label, value)
    if (key === 'CATEGORY NAME') categories.add(label)
  }
  const ballots = end < 0 ? [] : lines.slice(end)
  const late = ballots.find(line => line.text.startsWith('#'))
  if (late) refuse(late.number, 'unreadable', late.text)
  const said = (...keys: string[]) => {
    const found = keys.map(key => values.get(key)).find(Boolean) ?? refuse(heading.at(-1)?.number ?? last, 'missing', keys[0] ?? '')
    return { number: wholeNumber(found.value, found.line, 0, refuse), line: found.line }
  }
  const type = values.get('DATA TYPE')
  if (type && type.value !== kind) refuse(type.line, 'wrongKind', type.value)
  const size = said('NUMBER ALTERNATIVES')
  if (size.number !== names.size || names.size === 0) refuse(size.line, 'sum', String(size.number), String(names.size))
  if (names.size > MOST_CANDIDATES) refuse(size.line, 'tooLarge')
  const few = values.get('NUMBER CATEGORIES')
  if (few && few.value !== String(categories.size)) refuse(few.line, 'sum', few.value, String(categories.size))
  return {
    title: values.get('TITLE')?.value ?? '', names, ballots, categories: categories.size, voters: said('NUMBER VOTERS').number,
    orders: said('NUMBER UNIQUE ORDERS', 'NUMBER UNIQUE PREFERENCES').number,
  }
}

/** The heading until 2022: how many alternatives; one line `label,name` for each; then voters, sum of the counts, and different orders. */
export function oldHeading(lines: readonly Line[], last: number, refuse: Refuse): PrefLibHeading {
  const [first, ...rest] = lines
  const size = wholeNumber(first?.text ?? '', first?.number ?? last, 1, refuse)
  if (size > MOST_CANDIDATES) refuse(first?.number ?? last, 'tooLarge')
  const names = new Map<string, string>()
  for (const { text, number } of rest.slice(0, size)) {
    const [, label = '', name = ''] = /^(\d{1,9}),\s*([^,]+)$/u.exec(text) ?? refuse(number, 'unreadable', text)
    if (names.has(label)) refuse(number, 'twice', label)
    names.set(label, name)
  }
  const sums = rest[size] ?? refuse(last, 'endsEarly')
  const found = /^(\d+),\s*(\d+),\s*(\d+)$/u.exec(sums.text)
  const [, voters = '', counted = '', orders = ''] = found ?? refuse(sums.number, 'unreadable', sums.text)
  if (voters !== counted) refuse(sums.number, 'sum', voters, counted)
  const whole = (text: string) => wholeNumber(text, sums.number, 0, refuse)
  return { title: '', names, categories: 0, voters: whole(voters), orders: whole(orders), ballots: rest.slice(size + 1) }
}
