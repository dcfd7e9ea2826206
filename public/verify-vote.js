/* oxlint-disable max-lines -- whoever wants to check must be able to take it along and to read it */
// Checks the archive of an owners' vote without us: that nothing of it was changed, dropped or added, and that the result follows from it.
//   node verify-vote.js ARCHIVE.zip --key 'NAME+ID+KEY' [--code RECEIPT] [--lang en]
// (Node 20.19 or later; ends with 0 when all holds, 1 when something differs, 2 when it cannot be read), or on the page /verify/vote, where
// nothing leaves the device. It needs verify.js beside it, which checks the proofs of the record, and nothing else. docs/ballots.md tells the format.
//
// It counts anew by itself, in whole numbers of any size, and shares no line with the programs that counted.
import { append, canonical, check, fromHex, hexOf, joined, leafHash, readKey, rootOf, sha256, Wrong } from './verify.js'

const encoder = new TextEncoder()
const bytesOf = value => encoder.encode(canonical(value))
const leafOf = row => leafHash(bytesOf(row))
const differ = (one, other) => canonical(one) !== canonical(other)

// ── The archive: a zip ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The files of a zip by their names. Throws Wrong. Packed ones need a browser of 2022 or later, or Node; ours are not packed. */
export async function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new Wrong('unreadable', 'zip')
  const files = new Map()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, size, name, extra, note] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), ...[28, 30, 32].map(by => view.getUint16(at + by, true))]
    const [local, label] = [view.getUint32(at + 42, true), new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))]
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = bytes.subarray(from, from + size)
    if (files.has(label)) throw new Wrong('unreadable', label)
    if (!label.endsWith('/')) files.set(label, method === 0 ? packed : await inflated(packed))
    at += 46 + name + extra + note
  }
  return files
}

async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const textOf = (files, name) => {
  if (!files.has(name)) throw new Wrong('unreadable', name)
  return new TextDecoder('utf-8', { fatal: true }).decode(files.get(name))
}

const jsonOf = (files, name) => JSON.parse(textOf(files, name))

// The rows of a table as objects by its first line.
function tableOf(files, name) {
  const text = textOf(files, name).replace(/^\ufeff/, '')
  const rows = []
  let header = null
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\r\n', at)
    const plain = end < 0 ? '"' : text.slice(at, end)
    // Most lines hold nothing that is quoted.
    const [cells, next] = /["']/.test(plain) ? lineOf(text, at) : [plain.split(','), end + 2]
    at = next
    if (!header) header = cells
    else if (cells.length !== header.length) throw new Wrong('unreadable', `${name} ${rows.length + 2}`)
    else rows.push(Object.fromEntries(header.map((each, i) => [each, cells[i]])))
  }
  return rows
}

// RFC 4180. A ' before a formula sign says “this is text” to a spreadsheet and is no part of the cell.
function lineOf(text, from) {
  const cells = []
  for (let at = from; ;) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; at += 2) {
        const quote = text.indexOf('"', at)
        if (quote < 0) throw new Wrong('unreadable', cell)
        cell += text.slice(at, quote)
        at = quote
        if (text[quote + 1] !== '"') break
        cell += '"'
      }
      at++
    } else {
      const start = at
      while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') at++
      cell = text.slice(start, at)
    }
    cells.push(/^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell)
    if (text[at] === ',') at++
    else return [cells, at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1)]
  }
}

const whole = text => {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new Wrong('unreadable', text)
  return Number(text)
}
const orNull = text => text === '' ? null : text

function rootOver(leaves) {
  const peaks = []
  for (const leaf of leaves) append(peaks, leaf)
  return hexOf(rootOf(peaks))
}

// ── The parts of the archive, each held against what the close sealed ────────────────────────────────────────────────────────────────

/**
 * Checks the files of an archive. Answers { ok, checks: [{ ok, code, values }], result, title }: everything that holds, and for what does not,
 * where it differs. `code` is for programs and for the words below. Throws Wrong for what cannot be read, and for a key that is none.
 */
