// How an answer is written: JSON, or XML by the Spark convention of the specification, in which a container of equal children is a list.
import { XMLBuilder } from 'fast-xml-parser'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export const FORMATS = { json: 'application/json', xml: 'text/xml' } as const
export type Format = keyof typeof FORMATS

/** Anything that is answered. What is undefined is left out; null is an empty element. */
export type Told = string | number | boolean | null | undefined | readonly Told[] | { readonly [name: string]: Told }

/** What one child of a list is called in XML. */
const CHILD: Readonly<Record<string, string>> = {
  services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request',
  endpoints: 'endpoint', formats: 'format', errors: 'error',
}

/** The outermost elements; a list has none in JSON. */
export type Root = 'discovery' | 'services' | 'service_definition' | 'service_requests' | 'errors'

/** The answer in its format, with the type and the encoding that the specification names. */
export function answered(c: Context, format: Format, root: Root, told: Told, status: ContentfulStatusCode = 200): Response {
  return c.body(format === 'json' ? JSON.stringify(told) : xml(root, told), status, {
    'content-type': `${FORMATS[format]}; charset=utf-8`, 'cache-control': 'no-store', vary: 'Accept-Language, Authorization',
  })
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: true })

function xml(root: Root, told: Told): string {
  // A bare carriage return would come back as a line feed.
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: nested(root, told) }).replaceAll('\r', '&#13;')}`
}

function nested(name: string, told: Told): unknown {
  if (typeof told === 'string') return told.replace(NOT_XML, '\uFFFD')
  if (isList(told)) return { [CHILD[name] ?? name]: told.map(one => nested('', one)) }
  if (typeof told !== 'object' || told === null) return told
  return Object.fromEntries(Object.entries(told).map(([each, value]) => [each, nested(each, value)]))
}

function isList(told: Told): told is readonly Told[] {
  return Array.isArray(told)
}

// Characters that may stand in a text of ours but nowhere in XML 1.0, not even as a number.
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu
