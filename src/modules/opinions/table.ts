// The table of votes of one conversation as the database holds it, under random numbers.
import type { Reader } from '#kit/db.ts'
import { SILENT, type VoteTable } from '#kit/opinion/votes.ts'

// So many voters' votes are in memory at once beside the table.
const AT_ONCE = 500

/** Voters in the order of their random numbers, accepted statements in the order in which they came. */
export async function voteTable(db: Reader, conversation: number): Promise<VoteTable> {
  const statements = await acceptedIds(db, conversation)
  const voters = (await db.selectFrom('conversation_voter').select('mark')
    .where('community_id', '=', db.community).where('conversation_id', '=', conversation).orderBy('mark').execute()).map(({ mark }) => mark)
  const rows = new Map(voters.map((mark, row) => [mark, row]))
  const columns = new Map(statements.map((id, column) => [id, column]))
  const cells = new Int8Array(voters.length * statements.length).fill(SILENT)
  for (let first = 0; first < voters.length; first += AT_ONCE) {
    const votes = await votesBetween(db, conversation, voters[first] ?? 0, voters[Math.min(first + AT_ONCE, voters.length) - 1] ?? 0)
    for (const { mark, statement_id, opinion } of votes) {
      const [row, column] = [rows.get(mark), columns.get(statement_id)]
      if (row !== undefined && column !== undefined) cells[row * statements.length + column] = opinion
    }
  }
  return { voters, statements, cells }
}

/** The votes of the voters whose numbers lie between these two, both included. */
export async function votesBetween(db: Reader, conversation: number, from: number, to: number) {
  return db.selectFrom('conversation_vote').select(['mark', 'statement_id', 'opinion'])
    .where('community_id', '=', db.community).where('conversation_id', '=', conversation)
    .where('mark', '>=', from).where('mark', '<=', to).orderBy('mark').orderBy('statement_id').execute()
}

/** The statements that are voted on, in the order in which they came. */
export async function acceptedIds(db: Reader, conversation: number): Promise<number[]> {
  const found = await db.selectFrom('conversation_statement').select('id').where('community_id', '=', db.community)
    .where('conversation_id', '=', conversation).where('standing', '=', 'accepted').orderBy('id').execute()
  return found.map(({ id }) => id)
}
