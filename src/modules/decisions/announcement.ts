// What an announcement fixes, as it is hashed: words, questions, candidates, rules, times and the roll. Whatever of it changes later is found out.
import type { Reader } from '#kit/db.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { nameOf } from '#modules/decisions/ledger.ts'
import type { Rules } from '#modules/law/public.ts'

/** A question with its words, as it was put to the owners. What a candidate says of himself is no part of it: he may take it back. */
export interface AskedInWords {
  readonly position: number
  readonly item: string
  readonly text: string
  readonly detail: string
  readonly seats: number | null
  readonly candidates: readonly { readonly number: number, readonly name: string }[]
}

/** What stands fast; `roll` is the root over the roll. Its canonical bytes (RFC 8785) are hashed into the journal. */
export interface Announcement {
  readonly decision: string
  readonly title: string
  readonly about: string
  readonly secret: boolean
  readonly first: boolean
  readonly extraordinary: boolean
  readonly advisory: boolean
  readonly estate: number
  readonly building: number | null
  readonly asOf: string | null
  readonly opens: string
  readonly closes: string
  readonly roll: string
  readonly rules: Rules
  readonly questions: readonly AskedInWords[]
}

/** A vote as it is announced; `fixed` is what the announcement itself writes. */
export function announcementOf(
  db: Pick<Reader, 'community'>, decision: Pick<Decision, 'id' | 'title' | 'about' | 'secret' | 'first' | 'extraordinary' | 'estate' | 'building_id' | 'as_of'>,
  fixed: Pick<Announcement, 'advisory' | 'opens' | 'closes' | 'roll' | 'rules' | 'questions'>,
): Announcement {
  const { id, title, about, secret, first, extraordinary, estate, building_id: building, as_of: asOf } = decision
  return { decision: nameOf({ community: db.community, id }), title, about, secret, first, extraordinary, estate: estate.id, building, asOf, ...fixed }
}

/** The announcement of a vote as its rows are now; null while it was not announced. */
export async function announcementNow(db: Reader, decision: Decision, roll: string): Promise<Announcement | null> {
  const { rules, opens_at, closes_at, advisory } = decision
  if (!rules || !opens_at || !closes_at) return null
  return announcementOf(db, decision, { advisory, opens: opens_at.toString(), closes: closes_at.toString(), roll, rules, questions: await questionsInWords(db, decision.id) })
}

/** The questions of a vote with their words and candidates, by position. */
export async function questionsInWords(db: Reader, id: number): Promise<AskedInWords[]> {
  const questions = await db.selectFrom('decision_question').select(['position', 'item', 'text', 'detail', 'seats'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('position').execute()
  const candidates = await db.selectFrom('decision_candidate').select(['question', 'number', 'name'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('question').orderBy('number').execute()
  return questions.map(question => ({
    ...question, candidates: candidates.filter(one => one.question === question.position).map(({ number, name }) => ({ number, name })),
  }))
}
