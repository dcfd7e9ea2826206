// The words of a community: read with everything else that a raise asks for, made into a list only when they changed.
import type { Reader } from '#kit/db.ts'
import { question } from '#kit/question.ts'
import { wordList, type OwnWord, type WordList } from '#modules/moderation/words.ts'

/** So many communities' lists are kept in memory; the longest unasked goes first. */
const KEPT = 200

const memory = new Map<number, { mark: string, list: WordList }>()

/** The list as it stands now. One statement. */
export async function wordsOf(db: Reader): Promise<WordList> {
  const own = await db.ask(asked({ community: db.community }))
  const mark = JSON.stringify(own)
  const known = memory.get(db.community)
  const list = known?.mark === mark ? known.list : wordList(own.map(({ word, kind }) => ({ word, kind: kindOf(kind) })))
  memory.delete(db.community)
  memory.set(db.community, { mark, list })
  if (memory.size > KEPT) memory.delete([...memory.keys()][0] ?? 0)
  return list
}

const asked = question<{ community: number }>()((db, { community }) => db.selectFrom('moderation_word').select(['word', 'kind'])
  .where('community_id', '=', community).where('ended_at', 'is', null).orderBy('id'))

/** The community's own words with their numbers, as their page shows them. One statement. */
export async function ownWords(db: Reader) {
  const rows = await db.selectFrom('moderation_word').select(['id', 'word', 'kind', 'added_at'])
    .where('community_id', '=', db.community).where('ended_at', 'is', null).orderBy('kind').orderBy('id').execute()
  return rows.map(row => ({ ...row, kind: kindOf(row.kind) }))
}

// The database knows no other kinds.
function kindOf(kind: string): OwnWord['kind'] {
  return kind === 'insult' || kind === 'advertising' || kind === 'allowed' ? kind : 'other'
}
