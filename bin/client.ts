// Writes what is made from the API's own document: the types of the client, and the recorded examples: `npm run client` after a change of
// the API.
import { writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'
import type { OpenApi, Operation, Parameter } from '../src/api/openapi/document-types.ts'
import { openApi } from '../src/api/openapi/document.ts'
import type { Example } from '../src/api/openapi/examples.ts'
import type { Schema } from '../src/api/openapi/schema.ts'

export const TYPES = new URL('../client/types.ts', import.meta.url)
export const EXAMPLES = new URL('../src/api/openapi/examples.json', import.meta.url)

// As long as the API is wide.
const BANNER = '// Made from the document of the API by `npm run client`; not to be edited.\n/* oxlint-disable max-lines */'

/** The types of every action and question, from the document alone. */
export async function clientTypes(document: OpenApi): Promise<string> {
  const root = {
    type: 'object', additionalProperties: false, required: ['actions', 'questions'],
    properties: { actions: { $ref: '#/$defs/Actions' }, questions: { $ref: '#/$defs/Questions' } },
    $defs: { ...document.components.schemas, Actions: actions(document), Questions: questions(document) },
  }
  // Without the examples and patterns, which types cannot say.
  const text = await compile(JSON.parse(JSON.stringify(lean(root)).replaceAll('#/components/schemas/', '#/$defs/')), 'Api', {
    bannerComment: BANNER, additionalProperties: false, ignoreMinAndMaxItems: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return text.replace(/^\/\*\*\n \* This interface was referenced by .*\n.*\n \*\/\n/gmu, '')
}

function actions({ paths }: OpenApi): Schema {
  return whole(Object.entries(paths).flatMap(([path, { post }]) => post && post.tags[0] !== 'api' ? [[path.slice(1), whole([
    ['input', post.requestBody?.content['application/json']?.schema ?? {}], ['answer', answerOf(post, 201)],
  ], post.summary)]] : []))
}

function questions({ paths }: OpenApi): Schema {
  return whole(Object.entries(paths).flatMap(([path, { get }]) => get && Object.keys(answerOf(get, 200)).length > 0 && get.tags[0] !== 'api'
    ? [[path.slice(1), whole([
    ['query', query(get.parameters)], ['answer', answerOf(get, 200)],
  ], get.summary)]] : []))
}

function query(parameters: Operation['parameters']): Schema {
  const own = parameters.filter((one): one is Parameter => 'in' in one)
  return {
    type: 'object', additionalProperties: false, required: own.filter(one => one.required).map(one => one.name),
    properties: Object.fromEntries(own.map(({ name, description, schema }) => [name, { description, ...schema }])),
  }
}

function answerOf({ responses }: Operation, status: number): Schema {
  const answer = responses[status]
  return answer && 'content' in answer ? answer.content?.['application/json']?.schema ?? {} : {}
}

function whole(fields: [name: string, schema: Schema][], description?: string): Schema {
  return { type: 'object', additionalProperties: false, required: fields.map(([name]) => name), properties: Object.fromEntries(fields),
    ...description && { description } }
}

function lean(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(lean)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).filter(([key]) => !key.startsWith('x-') && key !== 'pattern').map(([key, value]) =>
    [key, lean(value)]))
}

/** What the story's requests and answers are as examples: for each operation the first time that it is told. */
export function examplesOf(told: readonly (Example & { name: string })[]): Record<string, Example> {
  const first = new Map(told.toReversed().map(({ name, as, input, query, answer }) => [name, { as, input, query, answer }]))
  return Object.fromEntries([...first].toSorted(([a], [b]) => a < b ? -1 : 1))
}

async function main(): Promise<void> {
  const { tellStory } = await import('#test/api-story/story.ts')
  await writeFile(EXAMPLES, `${JSON.stringify(examplesOf(await tellStory()), null, 1)}\n`)
  await writeFile(TYPES, await clientTypes(openApi('en')))
}

if (import.meta.main) await main()
