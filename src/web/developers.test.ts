// The pages for those who write programs, from the document alone: no house is needed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Hono } from 'hono'
import { developers, developersPart } from '#web/developers.ts'
import { curl } from '#web/developers/operation.ts'
import { openApi } from '../api/openapi/document.ts'

const site = { document: openApi, publicUrl: 'https://linju.example.cn' }
const app = new Hono().get('/developers', developers(site)).get('/developers/:part', developersPart(site))
const open = async (path: string) => (await app.request(path)).text()

describe('the pages for developers', () => {
  for (const lang of ['zh', 'en'] as const) {
    test(`show every operation at an anchor of its name, with its fields in words, in ${lang}`, async () => {
      const front = await open(`/developers?lang=${lang}`)
      for (const { name } of openApi(lang).tags) {
        const page = await open(`/developers/${name}?lang=${lang}`)
        assert.doesNotMatch(page, /<dd><\/dd>|>undefined<|\[object|<dt><code>[^/]*<\/code><span class="dim">(?:anything|随意)</)
        for (const { get, post } of Object.values(openApi(lang).paths)) {
          for (const operation of [get, post]) {
            if (operation?.tags[0] !== name) continue
            assert.ok(page.includes(`id="${operation.operationId}"`), operation.operationId)
            assert.ok(front.includes(`href="/developers/${name}#${operation.operationId}"`), operation.operationId)
          }
        }
      }
    })
  }

  test('give a request to copy that a shell reads as it was meant', () => {
    const typed = curl({ verb: 'POST', path: '/matters.raise' }, site.publicUrl, { key: true, query: {}, input: { text: `it's "loose"` } })
    assert.match(typed, /-d '\{"text":"it'\\''s \\"loose\\""\}'$/)
    assert.match(curl({ verb: 'GET', path: '/matters.list' }, site.publicUrl, { key: false, query: { words: '电梯 门' }, input: undefined }), /community=shicheng&words=%E7/)
  })
})
