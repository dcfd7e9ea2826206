// A pack as people write it: YAML, where each mistake is told with its line and the reason.
import type { z } from 'zod'
import { packShape, PACK_PROBLEMS, type Pack, type PackProblem } from '#modules/law/pack.ts'
import type { Said } from '#kit/phrase.ts'
import { readYaml, type Fault } from '#kit/yaml.ts'
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
  const { document, faults, lineOf } = readYaml(source)
  if (faults.length > 0) return { problems: faults.slice(0, MOST_TOLD).map(({ line, fault, key }) => ({ line, reason: faultSaid(fault, key) })) }
  const result = packShape.safeParse(document.toJS())
  if (result.success) return { pack: result.data }
  return { problems: result.error.issues.slice(0, MOST_TOLD).map(issue => ({ line: lineOf(issue.path), reason: reasonOf(issue) })) }
}

/** Why a pack that is in order cannot be taken here, at the line of one of its fields. */
export function packMistake(source: string, field: string, problem: PackProblem, word: string): PackMistake {
  const line = source.split('\n').findIndex(text => text.startsWith(`${field}:`)) + 1
  return { line: Math.max(1, line), reason: lang => packProblemText(lang)[problem](word) }
}

function faultSaid(fault: Fault, key: string): Said {
  if (fault === 'twice') return lang => packProblemText(lang).twice(key)
  return lang => packProblemText(lang)[fault === 'alias' ? 'alias' : 'notYaml']
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
