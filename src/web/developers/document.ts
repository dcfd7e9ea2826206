// The document of the API as its pages read it: an OpenAPI 3.1 document in the reader's language.

export interface ApiDocument {
  readonly paths: Readonly<Record<string, { readonly get?: ApiOperation, readonly post?: ApiOperation }>>
  readonly tags: readonly { readonly name: string, readonly 'x-displayName': string, readonly description?: string }[]
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> }
}

export interface ApiOperation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly (Asked | { readonly $ref: string })[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> } | { readonly $ref: string }>>
  readonly 'x-example'?: { readonly as: string, readonly query?: Readonly<Record<string, string>> }
}

interface Asked {
  readonly name: string
  readonly description?: string
  readonly required?: boolean
  readonly schema: Shape
}

export interface Content {
  readonly schema: Shape
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** A JSON Schema, as far as the pages look. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Shape | boolean>>
  readonly required?: readonly string[]
  readonly items?: unknown
  readonly anyOf?: readonly unknown[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** One operation with how it is called. */
export interface Known {
  readonly verb: 'GET' | 'POST'
  readonly path: string
  readonly operation: ApiOperation
}

/** The operations of one part, questions before actions. */
export function operationsOf({ paths }: ApiDocument, part: string): Known[] {
  const all = Object.entries(paths).flatMap(([path, { get, post }]): Known[] => [
    ...get ? [{ verb: 'GET', path, operation: get } as const] : [], ...post ? [{ verb: 'POST', path, operation: post } as const] : [],
  ])
  return all.filter(({ operation }) => operation.tags[0] === part).toSorted((a, b) => Number(a.verb === 'POST') - Number(b.verb === 'POST'))
}

/** What an operation takes: the fields of its body, or of its query. */
export function takenBy({ requestBody, parameters }: ApiOperation): Shape {
  const body = requestBody?.content['application/json']?.schema
  if (body) return body
  const asked = parameters.flatMap(one => 'schema' in one ? [one] : [])
  return {
    type: 'object', required: asked.flatMap(one => one.required ? [one.name] : []),
    properties: Object.fromEntries(asked.map(({ name, description, schema }) => [name, { ...schema, description }])),
  }
}

/** What it answers when it is done, and the example of it. */
export function givenBy({ responses }: ApiOperation): Content | undefined {
  const answer = responses['201'] ?? responses['200']
  return answer && 'content' in answer ? answer.content?.['application/json'] : undefined
}

/** Whether an operation has this shared parameter. */
export function hasParameter({ parameters }: ApiOperation, name: string): boolean {
  return parameters.some(one => '$ref' in one ? one.$ref.endsWith(`/${name}`) : one.name === name)
}
