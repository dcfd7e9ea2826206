// What every operation shares: who calls, which headers come and go, and every way in which it may not work out.
import { z } from 'zod'
import { type Lang } from '#kit/phrase.ts'
import { documentText, problemFieldText } from '#text/api-document.ts'
import type { Answer, Header, OpenApi, Parameter, Reference } from './document-types.ts'
import { described, schemaOf, type Named, type Schema } from './schema.ts'

const said = (key: keyof typeof documentText.pairs) => (lang: Lang) => documentText(lang)[key]

const field = (key: keyof typeof problemFieldText.pairs) => ({ label: (lang: Lang) => problemFieldText(lang)[key] })

// RFC 9457; open, as it says.
const problem = z.looseObject({
  type: z.string().meta(field('type')), title: z.string().meta(field('title')), status: z.int().meta(field('status')),
  detail: z.string().meta(field('detail')),
  instance: z.string().optional().meta(field('instance')),
  problems: z.array(z.strictObject({ field: z.string().meta(field('field')),
    detail: z.string().meta(field('detail')) })).optional().meta(field('problems')),
})

/** Every status with which an operation can end without being done. */
const PROBLEMS = {
  400: 'badRequest', 401: 'unrecognised', 403: 'refused', 404: 'notFound', 409: 'conflict', 413: 'tooLarge', 415: 'unsupported',
  422: 'invalid', 429: 'tooOften', 500: 'ours',
} as const
type Status = keyof typeof PROBLEMS

/** How an action, and how a question can end without being done. */
export const AFTER = {
  action: [400, 401, 403, 404, 409, 413, 415, 422, 429, 500],
  question: [401, 403, 404, 422, 429, 500],
} as const satisfies Record<string, readonly Status[]>

/** The answers of these statuses, by reference. */
export function problemsAt(statuses: readonly Status[]): Record<string, Reference> {
  return Object.fromEntries(statuses.map(status => [status, { $ref: `#/components/responses/${PROBLEMS[status]}` }]))
}

/** Headers by reference. */
export function headersNamed(...names: string[]): Record<string, Reference> {
  return Object.fromEntries(names.map(name => [name, { $ref: `#/components/headers/${name}` }]))
}

/** Parameters by reference. */
export function parametersNamed(...names: string[]): Reference[] {
  return names.map(name => ({ $ref: `#/components/parameters/${name}` }))
}

/** On every answer of the API. */
export const LIMITS = ['RateLimit', 'RateLimit-Policy'] as const

export function componentsIn(lang: Lang, named: Named): OpenApi['components'] {
  return {
    schemas: { ...named, Problem: schemaOf(problem, 'output', lang, named) },
    parameters: parameters(lang),
    headers: headers(lang),
    responses: Object.fromEntries(Object.entries(PROBLEMS).map(([status, name]) => [name, answer(lang, Number(status), name)])),
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', ...described(lang, said('token')) },
      signature: { type: 'apiKey', in: 'header', name: 'webhook-signature', ...described(lang, said('signature')) },
      session: { type: 'apiKey', in: 'cookie', name: 'linju.session_token', ...described(lang, said('session')) },
    },
  }
}

function parameters(lang: Lang): Record<string, Parameter> {
  const text = { type: 'string' } as const
  const inQuery = (name: string, key: 'community' | 'lang' | 'liveAbout', schema: Schema): Parameter =>
    ({ name, in: 'query', schema, ...described(lang, said(key)) })
  const inHeader = (name: string, key: 'key' | 'onBehalfOf' | 'ifNoneMatch' | 'lastEventId' | 'hookMessage' | 'hookAt',
    schema: Schema): Parameter =>
    ({ name, in: 'header', schema, ...described(lang, said(key)) })
  return {
    community: inQuery('community', 'community', { ...text, pattern: '^[a-z][a-z0-9-]{1,30}$' }),
    lang: inQuery('lang', 'lang', { ...text, enum: ['zh', 'en'] }),
    about: inQuery('about', 'liveAbout', text),
    'Idempotency-Key': inHeader('Idempotency-Key', 'key', { ...text, format: 'uuid' }),
    'X-On-Behalf-Of': inHeader('X-On-Behalf-Of', 'onBehalfOf', { type: 'integer', minimum: 1, maximum: 999_999_999_999_999 }),
    'If-None-Match': inHeader('If-None-Match', 'ifNoneMatch', text),
    'Last-Event-ID': inHeader('Last-Event-ID', 'lastEventId', text),
    'webhook-id': { ...inHeader('webhook-id', 'hookMessage', text), required: true },
    'webhook-timestamp': { ...inHeader('webhook-timestamp', 'hookAt', { type: 'integer', minimum: 0 }), required: true },
  }
}

function headers(lang: Lang): Record<string, Header> {
  const text = (key: keyof typeof documentText.pairs): Header => ({ schema: { type: 'string' }, ...described(lang, said(key)) })
  return {
    ETag: text('etag'), Link: text('link'), RateLimit: text('rateLimit'), 'RateLimit-Policy': text('rateLimitPolicy'),
    'Retry-After': { schema: { type: 'integer', minimum: 0 }, ...described(lang, said('retryAfter')) },
    'WWW-Authenticate': text('authenticate'),
  }
}

function answer(lang: Lang, status: number, name: (typeof PROBLEMS)[Status]): Answer {
  const own = status === 429 ? ['Retry-After'] : status === 401 ? ['WWW-Authenticate'] : []
  return {
    ...described(lang, said(name)),
    headers: headersNamed(...LIMITS, ...own),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