export async function checkVote(files, keyText) {
  readKey(keyText)
  const checks = []
  const say = (ok, code, values = {}) => void checks.push({ ok, code, values })
  sumsHold(files, say)
  const decision = jsonOf(files, 'decision.json')
  const { announcement } = decision
  const proofs = await proofsHold(files, keyText, announcement, say)
  const closing = proofs.close ? proofs.close.facts : {}
  announcementHolds(decision, proofs, say)
  const roll = rollHolds(files, announcement, closing, say)
  const ledger = ledgerHolds(files, announcement, closing, roll, say)
  const delivered = deliveriesHold(files, announcement, closing, roll, say)
  postingsHold(files, announcement, closing, proofs.postings, say)
  const counted = countedHold(files, announcement, closing, { roll, ledger }, say)
  const published = jsonOf(files, 'result.json')
  if (hexOf(leafOf(published)) !== closing.result) say(false, 'resultSealed')
  resultHolds({ announcement, roll, ledger, delivered, counted, published }, say)
  return { ok: checks.every(({ ok }) => ok), checks, result: published, announcement, title: announcement.title, ledger, counted }
}

function sumsHold(files, say) {
  const lines = textOf(files, 'SHA256SUMS').split('\n').filter(Boolean).map(line => [line.slice(66), line.slice(0, 64)])
  const listed = new Map(lines)
  const wrong = [...files.keys()].filter(name => name !== 'SHA256SUMS' && listed.get(name) !== hexOf(sha256(files.get(name))))
  const missing = [...listed.keys()].filter(name => !files.has(name))
  say(wrong.length + missing.length === 0, 'sums', { files: [...wrong, ...missing].join(', '), count: files.size - 1 })
}

// The acts on which the count rests, each shown by its proof to stand in the signed record: { freeze, announce, close, result, postings }.
async function proofsHold(files, keyText, announcement, say) {
  const [community, id] = announcement.decision.split('/').map(whole)
  const acts = []
  for (const name of [...files.keys()].filter(each => each.startsWith('receipts/'))) {
    const verdict = await check([textOf(files, name)], keyText)
    const fits = verdict.ok && verdict.kind === 'receipt' && verdict.entry.subject === `decisions/${id}` && verdict.entry.community === community && verdict.open.details
    if (fits) acts.push({ ...verdict.entry, facts: verdict.open.details.value.facts || {} })
    else say(false, 'proof', { file: name, why: verdict.ok ? 'other' : verdict.code })
  }
  acts.sort((a, b) => a.id - b.id)
  const last = name => acts.filter(act => act.action === `decisions.${name}`).pop() || null
  const found = { freeze: last('freezeRoll'), announce: last('announce'), close: last('close'), result: last('postResult'),
    postings: acts.filter(act => act.action === 'decisions.recordPosting').map(({ facts }) => facts.leaf) }
  const missing = ['freeze', 'announce', 'close'].filter(name => !found[name])
  say(missing.length === 0, 'proofs', { count: acts.length, missing: missing.join(', ') })
  return found
}

function announcementHolds({ announcement, times }, { freeze, announce, close, result }, say) {
  const hash = hexOf(leafOf(announcement))
  say(announce !== null && close !== null && announce.facts.announcement === hash && close.facts.announcement === hash, 'announcement', { questions: announcement.questions.length })
  const at = (act, time) => act !== null && act.at === time
  const right = at(freeze, times.frozen) && freeze.facts.objectionsUntil === times.objectionsUntil && at(announce, times.announced) && at(close, times.closed)
    && (result ? result.facts.since === times.posted : times.posted === null)
  const inOrder = [times.frozen, times.announced, announcement.opens, announcement.closes, times.closed].every((time, i, all) => i === 0 || moment(all[i - 1]) <= moment(time))
  say(right && inOrder && freeze.facts.asOf === announcement.asOf, 'times', { opens: announcement.opens, closes: announcement.closes })
}

// Milliseconds since 1970.
function moment(text) {
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new Wrong('unreadable', text)
  return time
}

function rollHolds(files, { decision, roll: announced }, closing, say) {
  const voters = new Map()
  let homes = 0
  for (const line of tableOf(files, 'roll.csv')) {
    const number = whole(line.number)
    if (!voters.has(number)) voters.set(number, { area: whole(line.voter_area), decision, homes: [], kind: line.kind, number })
    const home = { area: whole(line.home_area), building: orNull(line.building), home: line.home, source: line.area_source }
    homes++
    voters.get(number).homes.push(home)
  }
  const roll = [...voters.values()]
  const wrong = roll.filter(({ area, homes: own }) => sumOf(own).area !== BigInt(area)).map(({ number }) => number)
  const root = rootOver(roll.map(leafOf))
  say(root === announced && root === closing.roll, 'roll', { heads: roll.length, homes })
  say(wrong.length === 0, 'rollSums', { wrong: some(wrong), area: metres(sumOf(roll).area) })
  return voters
}

