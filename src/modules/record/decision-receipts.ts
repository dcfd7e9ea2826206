// The proofs that the acts on which a count rests stand in the record: the roll, the announcement, the close, and what was shown after it.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Secrets } from '#kit/secrets.ts'
import { JOURNAL_COLUMNS } from '#modules/record/entry.ts'
import { receiptOf, type Receipt } from '#modules/record/receipt.ts'
import { voteCheckText } from '#text/vote-check.ts'

const [CLOSE, POSTING] = ['decisions.close', 'decisions.recordPosting']
const ACTS = ['decisions.freezeRoll', 'decisions.announce', 'decisions.open', CLOSE, POSTING, 'decisions.postResult']

/** Receipts of these acts with their details, oldest first. Throws NotFound while the close is not yet sealed. */
export async function receiptsOf(db: Reader, secrets: Pick<Secrets, 'keyFor'>, id: number): Promise<Receipt[]> {
  const rows = await db.selectFrom('journal')
    .leftJoin('record_leaf', join => join.onRef('record_leaf.community_id', '=', 'journal.community_id').onRef('record_leaf.journal_id', '=', 'journal.id'))
    .select([...JOURNAL_COLUMNS, 'record_leaf.index']).where('journal.community_id', '=', db.community)
    .where('journal.subject', '=', `decisions/${id}`).where('journal.action', 'in', ACTS).orderBy('journal.id').execute()
  const closed = rows.find(row => row.action === CLOSE)?.id ?? 0
  const receipts = []
  // What was posted before the close is part of its facts.
  for (const row of rows.filter(row => row.action !== POSTING || row.id > closed)) {
    const receipt = await receiptOf(db, secrets, row, 'details')
    if (receipt) receipts.push(receipt)
  }
  if (!receipts.some(({ entry }) => entry.action === CLOSE)) throw new NotFound(lang => voteCheckText(lang).notSealed)
  return receipts
}
