// Every example in the document of the API is a request that somebody really made: the story is lived through again, and compared.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { judgeBy } from '#test/answers.ts'
import { tellStory } from '#test/api-story/story.ts'
import type { Told } from '#test/api-story/teller.ts'
import { examplesOf } from '../../bin/client.ts'
import type { OpenApi, Operation } from '../../src/api/openapi/document-types.ts'
import { openApi } from '../../src/api/openapi/document.ts'
import { exampleOf } from '../../src/api/openapi/examples.ts'

const document: OpenApi = openApi('en')
const operations = new Map<string,
  Operation>(Object.values(document.paths).flatMap(({ get, post }) => [get, post].flatMap(one => one ? [[one.operationId, one]] : [])))

/** What cannot be told in a story of one street, and why. An exception that is no longer needed fails. */
const UNTOLD: ReadonlyMap<string, string> = new Map([
  ['api.document', 'it is this document'],
  ['api.live', 'it never ends'],
  ['api.report', 'the secret of a program is shown on a page alone'],
])

let told: Told[]
before(async () => { told = await tellStory() })

describe('the examples of the document', () => {
  test('are there for every action and every question', () => {
    const silent = [...operations.keys()].filter(name => !exampleOf(name))
    assert.deepEqual(silent.toSorted(), [...UNTOLD.keys()].toSorted(), 'tell of it in test/api-story, then npm run client')
  })

  test('were asked as they stand there, by the same person with the same words', () => {
    for (const [name, { as, input, query }] of Object.entries(examplesOf(told))) {
      const recorded = exampleOf(name)
      assert.deepEqual(unchanging({ as: recorded?.as, input: recorded?.input, query: recorded?.query }), unchanging({ as, input, query }),
        `${name}: npm run client`)
    }
  })

  test('are answered as the document says, every one of the story', () => {
    const judge = judgeBy(document)
    const wrong = told.flatMap(({ name, status, answer }) => {
      const operation = operations.get(name)
      return operation ? judge.body(operation, status, 'application/json', answer) ?? [] : [`${name} is not documented`]
    })
    assert.deepEqual(wrong, [])
  })

  test('as the document says, whenever they were recorded', () => {
    const judge = judgeBy(document)
    const old = [...operations.values()].flatMap(operation => {
      const example = exampleOf(operation.operationId)
      return example ? judge.body(operation, operation.requestBody ? 201 : 200, 'application/json', example.answer) ?? [] : []
    })
    assert.deepEqual(old, [], 'npm run client')
  })
})

// Codes, keys of photos, hashes of salted names and the like are made by chance.
function unchanging(request: object): unknown {
  return JSON.parse(JSON.stringify(request, (key, value: unknown) => ['code', 'hash', 'photos', 'receipt'].includes(key) ? `a ${key}` : value))
}
