// Draws the map of a conversation from its votes and keeps it with the count that it was made from.
import type { Writer } from '#kit/db.ts'
import { draw } from '#kit/opinion/draw.ts'
import { SILENT } from '#kit/opinion/votes.ts'
import { drawnFrom } from '#modules/opinions/drawn.ts'
import { voteTable } from '#modules/opinions/table.ts'

interface Made {
  readonly voters: number
  readonly votes: number
  readonly groups: number
  readonly [fact: string]: number
}

/** The new map takes the place of the old one. Answers how many voters and votes it was made from, and how many groups it has. */
export async function keepMap(db: Writer, conversation: number, now: Temporal.Instant): Promise<Made> {
  const table = await voteTable(db, conversation)
  const map = drawnFrom(await draw(table), table.statements)
  const votes = table.cells.reduce((count, cell) => count + Number(cell !== SILENT), 0)
  const kept = { made_at: now.toString(), voters: table.voters.length, votes, map: JSON.stringify(map) }
  await db.insertInto('conversation_map').values({ community_id: db.community, conversation_id: conversation, ...kept })
    .onConflict(again => again.columns(['community_id', 'conversation_id']).doUpdateSet(kept)).execute()
  return { voters: table.voters.length, votes, groups: map.groups.length }
}
