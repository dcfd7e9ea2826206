/* oxlint-disable max-lines -- whoever wants to check must be able to take one file along and to read it */
// Checks the record of a community: receipts, the way from one head to a later one, whole exports. One file that needs nothing else:
//   node verify.js FILE --key 'NAME+ID+KEY'        (Node 20.19 or later; ends with 0 when all is right, 1 when not, 2 when it cannot be read)
// or on the page /verify, where nothing leaves the device. The formats are told in docs/record.md.
//
// It trusts nobody's sums: hashes and the signature check stand below, short enough to be read in an evening. Checking touches no secret, so
// nothing here needs to hide how long it takes. In Node the faster functions of Node do the same, and tests compare both.

const node = typeof process === 'object' && process.getBuiltinModule ? process.getBuiltinModule('node:crypto') : null

// ── Bytes ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const encoder = new TextEncoder()
const bytesOf = text => encoder.encode(text)
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i])

/** Bytes as hex digits. */
export function hexOf(bytes) {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** Bytes one after another. */
export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** So many bytes from hex digits. Throws Wrong. */
export function fromHex(text, length) {
  if (typeof text !== 'string' || text.length !== length * 2 || !/^[\da-f]*$/.test(text)) throw new Wrong('unreadable', text)
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i++) bytes[i] = parseInt(text.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

// Only what encodes to the very same text again: two texts for the same bytes would be a way to smuggle.
function fromBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
    if (btoa(String.fromCharCode(...bytes)) === text) return bytes
  } catch { /* told below */ }
  throw new Wrong('unreadable', text)
}

/** Something that does not hold. `code` is for programs and for the page, which has a sentence for each; `where` says what it is about. */
export class Wrong extends Error {
  constructor(code, where = '') {
    super(`${code} ${where}`.trim())
    this.code = code
    this.where = String(where).slice(0, 80)
  }
}

// ── SHA-2 (FIPS 180-4). The constants are the first bits of roots of primes, so they are computed, not copied. ───────────────────────

const PRIMES = [2]
for (let n = 3; PRIMES.length < 80; n += 2) if (PRIMES.every(prime => n % prime)) PRIMES.push(n)

// The first 64 bits after the point of a root of `prime`; `power` is 2 or 3.
function fraction(prime, power) {
  const wanted = BigInt(prime) << BigInt(64 * power)
  let [low, high] = [0n, 1n << 70n]
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(power) <= wanted) low = middle
    else high = middle
  }
  return BigInt.asUintN(64, low)
}

const K = PRIMES.map(prime => fraction(prime, 3))
const H = PRIMES.slice(0, 8).map(prime => fraction(prime, 2))
const K32 = Int32Array.from(K.slice(0, 64), each => Number(each >> 32n) | 0)
const H32 = H.map(each => Number(each >> 32n) | 0)

// The message, a 1, zeros, and its length in bits, as whole blocks.
function padded(message, block) {
  const tail = block / 8
  const blocks = new Uint8Array(Math.ceil((message.length + 1 + tail) / block) * block)
  blocks.set(message)
  blocks[message.length] = 0x80
  new DataView(blocks.buffer).setBigUint64(blocks.length - 8, BigInt(message.length) * 8n)
  return new DataView(blocks.buffer)
}

const W = new Int32Array(64)

/** SHA-256 in plain script: for browsers, where WebCrypto answers only later, and only on https. */
export function plainSha256(message) {
  const view = padded(message, 64)
  const state = Int32Array.from(H32)
  for (let at = 0; at < view.byteLength; at += 64) block256(view, at, state)
  const hash = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => hash.setInt32(i * 4, word))
  return new Uint8Array(hash.buffer)
}

function block256(view, at, state) {
  for (let i = 0; i < 16; i++) W[i] = view.getInt32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const [x, y] = [W[i - 15], W[i - 2]]
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K32[i] + W[i]) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] += word
}

