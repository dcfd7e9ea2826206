// One action or question: its address, what it takes, what it answers, and an example to copy.
import type { Lang } from '#kit/phrase.ts'
import { developersText } from '#text/developers.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { givenBy, hasParameter, takenBy, type ApiDocument, type Known } from './document.ts'
import { fieldsListed } from './fields.ts'

/** Where a program sends its requests, such as https://linju.example.cn */
type Address = string

/** The whole of it, at an anchor of its own name. */
export function operationShown(lang: Lang, document: ApiDocument, known: Known, address: Address): Html {
  const t = developersText(lang)
  const { verb, operation } = known
  const taken = takenBy(operation)
  const given = givenBy(operation)
  return html`<section class="operation" id="${operation.operationId}"><h2><a href="#${operation.operationId}">${operation.summary}</a></h2>
<p class="row wrap">${verbShown(verb)}<code>/api${known.path}</code>${
    hasParameter(operation, 'X-On-Behalf-Of') && html`<span class="badge sea">${t.forOthers}</span>`}${hasParameter(operation, 'cursor') && html`<span class="badge">${t.paged}</span>`}</p>
${Object.keys(taken.properties ?? {}).length + (taken.anyOf?.length ?? 0) > 0 ? html`<h3>${t.takes}</h3>${fieldsListed(lang, document, taken, true)}` : html`<p class="dim sm">${t.nothing}</p>`}
${given ? html`<h3>${t.gives}</h3>${fieldsListed(lang, document, given.schema, false)}` : nothing}
${exampleShown(lang, known, address)}</section>`
}

/** GET or POST. */
export function verbShown(verb: Known['verb']): Html {
  return html`<span class="verb ${verb.toLowerCase()}">${verb}</span>`
}

function exampleShown(lang: Lang, known: Known, address: Address): Html {
  const { operation } = known
  const told = operation['x-example']
  const answer = givenBy(operation)?.examples?.['story']?.value
  if (!told || answer === undefined) return nothing
  const input = operation.requestBody?.content['application/json']?.examples?.['story']?.value
  return html`<details class="example"><summary>${developersText(lang).example}</summary>
<pre class="code" tabindex="0">${curl(known, address, { key: told.as !== '', query: told.query ?? {}, input })}</pre>
<pre class="code" tabindex="0">${JSON.stringify(answer, null, 2)}</pre></details>`
}

interface Example {
  key: boolean
  query: Readonly<Record<string, string>>
  input: unknown
}

/** The request as one types it into a terminal. */
export function curl({ verb, path }: Pick<Known, 'verb' | 'path'>, address: Address, { key, query, input }: Example): string {
  const asked = new URLSearchParams({ ...!key && { community: 'shicheng' }, ...query }).toString()
  return [
    `curl '${address}/api${path}${asked && `?${asked}`}'`,
    ...key ? [`-H 'Authorization: Bearer YOUR_KEY'`] : [],
    ...verb === 'POST' ? [`-H 'Content-Type: application/json'`, `-H "Idempotency-Key: $(uuidgen)"`, `-d '${JSON.stringify(input).replaceAll(`'`, `'\\''`)}'`] : [],
  ].join(' \\\n  ')
}
