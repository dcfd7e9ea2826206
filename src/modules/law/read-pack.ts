// A pack as people write it: YAML, where each mistake is told with its line and the reason.
import { isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { packShape, PACK_PROBLEMS, type Pack, type PackProblem } from '#modules/law/pack.ts'
import type { Said } from '#kit/phrase.ts'
import { packProblemText } from '#text/law.ts'

/** A mistake in a pack's source: the line (from 1) and what is wrong there. */
export interface PackMistake {
  line: number
  reason: Said
}

// More mistakes than that at once help nobody.
const MOST_TOLD = 30

/** How long the source of a pack may be, in characters. */
export const LONGEST_PACK = 65_536

/** A pack, or what is wrong with its source, line by line. */
export type PackRead = { pack: Pack } | { problems: PackMistake[] }

/** Reads the source of a pack. Never throws. */
export function readPack(source: string): PackRead {
  if (source.length > LONGEST_PACK) return { problems: [{ line: 1, reason: lang => packProblemText(lang).tooLong }] }
  const lines = new LineCounter()
  // The library compares each key with all others of its map, which long maps take minutes for; ours remembers them.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const lineAt = (position: number) => Math.max(1, lines.linePos(position).line)
  const form = formProblems(document, lineAt)
  if (form.length > 0) return { problems: form.slice(0, MOST_TOLD) }
  const result = packShape.safeParse(document.toJS())
  if (result.success) return { pack: result.data }
  const told = result.error.issues.slice(0, MOST_TOLD)
  return { problems: told.map(issue => ({ line: lineAt(positionOf(document, issue.path)), reason: reasonOf(issue) })) }
}

/** Why a pack that is in order cannot be taken here, at the line of one of its fields. */
export function packMistake(source: string, field: string, problem: PackProblem, word: string): PackMistake {
  const line = source.split('\n').findIndex(text => text.startsWith(`${field}:`)) + 1
  return { line: Math.max(1, line), reason: lang => packProblemText(lang)[problem](word) }
}

// What YAML allows and a pack does without: an alias can make a short text endless, and of two equal keys one would be lost.
function formProblems(document: Document.Parsed, lineAt: (position: number) => number): PackMistake[] {
  const found: PackMistake[] = document.errors.map(error => ({ line: lineAt(error.pos[0]), reason: lang => packProblemText(lang).notYaml }))
  if (found.length > 0) return found
  visit(document, {
    Alias: (_, alias) => void found.push({ line: lineAt(alias.range?.[0] ?? 0), reason: lang => packProblemText(lang).alias }),
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        const twice: Said = lang => packProblemText(lang).twice(name.slice(0, 40))
        if (seen.has(name)) found.push({ line: lineAt(key.range?.[0] ?? 0), reason: twice })
        seen.add(name)
      }
    },
  })
  return found
}

// What is missing has no place of its own: then it is that of the nearest thing around it.
function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function reasonOf(issue: z.core.$ZodIssue): Said {
  if (issue.path.length === 0 && issue.code === 'invalid_type') return lang => packProblemText(lang).notPack
  const where = issue.path.map(String).join(' › ').slice(0, 80)
  const broken = issue.code === 'custom' ? PACK_PROBLEMS.find(problem => problem === issue.params?.problem) : undefined
  if (broken) return lang => packProblemText(lang)[broken](where)
  if (issue.code === 'unrecognized_keys') return lang => packProblemText(lang).unknownKeys(issue.keys.map(String).join('、').slice(0, 80))
  if (issue.code === 'invalid_key') return lang => packProblemText(lang).unknownKeys(where)
  if (issue.code === 'invalid_value') return lang => packProblemText(lang).notOneOf(where, issue.values.map(String).join('、'))
  if (issue.code === 'invalid_type' && issue.input === undefined) return lang => packProblemText(lang).missing(where)
  return lang => packProblemText(lang).wrong(where)
}
