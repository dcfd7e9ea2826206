// Addresses in free text: how many of other people's tagged addresses are read exactly as they tagged them.
import { existsSync, readFileSync } from 'node:fs'
import { readAddress, type Part } from '#modules/places/read-address.ts'
import { amount, type Figure } from './table.ts'

// Looked at only through the figures that this file prints; the rules were written from train.txt.
const DATA = new URL('../../shared/data/chinese-address/data/dev.txt', import.meta.url)
const AIM = 0.95
// What the tags are called there; and the words that leave no doubt about the level.
const LEVELS = [
  { level: 'building', tag: 'houseno', called: /[楼幢栋座]$/u },
  { level: 'entrance', tag: 'cellno', called: /单元$/u },
  { level: 'room', tag: 'roomno', called: /[室房]$/u },
] as const

interface Tagged {
  text: string
  spans: { tag: string, from: number, to: number }[]
}

/** Exact: the same characters at the same place, and none where none is tagged. Over all addresses, and where the part is called by its name. */
export function addresses(): Figure[] {
  if (!existsSync(DATA)) {
    console.log('  skipped: ../shared/data/chinese-address is not there')
    return []
  }
  const tagged = readFileSync(DATA, 'utf8').split(/\n\s*\n/).filter(block => block.trim() !== '').map(parse)
  const began = performance.now()
  const read = tagged.map(address => readAddress(address.text))
  const microseconds = (performance.now() - began) / tagged.length * 1000
  const figures = LEVELS.flatMap(({ level, tag, called }) => {
    const judged = tagged.map(({ text, spans }, i) => {
      const right = spans.filter(span => span.tag === tag)
      const [first, second] = right
      return { some: first !== undefined, exact: same(right, read[i]?.[level]), plain: first && !second ? called.test(text.slice(first.from, first.to)) : false }
    })
    return [
      share(`${level}: exactly as tagged, of all ${tagged.length}`, judged, AIM),
      share('  where there is one', judged.filter(one => one.some)),
      share('  where it is called so (楼 幢 栋 座, 单元, 室 房)', judged.filter(one => one.plain)),
    ]
  })
  return [...figures, amount('reading one address', microseconds, null, 'µs')]
}

// A character or a number on each line, with its tag: B- begins a part.
function parse(block: string): Tagged {
  const address: Tagged = { text: '', spans: [] }
  for (const line of block.trim().split('\n')) {
    const [, characters = '', place = '', tag = ''] = /^(.+) ([BI])-(\w+)$/u.exec(line.trim()) ?? []
    const last = address.spans.at(-1)
    if (place === 'I' && last?.tag === tag) last.to += characters.length
    else address.spans.push({ tag, from: address.text.length, to: address.text.length + characters.length })
    address.text += characters
  }
  return address
}

function same(right: Tagged['spans'], part: Part | undefined): boolean {
  const [first, second] = right
  if (!first || !part) return !first && !part
  return !second && first.from === part.from && first.to === part.to
}

function share(what: string, judged: readonly { exact: boolean }[], aim?: number): Figure {
  const found = judged.filter(one => one.exact).length / Math.max(judged.length, 1)
  return { what, ours: `${(found * 100).toFixed(1)} %`, limit: `${judged.length}`, ratio: '', aim: aim ? `≥ ${aim * 100} %` : '', met: aim ? found >= aim : null }
}
