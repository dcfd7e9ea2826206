// The table of votes for recounting: published once the conversation has ended, when no number leads to a person any more.
import type { NotNull } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { SILENT, type VoteTable } from '#kit/opinion/votes.ts'
import { SAFE } from '#modules/opinions/drawn.ts'
import { conversationsSeen, notHere } from '#modules/opinions/find.ts'
import { votesBetween } from '#modules/opinions/table.ts'
import type { Actor } from '#modules/people/public.ts'
import { opinionText } from '#text/opinions.ts'
import { tableText } from '#text/opinion-page.ts'

/** Throws NotFound where the actor sees no such conversation; Refused while it is open, and where so few voted that a row would tell whose it is. */
export async function checkPublished(db: Reader, actor: Actor, id: number): Promise<void> {
  const found = await conversationsSeen(db, actor).select(['conversation.ended_at'])
    .select(eb => eb.selectFrom('conversation_voter as voter').select(count => count.fn.countAll<number>().as('n'))
      .whereRef('voter.community_id', '=', 'conversation.community_id').whereRef('voter.conversation_id', '=', 'conversation.id')
      .as('voters')).$narrowType<{ voters: NotNull }>()
    .where('conversation.id', '=', id).executeTakeFirstOrThrow(notHere)
  if (found.ended_at === null) throw new Refused(lang => opinionText(lang).notOver)
  if (found.voters < SAFE) throw new Refused(lang => tableText(lang).few(SAFE))
}

/** A line for each voter, a column for each statement: 1, −1, 0, or nothing. */
export function votesFile({ voters, statements, cells }: VoteTable): string {
  const width = statements.length
  const lines = voters.map((mark, row) =>
    [mark, ...Array.from(cells.subarray(row * width, (row + 1) * width), cell => cell === SILENT ? '' : String(cell))].join(','))
  return `${[['participant', ...statements].join(','), ...lines].join('\n')}\n`
}

/** The votes of up to `limit` voters behind `after`, for programs. */
export async function votesListed(db: Reader, conversation: number, { after, limit }: { after: number | null, limit: number }) {
  const marks = (await db.selectFrom('conversation_voter').select('mark').where('community_id', '=', db.community)
    .where('conversation_id', '=', conversation).where('mark', '>', after ?? 0).orderBy('mark').limit(limit).execute()).map(({ mark }) => mark)
  const votes = Map.groupBy(await votesBetween(db, conversation, marks[0] ?? 0, marks.at(-1) ?? 0), ({ mark }) => mark)
  return marks.map(mark => ({
    id: mark, votes: (votes.get(mark) ?? []).map(({ statement_id, opinion }) => ({ statement: statement_id, opinion })),
  }))
}