/** SHA-512 in plain script; the signature needs it three times, so it need not be fast. */
export function plainSha512(message) {
  const view = padded(message, 128)
  const state = [...H]
  const cut = value => BigInt.asUintN(64, value)
  const turn = (value, by) => cut((value >> by) | (value << (64n - by)))
  for (let at = 0; at < view.byteLength; at += 128) {
    const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + i * 8))
    for (let i = 16; i < 80; i++) {
      const [x, y] = [w[i - 15], w[i - 2]]
      w.push(cut(w[i - 16] + (turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n)) + w[i - 7] + (turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n))))
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 80; i++) {
      const t1 = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (cut(~e) & g)) + K[i] + w[i]
      const t2 = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))
      ;[a, b, c, d, e, f, g, h] = [cut(t1 + t2), a, b, c, cut(d + t1), e, f, g]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = cut(state[i] + word)
  }
  const hash = new DataView(new ArrayBuffer(64))
  state.forEach((word, i) => hash.setBigUint64(i * 8, word))
  return new Uint8Array(hash.buffer)
}

/** SHA-256 of bytes. */
export const sha256 = node && node.hash ? bytes => node.hash('sha256', bytes, 'buffer') : plainSha256

// ── Ed25519 (RFC 8032, section 5.1): only checking ───────────────────────────────────────────────────────────────────────────────────

const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (value, by = P) => ((value % by) + by) % by

function power(base, exponent) {
  let result = 1n
  for (let rest = exponent, square = mod(base); rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square)
  }
  return result
}

const D = mod(-121665n * power(121666n, P - 2n))
const ROOT = power(2n, (P - 1n) / 4n)
const NEUTRAL = [0n, 1n, 1n, 0n]
const littleEndian = bytes => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

// The point of 32 bytes in extended coordinates; null when they are none, or not written in the one right way.
function point(bytes) {
  const whole = littleEndian(bytes)
  const [y, odd] = [BigInt.asUintN(255, whole), whole >> 255n]
  if (y >= P) return null
  const [u, v] = [mod(y * y - 1n), mod(D * y * y + 1n)]
  let x = mod(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n))
  if (mod(v * x * x) !== u) x = mod(x * ROOT)
  if (mod(v * x * x) !== u || (x === 0n && odd)) return null
  if ((x & 1n) !== odd) x = P - x
  return [x, y, 1n, mod(x * y)]
}

function sum([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const [a, b, c, d] = [mod((y1 - x1) * (y2 - x2)), mod((y1 + x1) * (y2 + x2)), mod(2n * D * t1 * t2), mod(2n * z1 * z2)]
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

// s·one + k·other, both at once.
function combined(s, one, k, other) {
  const both = sum(one, other)
  let result = NEUTRAL
  for (let bit = 255n; bit >= 0n; bit--) {
    result = sum(result, result)
    const [inS, inK] = [(s >> bit) & 1n, (k >> bit) & 1n]
    if (inS || inK) result = sum(result, inS ? (inK ? both : one) : other)
  }
  return result
}

let base = null

/** Whether these 64 bytes sign the message, in plain script. */
export function plainIsSigned(publicKey, message, signature) {
  base = base || point(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 0x58 : 0x66)))
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))]
  const [key, given] = [point(publicKey), point(r)]
  if (!key || !given || s >= L) return false
  const k = mod(littleEndian(plainSha512(joined(r, publicKey, message))), L)
  const [x, y, z, t] = key
  const [gx, gy, gz] = combined(s, base, k, [mod(-x), y, z, mod(-t)])
  return mod(gx * given[2]) === mod(given[0] * gz) && mod(gy * given[2]) === mod(given[1] * gz)
}

const SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)

function isSigned(key, message, signature) {
  if (signature.length !== 64) return false
  if (!node) return plainIsSigned(key.bytes, message, signature)
  key.object = key.object || node.createPublicKey({ key: joined(SPKI, key.bytes), format: 'der', type: 'spki' })
  return node.verify(null, message, key.object, signature)
}

// ── The tree (RFC 9162, section 2.1) ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The hash of an entry in the tree. */
export const leafHash = entry => sha256(joined(Uint8Array.of(0), entry))
const nodeHash = (left, right) => sha256(joined(Uint8Array.of(1), left, right))
const EMPTY = sha256(new Uint8Array())

