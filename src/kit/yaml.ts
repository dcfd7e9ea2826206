// YAML that people write: a document that keeps its comments, the faults of its form, and the line on which anything in it stands.
import { isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'

/** What YAML allows and we do without, or what is none: an alias can make a short text endless, and of two equal keys one would be lost. */
export type Fault = 'not yaml' | 'alias' | 'twice'

/** A fault with its line (from 1), and the key where it stands twice. */
export interface FaultAt {
  readonly line: number
  readonly fault: Fault
  readonly key: string
}

/** A source as it was read. `lineOf`: the line of what stands at a path, or of the nearest thing around what is missing. */
export interface Written {
  readonly document: Document.Parsed
  readonly faults: readonly FaultAt[]
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Reads a source; never throws. Whoever calls bounds its length. */
export function readYaml(source: string): Written {
  const lines = new LineCounter()
  // The library compares each key with all others of its map, which long maps take minutes for; ours remembers them.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const lineAt = (position: number) => Math.max(1, lines.linePos(position).line)
  const broken = document.errors.map(({ pos: [position] }): FaultAt => ({ line: lineAt(position), fault: 'not yaml', key: '' }))
  return {
    document, faults: broken.length > 0 ? broken : strays(document, lineAt),
    lineOf: path => lineAt(positionOf(document, path)),
  }
}

function strays(document: Document.Parsed, lineAt: (position: number) => number): FaultAt[] {
  const found: FaultAt[] = []
  visit(document, {
    Alias: (_, alias) => void found.push({ line: lineAt(alias.range?.[0] ?? 0), fault: 'alias', key: '' }),
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name)) found.push({ line: lineAt(key.range?.[0] ?? 0), fault: 'twice', key: name.slice(0, 40) })
        seen.add(name)
      }
    },
  })
  return found
}

function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
