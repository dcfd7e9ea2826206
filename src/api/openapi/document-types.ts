// As much of OpenAPI 3.1 as our document uses.
import type { Schema } from './schema.ts'

export interface Reference { $ref: string }

/** Texts in the language of the document; `x-zh` or `x-en` is the same in the other one. */
export interface Described { description?: string, 'x-zh'?: string, 'x-en'?: string }

export interface Parameter extends Described {
  name: string
  in: 'query' | 'header' | 'path'
  required?: boolean
  schema: Schema
}

export interface Header extends Described { schema: Schema }

export interface Media {
  schema: Schema
  examples?: Record<string, { value: unknown }>
}

export interface Answer extends Described {
  headers?: Record<string, Header | Reference>
  content?: Record<string, Media>
}

export interface Operation extends Described {
  operationId: string
  summary: string
  tags: string[]
  parameters: (Parameter | Reference)[]
  requestBody?: { required: true, content: Record<string, Media> }
  responses: Record<string, Answer | Reference>
  security: Record<string, string[]>[]
  /** As which of the made-up people the example was asked, and with which query. */
  'x-example'?: { as: string, query?: Record<string, string> }
}

export interface OpenApi {
  openapi: '3.1.1'
  info: Described & { title: string, version: string, license: { name: string, identifier: string } }
  servers: { url: string }[]
  tags: (Described & { name: string, 'x-displayName': string })[]
  paths: Record<string, { get?: Operation, post?: Operation }>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    headers: Record<string, Header>
    responses: Record<string, Answer>
    securitySchemes: Record<string, unknown>
  }
}