/** The root to which a leaf's proof leads (section 2.1.3.2). Throws Wrong when it cannot be a proof of that leaf. */
export function rootFromInclusion(leaf, index, size, proof) {
  if (!isCount(index) || !isCount(size) || index >= size) throw new Wrong('proof', index)
  let [at, last, hash] = [index, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) throw new Wrong('proof', index)
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  if (last !== 0) throw new Wrong('proof', index)
  return hash
}

/** Both roots to which a proof of consistency leads (section 2.1.4.2); `root` is the older one where the proof cannot contain it. */
export function rootsFromConsistency(older, newer, root, proof) {
  if (!isCount(older) || !isCount(newer) || older < 1 || older > newer) throw new Wrong('proof', older)
  if (older === newer) {
    if (proof.length > 0) throw new Wrong('proof', older)
    return [root, root]
  }
  const whole = Number.isInteger(Math.log2(older))
  const [first, ...rest] = whole ? [root, ...proof] : proof
  if (!first) throw new Wrong('proof', older)
  let [at, last, old, fresh] = [older - 1, newer - 1, first, first]
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)]
  for (const beside of rest) {
    if (last === 0) throw new Wrong('proof', older)
    if (at % 2 === 1 || at === last) {
      ;[old, fresh] = [nodeHash(beside, old), nodeHash(beside, fresh)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else fresh = nodeHash(fresh, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  if (last !== 0) throw new Wrong('proof', older)
  return [old, fresh]
}

const isCount = value => Number.isSafeInteger(value) && value >= 0

/** Adds a leaf to a tree that grows leaf by leaf; `peaks` are its full subtrees, the largest first. */
export function append(peaks, leaf) {
  let top = { leaves: 1, hash: leaf }
  for (let last = peaks[peaks.length - 1]; last && last.leaves === top.leaves; last = peaks[peaks.length - 1]) {
    peaks.pop()
    top = { leaves: top.leaves * 2, hash: nodeHash(last.hash, top.hash) }
  }
  peaks.push(top)
}

/** The root over the peaks. */
export const rootOf = peaks => peaks.length === 0 ? EMPTY : peaks.map(peak => peak.hash).reduceRight((right, left) => nodeHash(left, right))

// ── Signed heads (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature) ───────────────────────────────────────────────────────────

/** Reads a key: its name, a plus, its id, a plus, the key. Throws Wrong. */
export function readKey(text) {
  const [, name, id, base64] = /^([^\s+]+)\+([\da-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim()) || []
  const typed = base64 ? fromBase64(base64) : []
  if (typed[0] !== 1) throw new Wrong('key', text)
  const key = { name, bytes: typed.subarray(1), object: null }
  if (hexOf(keyId(key, 1)) !== id) throw new Wrong('key', text)
  return key
}

const keyId = (key, kind) => sha256(joined(bytesOf(`${key.name}\n`), Uint8Array.of(kind), key.bytes)).subarray(0, 4)

/** The text of a note and the signatures in it that bear this name, as [id, rest]. Throws Wrong when it is no note. */
export function readNote(note, name) {
  if (typeof note !== 'string' || [...note].some(letter => letter < ' ' && letter !== '\n') || !note.endsWith('\n')) throw new Wrong('note')
  const end = note.lastIndexOf('\n\n')
  const lines = end < 0 ? [] : note.slice(end + 2, -1).split('\n').map(line => /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line))
  if (lines.length === 0 || lines.length > 100 || lines.some(line => !line)) throw new Wrong('note')
  const signatures = lines.map(([, by, base64]) => [by, fromBase64(base64)])
  if (signatures.some(([, bytes]) => bytes.length <= 4)) throw new Wrong('note')
  const own = signatures.filter(([by]) => by === name).map(([, bytes]) => [bytes.subarray(0, 4), bytes.subarray(4)])
  return { text: note.slice(0, end + 1), signatures: own }
}

/** A head: { size, root, time } with time in seconds since 1970. Both signatures must be by the key. Throws Wrong. */
export function readHead(note, key) {
  const { text, signatures } = readNote(note, key.name)
  const [, origin, size, root] = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) || []
  if (origin === undefined || !isCount(Number(size))) throw new Wrong('note')
  const by = kind => (signatures.find(([id]) => same(id, keyId(key, kind))) || [])[1]
  const [plain, timed] = [by(1), by(4)]
  if (origin !== key.name || !plain || !timed || timed.length !== 72) throw new Wrong('stranger', origin)
  const time = Number(new DataView(timed.buffer, timed.byteOffset).getBigUint64(0))
  const right = isSigned(key, bytesOf(text), plain) && isSigned(key, bytesOf(`cosignature/v1\ntime ${time}\n${text}`), timed.subarray(8))
  if (!right) throw new Wrong('signature', size)
  return { size: Number(size), root: fromBase64(root), time }
}

/** A root as it stands on paper: twenty hex digits in fours. */
export const shortRoot = root => hexOf(root).slice(0, 20).replace(/(....)(?!$)/g, '$1 ')

// ── Entries ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** JSON in the one form that is hashed (RFC 8785). */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  let inside = ''
  for (const name of Object.keys(value).sort()) inside += `${inside && ','}${JSON.stringify(name)}:${canonical(value[name])}`
  return `{${inside}}`
}

const committed = (salt, value) => sha256(joined(fromHex(salt, 16), bytesOf(canonical(value))))

// The leaf of an entry, after whatever lies open beside it was compared with the mark that stands for it.
function leafOf({ entry, salt, open = {} }) {
  if (entry === null || typeof entry !== 'object') throw new Wrong('unreadable')
  for (const part of Object.keys(open)) {
    if (hexOf(committed(open[part].salt, open[part].value)) !== entry[part]) throw new Wrong('part', `${part} ${entry.id}`)
  }
  return leafHash(committed(salt, entry))
}

// ── The three kinds of file ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function checkReceipt(receipt, key) {
  const head = readHead(receipt.head, key)
  const root = rootFromInclusion(leafOf(receipt), receipt.index, head.size, receipt.proof.map(fromBase64))
  if (!same(root, head.root)) throw new Wrong('root', head.size)
  return { kind: 'receipt', head, entry: receipt.entry, open: receipt.open || {}, index: receipt.index }
}