function ledgerHolds(files, { decision, opens, closes }, closing, roll, say) {
  const [from, until] = [moment(opens), moment(closes)]
  const wrong = []
  const ledger = tableOf(files, 'ledger.csv').map((line, index) => {
    const { at, channel, commitment } = line
    const number = whole(line.number)
    const leaf = leafOf({ at, channel, commitment, decision, number })
    const time = moment(at)
    const inTime = time >= from && time <= until
    if (whole(line.index) !== index || hexOf(leaf) !== line.leaf || !roll.has(number) || !inTime) wrong.push(index)
    return { index, number, channel, at, time, commitment, leaf, code: spoken(leaf) }
  })
  say(wrong.length === 0, 'ledgerRows', { count: ledger.length, wrong: some(wrong) })
  say(rootOver(ledger.map(({ leaf }) => leaf)) === closing.ledger && ledger.length === closing.ballots, 'ledger', { count: ledger.length, sealed: closing.ballots })
  return ledger
}

function deliveriesHold(files, { decision }, closing, roll, say) {
  const wrong = []
  const rows = tableOf(files, 'deliveries.csv').map((line, index) => {
    const row = { at: line.at, by: whole(line.delivered_by), decision: idOf(decision), how: `${line.how} ${line.received_by}`, kind: 'delivery',
      photo: orNull(line.photo), where: whole(line.number), witness: line.witness === '' ? null : whole(line.witness) }
    const leaf = leafOf(row)
    if (hexOf(leaf) !== line.leaf || !roll.has(row.where)) wrong.push(index)
    return { ...row, leaf, to: line.received_by }
  })
  const root = rootOver(rows.map(({ leaf }) => leaf))
  say(wrong.length === 0 && root === closing.deliveries && rows.length === closing.delivered, 'deliveries', { count: rows.length, wrong: some(wrong), sealed: closing.delivered })
  return new Set(rows.filter(({ to }) => to === 'owner' || to === 'authorised').map(({ where }) => where))
}

// What hung after the close has a proof of its own.
function postingsHold(files, { decision }, closing, later, say) {
  const wrong = []
  const leaves = tableOf(files, 'postings.csv').map((line, index) => {
    const leaf = leafOf({ at: line.at, by: whole(line.posted_by), decision: idOf(decision), how: line.what, kind: 'posting', photo: orNull(line.photo), where: whole(line.place) })
    if (hexOf(leaf) !== line.leaf) wrong.push(index)
    return leaf
  })
  const [before, after] = [leaves.slice(0, closing.posted), leaves.slice(closing.posted).map(hexOf)]
  const right = before.length === closing.posted && rootOver(before) === closing.postings && !differ(after.sort(), [...later].sort())
  say(wrong.length === 0 && right, 'postings', { count: leaves.length, wrong: some(wrong) })
}

const idOf = decision => whole(decision.split('/')[1])

// ── The counted ballots ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

function countedHold(files, { secret }, closing, { roll, ledger }, say) {
  const last = lastOfEach(ledger)
  const counted = tableOf(files, 'counted.csv').map(line => ({
    area: line.area === '' ? null : whole(line.area), channel: orNull(line.channel), choices: JSON.parse(line.choices), mark: line.mark, nonce: orNull(line.nonce),
    number: line.number === '' ? null : whole(line.number),
  }))
  say(rootOver(counted.map(leafOf)) === closing.counted, 'counted', { count: counted.length })
  const tooMany = new Set(counted.map(({ mark }) => mark)).size !== counted.length
  say(counted.length === last.size && !tooMany, 'asMany', { counted: counted.length, voters: last.size })
  if (secret) {
    say(counted.every(({ number, area, nonce, channel }) => number === null && area === null && nonce === null && channel === null), 'secret', { count: counted.length })
    return counted
  }
  const wrong = counted.filter(ballot => !opens(ballot, last.get(ballot.number), roll)).map(({ number, mark }) => number === null ? mark : number)
  const there = new Set(counted.map(({ number }) => number))
  const lost = [...last.keys()].filter(number => !there.has(number))
  say(wrong.length + lost.length === 0, 'opened', { count: counted.length, wrong: some([...wrong, ...lost]) })
  return counted
}

