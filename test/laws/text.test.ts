// Every text in both languages; every page in people's words.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Phrases } from '#kit/phrase.ts'

type Pair = readonly [string | ((...values: never[]) => string), string | ((...values: never[]) => string)]
const ROOT = new URL('../../', import.meta.url)
const SAMPLE: never[] = [3, 4, 5, 6].map(String) as never[]

/** Texts that are rightly empty or the same in one language. */
const EXCEPTIONS = new Set<string>([])

const topics: { name: string, pairs: Record<string, Pair> }[] = []
for (const file of globSync('src/text/*.ts', { cwd: ROOT.pathname })) {
  const exported = await import(new URL(file, ROOT).href) as Record<string, Phrases<Record<string, Pair>>>
  for (const [name, value] of Object.entries(exported)) if (typeof value === 'function' && 'pairs' in value) topics.push({ name, pairs: value.pairs })
}
const texts = topics.flatMap(({ name, pairs }) => Object.entries(pairs).map(([key, [zh, en]]) => ({ key: `${name}.${key}`, zh, en })))
const said = (text: Pair[0]) => typeof text === 'string' ? text : String(text(...SAMPLE))

describe('the message catalogue', () => {
  test('is there', () => assert.ok(texts.length > 150, String(texts.length)))

  test('lacks no text in either language', () => {
    const empty = texts.filter(({ key, zh, en }) => !EXCEPTIONS.has(key) && (!said(zh).trim() || !said(en).trim())).map(text => text.key)
    assert.deepEqual(empty, [])
  })

  test('takes the same values in both languages', () => {
    const uneven = texts.filter(({ zh, en }) => typeof zh !== typeof en || (typeof zh === 'function' && typeof en === 'function' && zh.length !== en.length))
    assert.deepEqual(uneven.map(text => text.key), [])
  })

  test('speaks people’s words: no 系统, 提交成功, 用户, 处理中, no exclamation mark', () => {
    const stiff = texts.filter(({ zh, en }) => /系统|提交成功|请知悉|用户|处理中|！|!/.test(said(zh)) || /!/.test(said(en)))
    assert.deepEqual(stiff.map(text => `${text.key}: ${said(text.zh)}`), [])
  })

  test('holds no text that nobody says', () => {
    const sources = globSync(['src/**/*.ts', 'bin/*.ts'], { cwd: ROOT.pathname }).map(file => ({ file, text: readFileSync(new URL(file, ROOT), 'utf8') }))
    const silent = topics.flatMap(({ name, pairs }) => {
      const users = sources.filter(({ file, text }) => !file.startsWith('src/text/') && text.includes(name))
      // A topic that is read by a computed key, or handed on whole in a table, may say any of its texts.
      if (users.some(({ text }) => new RegExp(`${name}(?:\\.pairs|\\([\\w.']*\\))\\[|: ${name}[,\\n]|\\b(?:t|text|words)\\[`).test(text))) return []
      return Object.keys(pairs).filter(key => !users.some(({ text }) => new RegExp(`[.(]${key}\\b`).test(text))).map(key => `${name}.${key}`)
    })
    assert.deepEqual(silent, [])
  })

  test('has no exception that is no longer needed', () => {
    const needed = new Set(texts.filter(({ zh, en }) => !said(zh).trim() || !said(en).trim()).map(text => text.key))
    assert.deepEqual([...EXCEPTIONS].filter(key => !needed.has(key)), [])
  })
})
