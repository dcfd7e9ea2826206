// How alike two texts are, and the few numbers by which likely ones are found among a million. Pure.
import { runs, words } from '#kit/search.ts'

/** What a text is compared by: its pairs and triples of neighbouring characters, each with its weight; the weights' squares add up to 1. */
export type Pieces = ReadonlyMap<string, number>

// The commonest characters of written Chinese, commonest first.
const COMMON = [
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把',
  '机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔',
  '更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共',
  '确传师观清今切院让识候带导争运',
].join('')
// What is said in every complaint, whatever it is about.
const COURTESY = '小区业主物业社区居民领导您好请希望谢谢尊敬反映投诉问题解决部门政府相关情况严重影响生活'

// Steps instead of frequencies of this community: nothing to keep up to date, and the same answer in every house.
const TIERS = [[60, 0.1], [150, 0.3], [300, 0.55], [Infinity, 0.75]] as const
const LONGEST = 600
const MOST = 32

const weights = new Map<string, number>([
  ...[...COMMON].map((character, rank): [string, number] => [character, TIERS.find(([end]) => rank < end)?.[1] ?? 1]),
  ...[...COURTESY].map((character): [string, number] => [character, TIERS[0][1]]),
])

/** The pieces of a text, as far as its first 600 characters; none when it has neither letters nor digits. */
export function piecesOf(text: string): Pieces {
  const pieces = new Map<string, number>()
  for (const word of words(text.slice(0, LONGEST))) {
    for (const piece of runs(word, 2)) pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
    for (const piece of runs(word, 3)) pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  let squares = 0
  for (const [piece, times] of pieces) {
    const weight = (1 + Math.log(times)) * telling(piece)
    pieces.set(piece, weight)
    squares += weight ** 2
  }
  const length = Math.sqrt(squares)
  for (const [piece, weight] of pieces) pieces.set(piece, weight / length)
  return pieces
}

/** From 0 (no piece in common) to 1 (the same pieces): the cosine. */
export function likeness(one: Pieces, other: Pieces): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [piece, weight] of fewer) sum += weight * (more.get(piece) ?? 0)
  return sum
}

/** What goes into a `likeness` column: up to 32 numbers, of which texts that share much of their wording share some. Different in each community. */
export function likenessOf(community: number, text: string): number[] {
  const triples = new Set(words(text.slice(0, LONGEST)).flatMap(word => runs(word, 3)))
  // The smallest of hashes, drawn so that telling pieces are small more often: the same pieces win in every text that has them.
  return [...triples].map(piece => {
    const hash = hashOf(piece)
    return { number: mixed(hash ^ Math.imul(community, 0x9e3779b1)), draw: -Math.log((mixed(hash) + 0.5) / 2 ** 32) / telling(piece) }
  }).toSorted((a, b) => a.draw - b.draw).slice(0, MOST).map(({ number }) => number | 0)
}

// How much a piece tells: the square of its characters' mean weight.
function telling(piece: string): number {
  let sum = 0
  let length = 0
  for (const character of piece) {
    sum += weights.get(character) ?? 1
    length++
  }
  return (sum / length) ** 2
}

// FNV-1a.
function hashOf(piece: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < piece.length; i++) hash = Math.imul(hash ^ piece.charCodeAt(i), 0x01000193)
  return hash
}

// From 0 to 2³² - 1, each bit hanging on every bit of the hash (MurmurHash3's last step).
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ hash >>> 16, 0x85ebca6b)
  bits = Math.imul(bits ^ bits >>> 13, 0xc2b2ae35)
  return (bits ^ bits >>> 16) >>> 0
}