// Of each number the last act: by when it was given, then by its place in the ledger.
function lastOfEach(ledger) {
  const last = new Map()
  for (const act of ledger) {
    const former = last.get(act.number)
    if (!former || act.time >= former.time) last.set(act.number, act)
  }
  return last
}

// The ledger held only a commitment; with its nonce the counted ballot must be what was committed to.
function opens({ area, channel, choices, mark, nonce, number }, act, roll) {
  if (!act || nonce === null) return false
  const commitment = hexOf(sha256(joined(fromHex(nonce, 16), bytesOf(choices))))
  return commitment === act.commitment && channel === act.channel && mark === act.code && area === roll.get(number).area
}

// Crockford's base 32; twelve characters, five bits of each of the first twelve bytes.
function spoken(bytes) {
  let text = ''
  for (let i = 0; i < 12; i++) text += '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[bytes[i] & 31]
  return text
}

// ── The count, anew ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const plus = (a, b) => ({ heads: a.heads + b.heads, area: a.area + b.area })
// Heads and area of voters or ballots.
function sumOf(some) {
  let area = 0n
  for (const each of some) area += BigInt(each.area === null ? 0 : each.area)
  return { heads: BigInt(some.length), area }
}
const told = ({ heads, area }) => ({ heads: Number(heads), area: Number(area) })

// Civil Code 1259: 以上 includes the number, 超过 does not.
function enough(part, all, { bound, numerator, denominator }) {
  if (all === 0n) return false
  const [left, right] = [BigInt(denominator) * part, BigInt(numerator) * all]
  return bound === 'more_than' ? left > right : left >= right
}
const reaches = (part, all, share) => enough(part.heads, all.heads, share) && enough(part.area, all.area, share)

function lacking(part, all, { bound, numerator, denominator }) {
  const [right, by] = [BigInt(numerator) * all, BigInt(denominator)]
  const least = bound === 'more_than' ? right / by + 1n : (right + by - 1n) / by
  return least > part ? least - part : 0n
}

const WAYS = ['cast_only', 'delivered_counts_as_participating', 'delivered_silence_follows_majority']
const ruleOf = (rules, key) => rules.rules[key] || null
const silenceOf = rules => {
  const rule = ruleOf(rules, 'silence')
  return rule && WAYS.includes(rule.value) ? { silence: rule.value, rule } : { silence: 'cast_only', rule: null }
}

function resultHolds({ announcement, roll, ledger, delivered, counted, published }, say) {
  const voters = [...roll.values()]
  const voted = new Set(ledger.map(({ number }) => number))
  const weigh = who => sumOf(voters.filter(who))
  const total = weigh(() => true)
  const returned = weigh(({ number }) => voted.has(number))
  const silent = weigh(({ number }) => !voted.has(number) && delivered.has(number))
  const areas = voters.filter(({ number }) => voted.has(number)).map(({ area }) => BigInt(area)).sort((a, b) => a < b ? -1 : a > b ? 1 : 0)
  const given = { total, returned, silent, rules: announcement.rules, counted, secret: announcement.secret, areas }
  const differences = []
  const questions = announcement.questions.map((question, i) => answered(question, given, (published.questions || [])[i] || {}, differences))
  const own = { total: told(total), returned: told(returned), silent: told(silent), questions }
  differencesIn(own, published, '', differences)
  say(differences.length === 0, announcement.secret ? 'resultSecret' : 'result', { differences: differences.slice(0, 5).join('; '), returned: String(returned.heads), total: String(total.heads) })
}

