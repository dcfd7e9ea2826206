// The whole record of a community, to be checked without it: every entry with who did it and the details, every head; no codes, no words.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { JOURNAL_COLUMNS, sealer } from '#modules/record/entry.ts'
import { headsBetween, lastHead } from '#modules/record/read.ts'
import { recordText } from '#text/record.ts'

/** Writes down that the record is taken away, since it says who did what; answers how many entries it has. Comes before `exportPart`. */
export const exportRecord = action({
  name: 'record.export',
  summary: lang => recordText(lang).summaryExport,
  input: z.strictObject({}),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: mayNotExport,
  run: async db => {
    const size = (await lastHead(db))?.size ?? 0
    return { subject: 'record', answer: { id: size }, facts: { size } }
  },
})

/** Why the actor may not take the record away, or null: the secretary and the street's officer may. */
export function mayNotExport(actor: Actor): Said | null {
  return lacks(actor, 'take record', null)
}

const PART = 1000

/** The first line of an export. */
export const EXPORT_HEAD = `${JSON.stringify({ linju: 'export/1' })}\n`

/** Some lines of the export, from this place in the log on, and where to go on: null at the end. `size` is that of the head that ends it. */
export async function exportPart(
  db: Reader, secrets: Pick<Secrets, 'keyFor'>, from: number, size: number,
): Promise<{ lines: string, next: number | null }> {
  const to = Math.min(from + PART, size)
  const rows = await db.selectFrom('record_leaf')
    .innerJoin('journal', join => join.onRef('journal.community_id', '=', 'record_leaf.community_id')
      .onRef('journal.id', '=', 'record_leaf.journal_id'))
    .select([...JOURNAL_COLUMNS, 'record_leaf.index'])
    .where('record_leaf.community_id', '=', db.community).where('record_leaf.index', '>=', from).where('record_leaf.index', '<', to)
    .orderBy('record_leaf.index').execute()
  const heads = new Map((await headsBetween(db, from, to, PART)).map(head => [head.size, head.note]))
  const seal = sealer(secrets, db.community)
  const lines = rows.flatMap(row => {
    const { entry, salt, details } = seal(row)
    const head = heads.get(row.index + 1)
    return [{ entry, salt, open: { details } }, ...head === undefined ? [] : [{ head }]]
  })
  return { lines: lines.map(line => `${JSON.stringify(line)}\n`).join(''), next: to < size ? to : null }
}
