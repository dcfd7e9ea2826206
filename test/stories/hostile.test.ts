// Every field of every form and of the API, with strings made to break things: kept as sent, or refused with a reason; never our bug.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { ACTIONS } from '../../src/api/actions.ts'
import { QUESTIONS } from '../../src/api/questions.ts'
import { filledIn, formsOfSite, formsOn, isFree, type Found } from '#test/forms.ts'
import { hostileStrings, noHostileStrings } from '#test/hostile-strings.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor, type Visitor } from '#test/visitor.ts'

const EVERYBODY = [null, 'resident', 'secretary'] as const
const TOGETHER = 6
/** Sends in all for the forms, and again for the API: what fits into half a minute. */
const MOST = 4500

let here: Village
let app: Hono
let strings: string[] = []

before(async () => {
  if (noHostileStrings) return
  here = await village()
  app = createApp(here.house)
  strings = Object.values(await hostileStrings()).flat()
})
after(() => here?.close())

/** Carries out the tasks, a few at a time. */
async function each<T>(items: readonly T[], run: (item: T, index: number) => Promise<void>): Promise<void> {
  const left = items.entries()
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    for (const [index, item] of left) await run(item, index)
  }))
}

async function forms(who: Visitor): Promise<Map<string, Found>> {
  const place = here.community.place('榕荫里 1号楼')
  const sent = await who.send('/shicheng/raise', { place: String(place), kind: 'broken', text: '三号电梯异响' }, true)
  const { rows } = await here.owner.query('select max(id)::int as id from matter where community_id = 1')
  const start = ['', `/raise?place=${place}`, `/matters/${rows[0].id}`, '/board']
  return formsOfSite(who, [sent.location, ...start.map(path => `/shicheng${path}`)])
}

/** Sends the form once; a form that the step before made impossible is opened anew. */
async function sendOnce(who: Visitor, found: Found, field: string, value: string) {
  const send = (form: Found['form']) => {
    const values = { ...filledIn(form), [field]: value }
    return form.method === 'get' ? who.open(`${form.action.replace(/\?.*/, '')}?${new URLSearchParams(values)}`) : who.send(form.action, values, form.multipart)
  }
  const first = await send(found.form)
  if (first.status !== 403) return first
  const now = formsOn(found.page, (await who.open(found.page)).text).find(form => form.action === found.form.action)
  return now ? send(now) : first
}

interface Task {
  field: string
  text: string
}

/** Every string into every field in which one types at will, while the others share them; thinned out evenly to `most`. */
function tasksFor(form: Found['form'], most: number): Task[] {
  const free = form.controls.filter(isFree).map(control => control.name)
  const others = form.controls.map(control => control.name).filter(name => !free.includes(name))
  const all = strings.flatMap((text, i) => {
    const other = others[i % Math.max(1, others.length)]
    return [...free, ...other === undefined ? [] : [other]].map(field => ({ field, text }))
  })
  const keep = Math.ceil(all.length / most)
  return all.filter((_task, i) => i % keep === 0)
}

/** The forms that each of EVERYBODY finds and nobody before him did. */
async function everyForm(): Promise<{ key: typeof EVERYBODY[number], name: string, found: Found }[]> {
  const all = new Map<string, { key: typeof EVERYBODY[number], name: string, found: Found }>()
  for (const key of EVERYBODY) {
    for (const [name, found] of await forms(visitor(app, await cookieOf(here, key)))) {
      if (!all.has(name)) all.set(name, { key, name, found })
    }
  }
  // What can be sent only once, such as going out, has the fewest fields.
  return [...all.values()].sort((a, b) => b.found.form.controls.length - a.found.form.controls.length)
}