function checkConsistency({ older, newer, proof }, key) {
  const [before, after] = [readHead(older, key), readHead(newer, key)]
  const [old, fresh] = rootsFromConsistency(before.size, after.size, before.root, proof.map(fromBase64))
  if (!same(old, before.root)) throw new Wrong('root', before.size)
  if (!same(fresh, after.root)) throw new Wrong('root', after.size)
  if (after.time < before.time) throw new Wrong('time', after.size)
  return { kind: 'consistency', head: after, older: before }
}

// Line by line, so that it may be longer than the memory: entries in their order, each head after the last entry that it stands for.
function exportChecker(key) {
  const peaks = []
  let [count, heads, last, lastId] = [0, 0, null, 0]
  return {
    line(line) {
      if ('head' in line) {
        const head = readHead(line.head, key)
        if (head.size !== count || !same(head.root, rootOf(peaks))) throw new Wrong('root', head.size)
        if (last && (head.time < last.time || head.size <= last.size)) throw new Wrong('time', head.size)
        ;[last, heads] = [head, heads + 1]
      } else {
        append(peaks, leafOf(line))
        if (!(line.entry.id > lastId)) throw new Wrong('order', line.entry.id)
        ;[count, lastId] = [count + 1, line.entry.id]
      }
    },
    end() {
      if (!last || last.size !== count) throw new Wrong('cut', count)
      return { kind: 'export', head: last, entries: count, heads }
    },
  }
}

/** Checks a file that comes in pieces of text. Answers { ok: true, kind, head, … }, or { ok: false, code, where }. */
export async function check(pieces, keyText, progress = () => undefined) {
  try {
    const key = readKey(keyText)
    let [rest, whole, checker, lines] = ['', '', null, 0]
    const take = line => {
      lines++
      if (checker) checker.line(parsed(line))
      else if (lines === 1 && parsedOrNull(line)?.linju === 'export/1') checker = exportChecker(key)
      else whole += `${line}\n`
    }
    for await (const piece of pieces) {
      const split = (rest + piece).split('\n')
      rest = split.pop()
      split.forEach(take)
      progress(lines)
    }
    if (rest !== '') take(rest)
    return { ok: true, ...checker ? checker.end() : checkOne(parsed(whole), key) }
  } catch (problem) {
    if (problem instanceof Wrong) return { ok: false, code: problem.code, where: problem.where }
    if (problem instanceof TypeError || problem instanceof RangeError) return { ok: false, code: 'unreadable', where: '' }
    throw problem
  }
}

