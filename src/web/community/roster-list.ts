// A list between two forms: chosen in the first, taken in by the second; meanwhile it lies sealed with the drafts.
import { z } from 'zod'
import type { Table } from '#kit/tables.ts'
import type { Sent, Visit } from '#web/visit.ts'

const keptList = z.object({
  name: z.string(),
  table: z.object({
    headerLine: z.number(), header: z.array(z.string()), rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  }),
})

/** A table with the name of the file it came in. */
export interface KeptList {
  name: string
  table: Table
}

/** Keeps the list; answers the token for the next form. */
export function listToken(sent: Pick<Sent, 'keep'>, kept: KeptList): Promise<string> {
  return sent.keep(JSON.stringify(kept))
}

/** The list of a token; null when it was taken in, swept, or is somebody else's. */
export async function listOf(visit: Pick<Visit, 'kept'>, token: string): Promise<KeptList | null> {
  const kept = await visit.kept(token)
  return kept === null ? null : keptList.parse(JSON.parse(kept))
}