describe('hostile strings', { skip: noHostileStrings }, () => {
  test('are there', () => assert.ok(strings.length > 1000, String(strings.length)))

  test('in every field of every form are taken or refused, never our fault', async () => {
    const found = await everyForm()
    assert.ok(found.length >= 6, found.map(one => one.name).join('\n'))
    const broken: string[] = []
    for (const { key, name, found: one } of found) {
      const who = visitor(app, await cookieOf(here, key))
      await each(tasksFor(one.form, MOST / found.length), async ({ field, text }) => {
        const { status } = await sendOnce(who, one, field, text)
        if (status >= 500) broken.push(`${name}: ${field} = ${JSON.stringify(text).slice(0, 80)}`)
      })
    }
    assert.deepEqual(broken.slice(0, 20), [])
  })

  test('as a matter are kept to the letter, or refused with a reason', async () => {
    const who = visitor(app)
    const place = String(here.community.place('榕荫里 2号楼'))
    const kept = new Map<number, string>()
    await each(strings, async text => {
      // As slowly as people write: a flood would be refused.
      here.time.now = here.time.now.add({ seconds: 30 })
      const { status, location, text: page } = await who.send('/shicheng/raise', { place, kind: 'other', text }, true)
      if (status === 303) kept.set(Number(/matters\/(\d+)/.exec(location)?.[1]), text)
      else assert.ok(status === 422 && page.includes('role="alert"'), `${status} ${JSON.stringify(text)}`)
    })
    const ids = [...kept.keys()]
    const { rows } = await here.owner.query<{ id: string, text: string }>('select id, text from matter where id = any($1)', [ids])
    assert.ok(rows.length > strings.length * 0.7, `${rows.length} of ${strings.length}`)
    for (const { id, text } of rows) assert.equal(text, asSent(kept.get(Number(id)) ?? ''))
  })

  test('in every field of every action and question of the API are taken or refused', async () => {
    const cookie = await cookieOf(here, 'secretary')
    const calls = [...ACTIONS.map(act => ({ ...act, acts: true })), ...QUESTIONS.map(asked => ({ ...asked, acts: false }))]
      .flatMap(({ name, input, acts }) => ['community', ...fieldsOf(input)].map(field => ({ name, input, acts, field })))
    const all = strings.flatMap(text => calls.map(call => ({ ...call, text })))
    // A step that no count of calls can be divided by evenly, so that each call still meets every kind of string.
    const keep = Math.max(1, 2 * Math.trunc(all.length / MOST / 2) + 1)
    const broken: string[] = []
    await each(all.filter((_call, i) => i % keep === 0), async ({ name, input, acts, field, text }) => {
      const given = { ...goodInput(input), [field]: text }
      const query = new URLSearchParams({ community: 'shicheng', ...acts && field !== 'community' ? {} : inQuery(given) })
      const { status } = await app.request(`http://localhost/api/${name}?${query}`, acts
        ? { method: 'POST', body: JSON.stringify(given), headers: { cookie, 'content-type': 'application/json' } }
        : { headers: { cookie } })
      if (status >= 500) broken.push(`${name}: ${field} = ${JSON.stringify(text).slice(0, 80)}`)
    })
    assert.deepEqual(broken.slice(0, 20), [])
  })
})

// What a form carries to us: line ends as a browser writes them, spaces round it taken off.
function asSent(text: string): string {
  return text.toWellFormed().replace(/\r\n?|\n/g, '\r\n').trim()
}

interface JsonField {
  type?: string
  enum?: string[]
}

function schemaOf(input: z.ZodType): Record<string, JsonField> {
  return (z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, JsonField> }).properties ?? {}
}

function fieldsOf(input: z.ZodType): string[] {
  return Object.keys(schemaOf(input))
}

function goodInput(input: z.ZodType): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schemaOf(input)).flatMap(([name, field]): [string, unknown][] => {
    if (field.enum) return [[name, field.enum[0]]]
    if (field.type === 'integer' || field.type === 'number') return [[name, 1]]
    return field.type === 'string' && name !== 'phone' && name !== 'receipt' ? [[name, '三楼的灯晚上不亮']] : []
  }))
}

function inQuery(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}
