// Whether an answer of the API is what its document says: status, kind of content and shape.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { default as formats } from 'ajv-formats'
import type { Answer, OpenApi, Operation, Reference } from '../src/api/openapi/document-types.ts'

export interface Judge {
  /** What is wrong with an answer to an operation; null when nothing is. */
  answer(operation: Operation, answer: Response): Promise<string | null>
  /** The same of a body alone. */
  body(operation: Operation, status: number, type: string, body: unknown): string | null
}

/** A judge by this document alone. */
export function judgeBy(document: OpenApi): Judge {
  const shapeOf = shapesIn(document)
  const body: Judge['body'] = ({ operationId, responses }, status, type, body) => {
    const schema = answerAt(document, responses[status])?.content?.[type]?.schema
    if (!schema) return `${operationId} answered ${status} as ${type}, which is not documented: ${JSON.stringify(body).slice(0, 300)}`
    const check = shapeOf(schema)
    return check(body) ? null
      : `${operationId} answered ${status} with another shape: ${JSON.stringify(check.errors?.[0])} in ${JSON.stringify(body).slice(0, 300)}`
  }
  return {
    body,
    async answer(operation, answer) {
      const { status, headers } = answer
      const documented = answerAt(document, operation.responses[status])
      if (!documented) return `${operation.operationId} answered ${status}, which is not documented: ${(await answer.text()).slice(0, 300)}`
      const missing = PROMISED.find(name => documented.headers?.[name] && !headers.has(name))
      if (missing) return `${operation.operationId} answered ${status} without ${missing}`
      if (!documented.content) return await answer.text() === '' ? null : `${operation.operationId} answered ${status} with a body`
      return body(operation, status, (headers.get('content-type') ?? '').split(';')[0] ?? '', await answer.json())
    },
  }
}

/** Headers that are always there where they are documented; a Link only where there is a next page. */
const PROMISED = ['ETag', 'Retry-After', 'WWW-Authenticate', 'RateLimit', 'RateLimit-Policy']

function shapesIn(document: OpenApi): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'api', components: document.components })
  const known = new Map<object, ValidateFunction>()
  return schema => {
    const made = known.get(schema) ?? ajv.compile({ ...rooted(schema) as object })
    known.set(schema, made)
    return made
  }
}

function answerAt(document: OpenApi, found: Answer | Reference | undefined): Answer | undefined {
  return found && '$ref' in found ? document.components.responses[found.$ref.split('/').at(-1) ?? ''] : found
}

// References lead into the document, which ajv knows under its own name.
function rooted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(rooted)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) =>
    [key, key === '$ref' && typeof value === 'string' ? value.replace('#', 'api#') : rooted(value)]))
}