function answered(question, given, published, differences) {
  if (question.seats !== null) return elected(question, given, published, differences)
  const said = (...opinions) => given.counted.filter(({ choices }) => opinions.includes(choices[question.position]))
  if (question.item === 'interested') {
    const [asked, agreed] = [Number(given.total.heads), said('yes').length]
    const refused = Number(given.returned.heads) - agreed
    return { how: 'unanimous', position: question.position, asked, agreed, refused, missing: asked - agreed - refused, carried: asked > 0 && agreed === asked }
  }
  const theirs = published.votes || {}
  const of = (name, ...opinions) => weighed(said(...opinions), given, name === 'spoiled' ? published.spoiled : theirs[name], `questions.${question.position}.${name}`, differences)
  const votes = { total: given.total, yes: of('yes', 'yes'), no: of('no', 'no'), abstained: of('abstained', 'abstain', 'spoiled'), silent: given.silent }
  const all = plus(plus(votes.yes, votes.no), votes.abstained)
  if (all.area !== given.returned.area) differences.push(`questions.${question.position}: ${metres(all.area)} ≠ ${metres(given.returned.area)}`)
  return { how: 'majority', position: question.position, item: question.item, votes: toldAll(votes), spoiled: told(of('spoiled', 'spoiled')), ...judged(question.item, votes, given.rules) }
}

// In a secret vote heads are counted and the area is taken as published, as long as so many voters can have it at all.
function weighed(ballots, { secret, areas }, published, where, differences) {
  if (!secret) return sumOf(ballots)
  const [heads, area] = [ballots.length, BigInt((published || {}).area || 0)]
  const sum = some => some.reduce((all, each) => all + each, 0n)
  const [least, most] = [sum(areas.slice(0, heads)), sum(heads > 0 ? areas.slice(-heads) : [])]
  if (area < least || area > most) differences.push(`${where}: ${metres(area)} ∉ ${metres(least)}–${metres(most)}`)
  return { heads: BigInt(heads), area }
}

const toldAll = votes => Object.fromEntries(Object.entries(votes).map(([name, each]) => [name, told(each)]))

function judged(item, votes, rules) {
  const special = ruleOf(rules, `majority_${item}`).value === 'special'
  const needed = { participation: ruleOf(rules, 'participation').value, consent: ruleOf(rules, special ? 'consent_special' : 'consent_ordinary').value }
  const { silence, rule } = silenceOf(rules)
  const outcomes = Object.fromEntries(WAYS.map(way => [way, outcome(way, votes, needed)]))
  return { outcomes, silence, silenceRule: rule, carried: outcomes[silence].carried }
}

// One of the three ways of counting ballots that were delivered and not returned.
function outcome(way, { total, yes, no, abstained, silent }, needed) {
  const cast = plus(plus(yes, no), abstained)
  const follows = way === 'delivered_silence_follows_majority' ? leading({ yes, no, abstained }) : null
  const participating = way === 'cast_only' ? cast : plus(cast, silent)
  const [ayes, noes] = [follows === 'yes' ? plus(yes, silent) : yes, follows === 'no' ? plus(no, silent) : no]
  const quorate = reaches(participating, total, needed.participation)
  const compared = (of, part, all) => ['heads', 'area'].map(measure => ({
    of, measure, part: Number(part[measure]), whole: Number(all[measure]), share: needed[of], holds: enough(part[measure], all[measure], needed[of]),
  }))
  const toQuorum = { heads: lacking(participating.heads, total.heads, needed.participation), area: lacking(participating.area, total.area, needed.participation) }
  return {
    silence: way, participating: told(participating), yes: told(ayes), no: told(noes), quorate, carried: quorate && reaches(ayes, participating, needed.consent),
    toQuorum: told(toQuorum), comparisons: [...compared('participation', participating, total), ...compared('consent', ayes, participating)],
  }
}

// What most returned ballots say by heads and by area alike; abstaining is an opinion.
function leading(votes) {
  const named = Object.entries(votes)
  const found = named.find(([name, own]) => named.every(([other, its]) => other === name || (own.heads > its.heads && own.area > its.area)))
  return found ? found[0] : null
}

