// Addresses as people write them, 三号楼2单元501 or 3#2-501, read into building, entrance, floor and room. Pure.

/** A part of an address, and where in the text it stands (UTF-16; `to` is behind its last character). */
export interface Part {
  /** Its number or letter alone: 3 for 三号楼, A for Ａ座, 东 for 东单元. */
  name: string
  from: number
  to: number
}

/** What a text says about a place. */
export interface ReadAddress {
  building?: Part
  entrance?: Part
  floor?: Part
  room?: Part
}

type Level = keyof ReadAddress
type Kind = Level | 'street' | 'other' | 'number' | 'bare' | 'dash'

interface Token {
  kind: Kind
  text: string
  from: number
  to: number
}

// All of folded text: half width, capitals.
const HAN = '零〇一二三四五六七八九十百两'
const NUMBER = '(?:[A-Z]+\\d+[A-Z]?|\\d+[A-Z]?|[A-Z]{1,2}(?![A-Z]))'
const LONGEST = 2000

// The first that fits at a place wins.
const SHAPES: readonly (readonly [kind: Kind, shape: string])[] = [
  // A1203 for A座1203.
  ['building', '(?<=[厦城都园苑号团])[A-Z](?=\\d{3,4}(?![\\dA-Z-]|号?[楼栋幢座]))'],
  ['building', `第?(?:\\d+-\\d+|[A-Z]-\\d+|${NUMBER}|(?<!\\d)[${HAN}]+|[东西南北])(?:号?(?:楼栋|幢楼|栋楼|幢|栋|撞|懂|座)|号[楼搂]|#楼?)`],
  ['entrance', `第?(?:${NUMBER}|[${HAN}]+|[东西中])(?:单元号?|单无)`],
  // Markets number their lanes so.
  ['entrance', `(?<=[区期层楼门场])(?:\\d+|[${HAN}]+)街`],
  ['floor', `(?:[负-]?(?:\\d+[A-Z]?|[A-Z]\\d?|[${HAN}]+)|首|第[${HAN}\\d]+)(?:楼|层)|架空层|\\d+F(?![A-Z\\d])`],
  ['other', `(?:${NUMBER}|[${HAN}]+)号?(?:线|支?路|国道|县道|省道|桥|院|街|大道|弄|巷|组|村|区|期|米|马路|环|厂|小区|公里|年|月|点|元|门|机|柜|店铺|KM?|M|G)`],
  ['street', `(?<=[路街道巷组桥线段])(?:${NUMBER}(?:-\\d+(?=号))?|[${HAN}]+(?=号))号?`],
  ['room', `(?:${NUMBER}|[${HAN}]{2,4})(?:号?室|号?房间|号?房(?![产屋])|号铺|店(?!铺))`],
  ['number', `(?:${NUMBER}|[${HAN}]+)号`],
  ['bare', NUMBER],
  // People type 一 for a dash.
  ['dash', '(?:[-－—–―_~/.]+|(?<=[\\dA-Z])一(?=\\d))'],
]
const TOKEN = new RegExp(SHAPES.map(([, shape]) => `(${shape})`).join('|'), 'gu')
const DASHES_ONLY = /^[-－—–―_~/.一]*$/

/** Reads an address within the first 2,000 characters; what it does not say, or says as nobody can tell what, is left out. Never throws. */
export function readAddress(text: string): ReadAddress {
  const tokens = tokensOf(text.slice(0, LONGEST))
  const read: ReadAddress = {}
  const certain = new Set<Level>()
  let last: Token | null = null
  for (let i = 0; i < tokens.length;) {
    const run = runFrom(tokens, i)
    const numbers = run.filter(token => token.kind !== 'dash')
    for (const [at, token] of numbers.entries()) {
      const level = levelOf(token, read, { text, last, rest: numbers.slice(at), inRun: at > 0, next: tokens[i + run.length] ?? null })
      const sure = level === token.kind
      // What is called a room outweighs what was only taken for one.
      if (level && (!read[level] || sure && !certain.has(level))) read[level] = { name: nameOf(token.text), from: token.from, to: token.to }
      if (level && sure) certain.add(level)
      if (level || token.kind === 'other' || token.kind === 'street') last = token
    }
    i += run.length
  }
  return read
}

function tokensOf(text: string): Token[] {
  return [...folded(text).matchAll(TOKEN)].map(match => {
    const kind = SHAPES.find((_, i) => match[i + 1] !== undefined)?.[0] ?? 'dash'
    return { kind, text: match[0], from: match.index, to: match.index + match[0].length }
  })
}

