// A file of ballots, by its ending.
import { CountProblem } from '../problem.ts'
import { readAbcYaml } from './abc-yaml.ts'
import { readBlt } from './blt.ts'
import type { ReadElection } from './election.ts'
import { readPabulib } from './pabulib.ts'
import { readPrefLib } from './preflib.ts'

/** Reads .blt, .abc.yaml, .soc, .soi, .toc, .toi, .cat and .pb files. Throws CountProblem with file, line and reason. */
export function readBallots(file: string, text: string): ReadElection {
  const [, ending = ''] = /\.(abc\.yaml|blt|soc|soi|toc|toi|cat|pb)$/iu.exec(file) ?? []
  const kind = ending.toLowerCase()
  switch (kind) {
    case 'blt':
      return readBlt(file, text)
    case 'abc.yaml':
      return readAbcYaml(file, text)
    case 'soc': case 'soi': case 'toc': case 'toi': case 'cat':
      return readPrefLib(file, text, kind)
    case 'pb':
      return readPabulib(file, text)
    default:
      throw new CountProblem('unknownKind', [], { file, line: 1 })
  }
}