function elected(question, given, published, differences) {
  const { participation, consent } = { participation: ruleOf(given.rules, 'participation').value,
    consent: ruleOf(given.rules, ruleOf(given.rules, 'majority_committee').value === 'special' ? 'consent_special' : 'consent_ordinary').value }
  const { silence, rule } = silenceOf(given.rules)
  const participating = silence === 'cast_only' ? given.returned : plus(given.returned, given.silent)
  const quorate = reaches(participating, given.total, participation)
  const theirs = new Map((published.candidates || []).map(({ number, votes }) => [number, votes]))
  const candidates = question.candidates.map(({ number }) => {
    const ballots = given.counted.filter(({ choices }) => Array.isArray(choices[question.position]) && choices[question.position].includes(number))
    const votes = weighed(ballots, given, theirs.get(number), `questions.${question.position}.candidates.${number}`, differences)
    return { number, votes: told(votes), enough: quorate && reaches(votes, participating, consent) }
  }).sort((a, b) => b.votes.heads - a.votes.heads || b.votes.area - a.votes.area || a.number - b.number)
  const seated = seats(candidates.filter(one => one.enough), question.seats)
  return { how: 'election', position: question.position, seats: question.seats, participating: told(participating), quorate, candidates, ...seated, silence, silenceRule: rule,
    carried: seated.elected.length === question.seats }
}

// Who stands exactly alike on both sides of the last seat is not seated: that needs a run-off.
function seats(able, count) {
  const [last, next] = [able[count - 1], able[count]]
  const isTied = one => last !== undefined && next !== undefined && !differ(last.votes, next.votes) && !differ(one.votes, last.votes)
  const numbers = list => list.map(({ number }) => number)
  return { elected: numbers(able.slice(0, count).filter(one => !isTied(one))), spare: numbers(able.slice(count).filter(one => !isTied(one))), tied: numbers(able.filter(isTied)) }
}

// Where two values differ, told by the path to it.
function differencesIn(own, published, path, found) {
  const isTree = value => value !== null && typeof value === 'object'
  if (!isTree(own) || !isTree(published)) {
    if (own !== published) found.push(`${path}: ${JSON.stringify(published)} ≠ ${JSON.stringify(own)}`)
    return
  }
  for (const name of new Set([...Object.keys(own), ...Object.keys(published)])) differencesIn(own[name], published[name], path ? `${path}.${name}` : name, found)
}

// ── A voter's own ballot ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What became of the ballot with this receipt code or mark: { found: 'counted' | 'replaced' | 'among' | 'secret' | 'nothing', … }.
 * `among`: in a secret vote its ledger line is there, and one of the counted ballots is that of its number.
 */
export function findBallot({ ledger, counted, announcement }, typed) {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const ballot = counted.find(({ mark }) => mark === code)
  const act = ledger.find(each => each.code === code)
  if (ballot) return { found: act ? 'counted' : 'secret', choices: ballot.choices, act: act || null }
  if (!act) return { found: 'nothing', choices: null, act: null }
  const last = lastOfEach(ledger).get(act.number)
  return { found: last !== act ? 'replaced' : announcement.secret ? 'among' : 'nothing', choices: null, act, last }
}

const metres = area => `${area / 100n}.${String(area % 100n).padStart(2, '0')} m²`
const some = list => list.slice(0, 10).join(', ')

// ── In people's words: Chinese and English, what holds and what does not ─────────────────────────────────────────────────────────────

