// A method as people write it: YAML, where each mistake is told with its line.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { METHODS } from '#modules/communities/public.ts'
import { methodShape, type Method, type MethodProblem } from '#modules/methods/method.ts'
import { methodProblemText } from '#text/methods.ts'
import type { Said } from '#kit/phrase.ts'
import { readYaml, type Fault } from '#kit/yaml.ts'

/** A mistake in a method's source: the line (from 1), what it is part of, and what is wrong there. */
export interface SourceProblem {
  line: number
  path: readonly PropertyKey[]
  reason: Said
}

/** The ways of working that are delivered, by key; the last is for hazards alone. */
export const SHIPPED = [...METHODS, 'hazard'] as const

/** The source of a delivered method, with its comments. */
export function shippedSource(key: string): string {
  const known = SHIPPED.find(shipped => shipped === key) ?? '163'
  return readFileSync(new URL(`./shipped/${known.replaceAll('+', '-')}.yaml`, import.meta.url), 'utf8')
}

// More mistakes than that at once help nobody.
const MOST_TOLD = 30

/** A method, or what is wrong with its source, line by line. The caller bounds its length (64 KB). */
export function readMethod(source: string): { method: Method } | { problems: SourceProblem[] } {
  const { document, faults, lineOf } = readYaml(source)
  if (faults.length > 0) return { problems: faults.slice(0, MOST_TOLD).map(({ line, fault, key }) => ({ line, path: [], reason: faultSaid(fault, key) })) }
  const result = methodShape.safeParse(document.toJS())
  if (result.success) return { method: result.data }
  return { problems: result.error.issues.slice(0, MOST_TOLD).map(issue => ({ line: lineOf(issue.path), path: issue.path, reason: reasonOf(issue) })) }
}

function faultSaid(fault: Fault, key: string): Said {
  if (fault === 'twice') return lang => methodProblemText(lang).twice(key)
  return lang => methodProblemText(lang)[fault === 'alias' ? 'alias' : 'notYaml']
}

function reasonOf(issue: z.core.$ZodIssue): Said {
  if (issue.path.length === 0 && issue.code === 'invalid_type') return lang => methodProblemText(lang).notMethod
  const where = issue.path.join(' › ')
  if (issue.code === 'custom' && issue.params?.problem) return ruleBroken(issue.params.problem as MethodProblem)
  if (issue.code === 'unrecognized_keys') return lang => methodProblemText(lang).unknownKeys(issue.keys.join('、'))
  if (issue.code === 'invalid_value') return lang => methodProblemText(lang).notOneOf(where, issue.values.map(String).join('、'))
  if (issue.code === 'invalid_type' && issue.input === undefined) return lang => methodProblemText(lang).missing(where)
  return lang => methodProblemText(lang).wrong(where)
}

function ruleBroken(problem: MethodProblem): Said {
  const step = 'step' in problem ? problem.step : ''
  return lang => methodProblemText(lang)[problem.rule](step)
}

const remembered = new Map<string, Method>()

/** The method that a published source is. Sources never change, so each is read once. */
export function methodIn(source: string): Method {
  const known = remembered.get(source)
  if (known) return known
  const read = readMethod(source)
  if (!('method' in read)) throw new Error('a published method is not valid')
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(source, read.method)
  return read.method
}

const MOST_REMEMBERED = 1000
