// The addresses of the API that are neither action nor question.
import { z } from 'zod'
import type { Lang, Said } from '#kit/phrase.ts'
import { documentText } from '#text/api-document.ts'
import { reportInput } from '../hooks.ts'
import { AFTER, headersNamed, LIMITS, parametersNamed, problemsAt } from './components.ts'
import type { OpenApi, Operation } from './document-types.ts'
import { described, inOther, schemaOf, type Named } from './schema.ts'

/** /openapi.json, /live, and the door for the programs of organisations. */
export function othersAsPaths(lang: Lang, named: Named): OpenApi['paths'] {
  return { '/openapi.json': { get: itself(lang) }, '/live': { get: live(lang) }, '/hooks/{id}': { post: hook(lang, named) } }
}

function itself(lang: Lang): Operation {
  return {
    ...headOf('api.document', lang, lang => documentText(lang).document), security: [{}],
    parameters: parametersNamed('lang', 'If-None-Match'),
    responses: {
      200: {
        ...described(lang, lang => documentText(lang).answer), headers: headersNamed('ETag'),
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      304: { ...described(lang, lang => documentText(lang).same), headers: headersNamed('ETag') },
      ...problemsAt([401, 429, 500]),
    },
  }
}

function live(lang: Lang): Operation {
  return {
    ...headOf('api.live', lang, lang => documentText(lang).live), security: [{ key: [] }, { session: [] }, {}],
    parameters: parametersNamed('about', 'community', 'lang', 'Last-Event-ID'),
    responses: {
      200: {
        ...described(lang, lang => documentText(lang).liveAnswer), headers: headersNamed(...LIMITS),
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...problemsAt(AFTER.question),
    },
  }
}

function hook(lang: Lang, named: Named): Operation {
  const answer = z.strictObject({ matter: z.int(), reference: z.string(), url: z.url() })
  return {
    ...headOf('api.report', lang, lang => documentText(lang).hook), security: [{ signature: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' }, ...described(lang, lang => documentText(lang).hookId) },
      ...parametersNamed('webhook-id', 'webhook-timestamp'),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(reportInput, 'input', lang, named) } } },
    responses: {
      201: { ...described(lang, lang => documentText(lang).done),
        content: { 'application/json': { schema: schemaOf(answer, 'output', lang, named) } } },
      ...problemsAt([400, 401, 404, 413, 422, 429, 500]),
    },
  }
}

function headOf(operationId: string, lang: Lang, summary: Said) {
  return { operationId, summary: summary(lang), ...inOther(lang, summary), tags: ['api'] }
}