const WORDS = {
  sums: [['文件齐全，和清单对得上', v => `All ${v.count} files are as listed`], [v => `文件和清单对不上：${v.files}`, v => `Files are not as listed: ${v.files}`]],
  proof: [['', ''], [v => `证明不成立：${v.file}（${v.why}）`, v => `A proof does not hold: ${v.file} (${v.why})`]],
  proofs: [[v => `公告、计票等 ${v.count} 件都封在签过名的留痕里`, v => `${v.count} acts, the announcement and the count among them, stand in the signed record`],
    [v => `缺少证明：${v.missing}`, v => `Proofs are missing: ${v.missing}`]],
  announcement: [[v => `公告没有改过：题目、候选人、规则、时间（${v.questions} 题）`, v => `The announcement is unchanged: questions, candidates, rules and times (${v.questions} questions)`],
    ['公告改过：题目、候选人、规则或时间和公布时的不一样', 'The announcement was changed: questions, candidates, rules or times are not those announced']],
  times: [['各个时间和封存的一样，先后也对', 'Every time is the one sealed, and they follow each other'], ['有时间和封存的不一样，或者先后不对', 'A time is not the one sealed, or they do not follow each other']],
  roll: [[v => `名册没有改过：${v.heads} 位投票人，${v.homes} 户`, v => `The roll is unchanged: ${v.heads} voters, ${v.homes} homes`],
    ['名册改过：少了人、多了人、改了面积或者换了房号', 'The roll was changed: a voter dropped or added, an area or a home']],
  rollSums: [[v => `名册加得起来：各户面积合计 ${v.area}`, v => `The roll adds up: ${v.area} in all`],
    [v => `名册加不起来：${v.wrong} 号的面积不等于各户之和`, v => `The roll does not add up: the area of ${v.wrong} is not that of the homes`]],
  ledgerRows: [[v => `票账每一行都算得出自己的印记（${v.count} 行）`, v => `Every line of the ledger leads to its own mark (${v.count} lines)`],
    [v => `票账这几行不对：${v.wrong}`, v => `Lines of the ledger are wrong: ${v.wrong}`]],
  ledger: [[v => `票账没有改过，没少一张，没多一张（${v.count} 张）`, v => `The ledger is unchanged: no ballot dropped, none added (${v.count})`],
    [v => `票账改过：封存时 ${v.sealed} 张，现在 ${v.count} 张，或者顺序、内容不同`, v => `The ledger was changed: ${v.sealed} were sealed, ${v.count} are here, or their order or content differs`]],
  deliveries: [[v => `送达记录没有改过（${v.count} 条）`, v => `The deliveries are unchanged (${v.count})`],
    [v => `送达记录改过${v.wrong && `：第 ${v.wrong} 条`}`, v => `The deliveries were changed${v.wrong && `: ${v.wrong}`}`]],
  postings: [[v => `张贴记录没有改过（${v.count} 条）`, v => `The postings are unchanged (${v.count})`],
    [v => `张贴记录改过${v.wrong && `：第 ${v.wrong} 条`}`, v => `The postings were changed${v.wrong && `: ${v.wrong}`}`]],
  counted: [[v => `公布的计入的票就是封存的那些（${v.count} 张）`, v => `The counted ballots are those sealed (${v.count})`],
    ['公布的计入的票和封存的不一样', 'The counted ballots are not those sealed']],
  asMany: [[v => `每位投了票的人正好算一张（${v.voters} 人）`, v => `Each of ${v.voters} who voted is counted once`],
    [v => `${v.voters} 人投了票，却算了 ${v.counted} 张`, v => `${v.voters} voted, but ${v.counted} ballots were counted`]],
  secret: [['不记名：计入的票上没有号码', 'Secret: no number stands at a counted ballot'], ['说是不记名，计入的票上却有号码', 'It is called secret, but numbers stand at counted ballots']],
  opened: [['每张计入的票都打得开，就是那个人最后投的那张', 'Each counted ballot opens, and is the last of its voter'],
    [v => `这几号计入的票不是他最后投的那张：${v.wrong}`, v => `Counted ballots that are not the last of their voter: ${v.wrong}`]],
  resultSealed: [['', ''], ['公布的结果和封存的不一样', 'The result is not the one sealed']],
  result: [[v => `结果重新算过，一样：${v.total} 人中 ${v.returned} 人投了票`, v => `Counted anew, the result is the same: ${v.returned} of ${v.total} voted`],
    [v => `结果重新算过，不一样（公布 ≠ 算出）：${v.differences}`, v => `Counted anew, the result differs (published ≠ counted): ${v.differences}`]],
  resultSecret: [[v => `人数重新数过，一样：${v.total} 人中 ${v.returned} 人投了票；不记名的票，面积只能核对加不加得起来`,
    v => `Heads counted anew are the same: ${v.returned} of ${v.total} voted; of a secret vote the areas can only be checked to add up`],
  [v => `结果对不上（公布 ≠ 算出）：${v.differences}`, v => `The result does not follow (published ≠ counted): ${v.differences}`]],
}

const FOUND = {
  counted: ['您的票在，计入的是：', 'Your ballot is there and counted as: '],
  secret: ['这个记号的票计入了：', 'The ballot with this mark was counted as: '],
  replaced: ['您的票在票账里；后来又投过一次，算的是后一次', 'Your ballot is in the ledger; a later one of the same number replaced it'],
  among: ['您的票在票账里，没有改过；不记名，计入的票里有您的一张，但看不出是哪一张', 'Your ballot is in the ledger, unchanged; in a secret vote one of the counted ballots is yours, and nobody can tell which'],
  nothing: ['没有这个码的票', 'There is no ballot with this code'],
}

