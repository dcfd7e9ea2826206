// What is said of a notice about a session or a council. Of a mediation nothing but that there is one leaves the house.
import { sql, type ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import { councilText } from '#text/councils.ts'
import type { Lang } from '#kit/phrase.ts'
import { sessionNoticeText } from '#text/council-occasions.ts'

type OfNotice = ExpressionBuilder<DB, 'notice' | 'journal'>

/** The session that the journal entry is about, as a column. */
export function sessionTold(eb: OfNotice) {
  return eb.selectFrom('council_session')
    .innerJoin('council', join => join.onRef('council.community_id', '=', 'council_session.community_id').onRef('council.id', '=', 'council_session.council_id'))
    .select(['council_session.title', 'council_session.kind', 'council.name as council', 'council_session.room'])
    .whereRef('council_session.community_id', '=', 'notice.community_id')
    .where('council_session.id', '=', sql<number>`substring(journal.subject from '^sessions/([0-9]+)$')::bigint`)
}

/** The council that the journal entry is about, as a column. */
export function councilTold(eb: OfNotice) {
  return eb.selectFrom('council').select('council.name').whereRef('council.community_id', '=', 'notice.community_id')
    .where('council.id', '=', sql<number>`substring(journal.subject from '^councils/([0-9]+)$')::bigint`)
}

interface Told {
  readonly session: { readonly title: string, readonly kind: string, readonly council: string, readonly room: string } | null
  readonly council: { readonly name: string } | null
}

/** Its words; `inHouse`: it is read in the page by whoever was told. Null where it is about neither. */
export function sessionWords(lang: Lang, { session, council }: Told, line: string, inHouse: boolean): { title: string, line: string, place: string } | null {
  if (session === null) return council && { title: council.name, line, place: '' }
  if (session.kind === 'mediation' && !inHouse) return { title: councilText(lang).title, line: sessionNoticeText(lang).inside, place: '' }
  return { title: `${session.council} · ${session.title}`, line, place: session.room }
}
