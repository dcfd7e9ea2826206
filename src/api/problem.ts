// What was not done, for programs: problem details (RFC 9457).
import type { Context } from 'hono'
import { Invalid, kindOf, type Problem } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import { frameText } from '#text/frame.ts'

/** How a problem is told. `instance` is its own number (a UUID): for our bugs the log has its first eight characters. */
export interface Told {
  lang: Lang
  publicUrl: string
  instance: string
}

/** `type` is a page that says what to do; `problems` names each wrong field. Without a problem it is our bug: 500. */
export function problemJson(c: Context, problem: Problem | null, { lang, publicUrl, instance }: Told): Response {
  const status = problem?.status ?? 500
  const body = {
    type: `${publicUrl}/problems/${kindOf(problem)}`,
    title: problem ? problem.name : 'InternalError',
    status,
    detail: problem ? problem.reason(lang) : frameText(lang).sorry(instance.slice(0, 8)),
    instance: `urn:uuid:${instance}`,
    ...(problem instanceof Invalid && { problems: problem.problems.map(wrong => ({ field: wrong.field, detail: wrong.reason(lang) })) }),
  }
  return c.newResponse(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}
