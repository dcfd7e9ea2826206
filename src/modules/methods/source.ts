// A method as people write it: YAML, where each mistake is told with its line.
import { readFileSync } from 'node:fs'
import { isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { METHODS } from '#modules/communities/public.ts'
import { methodShape, type Method, type MethodProblem } from '#modules/methods/method.ts'
import { methodProblemText } from '#text/methods.ts'
import type { Said } from '#kit/phrase.ts'

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
  const { document, problems } = parsed(source)
  if (problems.length > 0) return { problems: problems.slice(0, MOST_TOLD) }
  const result = methodShape.safeParse(document.toJS())
  if (result.success) return { method: result.data }
  return { problems: result.error.issues.slice(0, MOST_TOLD).map(issue => ({ line: lineOf(document, issue.path), path: issue.path, reason: reasonOf(issue) })) }
}

/** The source as a document that keeps its comments, and what is wrong with its form. */
export function parsed(source: string): { document: Read, problems: SourceProblem[] } {
  const lines = new LineCounter()
  // The library compares each key with all others of its map, which long maps take minutes for; ours remembers them.
  const document = Object.assign(parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false }), { lines })
  const at = (position: number, reason: Said): SourceProblem => ({ line: Math.max(1, lines.linePos(position).line), path: [], reason })
  return { document, problems: document.errors.length > 0 ? document.errors.map(error => at(error.pos[0], lang => methodProblemText(lang).notYaml)) : strays(document, at) }
}

type Read = Document.Parsed & { lines: LineCounter }

// What YAML allows and a method does without: an alias can make a short text endless, and of two equal keys one would be lost.
function strays(document: Read, at: (position: number, reason: Said) => SourceProblem): SourceProblem[] {
  const found: SourceProblem[] = []
  visit(document, {
    Alias: (_, alias) => void found.push(at(alias.range?.[0] ?? 0, lang => methodProblemText(lang).alias)),
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(String(key.value))) found.push(at(key.range?.[0] ?? 0, lang => methodProblemText(lang).twice(String(key.value).slice(0, 40))))
        seen.add(String(key.value))
      }
    },
  })
  return found
}

// What is missing has no line of its own: then it is that of the nearest thing around it.
function lineOf(document: Read, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return document.lines.linePos(node.range[0]).line
  }
  return 1
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
