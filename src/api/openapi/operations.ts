// Actions and questions as operations of the document: everything is read off their own schemas.
import type { Lang } from '#kit/phrase.ts'
import { documentText } from '#text/api-document.ts'
import type { Callable } from '../callable.ts'
import type { Question } from '../questions/question.ts'
import { AFTER, headersNamed, LIMITS, parametersNamed, problemsAt } from './components.ts'
import type { Media, Operation, Parameter } from './document-types.ts'
import { exampleOf, type Example } from './examples.ts'
import { described, inOther, schemaOf, type Named, type Schema } from './schema.ts'

/** Somebody with a key, somebody signed in with a browser, or somebody whom we do not know. */
const ANYBODY: Operation['security'] = [{ key: [] }, { session: [] }, {}]

/** POST /matters.raise */
export function actionAsOperation(act: Callable, lang: Lang, named: Named): Operation {
  const example = exampleOf(act.name)
  return {
    ...headOf(act, lang, example),
    parameters: parametersNamed('community', 'lang', 'Idempotency-Key', ...act.forOthers ? ['X-On-Behalf-Of'] : []),
    requestBody: { required: true, content: { 'application/json': media(schemaOf(act.input, 'input', lang, named), example?.input) } },
    responses: {
      201: {
        ...described(lang, lang => documentText(lang).done), headers: headersNamed(...LIMITS),
        content: { 'application/json': media(schemaOf(act.answer, 'output', lang, named), example?.answer) },
      },
      ...problemsAt(AFTER.action),
    },
  }
}

/** GET /matters.show?id=83 */
export function questionAsOperation(asked: Question, lang: Lang, named: Named): Operation {
  const example = exampleOf(asked.name)
  const isList = 'cursor' in asked.input.shape
  return {
    ...headOf(asked, lang, example),
    parameters: [...queryOf(schemaOf(asked.input, 'input', lang, named)), ...parametersNamed('community', 'lang', 'If-None-Match')],
    responses: {
      200: {
        ...described(lang, lang => documentText(lang).answer), headers: headersNamed('ETag', ...isList ? ['Link'] : [], ...LIMITS),
        content: { 'application/json': media(schemaOf(asked.output, 'output', lang, named), example?.answer) },
      },
      304: { ...described(lang, lang => documentText(lang).same), headers: headersNamed('ETag', ...LIMITS) },
      ...problemsAt(AFTER.question),
    },
  }
}

function headOf({ name, summary }: Pick<Callable, 'name' | 'summary'>, lang: Lang, example: Example | undefined) {
  const [tag = ''] = name.split('.')
  return {
    operationId: name, summary: summary(lang), ...inOther(lang, summary), tags: [tag], security: ANYBODY,
    ...example && { 'x-example': { as: example.as, ...example.query && { query: example.query } } },
  }
}

function media(schema: Schema, example: unknown): Media {
  return example === undefined ? { schema } : { schema, examples: { story: { value: example } } }
}

function queryOf({ properties = {}, required = [] }: Schema): Parameter[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return []
    const { description, 'x-zh': zh, 'x-en': en, ...schema } = field as Schema & Pick<Parameter, 'x-zh' | 'x-en'>
    const words = { ...description !== undefined && { description }, ...zh !== undefined && { 'x-zh': zh }, ...en !== undefined
      && { 'x-en': en } }
    return [{ name, in: 'query' as const, ...words, ...required.includes(name) && { required: true }, schema }]
  })
}