// Character by character, so that everything stays where it is in the text.
function folded(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＃]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[a-z]/g, letter => letter.toUpperCase())
}

// Numbers joined by dashes with nothing between: 3-2-501.
function runFrom(tokens: readonly Token[], start: number): Token[] {
  let end = start + 1
  while (tokens[end]?.from === tokens[end - 1]?.to && (tokens[end]?.kind === 'dash' || tokens[end - 1]?.kind === 'dash')) end++
  return tokens.slice(start, end)
}

interface Around {
  text: string
  /** What was understood last. */
  last: Token | null
  /** The token with what is joined to it by dashes. */
  rest: readonly Token[]
  /** Joined to something before it. */
  inRun: boolean
  /** What comes after the run. */
  next: Token | null
}

function levelOf(token: Token, read: ReadAddress, around: Around): Level | null {
  const { next, rest } = around
  switch (token.kind) {
    case 'number': return levelOfNumber(token, read, around)
    case 'bare': return levelOfBare(token, read, around)
    case 'street': return rest.length >= 3 ? 'building' : null
    case 'floor': return next?.from === token.to && next.text.endsWith('单元') && token.text.endsWith('楼') ? 'building' : 'floor'
    case 'other': case 'dash': return null
    default: return token.kind
  }
}

// 12号: of a street, a building, an entrance or a shop.
function levelOfNumber(token: Token, { building, entrance, floor, room }: ReadAddress, around: Around): Level | null {
  if (room) return null
  if (afterStreet(token, around) || around.inRun && !building && !entrance && !floor) return 'building'
  if (floor || entrance) return 'room'
  if (building) return around.inRun || digitsOf(token) >= 3 && around.next?.from !== token.to ? 'room' : 'entrance'
  const before = around.text.charAt(token.from - 1)
  if (/[区园苑坊里会心寓期庭府墅院]/u.test(before)) return 'building'
  return /[场市厦城]/u.test(before) ? 'room' : null
}

// 501, or one of 3-2-501.
function levelOfBare(token: Token, { building, entrance, floor, room }: ReadAddress, around: Around): Level | null {
  const { text, rest, inRun, next } = around
  if (room) return null
  const digits = digitsOf(token)
  const before = text.charAt(token.from - 1)
  if (rest.length >= 3) return building ? 'entrance' : 'building'
  if (rest.length === 2) {
    if (floor) return 'room'
    // 村12-3号: the house beside number 12.
    if (!building && rest[1]?.kind === 'number' && /[村湾头坝浜岭桥家]/u.test(before)) return null
    if (!building && (digits > 0 || token.text.length === 1)) return 'building'
    return entrance ? 'room' : 'entrance'
  }
  if (digits === 0 || digits > 5) return null
  if (inRun && building && !entrance && (digits <= 2 || next?.kind === 'floor')) return 'entrance'
  if (building || entrance || floor) return 'room'
  if (afterStreet(token, around)) return around.last?.text.endsWith('号') ? 'room' : 'building'
  const goesOn = /\p{Script=Han}/u.test(text.charAt(token.to)) && !/[厦场寓楼]/u.test(before)
  return digits >= 3 && !goesOn && !/[村浜头岭桥坞龙夏]/u.test(before) ? 'room' : null
}

function afterStreet(token: Token, { text, last }: Around): boolean {
  return last?.kind === 'street' && DASHES_ONLY.test(text.slice(last.to, token.from))
}

function digitsOf(token: Token): number {
  return /\d+/.exec(token.text)?.[0].length ?? 0
}

const VALUES: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** The number or letter in a name: 12 in 十二号楼, 501 in 五〇一室, A in A座; the first character where there is none. */
export function nameOf(text: string): string {
  const plain = /[A-Z\d]+(?:-\d+)?/.exec(text)?.[0]
  if (plain) return plain
  const words = new RegExp(`[${HAN}]+`, 'u').exec(text)?.[0]
  if (!words) return text.slice(0, 1)
  if (!/[十百]/.test(words)) return [...words].map(word => VALUES[word] ?? 0).join('')
  const [, hundreds, tens = '', ones] = /^(?:(.)百)?零?(?:(.?)十)?(.?)$/u.exec(words) ?? []
  const ten = words.includes('十') ? VALUES[tens] ?? 1 : 0
  return String((VALUES[hundreds ?? ''] ?? 0) * 100 + ten * 10 + (VALUES[ones ?? ''] ?? 0))
}