const CHOICES = { yes: ['同意', 'yes'], no: ['反对', 'no'], abstain: ['弃权', 'abstains'], spoiled: ['废票', 'spoiled'] }

/** One check as a sentence. */
export function said({ ok, code, values }, lang) {
  const words = WORDS[code][ok ? 0 : 1][lang === 'en' ? 1 : 0]
  return typeof words === 'function' ? words(values) : words
}

/** What became of a ballot, as a sentence; `when` says its time. */
export function foundSaid({ found, choices, act }, lang, when = at => at) {
  const one = lang === 'en' ? 1 : 0
  const choice = each => typeof each === 'string' ? CHOICES[each][one] : each.join(', ')
  const what = choices ? Object.entries(choices).map(([position, each]) => `${position}: ${choice(each)}`).join('; ') : ''
  return `${FOUND[found][one]}${what}${act ? one ? ` (no. ${act.index + 1}, ${when(act.at)})` : `（第 ${act.index + 1} 张，${when(act.at)}）` : ''}`
}

// ── On the page ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

if (typeof document === 'object') for (const form of document.querySelectorAll('form[data-verify-vote]')) onPage(form)

function onPage(form) {
  const outcome = document.querySelector('[data-outcome]')
  const { lang } = document.documentElement
  form.hidden = false
  document.querySelector('[data-no-script]').hidden = true
  form.addEventListener('submit', async event => {
    event.preventDefault()
    outcome.textContent = ''
    const { file, key, code } = form.elements
    const bytes = new Uint8Array(await file.files[0].arrayBuffer())
    const verdict = await unzipped(bytes).then(files => checkVote(files, key.value)).catch(problem => ({ problem }))
    outcome.append(verdict.problem ? alarm(form.dataset.unreadable) : shown(form, verdict, lang.startsWith('en') ? 'en' : 'zh', code.value))
  })
}

const element = (tag, name, ...inside) => {
  const made = document.createElement(tag)
  made.className = name
  made.append(...inside)
  return made
}
const alarm = text => element('p', 'note alarm', text)

function shown(form, verdict, lang, code) {
  const line = each => element('li', each.ok ? '' : 'note alarm', element('span', 'grow', `${each.ok ? '✓' : '✗'} ${said(each, lang)}`))
  const title = element('h2', '', verdict.ok ? form.dataset.right : form.dataset.wrong)
  const own = code.trim() === '' ? [] : [element('p', 'note', foundSaid(findBallot(verdict, code), lang, at => new Date(at).toLocaleString(lang)))]
  return element('section', 'card gap', title, element('p', 'dim sm', verdict.title), ...own, element('ul', 'list', ...verdict.checks.map(line)))
}

// ── On the command line ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const builtin = typeof process === 'object' && process.getBuiltinModule
if (builtin && process.argv[1] && isThisFile(process.argv[1])) onCommandLine(process.argv.slice(2))

function isThisFile(path) {
  const { realpathSync } = builtin('node:fs')
  return builtin('node:url').pathToFileURL(realpathSync(path)).href === import.meta.url
}

async function onCommandLine(words) {
  const { values, positionals } = builtin('node:util').parseArgs({ args: words, allowPositionals: true, strict: false,
    options: { key: { type: 'string' }, code: { type: 'string' }, lang: { type: 'string' } } })
  if (!values.key || !positionals[0]) return ended(2, 'node verify-vote.js ARCHIVE.zip --key \'NAME+ID+KEY\' [--code RECEIPT] [--lang zh|en]')
  const lang = values.lang || ((process.env.LANG || '').startsWith('zh') ? 'zh' : 'en')
  try {
    const verdict = await checkVote(await unzipped(new Uint8Array(builtin('node:fs').readFileSync(positionals[0]))), values.key)
    const lines = verdict.checks.map(each => `${each.ok ? '✓' : '✗'} ${said(each, lang)}`)
    const own = values.code ? [foundSaid(findBallot(verdict, values.code), lang)] : []
    return ended(verdict.ok ? 0 : 1, [verdict.title, ...lines, ...own, verdict.ok ? 'RIGHT' : 'WRONG'].join('\n'))
  } catch (problem) {
    return ended(2, `unreadable: ${problem.message}`)
  }
}

function ended(status, text) {
  process.stdout.write(`${text}\n`)
  process.exitCode = status
}
