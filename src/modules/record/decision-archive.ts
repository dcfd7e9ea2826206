// 表决档案: a counted vote as one file that another court or system reads and checks without us. docs/ballots.md tells every field.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { zipSync, type Zippable } from 'fflate'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { writeCsv } from '#kit/tables.ts'
import {
  announcementNow, decisionById, deliveriesOf, ledgerOf, mayNotKeep, postingsOf, publishedOf, resultOf, rollLines, type Ballot, type Counted, type Decision, type Proof,
  type RollLine,
} from '#modules/decisions/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { labelsOf, objectionsOf, placesOf } from '#modules/record/decision-labels.ts'
import { receiptsOf } from '#modules/record/decision-receipts.ts'
import { archiveReadme, voteCheckText } from '#text/vote-check.ts'

/** The files of an archive by their names, in the order in which they lie in it. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>

// The archive must not depend on the hour at which it is made, nor on the machine's time zone: fflate reads local fields.
const MADE = new Date(1980, 0, 1)

/** Why the actor may not take the archive of a vote, or null: those who keep it, and the owners of the estate, since it says which home voted how. */
export function mayNotTakeArchive(actor: Actor, { estate, stage }: Pick<Decision, 'estate' | 'stage'>): Said | null {
  if (stage !== 'closed' && stage !== 'posted') return lang => voteCheckText(lang).notCounted
  const isOwner = actor.homes.some(home => home.kind === 'owner' && home.estate_id === estate.id)
  return isOwner || mayNotKeep(actor, { estate }) === null ? null : lang => voteCheckText(lang).ownersOnly
}

/** Everything of a counted vote. Throws NotFound, also while the count is not yet sealed into the record, and Refused. */
export async function archiveOf(db: Reader, secrets: Pick<Secrets, 'keyFor'>, actor: Actor, id: number): Promise<ArchiveFiles> {
  const decision = await decisionById(db, actor, id)
  const reason = mayNotTakeArchive(actor, decision)
  if (reason) throw new Refused(reason)
  const receipts = await receiptsOf(db, secrets, id)
  const announcement = await announcementNow(db, decision, decision.roll_root?.toString('hex') ?? '')
  const files = new Map([
    ['README.txt', bytesOf(archiveReadme)],
    ['decision.json', json({ linju: 'decision/1', announcement, times: timesOf(decision), labels: await labelsOf(db, decision) })],
    ['roll.csv', rollCsv(await rollLines(db, id))],
    ['ledger.csv', ledgerCsv(await ledgerOf(db, id))],
    ['counted.csv', countedCsv(await publishedOf(db, id))],
    ['deliveries.csv', deliveriesCsv(await deliveriesOf(db, id))],
    ['postings.csv', await postingsCsv(db, await postingsOf(db, id))],
    ['objections.json', json(await objectionsOf(db, id))],
    ['result.json', json(await resultOf(db, id))],
    ...receipts.map(receipt => [`receipts/${receipt.entry.id}-${receipt.entry.action}.json`, json(receipt)] as const),
  ])
  return files.set('SHA256SUMS', bytesOf([...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')))
}

/** The files as one zip; nothing in it is packed, so that the shortest program reads it. */
export function zipped(files: ArchiveFiles): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {}
  for (const [name, bytes] of files) zippable[name] = [bytes, { mtime: MADE, level: 0 }]
  return zipSync(zippable)
}

function timesOf({ frozen_at, objections_until, announced_at, closed_at, posted_at }: Decision) {
  return { frozen: frozen_at?.toString(), objectionsUntil: objections_until, announced: announced_at?.toString(), closed: closed_at?.toString(), posted: posted_at?.toString() ?? null }
}

// A line for each home: homes of one voter follow each other, in the order in which they are hashed.
function rollCsv(lines: readonly RollLine[]): Uint8Array {
  return writeCsv(['number', 'kind', 'voter_area', 'home', 'building', 'home_area', 'area_source'], lines.flatMap(({ number, kind, area, homes }) =>
    homes.map(home => [String(number), kind, String(area), home.home, home.building ?? '', String(home.area), home.source])))
}

function ledgerCsv(ballots: readonly Ballot[]): Uint8Array {
  return writeCsv(['index', 'number', 'channel', 'at', 'commitment', 'leaf'], ballots.map((ballot, index) => [
    String(index), String(ballot.number), ballot.channel, ballot.cast_at.toString({ fractionalSecondDigits: 3 }),
    ballot.commitment.toString('hex'), ballot.leaf.toString('hex'),
  ]))
}

function countedCsv(counted: readonly Counted[]): Uint8Array {
  return writeCsv(['mark', 'number', 'channel', 'area', 'nonce', 'choices'], counted.map(({ mark, number, channel, area, nonce, choices }) => [
    mark, number === null ? '' : String(number), channel ?? '', area === null ? '' : String(area), nonce ?? '', canonicalize(choices) ?? '',
  ]))
}

function deliveriesCsv(deliveries: readonly Proof[]): Uint8Array {
  return writeCsv(['number', 'how', 'received_by', 'at', 'delivered_by', 'witness', 'photo', 'leaf'], deliveries.map(({ row, leaf }) => [
    String(row.where), ...row.how.split(' '), row.at, String(row.by), row.witness ? String(row.witness) : '', row.photo ?? '', leaf.toString('hex'),
  ]))
}

async function postingsCsv(db: Reader, postings: readonly Proof[]): Promise<Uint8Array> {
  const names = await placesOf(db, postings.map(({ row }) => row.where))
  return writeCsv(['what', 'place', 'place_name', 'at', 'posted_by', 'photo', 'leaf'], postings.map(({ row, leaf }) => [
    row.how, String(row.where), names.get(row.where) ?? '', row.at, String(row.by), row.photo ?? '', leaf.toString('hex'),
  ]))
}

function json(value: unknown): Uint8Array {
  return bytesOf(`${JSON.stringify(value, null, 2)}\n`)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
