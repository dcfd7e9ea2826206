// The API as an OpenAPI 3.1 document, made from what the doors themselves use; nothing in it is written twice.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Handler } from 'hono'
import type { Lang } from '#kit/phrase.ts'
import { documentText, partsAbout, partsText } from '#text/api-document.ts'
import { ACTIONS } from '../actions.ts'
import { QUESTIONS } from '../questions.ts'
import { componentsIn } from './components.ts'
import type { OpenApi } from './document-types.ts'
import { actionAsOperation, questionAsOperation } from './operations.ts'
import { othersAsPaths } from './others.ts'
import { described, type Named } from './schema.ts'

const { version }: { version: string } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

/** The parts of the API in the order of the modules; each is a tag. */
export const PARTS = ['places', 'people', 'roster', 'services', 'clocks', 'methods', 'matters', 'moderation', 'councils', 'plans', 'sharing', 'opinions', 'polls', 'decisions', 'elections', 'volunteers', 'duty', 'hours', 'calls', 'orders', 'activities', 'errands', 'calendars', 'bill',
  'notices', 'api'] as const satisfies readonly (keyof typeof partsAbout.pairs)[]

/** The document in a language, the texts of the other one beside it. */
export function openApi(lang: Lang): OpenApi {
  return written[lang] ??= write(lang)
}

const written: Partial<Record<Lang, OpenApi>> = {}

function write(lang: Lang): OpenApi {
  const named: Named = {}
  const actions = ACTIONS.map(act => [`/${act.name}`, { post: actionAsOperation(act, lang, named) }])
  const questions = QUESTIONS.map(asked => [`/${asked.name}`, { get: questionAsOperation(asked, lang, named) }])
  return {
    openapi: '3.1.1',
    info: { title: documentText(lang).title, version, ...described(lang, lang => documentText(lang).about),
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' } },
    servers: [{ url: '/api' }],
    tags: PARTS.map(name => ({ name, 'x-displayName': partsText(lang)[name], ...described(lang, lang => partsAbout(lang)[name]) })),
    paths: { ...Object.fromEntries([...questions, ...actions]), ...othersAsPaths(lang, named) },
    components: componentsIn(lang, named),
  }
}

/** GET /api/openapi.json?lang: the same for everybody, and asked for again only when it changed. */
export const openApiDocument: Handler = c => {
  const body = JSON.stringify(openApi(c.req.query('lang') === 'zh' ? 'zh' : 'en'))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('cache-control', 'public, no-cache')
  if (c.req.header('if-none-match')?.replace(/^W\//u, '') === etag) return c.body(null, 304)
  return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
}
