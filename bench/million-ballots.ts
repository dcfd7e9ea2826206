// A million owners on paper: their ballots counted by our pure count, and their archive gone through by the stand-alone verifier.
import canonicalize from 'canonicalize'
import { verifierKey, signerOf } from '#kit/log/note.ts'
import { commitmentTo, entryOf, leafOf, markOf, tally, type Choices, type Count, type Question } from '#modules/decisions/public.ts'
import { packsOf, resolve } from '#modules/law/public.ts'
import { checkVote, type VoteCode } from '../public/verify-vote.js'
import { amount, type Figure } from './table.ts'

const MILLION = 1_000_000
const VOTE = { community: 1, id: 1 }
const AT = Temporal.Instant.from('2026-11-22T02:00:00Z')
const NONCE = '5a'.repeat(16)
const OPINIONS = ['yes', 'yes', 'yes', 'no', 'abstain'] as const
const QUESTIONS: readonly Question[] = [
  { position: 1, item: 'fund_use', seats: null, candidates: [] }, { position: 2, item: 'manager', seats: null, candidates: [] },
]
/** Made without a database, the archive has no proofs and no sealed roots to agree with; everything else of it must hold. */
const UNSEALED: readonly VoteCode[] = ['sums', 'proofs', 'announcement', 'times', 'roll', 'ledger', 'deliveries', 'postings', 'counted', 'resultSealed']

/** Both, with the memory that they take. */
export async function millionBallots(): Promise<Figure[]> {
  const rules = resolve(packsOf('fujian', '2026-11-22'), '2026-11-22')
  const roll = Array.from({ length: MILLION }, (_, i) => ({ number: i + 1, area: 4000 + i * 7919 % 14000 }))
  const count: Count = { rules, questions: QUESTIONS, roll, ballots: new Map(roll.map(({ number }) => [number, choicesOf(number)])), delivered: new Set() }
  const counting = await measured(async () => tally(count))
  const files = archiveOf(count, counting.answer)
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  const checking = await measured(() => checkVote(files, verifierKey(signerOf('bench', Buffer.alloc(32, 7)))))
  const wrong = checking.answer.checks.filter(({ ok, code }) => !ok && !UNSEALED.includes(code))
  if (wrong.length > 0) throw new Error(`the verifier found ${JSON.stringify(wrong).slice(0, 500)}`)
  return [
    amount(`tally of 1,000,000 ballots, ${counting.megabytes} MB more`, counting.seconds, null, 's'),
    amount(`verifier over 1,000,000 ballots, archive ${Math.round(bytes / 1e6)} MB, ${checking.megabytes} MB more`, checking.seconds, null, 's'),
  ]
}

function choicesOf(number: number): Choices {
  return { 1: OPINIONS[number % 5] ?? 'yes', 2: OPINIONS[number * 3 % 5] ?? 'yes' }
}

function archiveOf({ rules, questions, roll, ballots }: Count, result: unknown): Map<string, Uint8Array> {
  const at = AT.toString({ fractionalSecondDigits: 3 })
  const text = { roll: ['number,kind,voter_area,home,building,home_area,area_source'], ledger: ['index,number,channel,at,commitment,leaf'], counted: ['mark,number,channel,area,nonce,choices'] }
  for (const [i, { number, area }] of roll.entries()) {
    const choices = ballots.get(number) ?? {}
    const commitment = commitmentTo({ nonce: NONCE, choices })
    const leaf = leafOf(entryOf(VOTE, { number, channel: 'phone', at: AT }, commitment))
    text.roll.push(`${number},owner,${area},榕荫里 第${number}户,,${area},registered`)
    text.ledger.push(`${i},${number},phone,${at},${commitment.toString('hex')},${leaf.toString('hex')}`)
    text.counted.push(`${markOf(leaf, null)},${number},phone,${area},${NONCE},"${canonicalize(choices)?.replaceAll('"', '""')}"`)
  }
  const announcement = { decision: '1/1', title: '', secret: false, opens: at, closes: at, roll: '', rules, questions: questions.map(one => ({ ...one, candidates: [] })) }
  const times = { frozen: at, announced: at, closed: at, posted: null }
  return new Map(Object.entries({
    'decision.json': JSON.stringify({ announcement, times }), 'result.json': JSON.stringify(result), SHA256SUMS: '',
    'deliveries.csv': 'number,how,received_by,at,delivered_by,witness,photo,leaf\r\n', 'postings.csv': 'what,place,place_name,at,posted_by,photo,leaf\r\n',
    ...Object.fromEntries(Object.entries(text).map(([name, lines]) => [`${name}.csv`, `${lines.join('\r\n')}\r\n`])),
  }).map(([name, file]) => [name, Buffer.from(file)]))
}

async function measured<T>(run: () => Promise<T>): Promise<{ answer: T, seconds: number, megabytes: number }> {
  const [before, began] = [process.memoryUsage().rss, performance.now()]
  const answer = await run()
  return { answer, seconds: (performance.now() - began) / 1000, megabytes: Math.max(0, Math.round((process.memoryUsage().rss - before) / 1e6)) }
}