function checkOne(file, key) {
  if (file.linju === 'receipt/1') return checkReceipt(file, key)
  if (file.linju === 'consistency/1') return checkConsistency(file, key)
  throw new Wrong('unreadable', file.linju)
}

function parsed(text) {
  const value = parsedOrNull(text)
  if (value === null || typeof value !== 'object') throw new Wrong('unreadable', text)
  return value
}

function parsedOrNull(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// ── On the page ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

if (typeof document === 'object') for (const form of document.querySelectorAll('form[data-verify]')) onPage(form)

function onPage(form) {
  const outcome = document.querySelector('[data-outcome]')
  const say = (name, values) => {
    for (const part of outcome.querySelectorAll('[data-say]')) part.hidden = part.dataset.say !== name
    for (const part of outcome.querySelectorAll('[data-fill]')) part.textContent = values[part.dataset.fill] ?? ''
  }
  form.hidden = false
  document.querySelector('[data-no-script]').hidden = true
  form.addEventListener('submit', async event => {
    event.preventDefault()
    say('going', { lines: 0 })
    const verdict = await check(textIn(form.elements.file.files[0]), form.elements.key.value, lines => say('going', { lines }))
    say(verdict.ok ? verdict.kind : verdict.code, verdict.ok ? figures(verdict) : verdict)
  })
}

async function *textIn(file) {
  const reader = file.stream().getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}

function figures({ head, older, entry, index, heads }) {
  const when = time => new Date(time).toLocaleString(document.documentElement.lang)
  const act = entry && document.querySelector(`#acts option[value="${CSS.escape(entry.action)}"]`)
  return {
    size: head.size, root: shortRoot(head.root), time: when(head.time * 1000), heads,
    ...older && { oldSize: older.size, oldRoot: shortRoot(older.root) },
    ...entry && { action: act ? act.textContent : entry.action, subject: entry.subject, at: when(entry.at), place: index + 1 },
  }
}

// ── On the command line ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const SAID = {
  unreadable: 'the file cannot be read',
  key: 'this is no public key',
  note: 'the head cannot be read',
  stranger: 'the head was not signed with this key',
  signature: 'the signature of the head is false',
  proof: 'the proof has the wrong length',
  root: 'the computed root is another one: something was changed',
  part: 'a part is not what was sealed',
  time: 'the heads are in the wrong order',
  order: 'the entries are in the wrong order',
  cut: 'the end is missing',
}

if (node && process.argv[1] && isThisFile(process.argv[1])) onCommandLine(process.argv.slice(2))

function isThisFile(path) {
  const { realpathSync } = process.getBuiltinModule('node:fs')
  return process.getBuiltinModule('node:url').pathToFileURL(realpathSync(path)).href === import.meta.url
}

async function onCommandLine(words) {
  const at = words.indexOf('--key')
  const [path] = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  if (at < 0 || !words[at + 1] || !path) return ended(2, 'node verify.js FILE --key \'NAME+ID+KEY\'')
  const fs = process.getBuiltinModule('node:fs')
  const pieces = fs.createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })
  const verdict = await check(pieces, words[at + 1]).catch(problem => ({ ok: false, code: 'unreadable', where: problem.message }))
  const where = verdict.where ? ` (${verdict.where})` : ''
  if (!verdict.ok) return ended(verdict.code === 'unreadable' ? 2 : 1, `WRONG: ${SAID[verdict.code]}${where}`)
  const { head, older, entry, entries, heads } = verdict
  const signed = time => new Date(time * 1000).toISOString()
  const about = head => `${head.size} entries, root ${shortRoot(head.root)} (${hexOf(head.root)}), signed ${signed(head.time)}`
  return ended(0, [`RIGHT: ${verdict.kind}`, about(head), older && `after ${about(older)}`, entry && canonical(entry),
    entries !== undefined && `${entries} entries and ${heads} heads checked`].filter(Boolean).join('\n'))
}

function ended(status, words) {
  process.stdout.write(`${words}\n`)
  process.exitCode = status
}
