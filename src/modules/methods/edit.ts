// Changes a method in the YAML in which it is written, so that its comments and its order stay.
import { isScalar, isSeq, type Document } from 'yaml'
import { readYaml } from '#kit/yaml.ts'

/** A new value at a place of the method; null takes away what is there. A limit is given in words. */
export interface MethodEdit {
  readonly path: readonly [string, ...string[]]
  readonly to: string | readonly string[] | null
}

/** The source with the changes in it; what is the same already is not touched. The source must be well-formed; the result may break the rules of a method. */
export function editMethod(source: string, edits: readonly MethodEdit[]): string {
  const { document } = readYaml(source)
  for (const { path, to } of edits) {
    if (to === null) document.deleteIn(path)
    else if (typeof to === 'string') setText(document, path, to)
    else setList(document, path, to)
  }
  return document.toString({ lineWidth: 0 })
}

function setText(document: Document, path: MethodEdit['path'], to: string): void {
  const there = document.getIn(path, true)
  if (!isScalar(there) || String(there.value) !== to) document.setIn(path, to)
}

// Nodes that stay keep the comments that hang on them.
function setList(document: Document, path: MethodEdit['path'], to: readonly string[]): void {
  const there = document.getIn(path, true)
  if (!isSeq(there)) return document.setIn(path, [...to])
  const known = new Map(there.items.filter(isScalar).map(item => [String(item.value), item]))
  there.items = to.map(value => known.get(value) ?? document.createNode(value))
}
