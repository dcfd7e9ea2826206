// The roster as the import reads it. Whoever takes it out is written down, because it shows personal data.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { type Actor, lacks, masked } from '#modules/people/public.ts'
import { documentHidden, POST_WORDS, plain } from '#modules/roster/words.ts'
import { EMPTY_ROW, type RosterRow } from '#modules/roster/roster.ts'
import { livingRows, servingRows } from '#modules/roster/rows.ts'
import { rosterText } from '#text/roster.ts'

/** Writes down that the roster is taken out; answers how many people are in it. Carried out before `rosterRows` is asked. */
export const exportRoster = action({
  name: 'roster.export',
  summary: lang => rosterText(lang).summaryExport,
  input: z.strictObject({ clear: z.boolean().default(false) }),
  subject: async (_db, input, _actor: Actor) => input,
  refuse: (actor, { clear }) => lacks(actor, 'see roster', null) ?? (clear ? lacks(actor, 'unmask', null) : null),
  run: async (db, { input }) => {
    const { people } = await db.selectFrom('person').select(sql<number>`count(*)`.as('people'))
      .where('community_id', '=', db.community).where('erased_at', 'is', null).executeTakeFirstOrThrow()
    return { subject: 'people/roster', answer: { id: db.community, people, clear: input.clear }, facts: { people, clear: input.clear } }
  },
})

/** Every tie and every post as rows; phones and documents with their middle hidden unless `clear`. */
export async function rosterRows(db: Reader, secrets: Pick<Secrets, 'decrypt'>, options: { clear: boolean }): Promise<RosterRow[]> {
  const shown = (sealed: string | null, hide: (clear: string) => string) => {
    const clear = sealed === null ? '' : secrets.decrypt(sealed)
    return clear === '' || options.clear ? clear : hide(clear)
  }
  const person = (row: { name: string | null, phone_sealed: string | null, document_sealed: string | null }) => ({
    name: row.name ?? '', phone: shown(row.phone_sealed, masked), document: shown(row.document_sealed, documentHidden),
  })
  const living = (await livingRows(db)).map(row => ({
    ...EMPTY_ROW, estate: row.estate, building: row.building, entrance: row.entrance ?? '', home: row.home,
    floor: row.floor, area: row.area, areaSource: row.area_source,
    ...person(row), tie: row.kind, since: row.since ?? '', until: row.until ?? '',
    grid: row.grid ?? '', microGrid: row.micro_grid ?? '',
  }))
  const serving = (await servingRows(db)).map(row => ({
    ...EMPTY_ROW, estate: row.estate ?? '', building: row.building ?? '', entrance: row.entrance ?? '', ...person(row),
    post: POST_WORDS.get(plain(row.kind)) ?? null, since: row.since, until: row.until ?? '', organisation: row.organisation,
    grid: row.grid ?? '', microGrid: row.micro_grid ?? '',
  }))
  return [...living, ...serving]
}
