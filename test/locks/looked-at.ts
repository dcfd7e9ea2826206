// What somebody reported and what became of it: a case that waits, one whose author is to change his words, one that is hidden.
import { askChange, hideCase, reportThing } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'

/** Reports each and judges two of them; answers the case that waits. */
export async function lookedAt(
  here: TestHouse, by: { reader: Actor, secretary: Actor }, matters: { reported: number, toChange: number, hidden: number },
): Promise<{ case: number }> {
  const { reader, secretary } = by
  const caseOf = async (id: number) => {
    await here.act(reportThing, reader, { id, reason: 'advertising' })
    const { rows } = await here.owner.query<{ id: number }>('select id::int from moderation_case where matter_id = $1', [id])
    return rows[0]?.id ?? 0
  }
  const waiting = await caseOf(matters.reported)
  await here.act(askChange, secretary, { id: await caseOf(matters.toChange), words: '请改一改' })
  await here.act(hideCase, secretary, { id: await caseOf(matters.hidden), reason: 'advertising' })
  return { case: waiting }
}
