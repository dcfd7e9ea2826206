// 证明: shows that an act stands in the record. Anybody may see the proof who may see the act; who did it and the details, only the doer.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { inclusionPath } from '#kit/log/stretch.ts'
import type { Secrets } from '#kit/secrets.ts'
import { isInside, matterById } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { JOURNAL_COLUMNS, sealer, type Entry, type Opened, type Row } from '#modules/record/entry.ts'
import { headReaching, proofOf } from '#modules/record/read.ts'
import { recordText } from '#text/record.ts'

/** A receipt as a file; docs/record.md tells its format. Hashes of the proof are base64. */
export interface Receipt {
  readonly linju: 'receipt/1'
  readonly entry: Entry
  readonly salt: string
  readonly open: { readonly details?: Opened, readonly answer?: Opened }
  readonly index: number
  readonly proof: readonly string[]
  readonly head: string
}

/** Acts on a matter that its page shows to everybody who may see it. Of the others only those inside know that they happened. */
export const OPEN_ACTS: readonly string[] = [
  'raise', 'withdraw', 'accept', 'handOn', 'giveBack', 'route', 'move', 'ask', 'answer', 'pause', 'resume', 'urge', 'reply', 'publishPlan',
  'recordDecision', 'startPoll', 'link', 'merge', 'split', 'attachPhotos', 'rate', 'close', 'sayHeld', 'reopen',
].map(verb => `matters.${verb}`)

/** What is asked about: a matter, and whether whoever asks holds its receipt code. */
interface Asked {
  readonly id: number
  readonly hasReceipt: boolean
}

/** The acts on a matter whose proof the actor may have, oldest first; `index` is null while an act is not yet sealed. Throws NotFound. */
export async function provableActs(db: Reader, actor: Actor, asked: Asked) {
  const acts = await actsOn(db, actor, asked)
  return acts.select(['journal.id', 'journal.at', 'journal.action', 'record_leaf.index']).orderBy('journal.id').execute()
}

/** The proof of one of these acts. Throws NotFound, also while it is not yet sealed. */
export async function receiptFor(
  db: Reader, secrets: Pick<Secrets, 'keyFor'>, actor: Actor, asked: Asked & { entry: number },
): Promise<Receipt> {
  const row = await (await actsOn(db, actor, asked)).select([...JOURNAL_COLUMNS, 'record_leaf.index'])
    .where('journal.id', '=', asked.entry).executeTakeFirst()
  const receipt = row && await receiptOf(db, secrets, row, isDoer(actor, row) ? 'all' : 'nothing')
  if (!receipt) throw new NotFound(lang => recordText(lang).notSealed)
  return receipt
}

/** The proof of a row of the journal with its place in the log, and what of it lies open; null while it is not yet sealed. */
export async function receiptOf(
  db: Reader, secrets: Pick<Secrets, 'keyFor'>, row: Row & { index: number | null }, shows: 'nothing' | 'details' | 'all',
): Promise<Receipt | null> {
  const head = row.index === null ? null : await headReaching(db, row.index + 1)
  if (row.index === null || !head) return null
  const { entry, salt, details, answer } = sealer(secrets, db.community)(row)
  const proof = await proofOf(db, inclusionPath(row.index, head.size))
  return {
    linju: 'receipt/1', entry, salt, open: { ...shows !== 'nothing' && { details }, ...shows === 'all' && { answer } }, index: row.index,
    proof: proof.map(hash => Buffer.from(hash).toString('base64')), head: head.note,
  }
}

async function actsOn(db: Reader, actor: Actor, { id, hasReceipt }: Asked) {
  const { rules } = await matterById(db, actor, id, hasReceipt)
  const mine = actor.personId ?? 0
  const gone = rules.withdrawn_at !== null && !hasReceipt && rules.raiser_id !== actor.personId
  return db.selectFrom('journal')
    .leftJoin('record_leaf', join => join.onRef('record_leaf.community_id', '=', 'journal.community_id')
      .onRef('record_leaf.journal_id', '=', 'journal.id'))
    .where('journal.community_id', '=', db.community).where('journal.subject', '=', `matters/${id}`)
    .$if(gone, acts => acts.where('journal.person_id', '=', mine))
    .$if(!isInside(actor, rules), acts => acts.where(eb => eb.or([
      eb('journal.action', 'in', OPEN_ACTS), eb('journal.person_id', '=', mine), eb('journal.on_behalf_of', '=', mine),
    ])))
}

function isDoer(actor: Actor, row: { person_id: number | null, on_behalf_of: number | null }): boolean {
  return actor.personId !== null && (actor.personId === row.person_id || actor.personId === row.on_behalf_of)
}
